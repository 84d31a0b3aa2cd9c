import type { AuditEvent } from '../domain/event.ts';
import { isClockWork } from '../domain/operation/clockWork.ts';
import type { Operation } from '../domain/operation/operation.ts';
import { asSeen, isExpired, isOpen } from '../domain/operation/states.ts';
import type { Person } from '../domain/person.ts';
import { type LifecycleCommand, targetOf } from '../domain/subscription/command.ts';
import type { Decision } from '../domain/subscription/decision.ts';
import type { Desk } from '../ports/desk.ts';
import type { Overview, Reading } from '../ports/lifecycleProvider.ts';
import type { SubscriptionFacts } from './outcomes.ts';
import { decisionOn, snapshotOf } from './readings.ts';
import { relay } from './relay.ts';
import { successorOf } from './successor.ts';
import { isApprover } from './whoClicks.ts';

/** Waiting approvals are few; more than a page of them is read by state in the database, not here. */
const PAGE = 200;

/** A subscription with everything due applied, the operation that keeps others off it, and the service's word on commands; null if there is none. */
export async function facts(
  desk: Desk,
  subscriptionId: string,
  commandsOn: (reading: Reading) => readonly LifecycleCommand[] = () => [],
): Promise<SubscriptionFacts | null> {
  const asOf = desk.clock.now();
  const reading = await desk.provider.read(subscriptionId, asOf);
  if (!reading) return null;
  const decisions = decisionsOn(desk, reading, commandsOn(reading));
  return {
    snapshot: await snapshotOf(desk, reading),
    sku: reading.sku,
    openOperation: await openOn(desk, reading),
    decisions,
    asOf,
  };
}

/** Subscriptions and whose they are, with everything due applied (F-92); one that is not there is left out. */
export function overview(desk: Desk, subscriptionIds: readonly string[]): Promise<readonly Overview[]> {
  return desk.provider.overview(subscriptionIds, desk.clock.now());
}

/** What the service would say to a command now; nothing is stored. Null if there is no such subscription. */
export async function dryDecision(
  desk: Desk,
  subscriptionId: string,
  command: LifecycleCommand,
): Promise<Decision | null> {
  const reading = await desk.provider.read(subscriptionId, desk.clock.now(), targetOf(command));
  return reading && decisionOn(desk, reading, command);
}

/** The same on what was just read. */
export function decisionsOn(
  desk: Desk,
  reading: Reading,
  commands: readonly LifecycleCommand[],
): readonly Decision[] {
  return commands.map((command) => decisionOn(desk, reading, command));
}

/** An operation as it is seen now (F-92); null for a draft, which is none (F-80). Inserts a successor that a crash left out. */
export async function operation(desk: Desk, reference: string): Promise<Operation | null> {
  const found = isClockWork(reference) ? null : await desk.operations.get(reference);
  if (!found || found.state === 'draft') return null;
  if (found.replacedBy !== null) await successorOf(desk, found);
  return asSeen(found, desk.clock.now());
}

/** A person's own operations, latest first. */
export async function myRequests(desk: Desk, person: string, limit: number): Promise<readonly Operation[]> {
  const now = desk.clock.now();
  const mine = await desk.operations.ofRequester(person, limit);
  return mine.filter(({ state }) => state !== 'draft').map((one) => asSeen(one, now));
}

/** What waits for this person's approval, latest first. */
export async function approvalsFor(desk: Desk, person: Person): Promise<readonly Operation[]> {
  const now = desk.clock.now();
  const waiting = await desk.operations.inState('awaiting-approval', PAGE);
  return waiting.filter((one) => !isExpired(one, now) && isApprover(one, person));
}

/** Everybody who may approve the operation; nobody where no second person is asked for. */
export async function approversOf(desk: Desk, operation: Operation): Promise<readonly Person[]> {
  if (operation.approvers === null) return [];
  return (await desk.directory.people()).filter((person) => isApprover(operation, person));
}

/** What happened to a subscription (S-…), latest last; what waits in an outbox is relayed first. */
export async function historyOf(
  desk: Desk,
  reference: string,
  limit: number,
): Promise<readonly AuditEvent[]> {
  await relay(desk);
  return desk.audit.ofSubscription(reference, limit);
}

/** People by id; one that is gone is left out. `known` is who was read in this turn already: whoever speaks. */
export async function people(
  desk: Desk,
  ids: readonly string[],
  known: Person | null = null,
): Promise<Readonly<Record<string, Person>>> {
  const asked = [...new Set(ids)];
  const found = await desk.directory.persons(asked.filter((id) => id !== known?.id));
  const all = known ? [known, ...found] : found;
  return Object.fromEntries(asked.flatMap((id) => all.find((one) => one.id === id) ?? []).map(keyed));
}

function keyed(person: Person): readonly [string, Person] {
  return [person.id, person];
}

async function openOn(desk: Desk, { rows, subscription, asOf }: Reading): Promise<Operation | null> {
  const hold = rows.find((row) => row.subscription.id === subscription.id)?.hold;
  const holder = hold ? await desk.operations.get(hold.lent ?? hold.operation) : null;
  return holder && !isClockWork(holder.reference) && isOpen(holder, asOf) ? holder : null;
}
