import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Desk } from '../ports/desk.ts';
import type { NameIndex } from './nameIndex.ts';

export type Resolved =
  /** Named exactly and alone: go on, showing which one. */
  | { readonly kind: 'one'; readonly subscription: Subscription }
  /** Never a guess: the agent picks. `fuzzy`: nothing was named exactly. */
  | { readonly kind: 'choose'; readonly why: 'several' | 'fuzzy'; readonly found: readonly Subscription[] }
  | { readonly kind: 'none' };

/** The nearest three (conversation.md). */
const NEAREST = 3;
const REFERENCE = /^s-?\d{1,12}$/iu;

/** What the words name: a reference, an id, or customer and product in any order. Deleted ones are found by reference, or when asked for. */
export async function resolve(
  desk: Desk,
  index: NameIndex,
  words: string,
  deletedToo: boolean,
): Promise<Resolved> {
  const named = await byReference(desk, words);
  if (named) return { kind: 'one', subscription: named };
  await index.refresh();
  const wanted = (one: Subscription): boolean => deletedToo || one.status !== 'deleted';
  const inside = await referenceInside(desk, words);
  const exact = index.exact(inside ? withoutReference(words) : words).filter(wanted);
  if (inside && exact.some(({ id }) => id === inside.id)) return { kind: 'one', subscription: inside };
  if (inside) return { kind: 'choose', why: 'fuzzy', found: [inside] };
  const [only] = exact;
  if (only && exact.length === 1) return { kind: 'one', subscription: only };
  if (exact.length > 1) return { kind: 'choose', why: 'several', found: exact };
  const near = index.near(words).filter(wanted).slice(0, NEAREST);
  return near.length > 0 ? { kind: 'choose', why: 'fuzzy', found: near } : { kind: 'none' };
}

async function byReference(desk: Desk, words: string): Promise<Subscription | null> {
  const word = words.trim();
  if (/\s/u.test(word) || word === '' || word.length > 100) return null;
  const spellings = new Set([
    word,
    word.toUpperCase(),
    ...(REFERENCE.test(word) ? [`S-${word.replace(/^s-?/iu, '')}`] : []),
  ]);
  for (const reference of spellings) {
    const row = await desk.subscriptions.byReference(reference);
    if (row) return row.subscription;
  }
  return (await desk.subscriptions.get(word))?.subscription ?? null;
}

/** "S-1042 contoso": said twice, and picked by the agent where the two do not agree. */
async function referenceInside(desk: Desk, words: string): Promise<Subscription | null> {
  const reference = words.split(/\s+/u).find((word) => INSIDE.test(word));
  return reference ? byReference(desk, reference) : null;
}

const INSIDE = /^s-\d{1,12}$/iu;

function withoutReference(words: string): string {
  return words
    .split(/\s+/u)
    .filter((word) => !INSIDE.test(word))
    .join(' ');
}
