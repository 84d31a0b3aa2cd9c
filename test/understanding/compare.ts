import type { WantedSlot } from './rows.ts';

/** Words as typed up to case, width, curly quotes, dashes and the punctuation around them. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”„«»"]/g, ' ')
    .replace(/[‐-―]/g, '-')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}(@<+&]+|[^\p{L}\p{N})>&]+$/gu, ''))
    .filter((word) => word !== '');
}

/** Whether `said` is one of `wanted`; a word in brackets there may be left out. */
export function names(wanted: readonly string[], said: string): boolean {
  return wanted.some((one) => one === '*' || follows(wordsOf(one), wordsOf(said)));
}

/** Whether `said` has every word of one of `wanted`, so that it can name nothing else. */
export function includes(wanted: readonly string[], said: string): boolean {
  const there = wordsOf(said);
  const needed = wanted.map((one) => wordsOf(one).filter((word) => !isOptional(word)));
  return needed.some((words) => words.length > 0 && words.every((word) => there.includes(word)));
}

/** Whether the value of a slot, or its absence, is what was wanted; `client-side` and `client side` are one. */
export function fits(slot: WantedSlot, value: unknown): boolean {
  if (value === undefined) return slot.optional;
  if (slot.values.includes('*')) return true;
  return typeof value === 'string'
    ? names(slot.values.map(spaced), spaced(value))
    : slot.values.includes(String(value));
}

export function spaced(value: string): string {
  return value.replaceAll('-', ' ');
}

function follows(wanted: readonly string[], said: readonly string[]): boolean {
  const [word, ...rest] = wanted;
  if (word === undefined) return said.length === 0;
  if (!isOptional(word)) return word === said[0] && follows(rest, said.slice(1));
  return follows(rest, said) || (word.slice(1, -1) === said[0] && follows(rest, said.slice(1)));
}

function isOptional(word: string): boolean {
  return word.startsWith('(') && word.endsWith(')');
}
