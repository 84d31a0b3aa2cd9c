import { click } from '../../src/application/click.ts';
import type { ClickAction, ClickOutcome, ProposeRequest } from '../../src/application/outcomes.ts';
import { propose } from '../../src/application/propose.ts';
import { relay } from '../../src/application/relay.ts';
import type { AuditEvent } from '../../src/domain/event.ts';
import type { Operation } from '../../src/domain/operation/operation.ts';
import type { Person } from '../../src/domain/person.ts';
import type { LifecycleCommand } from '../../src/domain/subscription/command.ts';
import { due } from '../../src/domain/subscription/due.ts';
import type { Subscription } from '../../src/domain/subscription/subscription.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { actorAt } from './desk.ts';
import { aStored } from './operations.ts';

/** An nce subscription of two days' age: pause, cancel (X-6) and auto-renew are all to be had. */
export function nce(id: string, fields: Partial<Subscription> = {}): Subscription {
  return aStored({ id, reference: `S-${id}`, unitPrice: '36.50', ...fields });
}

export const PAUSE: LifecycleCommand = { type: 'pause', reason: 'non-payment' };
export const CANCEL: LifecycleCommand = { type: 'cancel', reason: 'fraud' };
export const DOMAIN = 'fabrikam.example';
export const ALL_INPUTS = { reason: 'fraud', typedCustomer: DOMAIN };

export function request(subscriptionId: string, command: LifecycleCommand): ProposeRequest {
  return { subscriptionId, command, presentation: 'plain' };
}

/** The prompt that a person gets; fails where there is none. */
export async function prompted(
  desk: Desk,
  person: Person,
  subscriptionId: string,
  command: LifecycleCommand = PAUSE,
): Promise<Operation> {
  const outcome = await propose(desk, actorAt(person), request(subscriptionId, command));
  if (outcome.kind !== 'prompt') throw new Error(`no prompt: ${JSON.stringify(outcome).slice(0, 300)}`);
  return outcome.operation;
}

export function clicks(
  desk: Desk,
  person: Person | null,
  operation: string,
  action: ClickAction,
  inputs: Readonly<Record<string, string>> = ALL_INPUTS,
): Promise<ClickOutcome> {
  return click(desk, actorAt(person), { operation, action, inputs });
}

/** What the audit trail holds of an operation, by word, once every outbox is empty. */
export async function wordsOf(desk: Desk, operation: string): Promise<readonly string[]> {
  return (await eventsOf(desk, operation)).map(({ what }) => what);
}

export async function eventsOf(desk: Desk, operation: string): Promise<readonly AuditEvent[]> {
  await relay(desk);
  return desk.audit.ofOperation(operation);
}

export async function trailOf(desk: Desk, subscription: string): Promise<readonly AuditEvent[]> {
  await relay(desk);
  return desk.audit.ofSubscription(subscription, 1000);
}

/** What an import does meanwhile: the version rises, whatever the prompt says. */
export async function changedElsewhere(desk: Desk, id: string, after: Partial<Subscription>): Promise<void> {
  const row = await desk.subscriptions.get(id);
  if (!row) throw new Error(`${id} is not there`);
  const { version, subscription } = row;
  const at = desk.clock.now();
  const keys = Object.keys(after) as (keyof Subscription)[];
  const before = Object.fromEntries(keys.map((key) => [key, subscription[key]]));
  const event = {
    id: `${id}/${version + 1}`,
    at,
    what: 'imported',
    subscription: subscription.reference,
    rules: [],
    before,
    after,
  } as const;
  const nextDue = due({ ...subscription, ...after }).at;
  const done = await desk.subscriptions.commit({
    id,
    version,
    operation: null,
    after,
    events: [event],
    nextDue,
  });
  if (!done) throw new Error(`${id} moved or is pinned`);
}
