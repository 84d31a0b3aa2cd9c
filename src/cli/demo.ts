import { type Composed, forgetEmbedded } from '../compose.ts';
import { type Config, type Environment, VARIABLE_NAMES } from '../config.ts';
import type { Io } from './io.ts';
import { configured, openDesk, openService, quiet } from './open.ts';
import { startPlayground } from './playground.ts';
import { sampleDesk } from './sample/desk.ts';
import { storeSample } from './sample/store.ts';
import { stopped } from './serve.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'demo',
  does: 'Everything on this machine, without an account: server, worker, database, sample desk.',
  options: {
    fresh: { type: 'boolean', does: 'forget what was done and start with a new sample desk' },
    playground: { type: 'boolean', does: "open Microsoft's local Teams on it" },
    port: { type: 'string', does: 'another port than PORT' },
  },
};

const LOOPBACK = '127.0.0.1';
/** Neither used nor checked: a desk's half written .env does not keep the demo from starting. */
const NOBODYS: Environment = Object.fromEntries(
  VARIABLE_NAMES.filter((name) => /^(?:MONGODB_URI|MICROSOFT_|SLACK_)/.test(name)).map((name) => [name, '']),
);

/** Runs until it is told to stop. A configured database or channel is not touched: nobody signs in to a demo. */
export async function demoVerb(argv: readonly string[], io: Io): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  const { port: asked } = args.options;
  const env = { ...io.env, ...NOBODYS, ...(typeof asked === 'string' ? { PORT: asked } : {}) };
  const config = configured({ ...io, env: quiet(env) }, 'may-be-fixed');
  if (config === null) return 2;
  if (args.options['fresh'] === true && !forgetEmbedded(config.dataDir)) {
    io.stderr(`subdesk: another process has ${config.dataDir} open; stop it first`);
    return 1;
  }
  const composed = await openDesk(io, config);
  if (composed === null) return 1;
  await seed(composed);
  const service = await openService(io, composed, {
    host: LOOPBACK,
    port: config.port,
    teams: { mode: 'demo' },
    slack: null,
    page: true,
    worker: true,
  });
  if (service === null) return 1;
  greet(io, service.port, config);
  const playground = args.options['playground'] === true ? await startPlayground(io, service.port) : null;
  await stopped(io.stop);
  await playground?.stop();
  await service.stop();
  await composed.close();
  return 0;
}

/** Only where there is nothing yet: starting again keeps what was done. */
async function seed({ desk }: Composed): Promise<void> {
  if ((await desk.directory.partner()) === null) await storeSample(desk, sampleDesk(desk.clock.now()));
}

function greet(io: Io, port: number, config: Config): void {
  const lines = [
    'Subdesk is running on this machine, with a sample desk. Nothing here leaves it.',
    '',
    `  page      http://${LOOPBACK}:${port}/`,
    '  terminal  npm run chat',
    '  Teams     npm run demo:teams   (instead of this one)',
    '',
    '  Try: pause contoso e3 for non-payment · cancel contoso visio · avbryt fabrikam insights · help',
    `  What you do is kept in ${config.dataDir}; npm run demo -- --fresh starts anew. Ctrl+C stops.`,
  ];
  for (const line of lines) io.stdout(line);
}
