import { earlier, type Instant, millisecondsBetween, plus } from '../instant.ts';
import { firstMatch, type Row, ruleOf } from '../policies/policyTable.ts';
import type { CancelThen, CancelWhen } from '../policies/rulebook.ts';
import type { Accepted } from './decision.ts';
import { refundOf } from './refunds.ts';
import { ENDED, termEndOf } from './state.ts';
import type { Subscription } from './subscription.ts';
import {
  accept,
  addOnsLost,
  refuse,
  renewalLost,
  type Situation,
  scheduledChangeRule,
  type Verdict,
} from './verdict.ts';

/** the rulebook's windows say whether it is now, at the renewal, or not at all. */
export function cancel(situation: Situation): Verdict {
  const { subscription, now, rulebook } = situation;
  const { productClass, billingCycle, orderPlacedAt, effectiveStartDate } = subscription;
  const row = firstMatch(rulebook.cancel, {
    productClass,
    billingCycle,
    sinceOrder: millisecondsBetween(orderPlacedAt, now),
    sinceStart: millisecondsBetween(effectiveStartDate, now),
  });
  const { then } = row;
  const rule = ruleOf(row.id);
  if (then.how === 'now') return cancelNow(situation, rule, then, windowEnd(row, subscription));
  if (then.how === 'at-renewal') return cancelAtRenewal(situation, rule);
  const since = plus(effectiveStartDate, { milliseconds: then.since });
  return refuse('cancel-window-closed', rule, { since, offers: then.offers });
}

function cancelNow(
  situation: Situation,
  rule: string,
  then: Extract<CancelThen, { how: 'now' }>,
  deadline: Instant | null,
): Accepted {
  const { subscription, now } = situation;
  const addOns = addOnsLost(situation, ['active', 'suspended']);
  const rules = [
    rule,
    ...then.also,
    ...wasSuspended(subscription),
    ...scheduledChangeRule(subscription),
    ...(addOns.addOns ? ['A-6'] : []),
  ];
  const lost = { ...renewalLost(subscription), ...addOns };
  const refund = refundOf(subscription, now, then);
  return accept(
    situation,
    { rules, refund, access: 'ends-now', billing: 'stops', reversible: false, lost, deadline },
    ENDED,
  );
}

/** X-3; of a suspended one access is off already, and the end is no later than the deletion of its data (F-34). */
function cancelAtRenewal(situation: Situation, rule: string): Verdict {
  const { subscription } = situation;
  if (!subscription.autoRenewEnabled) return refuse('no-change', rule);
  const { status, dataDeletionAt } = subscription;
  const end = earlier(
    termEndOf(subscription),
    (status === 'suspended' && dataDeletionAt) || termEndOf(subscription),
  );
  const rules = [rule, ...wasSuspended(subscription), ...scheduledChangeRule(subscription)];
  const access = status === 'suspended' ? 'unchanged' : 'ends-at-effective';
  const lost = renewalLost(subscription);
  return accept(
    situation,
    { rules, effective: end, access, billing: 'unchanged', reversible: true, lost, deadline: end },
    { autoRenewEnabled: false, scheduledNextTermInstructions: null },
  );
}

function wasSuspended({ status }: Subscription): readonly string[] {
  return status === 'suspended' ? ['X-11'] : [];
}

/** The end of the window that the row asks for: until then this very answer can be had (F-23). */
function windowEnd({ when }: Row<CancelWhen, CancelThen>, subscription: Subscription): Instant | null {
  const { sinceOrder, sinceStart } = when;
  if (sinceOrder) return plus(subscription.orderPlacedAt, { milliseconds: sinceOrder.under });
  return sinceStart ? plus(subscription.effectiveStartDate, { milliseconds: sinceStart.under }) : null;
}
