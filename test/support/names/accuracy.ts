import { exactly, nearly, type Wanted } from '../../../src/conversation/nameSearch.ts';
import { type NameStore, nameStore } from '../../../src/conversation/nameStore.ts';
import { byName, type Resolved } from '../../../src/conversation/resolve.ts';
import type { Subscription } from '../../../src/domain/subscription/subscription.ts';
import { type NameDesk, type NamedCustomer, OFFERS } from './desk.ts';
import { TYPING_ERRORS } from './errors.ts';
import { type Random, seeded } from './random.ts';

/** `tied`: at the top with others that are exactly as near; `other`: the error spells another name of the desk. */
export type Outcome = 'alone' | 'first' | 'tied' | 'behind' | 'missing' | 'other';
export type Tally = Readonly<Record<Outcome, number>>;

export interface Trial {
  readonly kind: string;
  readonly language: string;
  readonly typed: string;
  readonly meant: string;
  readonly outcome: Outcome;
  readonly resolved: Resolved;
}

export function storeOf({ customers, subscriptions }: NameDesk): NameStore {
  const store = nameStore();
  for (const one of customers) store.putCustomer(one);
  for (const one of subscriptions) store.putSubscription(one);
  return store;
}

export function resolveIn(store: NameStore, words: string): Resolved {
  const names = {
    exact: (text: string, wanted: Wanted) => exactly(store, text, wanted),
    near: (text: string, wanted: Wanted) => nearly(store, text, wanted),
  };
  return byName(names, words, { deletedToo: false, most: 12 });
}

/** What was tried, and how many names were not: typed rightly they name others as well. */
export interface Trials {
  readonly done: readonly Trial[];
  readonly unclear: number;
}

/** Living subscriptions whose name, typed rightly, finds them alone or first; each typed with one error, of every kind in turn. */
export function trials(desk: NameDesk, store: NameStore, count: number, seed: number): Trials {
  const random = seeded(seed);
  const byId = new Map(desk.customers.map((customer) => [customer.id, customer]));
  const kinds = Object.entries(TYPING_ERRORS);
  const done: Trial[] = [];
  let unclear = 0;
  while (done.length < count) {
    const meant = random.of(desk.subscriptions);
    const customer = byId.get(meant.customerId);
    const words = customer && wordsFor(customer, meant, random);
    if (!customer || !words) continue;
    const [kind, error] = kinds[done.length % kinds.length] ?? ['', () => null];
    const typed = error(words, random);
    if (typed === null) continue;
    if (!['alone', 'first'].includes(outcomeOf(resolveIn(store, words), meant))) {
      unclear += 1;
      continue;
    }
    const resolved = resolveIn(store, typed);
    const outcome = outcomeOf(resolved, meant);
    done.push({ kind, language: customer.language, typed, meant: words, outcome, resolved });
  }
  return { done, unclear };
}

/** Customer and product in some order, as people name them. */
function wordsFor(
  customer: NamedCustomer,
  { offerName, status }: Subscription,
  random: Random,
): string | null {
  const called = OFFERS.find(([name]) => name === offerName)?.[1];
  if (!called || status === 'deleted') return null;
  const who = random.chance(0.15) ? customer.name : random.chance(0.05) ? customer.domain : customer.short;
  const what = random.of(called);
  const between = customer.language === 'sv' ? 'hos' : 'for';
  return random.of([`${who} ${what}`, `${who} ${what}`, `${what} ${who}`, `${what} ${between} ${who}`]);
}

function isAlone(resolved: Resolved, { id }: Subscription): boolean {
  return resolved.kind === 'one' && resolved.subscription.id === id;
}

function outcomeOf(resolved: Resolved, meant: Subscription): Outcome {
  if (resolved.kind === 'none') return 'missing';
  if (resolved.kind === 'one') return isAlone(resolved, meant) ? 'alone' : 'other';
  const at = resolved.found.findIndex(({ id }) => id === meant.id);
  if (at < 0) return resolved.why === 'several' ? 'other' : 'missing';
  if (at >= resolved.equal) return 'behind';
  if (resolved.equal > 1) return 'tied';
  return resolved.total === 1 ? 'alone' : 'first';
}

export function tallied(all: readonly Trial[]): Tally {
  const tally = { alone: 0, first: 0, tied: 0, behind: 0, missing: 0, other: 0 };
  for (const { outcome } of all) tally[outcome] += 1;
  return tally;
}

/** Shares by kind of error and by language, a line each. */
export function report({ done: all, unclear }: Trials): string {
  const groups = [...new Set(all.flatMap(({ kind, language }) => [kind, language]))].sort();
  const lines = groups.map((group) =>
    lineOf(
      group,
      all.filter((one) => one.kind === group || one.language === group),
    ),
  );
  const left = `${unclear} names are not tried: typed rightly they name others as much`;
  return [lineOf('all', all), ...lines, left].join('\n');
}

function lineOf(group: string, some: readonly Trial[]): string {
  const { alone, first, ...rest } = tallied(some);
  const share = ((100 * (alone + first)) / some.length).toFixed(2);
  const others = Object.entries(rest).map(([name, count]) => `${name} ${count}`);
  return `${group.padEnd(16)} ${share.padStart(6)} % of ${some.length} alone (${alone}) or first (${first}); ${others.join(', ')}`;
}
