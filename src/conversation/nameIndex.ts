import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Desk } from '../ports/desk.ts';
import { exactly, namesCustomers, nearly } from './nameSearch.ts';
import { type NameStore, nameStore } from './nameStore.ts';

/** What customers and products are called, held in memory. No decision rests on it: a subject is read again. */
export interface NameIndex {
  /** Rereads what changed since the last look minus a minute, at most once a second. */
  refresh(): Promise<void>;
  /** Every word fits exactly. */
  exact(words: string): readonly Subscription[];
  /** What looks most like it, best first; empty when nothing is near. */
  near(words: string): readonly Subscription[];
  /** Every word is part of some customer's name. */
  isCustomer(words: string): boolean;
  all(): readonly Subscription[];
}

/** Milliseconds of the real clock. */
const LOOK_EVERY = 1_000;
const OVERLAP = 60_000;

type Reads = Pick<Desk, 'subscriptions' | 'directory' | 'machine'>;

export function createNameIndex(desk: Reads): NameIndex {
  const store = nameStore();
  let lastLook: number | null = null;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    const now = desk.machine.now();
    if (lastLook !== null && now - lastLook < LOOK_EVERY) return;
    if (lastLook === null) await readAll(desk, store);
    else await readChanges(desk, store, lastLook - OVERLAP);
    lastLook = now;
  }
  return {
    refresh() {
      looking ??= look().finally(() => {
        looking = null;
      });
      return looking;
    },
    exact: (words) => exactly(store, words),
    near: (words) => nearly(store, words),
    isCustomer: (words) => namesCustomers(store, words),
    all: store.all,
  };
}

async function readAll({ directory, subscriptions }: Reads, store: NameStore): Promise<void> {
  for await (const customer of directory.allCustomers()) store.putCustomer(customer);
  for await (const { subscription } of subscriptions.all()) store.putSubscription(subscription);
}

async function readChanges(
  { directory, subscriptions }: Reads,
  store: NameStore,
  since: number,
): Promise<void> {
  for (const customer of await directory.customersChangedSince(since)) store.putCustomer(customer);
  for (const { subscription } of await subscriptions.changedSince(since)) store.putSubscription(subscription);
}
