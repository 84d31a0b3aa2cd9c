import { NOISE } from './nicknames.ts';
import { fold } from './normalise.ts';

const PARTS = /[^\p{L}\p{N}]+/u;
/** More words than any name has. */
const MOST_WORDS = 20;

/** The words of a name, neighbours joined too: "Power BI" is also "powerbi". */
export function wordsOf(name: string): readonly string[] {
  const parts = fold(name)
    .replace(/['’]/gu, '')
    .split(PARTS)
    .filter((part) => part !== '');
  const joined = parts.slice(1).map((part, index) => (parts[index] ?? '') + part);
  return [...parts, ...joined];
}

/** The words of a question; a domain that is known stays one word. */
export function queryWords(words: string, isKnown: (word: string) => boolean): readonly string[] {
  return fold(words)
    .replace(/['’]s?(?=\s|$)/gu, '')
    .replace(/['’]/gu, '')
    .split(/\s+/u)
    .flatMap((word) => (isKnown(word) ? [word] : word.split(PARTS)))
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}

/** F-72: "Litwares" is Litware. */
export function genitives(word: string): readonly string[] {
  return word.length > 3 && word.endsWith('s') ? [word.slice(0, -1)] : [];
}

/** Stands around a name, and need not be part of one. */
export function isNoise(word: string): boolean {
  return NOISE.has(word);
}
