import { distance } from './distance.ts';

/** Tokens of names, found exactly, by their beginning, or by what they look like. */
export interface WordIndex {
  add(word: string, id: string): void;
  remove(word: string, id: string): void;
  exact(word: string): ReadonlySet<string>;
  /** Words like it, each with how much (0 to 1; 1 is the word itself). */
  like(word: string): readonly { readonly ids: ReadonlySet<string>; readonly similarity: number }[];
}

const NOBODY: ReadonlySet<string> = new Set();
/** Shorter words differ too easily ("e3", "e5"). */
const SHORTEST_FUZZY = 4;
const SHORTEST_PREFIX = 3;
/** More look-alikes than these are noise. */
const MOST_COMPARED = 200;

export function wordIndex(): WordIndex {
  const ids = new Map<string, Set<string>>();
  const grams = new Map<string, Set<string>>();

  function add(word: string, id: string): void {
    const known = ids.get(word);
    if (known) {
      known.add(id);
      return;
    }
    ids.set(word, new Set([id]));
    for (const gram of gramsOf(word)) grams.set(gram, (grams.get(gram) ?? new Set<string>()).add(word));
  }
  function remove(word: string, id: string): void {
    const known = ids.get(word);
    known?.delete(id);
    if (known?.size !== 0) return;
    ids.delete(word);
    for (const gram of gramsOf(word)) grams.get(gram)?.delete(word);
  }
  function like(word: string): readonly { readonly ids: ReadonlySet<string>; readonly similarity: number }[] {
    if (word.length < SHORTEST_PREFIX)
      return ids.has(word) ? [{ ids: ids.get(word) ?? NOBODY, similarity: 1 }] : [];
    return sharing(word)
      .map((other) => ({ ids: ids.get(other) ?? NOBODY, similarity: similarity(word, other) }))
      .filter((one) => one.similarity > 0);
  }
  /** The words that share most trigrams with it. */
  function sharing(word: string): readonly string[] {
    const counts = new Map<string, number>();
    for (const gram of gramsOf(word)) {
      for (const other of grams.get(gram) ?? NOBODY) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_COMPARED)
      .map(([other]) => other);
  }
  return { add, remove, exact: (word) => ids.get(word) ?? NOBODY, like };
}

function gramsOf(word: string): ReadonlySet<string> {
  const padded = ` ${word} `;
  return new Set(
    Array.from({ length: Math.max(1, padded.length - 2) }, (_, index) => padded.slice(index, index + 3)),
  );
}

function similarity(word: string, other: string): number {
  if (word === other) return 1;
  if (other.startsWith(word)) return 0.9;
  if (word.length < SHORTEST_FUZZY) return 0;
  const most = word.length > 6 ? 2 : 1;
  const far = distance(word, other, most);
  return far > most ? 0 : 1 - far / Math.max(word.length, other.length);
}
