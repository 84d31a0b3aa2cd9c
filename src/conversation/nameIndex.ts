import type { Directory } from '../ports/directory.ts';
import type { Machine } from '../ports/machine.ts';
import type { Subscriptions } from '../ports/subscriptions.ts';
import { exactly, type Found, namesCustomers, nearly, type Wanted } from './nameSearch.ts';
import { type Named, type NameStore, nameStore } from './nameStore.ts';

/** What customers and products are called, held in memory. No decision rests on it: a subject is read again. */
export interface NameIndex {
  /** Rereads what changed since the last look minus a minute, at most once a second; the first reads everything. */
  refresh(): Promise<void>;
  /** Every word fits exactly. */
  exact(words: string, wanted: Wanted): Found;
  /** What looks most like it; empty when nothing is near. */
  near(words: string, wanted: Wanted): Found;
  /** Every word is part of some customer's name. */
  isCustomer(words: string): boolean;
  /** Every one that is not deleted. */
  living(): readonly Named[];
}

/** Milliseconds of the real clock. */
const LOOK_EVERY = 1_000;
const OVERLAP = 60_000;
/** So many rows are taken in before others get their turn: a few milliseconds. */
const SLICE = 250;

/** Of a desk what its names are read from. */
export interface NameSource {
  readonly directory: Pick<Directory, 'allCustomers' | 'customersChangedSince'>;
  readonly subscriptions: Pick<Subscriptions, 'names' | 'changedSince'>;
  readonly machine: Machine;
}

export function createNameIndex(desk: NameSource): NameIndex {
  const store = nameStore();
  let lastLook: number | null = null;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    const now = desk.machine.now();
    if (lastLook !== null && now - lastLook < LOOK_EVERY) return;
    await (lastLook === null ? readAll(desk, store) : readChanges(desk, store, lastLook - OVERLAP));
    lastLook = now;
  }
  return {
    refresh() {
      looking ??= look().finally(() => {
        looking = null;
      });
      return looking;
    },
    exact: (words, wanted) => exactly(store, words, wanted),
    near: (words, wanted) => nearly(store, words, wanted),
    isCustomer: (words) => namesCustomers(store, words),
    living: () => living(store),
  };
}

async function readAll({ directory, subscriptions, machine }: NameSource, store: NameStore): Promise<void> {
  await inSlices(machine, directory.allCustomers(), store.putCustomer);
  await inSlices(machine, subscriptions.names(), store.putSubscription);
}

async function readChanges(
  { directory, subscriptions, machine }: NameSource,
  store: NameStore,
  since: number,
): Promise<void> {
  await inSlices(machine, await directory.customersChangedSince(since), store.putCustomer);
  await inSlices(machine, await subscriptions.changedSince(since), ({ subscription }) =>
    store.putSubscription(subscription),
  );
}

/** Rows come by the page without a pause between them: the event loop is let go after every slice. */
async function inSlices<Row>(
  machine: Machine,
  rows: AsyncIterable<Row> | Iterable<Row>,
  take: (row: Row) => void,
): Promise<void> {
  let taken = 0;
  for await (const row of rows) {
    take(row);
    taken += 1;
    if (taken % SLICE === 0) await machine.sleep(0);
  }
}

function living(store: NameStore): readonly Named[] {
  const rows = Array.from({ length: store.counts().subscriptions }, (_, row) => row);
  return rows.filter((row) => !store.isDeleted(row)).map(store.named);
}
