import { dueLine } from '../domain/json/decideLine.ts';
import { answerLines, type LineIo, lineDefaults } from './jsonLines.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'due',
  does: 'Reads {"subscription","customer","rulebook"} a line, writes what the clock will do next to each.',
  options: {},
};

/** 0 when every line was answered, 2 when any was bad. Looks at no clock, so it refuses a fixed one. */
export async function dueVerb(argv: readonly string[], io: LineIo): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  if (io.env['SUBDESK_NOW']?.trim()) {
    io.stderr('SUBDESK_NOW is accepted by demo, chat, decide and worker --once only');
    return 2;
  }
  const defaults = lineDefaults(io);
  return defaults === null ? 2 : answerLines(io, defaults, dueLine);
}
