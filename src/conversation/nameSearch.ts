import { type Costs, costsOf, NOT_EXACT } from './nameCosts.ts';
import { withLegalForm, withoutBareNumbers } from './nameGuards.ts';
import { cutTokensOf, type Token, tokensOf } from './nameQuery.ts';
import { areEquallyNear, type Ranked, ranked } from './nameRanking.ts';
import type { Named, NameStore } from './nameStore.ts';

/** What the words name, nearest first. */
export interface Found {
  /** As many as were asked for. */
  readonly found: readonly Named[];
  /** All of them. */
  readonly total: number;
  /** So many at the top are equally near: nothing that was said tells them apart. */
  readonly equal: number;
}

/** Which ones are wanted, and how many of them at most. */
export interface Wanted {
  readonly deletedToo: boolean;
  readonly most: number;
}

const NOTHING: Found = { found: [], total: 0, equal: 0 };
/** The nearest three (conversation.md), and whatever is as near as the third. */
const NEAREST = 3;
/** More words than any name has: nothing is called so, and the rest is not looked at. */
const MOST_WORDS = 12;
/** What differs in more of its letters is something else. */
const MOST_WRONG = 0.4;

/** Every word fits a subscription's customer or its product exactly. */
export function exactly(store: NameStore, words: string, wanted: Wanted): Found {
  const tokens = cutTokensOf(store, words);
  if (tokens.length === 0 || tokens.length > MOST_WORDS) return NOTHING;
  const costs = tokens.map((token) => costsOf(store, token, 0));
  if (costs.some(isNobody)) return NOTHING;
  const all = ranked(store, costs, NOT_EXACT - 1, isWanted(store, wanted));
  const plain = withoutBareNumbers(store, tokens, costs, all);
  return foundOf(store, withLegalForm(store, tokens, costs, plain), wanted);
}

/** What looks most like the words; nothing when nothing is near. */
export function nearly(store: NameStore, words: string, wanted: Wanted): Found {
  const whole = tokensOf(store, words);
  const tries = [
    { tokens: whole, errors: 1 },
    { tokens: cutTokensOf(store, words), errors: 1 },
    { tokens: whole, errors: 2 },
  ];
  for (const { tokens, errors } of tries) {
    const near = nearest(store, tokens.slice(0, MOST_WORDS), errors, wanted);
    if (near.length > 0) return foundOf(store, near, wanted);
  }
  return NOTHING;
}

function nearest(
  store: NameStore,
  tokens: readonly Token[],
  errors: number,
  wanted: Wanted,
): readonly Ranked[] {
  const costs = tokens.map((token) => costsOf(store, token, errors));
  const said = costs.reduce((sum, { otherwise }) => sum + otherwise, 0);
  const near = said === 0 ? [] : ranked(store, costs, Math.floor(said * MOST_WRONG), isWanted(store, wanted));
  const third = near[Math.min(NEAREST, near.length) - 1];
  return near.filter((one, at) => at < NEAREST || (third && areEquallyNear(one, third)));
}

/** Whether every word is part of some customer's name: what is named is customers. */
export function namesCustomers(store: NameStore, words: string): boolean {
  return tokensOf(store, words)
    .filter(({ kind }) => kind === 'said')
    .every((token) => costsOf(store, token, 0).meant.length > 0);
}

function isWanted(store: NameStore, { deletedToo }: Wanted): (row: number) => boolean {
  return (row) => deletedToo || !store.isDeleted(row);
}

function isNobody({ otherwise, leastOffer, meant }: Costs): boolean {
  return otherwise === NOT_EXACT && leastOffer === NOT_EXACT && meant.length === 0;
}

function foundOf(store: NameStore, rows: readonly Ranked[], { most }: Wanted): Found {
  const [first] = rows;
  if (!first) return NOTHING;
  return {
    found: rows.slice(0, most).map(({ row }) => store.named(row)),
    total: rows.length,
    equal: rows.filter((one) => areEquallyNear(one, first)).length,
  };
}
