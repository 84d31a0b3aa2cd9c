import type { Environment } from '../config.ts';
import type { Io } from './io.ts';
import { configured, openDesk, openService } from './open.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'serve',
  does: 'Serves Teams and Slack over HTTP, with the worker in the same process.',
  options: { 'no-worker': { type: 'boolean', does: 'leave due work to `subdesk worker`' } },
};

/** Exit 2 when a channel is half configured or none is; else runs until it is told to stop. */
export async function serveVerb(argv: readonly string[], io: Io): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  const config = configured(io, 'real', noChannel);
  if (config === null) return 2;
  // Asked for before the start takes its time: told to stop meanwhile, it still ends in order.
  const { stop } = io;
  const composed = await openDesk(io, config);
  if (composed === null) return 1;
  const service = await openService(io, composed, {
    host: '0.0.0.0',
    port: config.port,
    teams: config.teams,
    slack: config.slack,
    page: false,
    worker: args.options['no-worker'] !== true,
  });
  if (service === null) return 1;
  composed.desk.logger.info({ port: service.port, database: composed.database }, 'serving');
  await stopped(stop);
  await service.stop();
  await composed.close();
  return 0;
}

const CHANNELS = /^(?:MICROSOFT_APP_|SLACK_(?:SIGNING_SECRET|BOT_TOKEN))/;

/** A half configured one has problems of its own. */
function noChannel(env: Environment): readonly string[] {
  const isAny = Object.keys(env).some((name) => CHANNELS.test(name) && env[name]?.trim());
  return isAny ? [] : [NO_CHANNEL];
}

const NO_CHANNEL =
  'no channel is configured: set MICROSOFT_APP_ID or SLACK_SIGNING_SECRET (see .env.example), or try `subdesk demo`';

/** Resolves when the process is told to stop. */
export function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
