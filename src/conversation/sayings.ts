import { addTo } from './grouped.ts';
import { fold } from './normalise.ts';
import type { Token } from './tokenize.ts';

/** Some ways of saying one thing, of one or more words each. */
export interface Sayings {
  /** Every length (in tokens) that one of them has here. */
  lengthsAt(tokens: readonly Token[], index: number): readonly number[];
  readonly firstWords: ReadonlySet<string>;
}

const NONE: readonly number[] = [];

export function sayings(said: readonly string[]): Sayings {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const saying of said) {
    const words = fold(saying).split(' ');
    const first = words[0] ?? '';
    addTo(byFirst, first, words);
  }
  return {
    firstWords: new Set(byFirst.keys()),
    lengthsAt(tokens, index) {
      const token = tokens[index];
      const here = token && !token.quoted ? byFirst.get(token.key) : undefined;
      if (!here) return NONE;
      const lengths = here.filter((words) => words.every((word, i) => says(tokens[index + i], word)));
      return [...new Set(lengths.map((words) => words.length))];
    },
  };
}

function says(token: Token | undefined, word: string): boolean {
  return token !== undefined && !token.quoted && token.key === word;
}
