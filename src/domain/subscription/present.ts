import type { Instant } from '../instant.ts';
import type { Rulebook } from '../policies/rulebook.ts';
import { lastTermEndBy } from '../termWalk.ts';
import { due, type Retained } from './due.ts';
import { evolve } from './evolve.ts';
import type { Subscription } from './subscription.ts';

/** What applyDue makes of it, for who needs no events: centuries of plain renewals are passed at once (F-13). */
export function presentAt(
  subscription: Subscription,
  now: Instant,
  customer?: Retained,
  rulebook?: Rulebook,
): Subscription {
  let present = subscription;
  for (;;) {
    present = pastPlainRenewals(present, now);
    const next = due(present, customer, rulebook);
    if (next.what === 'nothing' || next.at > now) return present;
    present = evolve(present, next.after);
  }
}

/** A renewal without a scheduled change moves the term's end and nothing else. */
function pastPlainRenewals(subscription: Subscription, now: Instant): Subscription {
  const { effectiveStartDate: anchor, commitmentEndDate: end, termDuration: term } = subscription;
  if (!renewsPlainly(subscription) || end > now) return subscription;
  return evolve(subscription, { commitmentEndDate: lastTermEndBy({ anchor, end, term }, now) });
}

function renewsPlainly(subscription: Subscription): boolean {
  const { status, autoRenewEnabled, isTrial, scheduledNextTermInstructions } = subscription;
  return status === 'active' && autoRenewEnabled && !isTrial && scheduledNextTermInstructions === null;
}
