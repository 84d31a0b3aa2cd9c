import type { Desk } from '../ports/desk.ts';
import type { NameIndex } from './nameIndex.ts';
import type { Found, Wanted } from './nameSearch.ts';
import { type Named, namedAs } from './nameStore.ts';

export type Resolved =
  /** Named exactly and alone: go on, showing which one. */
  | { readonly kind: 'one'; readonly subscription: Named }
  /** Never a guess: the agent picks. `fuzzy`: nothing was named exactly; `equal` of the first are equally near. */
  | ({ readonly kind: 'choose'; readonly why: 'several' | 'fuzzy' } & Found)
  | { readonly kind: 'none' };

const EVERY: Wanted = { deletedToo: true, most: Number.POSITIVE_INFINITY };

type Reads = Pick<Desk, 'subscriptions'>;

/** "S-1042", "s1042", "S - 1042". */
const REFERENCE = /^s[\s-]*(\d{1,12})$/iu;
/** Inside other words a reference has its hyphen. */
const INSIDE = /^s-\d{1,12}$/iu;

/** What the words name: a reference, an id, or customer and product in any order. Deleted ones are found by reference, or when asked for. */
export async function resolve(
  desk: Reads,
  index: NameIndex,
  words: string,
  wanted: Wanted,
): Promise<Resolved> {
  const named = await byReference(desk, words);
  if (named) return { kind: 'one', subscription: named };
  await index.refresh();
  const inside = await referencesInside(desk, words);
  if (inside.length > 0) return withReferences(index, words, inside);
  return byName(index, words, wanted);
}

/** Customer and product by what the index knows. */
export function byName(index: Pick<NameIndex, 'exact' | 'near'>, words: string, wanted: Wanted): Resolved {
  const exact = index.exact(words, wanted);
  const [only] = exact.found;
  if (only && exact.total === 1) return { kind: 'one', subscription: only };
  if (only) return { kind: 'choose', why: 'several', ...exact };
  const near = index.near(words, wanted);
  return near.found.length > 0 ? { kind: 'choose', why: 'fuzzy', ...near } : { kind: 'none' };
}

async function byReference(desk: Reads, words: string): Promise<Named | null> {
  const word = words.trim();
  const number = REFERENCE.exec(word)?.[1];
  if (number === undefined && (/\s/u.test(word) || word === '' || word.length > 100)) return null;
  const spellings = number === undefined ? [word, word.toUpperCase()] : [`S-${number}`, word];
  for (const reference of new Set(spellings)) {
    const row = await desk.subscriptions.byReference(reference);
    if (row) return namedAs(row.subscription);
  }
  const row = await desk.subscriptions.get(word);
  return row && namedAs(row.subscription);
}

async function referencesInside(desk: Reads, words: string): Promise<readonly Named[]> {
  const references = words.split(/\s+/u).filter((word) => INSIDE.test(word));
  const found = await Promise.all(references.slice(0, 3).map((reference) => byReference(desk, reference)));
  return found.filter((one) => one !== null);
}

/** "S-1042 contoso": said twice, and picked by the agent where the two do not agree. */
function withReferences(index: NameIndex, words: string, inside: readonly Named[]): Resolved {
  const [only] = inside;
  const rest = words
    .split(/\s+/u)
    .filter((word) => !INSIDE.test(word))
    .join(' ');
  const agrees = inside.length === 1 && index.exact(rest, EVERY).found.some(({ id }) => id === only?.id);
  if (only && agrees) return { kind: 'one', subscription: only };
  const total = inside.length;
  return { kind: 'choose', why: total > 1 ? 'several' : 'fuzzy', found: inside, total, equal: total };
}
