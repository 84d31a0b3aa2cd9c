import type { Conversation } from '../../conversation/inbound.ts';
import type { Route } from '../../http/route.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Machine } from '../../ports/machine.ts';
import type { Outbound } from '../channel.ts';
import type { TeamsConfig } from './config.ts';
import { connect } from './connection.ts';
import { messagesRoute } from './messages.ts';
import { createOutbound } from './outbound.ts';

export type { TeamsConfig } from './config.ts';

export interface TeamsChannel {
  readonly routes: readonly Route[];
  readonly outbound: Outbound;
  /** Waits for card updates still on their way. */
  stop(): Promise<void>;
}

/** Microsoft Teams: one path for the server, one way out for the worker. Throws on a configuration that cannot authenticate. */
export function teamsChannel(
  config: TeamsConfig,
  parts: { readonly conversation: Conversation; readonly logger: Logger; readonly machine: Machine },
): TeamsChannel {
  const logger = parts.logger.child({ channel: 'teams' });
  const connection = connect(config);
  // The playground, which is all that speaks to a demo, fires no refresh (README, "Who sees the buttons").
  const refreshes = config.mode !== 'demo';
  const outbound = createOutbound(connection, refreshes);
  const inHand = new Set<Promise<void>>();
  const later = (work: Promise<unknown>) => {
    const kept = work
      .then(() => {})
      .catch((error: unknown) => logger.error({ err: error }, 'work after a Teams answer failed'))
      .finally(() => inHand.delete(kept));
    inHand.add(kept);
  };
  const turn = { ...parts, logger, connection, outbound, refreshes, later };
  return {
    routes: [messagesRoute(config, turn)],
    outbound,
    stop: async () => {
      while (inHand.size > 0) await Promise.all(inHand);
    },
  };
}
