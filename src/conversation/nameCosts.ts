import type { Token, Way } from './nameQuery.ts';
import type { NameStore } from './nameStore.ts';
import type { Like, WordIndex } from './nameWordsIndex.ts';
import { NICKNAMES, NOISE } from './nicknames.ts';
import { LETTER, typingCost } from './typingCost.ts';

/** What it costs to mean each customer and each offer by one word (tenths of a letter). */
export interface Costs {
  /** Of what the word has nothing to do with. */
  readonly otherwise: number;
  readonly ofCustomer: Uint16Array;
  readonly ofOffer: Uint16Array;
  /** Of the offer that is nearest. */
  readonly leastOffer: number;
  /** Of the customers' words that it may be. */
  readonly ofWord: ReadonlyMap<string, number>;
  /** Customers that it may mean. */
  readonly meant: readonly (readonly number[])[];
}

/** A word that does not fit, where every word has to. */
export const NOT_EXACT = 1_000;
const LEGAL = 5;
/** Shorter words differ too easily ("e3", "e5"): of few products they are offered, of many customers not. */
const SHORTEST_NEAR = { customers: 3, offers: 2 } as const;
const LONGER_NOISE = [...NOISE].filter((noise) => noise.length >= SHORTEST_NEAR.customers);
/** Longer words may have two errors. */
const LONG = 7;

/** `errors`: how many typing errors a word may have; 0 is exactly. */
export function costsOf(store: NameStore, token: Token, errors: number): Costs {
  const { customers, offers } = store.counts();
  const otherwise = otherwiseOf(token, errors);
  const customerLikes = likesOf(store.customers, token, errors, SHORTEST_NEAR.customers);
  const offerLikes = [
    ...likesOf(store.offers, token, errors, SHORTEST_NEAR.offers),
    ...nicknamed(store, token, errors),
  ];
  const ofOffer = spread(offers, otherwise, offerLikes);
  return {
    otherwise,
    ofCustomer: spread(customers, otherwise, customerLikes),
    ofOffer,
    leastOffer: offerLikes.reduce((least, { cost }) => Math.min(least, cost), otherwise),
    ofWord: leastByWord(customerLikes),
    meant: customerLikes.map(({ owners }) => owners),
  };
}

function otherwiseOf({ kind, word }: Token, errors: number): number {
  if (kind === 'legal') return LEGAL;
  if (errors === 0) return NOT_EXACT;
  return word.length >= SHORTEST_NEAR.customers && isNearlyNoise(word) ? LETTER : word.length * LETTER;
}

/** "fir" for "for". */
function isNearlyNoise(word: string): boolean {
  return LONGER_NOISE.some((noise) => typingCost(word, noise, 1) !== null);
}

function likesOf(index: WordIndex, token: Token, errors: number, shortest: number): readonly Like[] {
  const whole = token.ways.flatMap(({ word, cost }) => {
    const exact = { owners: index.exact(word), word, cost };
    const most = Math.min(errors, word.length >= LONG ? 2 : 1);
    if (most === 0 || token.kind === 'legal' || NOISE.has(word) || word.length < shortest) return [exact];
    return [exact, ...index.like(word, most).map((one) => ({ ...one, cost: one.cost + cost }))];
  });
  const joined = token.joined.map((word) => ({ owners: index.exact(word), word, cost: 0 }));
  return [...whole, ...joined].filter(({ owners }) => owners.length > 0);
}

/** Offers that have every word that a nickname stands for. */
function nicknamed({ offers }: NameStore, token: Token, errors: number): readonly Like[] {
  return nicknamesOf(token, errors).flatMap(({ word, cost }) => {
    const [first = '', ...rest] = NICKNAMES.get(word) ?? [];
    const owners = offers
      .exact(first)
      .filter((offer) => rest.every((part) => offers.exact(part).includes(offer)));
    return owners.length > 0 ? [{ owners, word, cost }] : [];
  });
}

function nicknamesOf({ ways, joined, word: said }: Token, errors: number): readonly Way[] {
  const exact = [...ways, ...joined.map((word) => ({ word, cost: 0 }))];
  if (errors === 0 || said.length < SHORTEST_NEAR.offers) return exact;
  const near = [...NICKNAMES.keys()].flatMap((word) => {
    const cost = typingCost(said, word, 1);
    return cost === null ? [] : [{ word, cost }];
  });
  return [...exact, ...near];
}

function spread(count: number, otherwise: number, likes: readonly Like[]): Uint16Array {
  const costs = new Uint16Array(count).fill(otherwise);
  for (const { owners, cost } of likes) {
    for (const owner of owners) if (cost < (costs[owner] ?? 0)) costs[owner] = cost;
  }
  return costs;
}

function leastByWord(likes: readonly Like[]): ReadonlyMap<string, number> {
  const least = new Map<string, number>();
  for (const { word, cost } of likes) least.set(word, Math.min(cost, least.get(word) ?? cost));
  return least;
}
