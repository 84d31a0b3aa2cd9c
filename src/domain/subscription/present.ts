import { type Instant, plus } from '../instant.ts';
import type { Rulebook } from '../policies/rulebook.ts';
import { lastTermEndBy } from '../termWalk.ts';
import { due, type Retained } from './due.ts';
import { evolve } from './evolve.ts';
import { ENDED } from './state.ts';
import type { Subscription } from './subscription.ts';

/** What applyDue makes of it, for who needs no events: centuries of plain renewals are passed at once (F-13). */
export function presentAt(
  subscription: Subscription,
  now: Instant,
  customer?: Retained,
  rulebook?: Rulebook,
): Subscription {
  return walkTo(subscription, now, customer, rulebook).subscription;
}

/** The same of an add-on beside its base: it ends where the clock ends the base, and does not renew then (A-6, F-41, F-52). */
export function presentBeside(
  addOn: Subscription,
  base: Subscription | null,
  now: Instant,
  customer?: Retained,
  rulebook?: Rulebook,
): Subscription {
  const isBase = base !== null && addOn.parentSubscriptionId === base.id;
  const endsAt = isBase ? walkTo(base, now, customer, rulebook).endedAt : null;
  if (endsAt === null) return presentAt(addOn, now, customer, rulebook);
  const last = presentAt(addOn, plus(endsAt, { milliseconds: -1 }), customer, rulebook);
  return isLiving(last) ? evolve(last, ENDED) : last;
}

/** `active` or `suspended`: what an end can still end. */
export function isLiving({ status }: Pick<Subscription, 'status'>): boolean {
  return status === 'active' || status === 'suspended';
}

interface Walked {
  readonly subscription: Subscription;
  /** Where the clock ended it on the way, or null. */
  readonly endedAt: Instant | null;
}

function walkTo(
  subscription: Subscription,
  now: Instant,
  customer: Retained | undefined,
  rulebook: Rulebook | undefined,
): Walked {
  let present = subscription;
  let endedAt: Instant | null = null;
  for (;;) {
    present = pastPlainRenewals(present, now);
    const next = due(present, customer, rulebook);
    if (next.what === 'nothing' || next.at > now) return { subscription: present, endedAt };
    present = evolve(present, next.after);
    if (present.status === 'deleted') endedAt = next.at;
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
