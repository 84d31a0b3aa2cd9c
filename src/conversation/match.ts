import { acts, type Command, type Phrase, type Slots } from '../commands/defineCommand.ts';
import { KNOWN } from '../commands/index.ts';
import type { Language } from '../domain/person.ts';
import { ARTICLES, type Found, fitOf } from './fit.ts';
import { addTo } from './grouped.ts';
import { numberOf } from './numbers.ts';
import { compile, type Pattern, type Step } from './pattern.ts';
import type { Token } from './tokenize.ts';

/** A phrase that fits the whole of a clause, and what it means. */
export interface Match {
  readonly command: Command;
  readonly name: string;
  readonly acts: boolean;
  readonly language: Language;
  readonly slots: Slots;
  readonly found: Found;
  /** The first word, folded: "avbryt" and "säg upp" are not unclear in the same way. */
  readonly head: string;
}

interface Compiled {
  readonly meaning: Omit<Match, 'found' | 'head'>;
  readonly pattern: Pattern;
}

const LANGUAGES: readonly Language[] = ['en', 'sv'];
const PHRASES: readonly Compiled[] = KNOWN.flatMap((command) =>
  LANGUAGES.flatMap((language) => compiled(command, language)),
);

function compiled(command: Command, language: Language): readonly Compiled[] {
  const phrases = command.phrases[language];
  return phrases.ways.map((way: string | Phrase) => {
    const { pattern, slots = {} } = typeof way === 'string' ? { pattern: way } : way;
    const meaning = { command, name: command.name, acts: acts(command), language, slots };
    return { meaning, pattern: compile(pattern, phrases) };
  });
}

/** Phrases by the words that they may begin with; those that begin with anything, by a word that they must hold. */
const BY_FIRST = new Map<string, Compiled[]>();
const BY_HELD = new Map<string, Compiled[]>();
const HOLDING_NONE: Compiled[] = [];

for (const phrase of PHRASES) {
  const first = phrase.pattern.starts[0]?.words ?? null;
  const held = phrase.pattern.steps.find((step) => step.kind === 'words' && !step.optional);
  if (first !== null) for (const word of first) addTo(BY_FIRST, word, phrase);
  else if (held?.kind !== 'words') HOLDING_NONE.push(phrase);
  else for (const word of held.sayings.firstWords) addTo(BY_HELD, word, phrase);
}

/** The best fits of a whole clause, the heaviest first; of equals the one that the registry has first. */
export function matches(tokens: readonly Token[]): readonly Match[] {
  const found = candidates(tokens).flatMap(({ meaning, pattern }) => {
    const fitting = fitOf(pattern, tokens);
    return fitting ? [{ ...meaning, found: fitting, head: tokens[0]?.key ?? '' }] : [];
  });
  return found.sort((a, b) => b.found.weight - a.found.weight);
}

/** Whether an order may begin with this word. */
export function begins({ key }: Token): boolean {
  return ORDER_BEGINS.has(key);
}

const ORDER_BEGINS: ReadonlySet<string> = new Set(
  [...BY_FIRST].flatMap(([word, phrases]) => (phrases.some(({ meaning }) => meaning.acts) ? [word] : [])),
);

function candidates(tokens: readonly Token[]): readonly Compiled[] {
  const first = tokens[0];
  const second = first && ARTICLES.has(first.key) ? tokens.find(({ key }) => !ARTICLES.has(key)) : undefined;
  const begin = [first, second].flatMap((token) =>
    token && !token.quoted ? (BY_FIRST.get(token.key) ?? []) : [],
  );
  const counts = tokens.some((token) => !token.quoted && numberOf(token) !== null);
  const words = new Set(tokens.flatMap(({ key, quoted }) => (quoted ? [] : [key])));
  const held = new Set([...words].flatMap((word) => BY_HELD.get(word) ?? []));
  return [...begin, ...held, ...HOLDING_NONE].filter(({ pattern: { steps } }) =>
    isPossible(steps, tokens, counts),
  );
}

/** Whether what a phrase must have (its fixed words in their order, a number) is there at all. */
function isPossible(steps: readonly Step[], tokens: readonly Token[], counts: boolean): boolean {
  let from = 0;
  for (const step of steps) {
    if (step.optional) continue;
    if (step.kind === 'number' && !counts) return false;
    if (step.kind !== 'words') continue;
    const { firstWords } = step.sayings;
    while (from < tokens.length && !firstWords.has(tokens[from]?.key ?? '')) from += 1;
    if (from === tokens.length) return false;
    from += 1;
  }
  return true;
}
