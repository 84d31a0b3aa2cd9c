import type { Accepted } from './decision.ts';
import { termEndOf } from './state.ts';
import type { ScheduledChange, Subscription } from './subscription.ts';
import { accept, type Refusal, refuse, type Situation, scheduledChangeLost } from './verdict.ts';

/** The subscription as it is, written as a scheduled change (F-06). */
export function asScheduled(subscription: Subscription): ScheduledChange {
  const { productId, skuId, termDuration, billingCycle, quantity } = subscription;
  return { product: { productId, skuId, termDuration, billingCycle }, quantity: quantity ?? 0 };
}

/** H-3: whatever is scheduled for the renewal needs one. */
export function autoRenewRefuses({ subscription }: Situation): Refusal | null {
  return subscription.autoRenewEnabled
    ? null
    : refuse('auto-renew-off', 'H-3', { offers: ['auto-renew-on'] });
}

/** Written down until the term's end, and removable until then (H-4); one that stood there before is lost. */
export function scheduled(
  situation: Situation,
  rules: readonly string[],
  scheduledNextTermInstructions: ScheduledChange,
): Accepted {
  const { subscription } = situation;
  const end = termEndOf(subscription);
  const lost = scheduledChangeLost(subscription);
  return accept(
    situation,
    {
      rules,
      effective: end,
      access: 'unchanged',
      billing: 'unchanged',
      reversible: true,
      lost,
      deadline: end,
    },
    { scheduledNextTermInstructions },
  );
}
