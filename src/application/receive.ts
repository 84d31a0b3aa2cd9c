import type { Desk } from '../ports/desk.ts';
import type { InboxRow } from '../ports/inbox.ts';

/** How long a process has to answer what it received (real clock, milliseconds). */
const LEASE = 30_000;

/** A day: no platform redelivers later. */
const REMEMBERED = 86_400_000;

/** Step 0 of protocol.md: stores an inbound once; `duplicate` is acknowledged and forgotten. */
export async function receive(
  desk: Desk,
  id: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<InboxRow | 'duplicate'> {
  const receivedAt = desk.machine.now();
  const reference = desk.ids.operationReference(0);
  const lease = { n: 1, until: receivedAt + LEASE };
  const row: InboxRow = { id, payload, reference, receivedAt, lease, answered: false };
  return (await desk.inbox.insert(row)) === 'new' ? row : 'duplicate';
}

/** It was answered; a later redelivery is a duplicate. */
export async function answered(desk: Desk, { id, lease }: InboxRow): Promise<void> {
  await desk.inbox.answered(id, lease.n);
}

/** Takes up what a crash left unanswered; returns how many. */
export async function takeUp(desk: Desk, answer: (row: InboxRow) => Promise<void>): Promise<number> {
  for (let taken = 0; ; taken += 1) {
    const now = desk.machine.now();
    const row = await desk.inbox.claimUnanswered(now, now + LEASE);
    if (!row) return taken;
    await answer(row);
    await answered(desk, row);
  }
}

/** Forgets what no platform will redeliver. */
export async function forgetReceived(desk: Desk): Promise<void> {
  await desk.inbox.forget(desk.machine.now() - REMEMBERED);
}
