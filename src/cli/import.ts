import { importLines } from '../application/importLines.ts';
import type { Io } from './io.ts';
import { configured, openDesk } from './open.ts';
import { fileSpool } from './spool.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'import',
  does: 'Reads what `export` wrote, as JSON lines from standard input; after a crash it may be run again.',
  options: {},
};

/** Exit 1 when any line is bad: each is named with its number and nothing is stored (F-94). */
export async function importVerb(argv: readonly string[], io: Io): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  const config = configured(io, 'real');
  if (config === null) return 2;
  const composed = await openDesk(io, config);
  if (composed === null) return 1;
  const spool = await fileSpool();
  try {
    const { stored, problems } = await importLines(composed.desk, io.stdin, spool);
    for (const problem of problems) io.stderr(problem);
    if (problems.length === 0) io.stderr(`${stored} lines imported`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await spool.remove();
    await composed.close();
  }
}
