import type { Address } from '../domain/operation/operation.ts';
import type { Desk } from '../ports/desk.ts';

/** What became of an update: `later` is the chat's Retry-After in milliseconds. */
export type Shown = 'shown' | 'gone' | { readonly later: number };

/** Renders the present state of an operation at an address; the revision is what it must at least show. */
export type Show = (address: Address, reference: string, revision: number) => Promise<Shown>;

/** Until when an address is left alone (real clock), and how often it failed: one map a worker. */
export type Patience = Map<string, { readonly until: number; readonly failures: number }>;

export interface Delivering {
  readonly channels: readonly Address['channel'][];
  readonly show: Show;
  readonly patience: Patience;
}

const BATCH = 50;
const MOST_FAILURES = 6;
/** Longer than a chat takes to answer (real clock, milliseconds). */
const LEASE = 30_000;

/** Brings every card that shows less than the present revision up to date; returns how many were shown. */
export async function deliver(desk: Desk, delivering: Delivering): Promise<number> {
  const stale = await desk.operations.staleCards(delivering.channels, BATCH);
  let shown = 0;
  for (const { reference, rev, cards } of stale) {
    const all = cards.map(({ address }) => ({ address, reference, rev }));
    shown += await underLease(desk, reference, () => showAll(desk, delivering, all));
  }
  return shown;
}

/** One sender an operation, so that an older state never lands after a newer one; the others look again later. */
async function underLease(desk: Desk, reference: string, send: () => Promise<number>): Promise<number> {
  const now = desk.machine.now();
  if (!(await desk.operations.leaseCards(reference, now, now + LEASE))) return 0;
  try {
    return await send();
  } finally {
    await desk.operations.releaseCards(reference, now + LEASE);
  }
}

async function showAll(desk: Desk, delivering: Delivering, cards: readonly Card[]): Promise<number> {
  let shown = 0;
  for (const card of cards) shown += await showOne(desk, delivering, card);
  return shown;
}

interface Card {
  readonly address: Address;
  readonly reference: string;
  readonly rev: number;
}

async function showOne(desk: Desk, { show, patience }: Delivering, card: Card): Promise<0 | 1> {
  const { address, reference, rev } = card;
  const key = keyOf(card);
  const waiting = patience.get(key);
  if (waiting && waiting.until > desk.machine.now()) return 0;
  const shown = await show(address, reference, rev).catch((error: unknown) =>
    failedToShow(desk, card, error),
  );
  if (shown === 'shown') {
    patience.delete(key);
    await desk.operations.showed(reference, { address, revision: rev });
    return 1;
  }
  const failures = (waiting?.failures ?? 0) + 1;
  if (shown === 'gone' || failures > MOST_FAILURES) return forget(desk, patience, card);
  patience.set(key, { until: desk.machine.now() + shown.later, failures });
  return 0;
}

/** Deleted, or refused for too long: the state stays true, the card is no longer ours to keep. */
async function forget(desk: Desk, patience: Patience, card: Card): Promise<0> {
  patience.delete(keyOf(card));
  desk.logger.info({ operation: card.reference, channel: card.address.channel }, 'a card was given up');
  await desk.operations.forgetCard(card.reference, card.address);
  return 0;
}

function failedToShow(desk: Desk, { reference, address }: Card, error: unknown): Shown {
  desk.logger.warn(
    { operation: reference, channel: address.channel, err: error },
    'a card could not be updated',
  );
  return { later: 5_000 };
}

function keyOf({ address, reference }: Card): string {
  return JSON.stringify([
    reference,
    address.channel,
    address.workspace,
    address.conversation,
    address.message,
  ]);
}
