import { daysBetween, type Instant, plus } from '../instant.ts';
import { firstMatch } from '../policies/policyTable.ts';
import type { Rulebook } from '../policies/rulebook.ts';
import type { Customer, Subscription } from './subscription.ts';

/** S-2: when the data of a subscription suspended at that instant is deleted. */
export function deletionAt(
  { productClass }: Pick<Subscription, 'productClass'>,
  customer: Pick<Customer, 'accountOpenedAt' | 'firstBillingPeriodStart'>,
  rulebook: Rulebook,
  suspendedAt: Instant,
): Instant {
  const { days, plusLeadTime, atMost } = firstMatch(rulebook.retention, { productClass }).then;
  const kept = plusLeadTime ? Math.min(atMost, days + leadDays(customer)) : days;
  return plus(suspendedAt, { days: kept });
}

/** Whole days from the account's opening to its first billing period; 0 when either is unknown (F-08). */
function leadDays({
  accountOpenedAt,
  firstBillingPeriodStart,
}: Pick<Customer, 'accountOpenedAt' | 'firstBillingPeriodStart'>): number {
  if (accountOpenedAt === null || firstBillingPeriodStart === null) return 0;
  return Math.max(0, daysBetween(accountOpenedAt, firstBillingPeriodStart));
}
