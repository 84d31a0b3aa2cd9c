import type { LineKind, LineOf } from '../domain/json/line.ts';
import type { Operation } from '../domain/operation/operation.ts';
import { isFinal } from '../domain/operation/states.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Desk } from '../ports/desk.ts';
import type { Spool } from '../ports/spool.ts';

export interface Problem {
  readonly number: number;
  readonly reason: string;
}

/** Ids that stand in the file, on good lines and on bad ones. */
export interface Checked {
  readonly customers: Set<string>;
  readonly subscriptions: Set<string>;
}

interface Numbered<Kind extends LineKind> {
  readonly number: number;
  readonly line: LineOf<Kind>;
}

/** What was put aside of one kind, in the order of the file. */
export async function* aside<Kind extends LineKind>(
  spool: Spool,
  kind: Kind,
): AsyncGenerator<Numbered<Kind>> {
  for await (const text of spool.lines(kind)) {
    // Written by `importLines` a moment ago, after it was parsed.
    yield JSON.parse(text) as Numbered<Kind>;
  }
}

/** A customer, base or subject that is neither stored nor in this file; what two cannot have at once (F-94). */
export async function danglingLines(desk: Desk, spool: Spool, checked: Checked): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const taken = new Map<string, string>();
  for await (const {
    number,
    line: { value },
  } of aside(spool, 'subscription')) {
    const reason = await danglingSubscription(desk, value, checked, taken);
    taken.set(value.reference, value.id);
    if (reason !== null) problems.push({ number, reason });
  }
  const held = new Map<string, string>();
  for await (const {
    number,
    line: { value },
  } of aside(spool, 'operation')) {
    const reason = await danglingOperation(desk, value.operation, checked, held);
    if (reason !== null) problems.push({ number, reason });
  }
  for await (const { number, line } of aside(spool, 'notices')) {
    for (const { customer } of line.value.wishes) {
      if (customer !== null && !(await isCustomer(desk, customer, checked)))
        problems.push({ number, reason: `customer ${customer} is unknown` });
    }
  }
  return problems;
}

async function danglingSubscription(
  desk: Desk,
  { id, reference, customerId, parentSubscriptionId: base, scheduledNextTermInstructions }: Subscription,
  checked: Checked,
  taken: ReadonlyMap<string, string>,
): Promise<string | null> {
  if (!(await isCustomer(desk, customerId, checked))) return `customer ${customerId} is unknown`;
  if (base === id || scheduledNextTermInstructions?.upgrade?.target === id)
    return `${id} is its own base or target`;
  if (base !== null && !checked.subscriptions.has(base) && (await desk.subscriptions.get(base)) === null) {
    return `base ${base} is unknown`;
  }
  const owner =
    taken.get(reference) ?? (await desk.subscriptions.byReference(reference))?.subscription.id ?? id;
  return owner === id ? null : `reference ${reference} is used by ${owner}`;
}

async function isCustomer({ directory }: Desk, id: string, { customers }: Checked): Promise<boolean> {
  return customers.has(id) || (await directory.customer(id)) !== null;
}

/** `held`: which open operation of the file has which subscription. */
async function danglingOperation(
  desk: Desk,
  operation: Operation,
  { subscriptions }: Checked,
  held: Map<string, string>,
): Promise<string | null> {
  // One that is there already is skipped, whatever has become of it (F-93).
  if ((await desk.operations.get(operation.reference)) !== null) return null;
  for (const subject of operation.subjects) {
    const row = await desk.subscriptions.get(subject);
    if (row === null && !subscriptions.has(subject)) return `subscription ${subject} is unknown`;
    if (isFinal(operation)) continue;
    const holder = held.get(subject) ?? (await liveHolder(desk, row?.hold?.operation));
    if (holder !== null && holder !== operation.reference)
      return `subscription ${subject} is held by ${holder}`;
    held.set(subject, operation.reference);
  }
  return null;
}

async function liveHolder(desk: Desk, reference: string | undefined): Promise<string | null> {
  const holder = reference === undefined ? null : await desk.operations.get(reference);
  return holder === null || isFinal(holder) ? null : holder.reference;
}
