import { parse } from '../conversation/parse.ts';
import type { Io } from './io.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'parse',
  does: 'Reads sentences from standard input, one a line (plain, or {"text","locale"}), and writes what each means. Touches no database.',
  options: {},
};

export async function parseVerb(argv: readonly string[], io: Io): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  for await (const line of io.stdin) {
    const { text, locale } = readSentence(line);
    io.stdout(JSON.stringify(parse(text, locale)));
  }
  return 0;
}

interface Sentence {
  readonly text: string;
  readonly locale: string | null;
}

/** A plain line, or an object with `text`; anything else that begins like one is a sentence that says nothing. */
function readSentence(line: string): Sentence {
  if (!line.trimStart().startsWith('{')) return { text: line, locale: null };
  try {
    const value = JSON.parse(line) as Readonly<Record<string, unknown>>;
    if (typeof value['text'] !== 'string') return { text: line, locale: null };
    return { text: value['text'], locale: typeof value['locale'] === 'string' ? value['locale'] : null };
  } catch {
    return { text: line, locale: null };
  }
}
