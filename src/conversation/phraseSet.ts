import { addTo } from './grouped.ts';
import { fold } from './normalise.ts';
import type { Token } from './tokenize.ts';

/** A table of sayings of one or more words each, found by their first word. */
export interface PhraseSet {
  /** How many tokens of the longest saying that begins at `index`; 0 if none. */
  at(tokens: readonly Token[], index: number): number;
  /** The first saying anywhere, or null. */
  find(tokens: readonly Token[], from?: number): { readonly index: number; readonly length: number } | null;
  /** Length of the longest saying that ends the tokens. */
  atEnd(tokens: readonly Token[]): number;
}

/** Sayings in an array, or in a text between commas. */
export function phraseSet(said: readonly string[] | string): PhraseSet {
  const sayings =
    typeof said === 'string'
      ? said
          .split(',')
          .map((saying) => saying.trim().replace(/\s+/gu, ' '))
          .filter((saying) => saying !== '')
      : said;
  const byFirst = new Map<string, string[][]>();
  let longest = 0;
  for (const saying of sayings) {
    const words = fold(saying).split(' ');
    longest = Math.max(longest, words.length);
    const first = words[0] ?? '';
    addTo(byFirst, first, words);
  }
  for (const here of byFirst.values()) here.sort((a, b) => b.length - a.length);
  function at(tokens: readonly Token[], index: number): number {
    const sayingsHere = byFirst.get(tokens[index]?.key ?? '') ?? [];
    return sayingsHere.find((words) => words.every((word, i) => says(tokens[index + i], word)))?.length ?? 0;
  }
  return {
    at,
    find(tokens, from = 0) {
      for (let index = from; index < tokens.length; index += 1) {
        const length = at(tokens, index);
        if (length > 0) return { index, length };
      }
      return null;
    },
    atEnd(tokens) {
      for (let length = Math.min(longest, tokens.length); length > 0; length -= 1) {
        if (at(tokens, tokens.length - length) === length) return length;
      }
      return 0;
    },
  };
}

function says(token: Token | undefined, word: string): boolean {
  return token !== undefined && !token.quoted && token.key === word;
}
