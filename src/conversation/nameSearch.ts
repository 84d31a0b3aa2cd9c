import type { Subscription } from '../domain/subscription/subscription.ts';
import type { NameStore } from './nameStore.ts';
import { genitives, isNoise, queryWords } from './nameWords.ts';
import type { WordIndex } from './nameWordsIndex.ts';
import { NICKNAMES } from './nicknames.ts';

/** Words that fit less than this, weighed by their length, name something else. */
const NEAR_ENOUGH = 0.6;

/** Every word fits a subscription's customer or its product exactly. */
export function exactly(store: NameStore, words: string): readonly Subscription[] {
  const meanings = meaningsOf(store, words).filter(
    ({ customers, offers, noise }) => !noise || customers.size + offers.size > 0,
  );
  if (meanings.length === 0) return [];
  const pool = poolOf(
    store,
    union(meanings.map(({ customers }) => customers)),
    union(meanings.map(({ offers }) => offers)),
  );
  return pool.filter((one) =>
    meanings.every(({ customers, offers }) => customers.has(one.customerId) || offers.has(one.offerName)),
  );
}

/** Whether every word is part of some customer's name: what is named is customers. */
export function namesCustomers(store: NameStore, words: string): boolean {
  return meaningsOf(store, words).every(({ customers, noise }) => noise || customers.size > 0);
}

/** What looks most like the words, best first; empty when nothing is near. */
export function nearly(store: NameStore, words: string): readonly Subscription[] {
  const likes = queryWords(words, () => false)
    .filter((word) => !isNoise(word))
    .map((word) => ({
      weight: word.length,
      customers: alike(store.customers, word),
      offers: alike(store.offers, word),
    }));
  const total = likes.reduce((sum, { weight }) => sum + weight, 0);
  const pool = poolOf(
    store,
    union(likes.map(({ customers }) => new Set(customers.keys()))),
    union(likes.map(({ offers }) => new Set(offers.keys()))),
  );
  return pool
    .map((one) => ({ one, score: likes.reduce((sum, like) => sum + scoreOf(like, one), 0) / total }))
    .filter(({ score }) => score >= NEAR_ENOUGH)
    .sort((a, b) => b.score - a.score || (a.one.reference < b.one.reference ? -1 : 1))
    .map(({ one }) => one);
}

interface Meaning {
  readonly customers: ReadonlySet<string>;
  readonly offers: ReadonlySet<string>;
  readonly noise: boolean;
}

/** What each word may name: as it is, without a genitive, or as a nickname. */
function meaningsOf({ customers, offers }: NameStore, words: string): readonly Meaning[] {
  return queryWords(words, (word) => customers.exact(word).size > 0).map((word) => {
    const ways = [word, ...genitives(word)];
    const nickname = intersection((NICKNAMES[word] ?? []).map((part) => offers.exact(part)));
    return {
      customers: union(ways.map((way) => customers.exact(way))),
      offers: union([...ways.map((way) => offers.exact(way)), nickname]),
      noise: isNoise(word),
    };
  });
}

/** Whose customer was named; if none was, what has the product. */
function poolOf(
  store: NameStore,
  customers: ReadonlySet<string>,
  offers: ReadonlySet<string>,
): readonly Subscription[] {
  return customers.size > 0 ? store.ofCustomers(customers) : store.ofOffers(offers);
}

interface Like {
  readonly weight: number;
  readonly customers: ReadonlyMap<string, number>;
  readonly offers: ReadonlyMap<string, number>;
}

function scoreOf({ weight, customers, offers }: Like, { customerId, offerName }: Subscription): number {
  return weight * Math.max(customers.get(customerId) ?? 0, offers.get(offerName) ?? 0);
}

/** For each id the best similarity of one of its words, in any of the word's ways. */
function alike(index: WordIndex, word: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const way of [word, ...genitives(word), ...(NICKNAMES[word] ?? [])]) {
    for (const { ids, similarity } of index.like(way)) {
      for (const id of ids) found.set(id, Math.max(found.get(id) ?? 0, similarity));
    }
  }
  return found;
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

function intersection(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first, ...rest] = sets;
  return new Set([...(first ?? [])].filter((id) => rest.every((set) => set.has(id))));
}
