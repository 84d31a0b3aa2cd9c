import type { Accepted } from './decision.ts';
import { deletionAt } from './retention.ts';
import { accept, addOnsLost, type Situation } from './verdict.ts';

/** S-1, S-2: users are locked out and the deletion clock starts; active add-ons go along. */
export function suspend(situation: Situation): Accepted {
  const { subscription, customer, rulebook, now } = situation;
  const dataDeletionAt = deletionAt(subscription, customer, rulebook, now);
  const lost = addOnsLost(situation, ['active']);
  const rules = ['S-1', 'S-2', ...(lost.addOns ? ['A-6'] : [])];
  return accept(
    situation,
    { rules, access: 'blocked-now', billing: 'stops', reversible: true, lost, deadline: dataDeletionAt },
    { status: 'suspended', suspendedAt: now, dataDeletionAt },
  );
}
