import type { AuditEvent } from '../../domain/event.ts';
import { executedEvent, valuesBefore } from '../../domain/operation/change.ts';
import type { Operation, PlannedStep } from '../../domain/operation/operation.ts';
import type { Change } from '../../domain/subscription/decision.ts';
import { difference, evolve } from '../../domain/subscription/evolve.ts';
import type { Subscription } from '../../domain/subscription/subscription.ts';
import type { Offer } from '../../ports/catalogue.ts';
import type { LocalPorts } from './ports.ts';

/** What the clock did to one subscription, at the contractual instant (F-91). */
export function clockEvent(
  before: Subscription,
  { what, at, rules, after }: Pick<AuditEvent, 'what' | 'at' | 'rules'> & { readonly after: Change },
  version: number,
): AuditEvent {
  const { id, reference } = before;
  return {
    id: `${id}/${version}`,
    subscription: reference,
    what,
    at,
    rules,
    before: valuesBefore(before, after),
    after,
  };
}

/** The event of a planned step, by whoever planned it. */
export function eventOf(operation: Operation, before: Subscription, step: PlannedStep): AuditEvent {
  if (!step.due) return executedEvent(operation, before, step);
  const at = operation.at ?? operation.createdAt;
  return clockEvent(before, { ...step.due, at, after: step.after }, step.version + 1);
}

/** A change with what the catalogue says of another SKU, term or cycle at that instant; unknown: left as it is (F-53). */
export async function catalogued(ports: LocalPorts, before: Subscription, change: Change): Promise<Change> {
  const keys = ['productId', 'skuId', 'termDuration', 'billingCycle'] as const;
  if (!keys.some((key) => change[key] !== undefined)) return change;
  const after = evolve(before, change);
  const offer = await ports.catalogue.offer(after.productId, after.skuId);
  return offer ? { ...change, ...difference(before, factsOf(offer, after)).after } : change;
}

/** Name and price of what a subscription is of, as far as the catalogue knows them. */
export function factsOf(offer: Offer, subscription: Subscription): Change {
  const { offerName, unitPrice, currency, termDuration, billingCycle } = offer;
  const isPriced =
    typeof unitPrice === 'string' &&
    currency === subscription.currency &&
    termDuration === subscription.termDuration &&
    billingCycle === subscription.billingCycle;
  return { offerName, ...(isPriced && { unitPrice }) };
}
