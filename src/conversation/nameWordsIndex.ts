import { LETTER, typingCost } from './typingCost.ts';

/** A word like one that was asked for, with what it costs to mean it (tenths of a letter). */
export interface Like {
  readonly owners: readonly number[];
  readonly word: string;
  readonly cost: number;
}

/** Words of names with whose they are (numbers of customers or offers). */
export interface WordIndex {
  add(word: string, owner: number): void;
  remove(word: string, owner: number): void;
  exact(word: string): readonly number[];
  /** Words at most so many typing errors away; where there are none, words that begin so. */
  like(word: string, errors: number): readonly Like[];
}

const NOBODY: readonly number[] = [];
const SHORTEST_PREFIX = 3;
/** A beginning costs half a letter, and a tenth for each letter that is left out, up to this. */
const BEGINNING = LETTER / 2;
const MOST_FOR_REST = 10;

interface Entry {
  readonly word: string;
  /** Which letters it has, a bit each: what differs in many cannot be near. */
  readonly letters: number;
  readonly owners: number[];
}

export function wordIndex(): WordIndex {
  const entries = new Map<string, Entry>();
  /** By length: a typing error changes it by one at most. */
  const byLength: Entry[][] = [];
  /** By their first letters, as many as a beginning has at least. */
  const byBeginning = new Map<string, Entry[]>();

  function entryOf(word: string): Entry {
    const known = entries.get(word);
    if (known) return known;
    const made: Entry = { word, letters: lettersOf(word), owners: [] };
    entries.set(word, made);
    while (byLength.length <= word.length) byLength.push([]);
    byLength[word.length]?.push(made);
    const beginning = word.slice(0, SHORTEST_PREFIX);
    byBeginning.set(beginning, byBeginning.get(beginning) ?? []);
    byBeginning.get(beginning)?.push(made);
    return made;
  }
  function near(word: string, errors: number): readonly Like[] {
    const letters = lettersOf(word);
    const found: Like[] = [];
    for (let length = Math.max(1, word.length - errors); length <= word.length + errors; length += 1) {
      for (const entry of byLength[length] ?? []) {
        if (entry.owners.length === 0 || countBits(entry.letters ^ letters) > 2 * errors) continue;
        const cost = typingCost(word, entry.word, errors);
        if (cost !== null) found.push({ owners: entry.owners, word: entry.word, cost });
      }
    }
    return found;
  }
  function beginning(word: string): readonly Like[] {
    if (word.length < SHORTEST_PREFIX) return [];
    return (byBeginning.get(word.slice(0, SHORTEST_PREFIX)) ?? [])
      .filter((one) => one.owners.length > 0 && one.word.length > word.length && one.word.startsWith(word))
      .map(({ owners, word: other }) => ({ owners, word: other, cost: costOfRest(word, other) }));
  }
  return {
    add: (word, owner) => void entryOf(word).owners.push(owner),
    remove(word, owner) {
      const owners = entries.get(word)?.owners;
      const at = owners?.indexOf(owner) ?? -1;
      if (at >= 0) owners?.splice(at, 1);
    },
    exact: (word) => entries.get(word)?.owners ?? NOBODY,
    like(word, errors) {
      const found = near(word, errors);
      return found.length > 0 ? found : beginning(word);
    },
  };
}

function costOfRest(word: string, whole: string): number {
  return BEGINNING + Math.min(MOST_FOR_REST, whole.length - word.length);
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
