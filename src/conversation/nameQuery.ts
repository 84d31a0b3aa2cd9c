import type { NameStore } from './nameStore.ts';
import { chunksOf, idWord, partsOfChunk, spellings, withoutEndings } from './nameWords.ts';
import { LEGAL_FORMS, NICKNAMES, NOISE } from './nicknames.ts';
import { fold } from './normalise.ts';

/** A way to read a word that was typed; an ending taken off costs a tenth of a letter. */
export interface Way {
  readonly word: string;
  readonly cost: number;
}

/** A word that was typed. `said` has to fit; `legal` (AB, Ltd) need not, and tells apart. */
export interface Token {
  readonly word: string;
  readonly kind: 'said' | 'legal';
  readonly ways: readonly Way[];
  /** With another word of the query in one: "o 365", "power bi". */
  readonly joined: readonly string[];
}

/** More words than any name has with all that stands around it; and letters than any word. */
const MOST_TYPED = 40;
const LONGEST_WORD = 60;
const LONGEST_JOINED = 40;
const ENDING = 1;
const SHORTEST_HALF = 2;
const DOMAIN = /[^.]\.\p{L}{2,}$/u;

type Vocabulary = Pick<NameStore, 'customers' | 'offers'>;

/** The words of a question that have to name something; noise is left out where anything else is there. None of what is too long to be a name. */
export function tokensOf(store: Vocabulary, words: string): readonly Token[] {
  return tokensFrom(store, typedWords(store, words));
}

/** The same, a word that nobody knows cut in two where both halves are known: "contosoe3". */
export function cutTokensOf(store: Vocabulary, words: string): readonly Token[] {
  const typed = typedWords(store, words);
  const folded = typed.map(({ text }) => fold(text));
  const cut = typed.flatMap((one, at) => {
    const whole = isKnown(store, folded[at] ?? '') || joinedWith(store, folded, at).length > 0;
    return whole ? [one] : halves(store, one);
  });
  return tokensFrom(store, cut);
}

function tokensFrom(store: Vocabulary, typed: readonly Typed[]): readonly Token[] {
  const folded = typed.map(({ text }) => fold(text));
  const only = typed.every((one) => isNoise(one) || isLegal(one));
  return typed.flatMap((one, at) => {
    const joined = joinedWith(store, folded, at);
    if (!only && isNoise(one) && joined.length === 0) return [];
    const kind = !only && isLegal(one) ? 'legal' : 'said';
    return [{ word: folded[at] ?? '', kind, ways: waysOf(one.text), joined } satisfies Token];
  });
}

function isNoise({ text, ofDomain }: Typed): boolean {
  return !ofDomain && NOISE.has(fold(text));
}

function isLegal({ text, ofDomain }: Typed): boolean {
  return !ofDomain && LEGAL_FORMS.has(fold(text));
}

function waysOf(word: string): readonly Way[] {
  return spellings(word).flatMap((spelling) => [
    { word: spelling, cost: 0 },
    ...withoutEndings(spelling).map((bare) => ({ word: bare, cost: ENDING })),
  ]);
}

/** What it is with any other, before or after it, where that is a name: the order of words says nothing. */
function joinedWith(store: Vocabulary, words: readonly string[], at: number): readonly string[] {
  const word = words[at] ?? '';
  const others = words.filter((other, index) => index !== at && word.length + other.length <= LONGEST_JOINED);
  const pairs = others.flatMap((other) => [word + other, other + word]);
  return [...new Set(pairs)].filter((pair) => isName(store, pair));
}

/** A word as typed; the last one of "contoso.se" is no company form. */
interface Typed {
  readonly text: string;
  readonly ofDomain: boolean;
}

function typedWords(store: Vocabulary, words: string): readonly Typed[] {
  const parts = chunksOf(words).flatMap((chunk) => partsOf(store, chunk));
  return parts.length > MOST_TYPED ? [] : parts;
}

function partsOf(store: Vocabulary, chunk: string): readonly Typed[] {
  if (store.customers.exact(idWord(chunk)).length > 0) return [{ text: idWord(chunk), ofDomain: true }];
  const ofDomain = DOMAIN.test(chunk);
  const texts = isDomain(store, fold(chunk)) ? [chunk] : partsOfChunk(chunk);
  return texts.map((text) => ({ text: text.slice(0, LONGEST_WORD), ofDomain }));
}

/** A domain stays one word where one is called so, or nearly. */
function isDomain({ customers }: Vocabulary, chunk: string): boolean {
  return customers.exact(chunk).length > 0 || (chunk.includes('.') && customers.like(chunk, 1).length > 0);
}

/** "contosoe3" is "contoso e3", if that is the only way to cut it. */
function halves(store: Vocabulary, { text, ofDomain }: Typed): readonly Typed[] {
  const cuts: (readonly string[])[] = [];
  for (let at = SHORTEST_HALF; at <= text.length - SHORTEST_HALF; at += 1) {
    const pair = [text.slice(0, at), text.slice(at)];
    if (pair.every((half) => isKnown(store, fold(half)))) cuts.push(pair);
  }
  const [only] = cuts;
  return (only && cuts.length === 1 ? only : [text]).map((part) => ({ text: part, ofDomain }));
}

function isKnown(store: Vocabulary, word: string): boolean {
  return [word, ...withoutEndings(word)].some((one) => NOISE.has(one) || isName(store, one));
}

function isName({ customers, offers }: Vocabulary, word: string): boolean {
  return NICKNAMES.has(word) || customers.exact(word).length > 0 || offers.exact(word).length > 0;
}
