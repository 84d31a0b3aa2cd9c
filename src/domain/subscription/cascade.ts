import type { Instant } from '../instant.ts';
import type { Rulebook } from '../policies/rulebook.ts';
import { rulebookOf } from './decide.ts';
import type { Accepted, Change } from './decision.ts';
import { difference } from './evolve.ts';
import { presentAt } from './present.ts';
import { deletionAt } from './retention.ts';
import { ENDED } from './state.ts';
import type { Customer, Subscription } from './subscription.ts';

export interface CascadeInput {
  readonly decision: Accepted;
  /** As given to `decide`. */
  readonly addOns: readonly Subscription[];
  readonly customer: Customer;
  readonly now: Instant;
  readonly rulebook: string | Rulebook;
}

export interface Cascaded {
  readonly id: string;
  /** With everything due at now applied. */
  readonly subscription: Subscription;
  readonly before: Change;
  readonly after: Change;
}

/** what becomes of the add-ons that the decision takes along, in the order of `lost.addOns` (F-41). */
export function cascade({
  decision,
  addOns,
  customer,
  now,
  rulebook: named,
}: CascadeInput): readonly Cascaded[] {
  const rulebook = rulebookOf(named);
  return (decision.lost.addOns ?? []).flatMap((id) => {
    const given = addOns.find((addOn) => addOn.id === id);
    if (given === undefined) return [];
    const subscription = presentAt(given, now, customer, rulebook);
    const change =
      decision.after.status === 'deleted' ? ENDED : suspension(subscription, customer, rulebook, now);
    return [{ id, subscription, ...difference(subscription, change) }];
  });
}

function suspension(addOn: Subscription, customer: Customer, rulebook: Rulebook, now: Instant): Change {
  return {
    status: 'suspended',
    suspendedAt: now,
    dataDeletionAt: deletionAt(addOn, customer, rulebook, now),
  };
}
