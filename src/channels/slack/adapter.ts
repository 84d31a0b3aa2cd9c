import type { Conversation } from '../../conversation/inbound.ts';
import type { Route } from '../../http/route.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Machine } from '../../ports/machine.ts';
import type { Outbound } from '../channel.ts';
import { boltListener, EVENTS_PATH } from './bolt.ts';
import { guard } from './gate.ts';
import { slackOutbound } from './outbound.ts';
import { createReplays } from './replays.ts';
import { createRespond } from './responseUrl.ts';
import { createUsers } from './users.ts';
import { createWeb } from './web.ts';
import { createWork } from './work.ts';

export interface SlackConfig {
  /** One, or two during rotation. */
  readonly signingSecrets: readonly string[];
  /** Of the one installation; several installations come with a store of tokens by workspace. */
  readonly botToken: string;
  /** Another API than https://slack.com/api/ (GovSlack, a test's stand-in). */
  readonly apiUrl?: string;
}

export interface SlackParts {
  readonly conversation: Conversation;
  readonly logger: Logger;
  readonly machine: Machine;
}

export interface SlackChannel {
  readonly routes: readonly Route[];
  readonly outbound: Outbound;
  /** Resolves when the turns in hand are answered; stop the server first. */
  stop(): Promise<void>;
}

/** Slack over HTTP: events, commands and interactions at one path. */
export function slackChannel(config: SlackConfig, parts: SlackParts): SlackChannel {
  const logger = parts.logger.child({ channel: 'slack' });
  const { conversation, machine } = parts;
  const tokenOf = () => config.botToken;
  const web = createWeb(tokenOf, config.apiUrl, logger);
  const work = createWork(machine, logger);
  const respond = createRespond(config.apiUrl, logger);
  const users = createUsers(web.habits, machine);
  const listener = boltListener({ conversation, logger, machine, web, respond, users, work }, tokenOf);
  const gate = { secrets: config.signingSecrets, machine, logger, replays: createReplays(machine), listener };
  return {
    routes: [
      { method: 'POST', path: EVENTS_PATH, handle: (request, response) => guard(gate, request, response) },
    ],
    outbound: slackOutbound(web, conversation),
    stop: () => work.settle(),
  };
}
