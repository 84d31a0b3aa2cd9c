import { KNOWN } from '../commands/index.ts';
import { distance } from './distance.ts';
import { addTo } from './grouped.ts';
import { fold } from './normalise.ts';
import { PRODUCT_WORDS } from './products.ts';
import type { Token } from './tokenize.ts';
import { WORDS_OF_TABLES } from './words/all.ts';
import { OBJECT_WORDS } from './words/objects.ts';

/** Too short to tell a slip from another word. */
const SHORTEST = 5;
/** From this length on two slips leave no doubt. */
const LONG = 9;

const DICTIONARY: ReadonlySet<string> = new Set([...wordsOfPhrases(), ...WORDS_OF_TABLES]);

/** What is spelt right and never meant for another word: "though" is no "thought". */
const RIGHT: ReadonlySet<string> = new Set(fold(OBJECT_WORDS).split(/[\s,]+/u));

function wordsOfPhrases(): readonly string[] {
  const said = KNOWN.flatMap(({ phrases: { en, sv } }) =>
    [en, sv].flatMap(({ verbs, nouns = [], ways }) => [
      ...verbs.flatMap(({ say, ing = [], ed = [], others = [] }) => [say, ...ing, ...ed, ...others]),
      ...nouns,
      ...ways.map((way) => (typeof way === 'string' ? way : way.pattern)),
    ]),
  );
  return said.flatMap((text) =>
    fold(text)
      .split(/[\s|_?]+/u)
      .filter((word) => /^[a-z-]+$/u.test(word)),
  );
}

/** Words by what is left of them without one letter: how a word with one slip is found (two slips: without two). */
const BY_REST = new Map<string, string[]>();

for (const word of DICTIONARY) {
  if (word.length < SHORTEST) continue;
  for (const rest of [word, ...withoutOne(word)]) addTo(BY_REST, rest, word);
}

function withoutOne(word: string): readonly string[] {
  return [...word].map((_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** The tokens with the slips of the pen in known words put right; names keep their `text`. The same array if there are none. */
export function respelt(tokens: readonly Token[]): readonly Token[] {
  let changed = false;
  const right = tokens.map((token) => {
    const key =
      SHORT_SLIPS.get(token.quoted ? '' : token.key) ?? (isWord(token) ? meantWord(token.key) : null);
    if (key === null) return token;
    changed = true;
    return { ...token, key };
  });
  return changed ? right : tokens;
}

/** Words too short to tell a slip from another word, but for these. */
const SHORT_SLIPS: ReadonlyMap<string, string> = new Map([
  ['ad', 'add'],
  ['lag', 'lagg'],
  ['ste', 'set'],
  ['sej', 'sag'],
]);

const LONGEST = 20;

function isWord({ key, quoted, mark }: Token): boolean {
  if (quoted || mark || key.length < SHORTEST - 1 || key.length > LONGEST) return false;
  return /^[a-z-]+$/u.test(key) && !DICTIONARY.has(key) && !RIGHT.has(key) && !PRODUCT_WORDS.has(key);
}

/** The one known word that is one slip away (in a long word two), or null. */
function meantWord(key: string): string | null {
  const rests = [key, ...withoutOne(key)];
  const near = new Set(rests.flatMap((rest) => BY_REST.get(rest) ?? []));
  const most = key.length >= LONG ? 2 : 1;
  const ranked = [...near]
    .map((word) => ({ word, far: distance(key, word, most) }))
    .filter(({ word, far }) => far <= most && word.length >= SHORTEST && word[0] === key[0])
    .sort((a, b) => a.far - b.far || rank(a.word) - rank(b.word));
  const [best, next] = ranked;
  return best &&
    (!next || next.far > best.far || rank(best.word) < rank(next.word) || isSameVerb(best.word, next.word))
    ? best.word
    : null;
}

/** Orders before what reports them. */
function rank(word: string): number {
  return ORDER_WORDS.has(word) ? 0 : 1;
}

const ORDER_WORDS: ReadonlySet<string> = new Set(
  KNOWN.flatMap(({ phrases: { en, sv } }) =>
    [en, sv].flatMap(({ verbs }) => verbs.map(({ say }) => fold(say))),
  ),
);

/** "pausa" and "pausar" are both near "pausaa": either will do. */
function isSameVerb(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
