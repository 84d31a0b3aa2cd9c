import type { Costs } from './nameCosts.ts';
import type { NameStore } from './nameStore.ts';
import type { NameWord } from './nameWords.ts';

/** A subscription (its number in the store) with how far it is from what was said. */
export interface Ranked {
  readonly row: number;
  /** Tenths of a letter. */
  readonly cost: number;
  /** Words of the customer's name that were not said. */
  readonly unsaid: number;
}

/** Of a customer of whom nothing was said: neither before nor behind one that was named in part. */
const UNNAMED = 1;

/** Worse than the best by more than this (two letters) is not offered beside it. */
const BEHIND = 20;

/** Nearest first: what costs least, then whose name was said most completely. Nothing else ranks. */
export function ranked(
  store: NameStore,
  costs: readonly Costs[],
  most: number,
  wanted: (row: number) => boolean,
): readonly Ranked[] {
  const meant = meantCustomers(store, costs);
  const named = ofCustomers(store, costs, meant, most, wanted);
  const others = ofOffers(store, costs, new Set(meant), leastOf(named, most), wanted);
  const all = [...named, ...others];
  const limit = Math.min(most, leastOf(all, most) + BEHIND);
  return all
    .filter(({ cost }) => cost <= limit)
    .sort((a, b) => a.cost - b.cost || a.unsaid - b.unsaid || a.row - b.row);
}

/** Whether nothing that was said tells the two apart. */
export function areEquallyNear(one: Ranked, other: Ranked): boolean {
  return one.cost === other.cost && one.unsaid === other.unsaid;
}

function leastOf(rows: readonly Ranked[], otherwise: number): number {
  return rows.reduce((least, { cost }) => Math.min(least, cost), otherwise);
}

function meantCustomers(store: NameStore, costs: readonly Costs[]): readonly number[] {
  const seen = new Uint8Array(store.counts().customers);
  const meant: number[] = [];
  for (const owners of costs.flatMap((one) => one.meant)) {
    for (const owner of owners) {
      if (seen[owner] === 0) meant.push(owner);
      seen[owner] = 1;
    }
  }
  return meant;
}

function ofCustomers(
  store: NameStore,
  costs: readonly Costs[],
  meant: readonly number[],
  most: number,
  wanted: (row: number) => boolean,
): readonly Ranked[] {
  const found: Ranked[] = [];
  let limit = most;
  for (const customer of meant) {
    if (bound(costs, customer) > limit) continue;
    const unsaid = unsaidOf(store, costs, customer);
    for (const row of store.ofCustomer(customer)) {
      const cost = costOf(costs, customer, store.offerOf(row));
      if (cost > limit || !wanted(row)) continue;
      limit = Math.min(limit, cost + BEHIND);
      found.push({ row, cost, unsaid });
    }
  }
  return found;
}

/** No customer is meant: whoever has the product. Only where no customer that is meant is nearer. */
function ofOffers(
  store: NameStore,
  costs: readonly Costs[],
  meant: ReadonlySet<number>,
  most: number,
  wanted: (row: number) => boolean,
): readonly Ranked[] {
  const found: Ranked[] = [];
  for (let offer = 0; offer < store.counts().offers; offer += 1) {
    const cost = costs.reduce((sum, { ofOffer }) => sum + (ofOffer[offer] ?? 0), 0);
    if (cost > most) continue;
    for (const row of store.ofOffer(offer)) {
      if (!meant.has(store.customerOf(row)) && wanted(row)) found.push({ row, cost, unsaid: UNNAMED });
    }
  }
  return found;
}

function bound(costs: readonly Costs[], customer: number): number {
  let sum = 0;
  for (const { ofCustomer, leastOffer } of costs) sum += Math.min(ofCustomer[customer] ?? 0, leastOffer);
  return sum;
}

function costOf(costs: readonly Costs[], customer: number, offer: number): number {
  let sum = 0;
  for (const { ofCustomer, ofOffer } of costs)
    sum += Math.min(ofCustomer[customer] ?? 0, ofOffer[offer] ?? 0);
  return sum;
}

/** Words of the name that nothing of what was said is nearest to; two halves of a word say it once. */
function unsaidOf(store: NameStore, costs: readonly Costs[], customer: number): number {
  const name = store.nameOf(customer);
  if (!name) return 0;
  const said = new Set<NameWord>();
  for (const { ofWord } of costs) {
    const nearest = nearestOf(name.words, ofWord);
    if (nearest) said.add(nearest);
  }
  let unsaid = name.own;
  for (const { covers } of said) unsaid -= covers;
  return Math.max(0, unsaid);
}

/** Of two that are as near the one that covers more of the name. */
function nearestOf(words: readonly NameWord[], ofWord: ReadonlyMap<string, number>): NameWord | null {
  let nearest: NameWord | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const one of words) {
    const cost = ofWord.get(one.word);
    if (cost === undefined || cost > least) continue;
    if (cost === least && nearest && nearest.covers >= one.covers) continue;
    nearest = one;
    least = cost;
  }
  return nearest;
}
