import type { Instant } from '../../domain/instant.ts';
import { isClockWork } from '../../domain/operation/clockWork.ts';
import { isFinal } from '../../domain/operation/states.ts';
import type { StoredSubscription } from '../../ports/subscriptions.ts';
import { aroundOf, firstOfOthers, firstShared } from './around.ts';
import { carryOn } from './carryOn.ts';
import { insertClockWork, othersOf } from './clockOperation.ts';
import { customerOf, rules } from './clockwork.ts';
import { commitOwn } from './own.ts';
import { type Pending, pendingOf, through, throughInstant } from './pending.ts';
import type { Blocked, Walk } from './walk.ts';

/** Somebody else commits in between each time: more rounds than that is a defect. */
const ROUNDS = 200;

/** Commits everything due at or before `asOf`, one event for each, at its own instant. A pinned row is left to its operation. */
export function advance(walk: Walk, id: string, asOf: Instant): Promise<Blocked | null> {
  return advanceTo(walk, id, throughInstant(asOf));
}

/** The same up to a bound of pending.ts. Null: nothing is left before it. */
async function advanceTo(walk: Walk, id: string, bound: string): Promise<Blocked | null> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const row = await walk.ports.subscriptions.get(id);
    if (!row) return null;
    const step = await advanceOnce(walk, row, bound);
    if (step === 'done') return null;
    if (step !== 'moved') return step;
  }
  throw new Error(`${id} moves faster than the clock can commit`);
}

async function advanceOnce(
  walk: Walk,
  row: StoredSubscription,
  bound: string,
): Promise<Blocked | 'moved' | 'done'> {
  const { ports } = walk;
  // Pinned before a crash: whoever takes its operation up has let the clock go first then.
  if (row.hold?.pinned && row.hold.operation === walk.waiting) return 'done';
  const inTheWay = await ofHolder(walk, row);
  if (inTheWay) return inTheWay;
  const customer = await customerOf(ports, row.subscription);
  const around = await aroundOf(ports, [row]);
  const own = pendingOf(row.subscription, customer, rules(ports));
  const first = firstOfOthers(ports, row, around, customer, bound);
  if (first && (!own || first.key < own.key)) {
    return (await advanceTo(walk, first.subscription.id, through(first))) ?? 'moved';
  }
  if (!own || own.key >= bound) return 'done';
  const shared = firstShared(ports, row, around, customer, first?.key ?? bound);
  if (shared?.key === own.key) return (await together(walk, row, own)) ?? 'moved';
  const step = await commitOwn(walk, row, customer, shared?.key ?? first?.key ?? bound);
  return step === 'committed' ? 'moved' : step;
}

/** First whatever comes before it on the others, then all of them at once (protocol.md, "Several subjects"). */
async function together(walk: Walk, row: StoredSubscription, own: Pending): Promise<Blocked | null> {
  for (const other of await othersOf(walk.ports, own)) {
    const blocked = await advanceTo(walk, other.subscription.id, own.key);
    if (blocked) return blocked;
  }
  const reference = await insertClockWork(walk.ports, row, own);
  return reference === null ? null : carryOn(walk, reference);
}

/** The clock defers to a pin, takes up its own operation, and clears what a final one left (protocol.md, step 10). */
async function ofHolder(
  walk: Walk,
  { subscription, hold }: StoredSubscription,
): Promise<Blocked | 'moved' | null> {
  if (!hold || !(hold.pinned || isClockWork(hold.operation))) return null;
  const { ports } = walk;
  const holder = await ports.operations.get(hold.operation);
  if (!holder || isFinal(holder)) {
    await ports.subscriptions.release(subscription.id, hold.operation);
    return 'moved';
  }
  if (isClockWork(holder.reference)) return (await carryOn(walk, holder.reference)) ?? 'moved';
  return { until: holder.lease?.until ?? null };
}
