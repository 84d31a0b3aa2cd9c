import { daysBetween, type Instant, later } from '../instant.ts';
import { lessAtLeastZero, type Money, priceTimes, share } from '../money.ts';
import { cyclesCharged } from '../period.ts';
import type { CancelThen } from '../policies/rulebook.ts';
import type { Refund } from './decision.ts';
import type { Subscription } from './subscription.ts';

/** What an immediate cancellation gives back of everything charged since the start (X-1, X-2, X-5, X-6, F-30). */
export function refundOf(
  subscription: Subscription,
  now: Instant,
  { refund: basis, as }: Extract<CancelThen, { how: 'now' }>,
): Refund {
  const { effectiveStartDate, orderPlacedAt, billingCycle, termDuration } = subscription;
  // what is given back in full is the order, and nothing was charged before it was placed.
  const start = basis === 'full' ? later(effectiveStartDate, orderPlacedAt) : effectiveStartDate;
  const { cycles, until } = cyclesCharged(start, billingCycle, termDuration, now);
  const paid = paidFor(subscription, cycles);
  if (basis === 'full') return { amount: paid, basis, estimate: false, as };
  const usedDays = daysBetween(start, now) + 1;
  const periodDays = daysBetween(start, until);
  const amount = lessAtLeastZero(paid, share(paid, usedDays, periodDays));
  return { amount, basis, estimate: true, as, usedDays, periodDays };
}

/** A trial has paid nothing (F-38); the present quantity counts as if from the start (F-31). */
function paidFor({ isTrial, unitPrice, quantity, currency }: Subscription, cycles: number): Money {
  return priceTimes(unitPrice, isTrial ? 0 : (quantity ?? 0) * cycles, currency);
}
