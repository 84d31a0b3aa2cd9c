import { isClockWork } from '../../domain/operation/clockWork.ts';
import type { Operation } from '../../domain/operation/operation.ts';
import { isFinal } from '../../domain/operation/states.ts';
import type { StoredSubscription } from '../../ports/subscriptions.ts';
import { applyPlan } from './apply.ts';
import { clockPlan } from './clockPlan.ts';
import type { LocalPorts } from './ports.ts';
import type { Blocked, Walk } from './walk.ts';

/** Real time, milliseconds (F-83). */
const LEASE = 10_000;

/**
 * Steps 4 to 10 of protocol.md for the clock's own operation, from wherever it was left. Null: it is over, with or
 * without an effect.
 */
export async function carryOn(walk: Walk, reference: string): Promise<Blocked | null> {
  const { operations, machine } = walk.ports;
  const now = machine.now();
  const claimed = await operations.claim(reference, now, now + LEASE);
  if (!claimed) return busyWith(walk.ports, reference);
  if (claimed.state === 'running') return finish(walk, claimed);
  const blocked = await holdAll(walk, claimed);
  if (blocked) {
    await operations.renew(reference, claimed.lease?.n ?? 0, machine.now());
    return blocked;
  }
  return planAndDo(walk, claimed);
}

async function busyWith({ operations }: LocalPorts, reference: string): Promise<Blocked | null> {
  const present = await operations.get(reference);
  return !present || isFinal(present) ? null : { until: present.lease?.until ?? null };
}

/** Step 1, ascending. A prompt lends its hold; what was clicked before goes first. */
async function holdAll(walk: Walk, { subjects, reference }: Operation): Promise<Blocked | null> {
  for (const subject of subjects) {
    const taken = await holdOne(walk, subject, reference);
    if (taken !== 'held') return taken;
  }
  return null;
}

const TRIES = 12;

async function holdOne(walk: Walk, subject: string, reference: string): Promise<Blocked | 'held'> {
  const { subscriptions } = walk.ports;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const row = await subscriptions.get(subject);
    if (!row) throw new Error(`${reference}: ${subject} is not there`);
    if (row.hold?.operation === reference) return 'held';
    const taken = await takeFrom(walk, row, reference);
    if (taken === true) return 'held';
    if (taken !== false) return taken;
  }
  return { until: null };
}

/** False: it moved. */
async function takeFrom(walk: Walk, row: StoredSubscription, reference: string): Promise<Blocked | boolean> {
  const { subscriptions, operations } = walk.ports;
  const { subscription, version, hold } = row;
  if (!hold) return subscriptions.hold(subscription.id, version, reference, null);
  const holder = await operations.get(hold.operation);
  if (hold.lent !== undefined && (!holder || isFinal(holder))) {
    await subscriptions.release(subscription.id, hold.operation);
    return false;
  }
  if (!holder || isFinal(holder))
    return subscriptions.hold(subscription.id, version, reference, hold.operation);
  if (isClockWork(holder.reference) || !lends(walk, holder)) return { until: holder.lease?.until ?? null };
  return subscriptions.borrow(subscription.id, version, reference, hold.operation);
}

/** Waiting for a person, or for this very walk. */
function lends({ waiting }: Walk, { state, reference }: Operation): boolean {
  return reference === waiting || ['draft', 'awaiting-confirmation', 'awaiting-approval'].includes(state);
}

/** Steps 5 to 7: from the plan on, only forward. */
async function planAndDo(walk: Walk, claimed: Operation): Promise<Blocked | null> {
  const { ports } = walk;
  const { reference, subjects, at } = claimed;
  const rows: StoredSubscription[] = [];
  for (const subject of subjects) {
    const row = await ports.subscriptions.pin(subject, reference);
    if (!row) return busyWith(ports, reference);
    rows.push(row);
  }
  const plan = await clockPlan(ports, claimed, rows);
  const leaseN = claimed.lease?.n ?? 0;
  const when = { states: ['queued'] as const, leaseN };
  if (plan === null) return endWithout(walk, claimed);
  const running = await ports.operations.change(reference, when, { state: 'running', plan }, null, at);
  return running ? finish(walk, running) : busyWith(ports, reference);
}

/** It is not due any more, or others are concerned by now: nothing was done, and whoever still finds it due begins again. */
async function endWithout(
  { ports }: Walk,
  { reference, subjects, at, createdAt, lease }: Operation,
): Promise<null> {
  const result = { outcome: 'failed', at: at ?? createdAt, why: 'terms-changed' } as const;
  const when = { states: ['queued'] as const, leaseN: lease?.n ?? 0 };
  const ended = await ports.operations.change(reference, when, { state: 'failed', result }, null, null);
  if (ended) for (const subject of subjects) await ports.subscriptions.release(subject, reference);
  return null;
}

async function finish(walk: Walk, running: Operation): Promise<Blocked | null> {
  const { ports } = walk;
  const { reference, subjects, decision, at, createdAt } = running;
  const applied = await applyPlan(ports, running);
  if (applied === 'lost') return null;
  walk.events.push(...applied);
  const result = { outcome: 'done', at: at ?? createdAt, decision } as const;
  await ports.operations.change(reference, { states: ['running'] }, { state: 'done', result }, null, null);
  for (const subject of subjects) await ports.subscriptions.release(subject, reference);
  return null;
}
