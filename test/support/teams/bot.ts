import { createServer, request as httpRequest } from 'node:http';
import type { Outbound } from '../../../src/channels/channel.ts';
import { type TeamsConfig, teamsChannel } from '../../../src/channels/teams/adapter.ts';
import type { Conversation } from '../../../src/conversation/inbound.ts';
import type { Logger } from '../../../src/ports/logger.ts';
import type { Machine } from '../../../src/ports/machine.ts';
import { close, type LoopbackConnector, listen, loopbackConnector } from './connector.ts';
import { APP_ID, type IdentityServer, identityServer, TENANT } from './identity.ts';

/** The bot behind a server, with a connector to talk back to; authenticated like in `serve`, or the demo. */
export interface RunningBot {
  readonly connector: LoopbackConnector;
  readonly identity: IdentityServer;
  readonly outbound: Outbound;
  readonly logged: readonly LogLine[];
  readonly url: string;
  /** Posts an activity (its serviceUrl is the connector's unless it names one) with a good token unless another is given. */
  send(activity: object, authorization?: string | null): Promise<Answer>;
  sendRaw(body: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Card updates that go on after an answer have arrived. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a body as it came over the wire
  readonly json: any;
}

export interface LogLine {
  readonly level: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface BotOptions {
  readonly conversation: Conversation;
  readonly mode?: 'authenticated' | 'demo';
  readonly machine?: Machine;
  readonly config?: Partial<Extract<TeamsConfig, { mode: 'authenticated' }>>;
  readonly endorsements?: readonly string[];
}

export async function startBot(options: BotOptions): Promise<RunningBot> {
  const machine = options.machine ?? quickMachine();
  const connector = await loopbackConnector();
  const { serviceUrl } = connector;
  const { endorsements = ['msteams'] } = options;
  const identity = await identityServer({ serviceUrl, now: machine.now(), endorsements });
  const { logger, logged } = listeningLogger();
  const channel = teamsChannel(configOf(options, identity), {
    conversation: options.conversation,
    logger,
    machine,
  });
  const handle = channel.routes[0]?.handle;
  const server = createServer((request, response) => void handle?.(request, response));
  const url = `http://127.0.0.1:${await listen(server)}/api/messages`;
  const sendRaw = (body: string, headers: Readonly<Record<string, string>> = {}) => post(url, body, headers);
  return {
    connector,
    identity,
    outbound: channel.outbound,
    logged,
    url,
    send: (activity, authorization = `Bearer ${identity.sign()}`) =>
      sendRaw(JSON.stringify({ serviceUrl, ...activity }), authorization === null ? {} : { authorization }),
    sendRaw,
    settled: channel.stop,
    stop: async () => {
      await channel.stop();
      await Promise.all([close(server), connector.close(), identity.close()]);
    },
  };
}

function configOf(options: BotOptions, identity: IdentityServer): TeamsConfig {
  if (options.mode === 'demo') return { mode: 'demo' };
  return {
    mode: 'authenticated',
    appId: APP_ID,
    tenantId: TENANT,
    allowedTenants: [TENANT],
    cloud: 'public',
    accessToken: async (scope) => `token-for-${scope}`,
    endpoints: { openIdMetadataUrl: identity.openIdMetadataUrl, serviceHosts: ['127.0.0.1'] },
    ...options.config,
  };
}

/** Real time, but nobody waits: a sleep ends when its signal fires, or never within a test. */
function quickMachine(): Machine {
  return {
    now: () => Date.now(),
    sleep: (_milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal === undefined) return setImmediate(resolve);
        if (signal.aborted) return resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
  };
}

function listeningLogger(): { readonly logger: Logger; readonly logged: LogLine[] } {
  const logged: LogLine[] = [];
  const at = (level: string) => (fields: object, message: string) =>
    void logged.push({ level, fields: fields as LogLine['fields'], message });
  const logger: Logger = {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: () => logger,
  };
  return { logger, logged };
}

async function post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
    });
    request.on('error', reject);
    request.on('response', async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({ status: response.statusCode ?? 0, text, json: text === '' ? null : JSON.parse(text) });
    });
    request.end(body);
  });
}
