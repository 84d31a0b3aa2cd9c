import { importLines } from '../application/importLines.ts';
import type { Io } from './io.ts';
import { configured, openDesk } from './open.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'import',
  does: 'Reads partner, people, customers, offers and subscriptions as JSON lines from standard input.',
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
  const lines: string[] = [];
  for await (const line of io.stdin) lines.push(line);
  const result = await importLines(composed.desk, lines);
  for (const problem of result.problems) io.stderr(problem);
  if (result.problems.length === 0) io.stderr(`${result.stored} lines imported`);
  await composed.close();
  return result.problems.length === 0 ? 0 : 1;
}
