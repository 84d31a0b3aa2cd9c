import { LEGAL_FORMS, NOISE, TAILS } from './nicknames.ts';
import { fold } from './normalise.ts';

const PARTS = /[^\p{L}\p{N}]+/u;
const APOSTROPHES = /['’]/gu;
const DIGRAPHS: Readonly<Record<string, string>> = { å: 'aa', ä: 'ae', ö: 'oe', ø: 'oe', ü: 'ue', æ: 'ae' };
/** Second levels under which names are given: contoso.co.uk, contoso.onmicrosoft.com. */
const SECOND_LEVELS: ReadonlySet<string> = new Set(['co', 'com', 'ac', 'gov', 'org', 'net', 'onmicrosoft']);

/** A word of a name, and how many of the name's own words it stands for. */
export interface NameWord {
  readonly word: string;
  readonly covers: number;
}

/** The spellings of a text without diacritics: "Södra" is "sodra" and "soedra". */
export function spellings(text: string): readonly string[] {
  const composed = text.normalize('NFKC').toLowerCase();
  const digraphs = composed.replace(/[åäöøüæ]/gu, (letter) => DIGRAPHS[letter] ?? letter);
  return digraphs === composed ? [fold(text)] : [fold(text), fold(digraphs)];
}

/** The words of a name; neighbours joined too ("Power BI" is also "powerbi"), and all of them. */
export function wordsOf(name: string): readonly NameWord[] {
  return distinct(spellings(name).flatMap((spelling) => joinedWords(partsOf(spelling))));
}

/** A domain as it is, and its name without what it stands under. */
export function domainWords(domain: string): readonly NameWord[] {
  const whole = fold(domain);
  const labels = whole.split('.');
  labels.pop();
  if (labels.length > 1 && SECOND_LEVELS.has(labels.at(-1) ?? '')) labels.pop();
  const parts = partsOf(labels.join(' '));
  return [{ word: whole, covers: parts.length }, ...joinedWords(parts)].filter(({ word }) => word !== '');
}

/** A customer's id as a word of its own kind: never near another, and no beginning of one. */
export function idWord(id: string): string {
  return `id:${fold(id)}`;
}

/** How many words of a name have to be said for all of it. */
export function countOwn(name: string): number {
  return partsOf(fold(name)).filter(isOwn).length;
}

function partsOf(folded: string): readonly string[] {
  return folded
    .replace(APOSTROPHES, '')
    .split(PARTS)
    .filter((part) => part !== '');
}

function joinedWords(parts: readonly string[]): readonly NameWord[] {
  const own = parts.filter((part) => !LEGAL_FORMS.has(part));
  const pairs = parts
    .slice(1)
    .map((part, index) => ({ word: (parts[index] ?? '') + part, covers: ownIn([parts[index] ?? '', part]) }));
  const whole = own.length > 2 ? [{ word: own.join(''), covers: ownIn(own) }] : [];
  return [...parts.map((part) => ({ word: part, covers: ownIn([part]) })), ...pairs, ...whole];
}

function ownIn(parts: readonly string[]): number {
  return parts.filter(isOwn).length;
}

function isOwn(part: string): boolean {
  return !LEGAL_FORMS.has(part) && !NOISE.has(part);
}

/** Of equal words the one that covers most. */
function distinct(words: readonly NameWord[]): readonly NameWord[] {
  const best = new Map<string, NameWord>();
  for (const one of words) if (one.covers >= (best.get(one.word)?.covers ?? 0)) best.set(one.word, one);
  return [...best.values()];
}

/** F-72: "Litwares" is Litware; "E3s" is E3. */
export function withoutEndings(word: string): readonly string[] {
  const bare = word.length > 2 && word.endsWith('s') ? [word.slice(0, -1)] : [];
  const tail = TAILS.find((one) => word.endsWith(one) && word.length - one.length > 1);
  if (tail === undefined) return bare;
  const head = word.slice(0, -tail.length);
  return [...bare, head, ...(head.length > 2 && head.endsWith('s') ? [head.slice(0, -1)] : [])];
}

/** What was typed, cut at white space: without genitives after an apostrophe, and without what surrounds a domain. */
export function chunksOf(words: string): readonly string[] {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s?(?=\s|$)/gu, '')
    .replace(APOSTROPHES, '')
    .split(/\s+/u)
    .map((chunk) => chunk.replace(/^(?:https?:\/\/)?(?:www\.)?(?:[^@/]*@)?/u, '').replace(/\/.*$/u, ''))
    .filter((chunk) => chunk !== '');
}

/** The parts of a chunk, as typed. */
export function partsOfChunk(chunk: string): readonly string[] {
  return chunk.split(/[^\p{L}\p{N}\p{M}]+/u).filter((part) => part !== '');
}
