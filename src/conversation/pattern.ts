import type { Phrases } from '../commands/defineCommand.ts';
import { type Sayings, sayings } from './sayings.ts';
import { groupNamed, valuesNamed } from './words/trade.ts';

/**
 * The little language of phrases, anchored at both ends; articles need not be spelt out:
 *
 *     word  this|that  maybe?  two_words      fixed words
 *     #group                                  any of a group of words/trade.ts
 *     @  @ing  @ed  @noun                     any of the command's verbs: imperative, gerund, participle, noun
 *     {s}  {s:product}  {s:customer}          a gap of at least one word; one that names a product, or none
 *     {n}  {+n}  {-n}  {x}                    a number: that many, more, fewer; {x} is read over
 *     {op}                                    an operation's reference
 *     <term>                                  words that say a slot's value (words/trade.ts)
 */
export type Step =
  | { readonly kind: 'words'; readonly sayings: Sayings; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly name: string; readonly names: Names; readonly optional: boolean }
  | { readonly kind: 'number'; readonly name: string; readonly optional: boolean }
  | { readonly kind: 'operation'; readonly optional: boolean }
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly values: readonly Value[];
      readonly optional: boolean;
    };

export type Names = 'anything' | 'product' | 'customer';

interface Value {
  readonly value: string;
  readonly sayings: Sayings;
}

export const OPERATION_REFERENCE = /^op-[a-z0-9]{3,12}$/u;

/** A phrase ready to be fitted: its steps, and what may stand where each of them (and the end) is reached. */
export interface Pattern {
  readonly steps: readonly Step[];
  readonly starts: readonly Start[];
}

export interface Start {
  /** Folded words; null: anything. */
  readonly words: ReadonlySet<string> | null;
  /** The clause may end here. */
  readonly end: boolean;
}

/** A phrase of a command with these verbs. */
export function compile(phrase: string, phrases: Phrases): Pattern {
  const steps = stepsOf(phrase, phrases);
  return { steps, starts: [...steps, null].map((_, index) => startOf(steps.slice(index))) };
}

function startOf(steps: readonly Step[]): Start {
  const [only] = steps;
  if (only?.kind === 'words' && !only.optional) return { words: only.sayings.firstWords, end: false };
  const words = new Set<string>();
  for (const step of steps) {
    const first = firstWordsOf(step);
    if (first === null) return { words: null, end: false };
    for (const word of first) words.add(word);
    if (!step.optional) return { words, end: false };
  }
  return { words, end: true };
}

function firstWordsOf(step: Step): readonly string[] | null {
  if (step.kind === 'words') return [...step.sayings.firstWords];
  return step.kind === 'value' ? step.values.flatMap(({ sayings: said }) => [...said.firstWords]) : null;
}

function stepsOf(phrase: string, phrases: Phrases): readonly Step[] {
  return phrase.split(' ').map((element) => {
    const optional = element.endsWith('?');
    return stepOf(optional ? element.slice(0, -1) : element, optional, phrases);
  });
}

function stepOf(body: string, optional: boolean, phrases: Phrases): Step {
  const inner = body.slice(1, -1);
  if (body === '{op}') return { kind: 'operation', optional };
  if (/^\{(?:[+-]?n|x)\}$/u.test(body)) return { kind: 'number', name: inner, optional };
  if (body.startsWith('{')) return gapOf(inner, optional);
  if (body.startsWith('<')) return { kind: 'value', name: inner, values: valuesOf(inner), optional };
  return { kind: 'words', sayings: wordsOf(body, phrases), optional };
}

const knownWords = new Map<string, Sayings>();

/** Elements of a phrase recur; those that hold a command's own verbs are its own. */
function wordsOf(body: string, phrases: Phrases): Sayings {
  const known = body.includes('@') ? undefined : knownWords.get(body);
  if (known) return known;
  const made = sayings(body.split('|').flatMap((way) => spelt(way, phrases)));
  if (!body.includes('@')) knownWords.set(body, made);
  return made;
}

function gapOf(inner: string, optional: boolean): Step {
  const [name = '', names = 'anything'] = inner.split(':');
  return { kind: 'gap', name, names: names as Names, optional };
}

const tables = new Map<string, readonly Value[]>();

function valuesOf(name: string): readonly Value[] {
  const known = tables.get(name);
  if (known) return known;
  const made = valuesNamed(name).map(({ value, said }) => ({ value, sayings: sayings(said) }));
  tables.set(name, made);
  return made;
}

function spelt(way: string, { verbs, nouns = [] }: Phrases): readonly string[] {
  switch (way) {
    case '@':
      return verbs.map(({ say }) => say);
    case '@ing':
      return verbs.flatMap(({ ing = [] }) => ing);
    case '@ed':
      return verbs.flatMap(({ ed = [] }) => ed);
    case '@noun':
      return nouns;
    default:
      return way.startsWith('#') ? groupNamed(way.slice(1)) : [way.replaceAll('_', ' ')];
  }
}
