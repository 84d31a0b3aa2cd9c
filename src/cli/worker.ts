import { startDeskWorker, workOnce } from '../compose.ts';
import type { Io } from './io.ts';
import { configured, openDesk } from './open.ts';
import { stopped } from './serve.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'worker',
  does: 'Does due work: any number may run over one database.',
  options: { once: { type: 'boolean', does: 'do everything due now, print a line for each, and end' } },
};

export async function workerVerb(argv: readonly string[], io: Io): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  const once = args.options['once'] === true;
  const config = configured(io, once ? 'may-be-fixed' : 'real');
  if (config === null) return 2;
  const composed = await openDesk(io, config);
  if (composed === null) return 1;
  if (once) {
    for (const done of await workOnce(composed)) io.stdout(JSON.stringify(done));
  } else {
    const worker = startDeskWorker(composed, []);
    await stopped(io.stop);
    await worker.stop();
  }
  await composed.close();
  return 0;
}
