import { decideLine } from '../domain/json/decideLine.ts';
import { answerLines, type LineIo, lineDefaults } from './jsonLines.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'decide',
  does: 'Reads {"subscription","customer","partner","command","now","rulebook"} a line, writes the decision of each.',
  options: {},
};

/** Refused is an answer: 0 when every line was decided, 2 when any was bad (F-14). Touches no database. */
export async function decideVerb(argv: readonly string[], io: LineIo): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  const defaults = lineDefaults(io);
  return defaults === null ? 2 : answerLines(io, defaults, decideLine);
}
