import { type SlackChannel, slackChannel } from '../../src/channels/slack/adapter.ts';
import type { Conversation } from '../../src/conversation/inbound.ts';
import { startServer } from '../../src/http/server.ts';
import type { Logger } from '../../src/ports/logger.ts';
import type { Machine } from '../../src/ports/machine.ts';
import { prometheusMetrics } from '../../src/runtime/metrics.ts';
import { systemMachine } from '../../src/runtime/systemClock.ts';

export const SECRET = 'first-secret';
export const SECOND_SECRET = 'second-secret';

export interface SlackServer {
  readonly url: string;
  readonly channel: SlackChannel;
  /** Everything that was logged, as text. */
  readonly log: string[];
  /** Resolves when the turns in hand are answered; the server goes on. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Waits for its turns however slow the machine is: what is late is another file's matter. */
export const patient: Machine = {
  now: () => Date.now(),
  sleep: (_milliseconds, signal) =>
    new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true })),
};

/** The channel on the running server, as compose hangs it there. */
export async function startSlackServer(options: {
  readonly conversation: Conversation;
  readonly apiUrl?: string;
  readonly machine?: Machine;
}): Promise<SlackServer> {
  const log: string[] = [];
  const logger = remembering(log);
  const machine = options.machine ?? systemMachine();
  const config = { signingSecrets: [SECRET, SECOND_SECRET], botToken: 'xoxb-emulated' };
  const api = { apiUrl: options.apiUrl ?? 'http://127.0.0.1:9/api/' };
  const channel = slackChannel(
    { ...config, ...api },
    { conversation: options.conversation, logger, machine },
  );
  const running = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes: channel.routes,
    logger,
    machine: systemMachine(),
    metrics: prometheusMetrics(),
  });
  return {
    url: `http://127.0.0.1:${running.port}/slack/events`,
    channel,
    log,
    idle: () => channel.stop(),
    stop: async () => {
      await channel.stop();
      await running.stop(0);
    },
  };
}

function remembering(log: string[]): Logger {
  const note = (level: string) => (fields: object, message: string) => {
    log.push(`${level} ${JSON.stringify(fields, withErrors)} ${message}`);
  };
  const logger: Logger = {
    debug: note('debug'),
    info: note('info'),
    warn: note('warn'),
    error: note('error'),
    child: () => logger,
  };
  return logger;
}

function withErrors(_key: string, value: unknown): unknown {
  return value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;
}
