import type { AuditEvent } from '../../domain/event.ts';
import type { Instant } from '../../domain/instant.ts';
import { isFinal } from '../../domain/operation/states.ts';
import type { DueEvent } from '../../domain/subscription/due.ts';
import type { Customer, Subscription } from '../../domain/subscription/subscription.ts';
import type { StoredSubscription } from '../../ports/subscriptions.ts';
import { advanced, customerOf, nextDueOf } from './clockwork.ts';
import type { LocalPorts } from './ports.ts';

/** Somebody else commits in between each time: more rounds than that is a defect. */
const ROUNDS = 12;

/** Commits what is due at or before `asOf`, one event for each, at its own instant. A pinned row is left to its operation. */
export async function advance(
  ports: LocalPorts,
  subscriptionId: string,
  asOf: Instant,
): Promise<readonly AuditEvent[]> {
  const row = await ports.subscriptions.get(subscriptionId);
  if (!row || (await isPinnedByLive(ports, row))) return [];
  const customer = await customerOf(ports, row.subscription);
  for (let round = 0, present = row; round < ROUNDS; round += 1) {
    const events = await commitDue(ports, present, customer, asOf);
    if (events) return events;
    const moved = await ports.subscriptions.get(subscriptionId);
    if (!moved || (await isPinnedByLive(ports, moved))) return [];
    present = moved;
  }
  throw new Error(`${subscriptionId} moves faster than the clock can commit`);
}

/** The same before an execution: where nothing is due nothing is written. */
export async function advanceIfDue(ports: LocalPorts, subscriptionId: string, asOf: Instant): Promise<void> {
  const row = await ports.subscriptions.get(subscriptionId);
  if (!row) return;
  const customer = await customerOf(ports, row.subscription);
  const { events } = advanced(ports, row.subscription, customer, asOf);
  if (events.length > 0) await advance(ports, subscriptionId, asOf);
}

/** All due events in one commit, numbered upwards; null when the row moved. */
async function commitDue(
  ports: LocalPorts,
  { subscription, version }: StoredSubscription,
  customer: Customer,
  asOf: Instant,
): Promise<readonly AuditEvent[] | null> {
  const applied = advanced(ports, subscription, customer, asOf);
  const after = Object.assign({}, ...applied.events.map((event) => event.after)) as Partial<Subscription>;
  const events = applied.events.map((event, index) => clockEvent(subscription, event, version + 1 + index));
  const nextDue = nextDueOf(ports, applied.subscription, customer);
  const commit = { id: subscription.id, version, operation: null, after, events, nextDue };
  return (await ports.subscriptions.commit(commit)) ? events : null;
}

function clockEvent({ id, reference }: Subscription, event: DueEvent, version: number): AuditEvent {
  return { id: `${id}/${version}`, subscription: reference, ...event };
}

/** The clock defers to a pin, and clears one that a final operation left (protocol.md, step 10). */
async function isPinnedByLive(
  ports: LocalPorts,
  { subscription, hold }: StoredSubscription,
): Promise<boolean> {
  if (!hold?.pinned) return false;
  const holder = await ports.operations.get(hold.operation);
  if (holder && !isFinal(holder)) return true;
  await ports.subscriptions.release(subscription.id, hold.operation);
  return false;
}
