import type { Instant } from '../instant.ts';
import type { Change } from './decision.ts';
import type { Subscription } from './subscription.ts';

/** What the transitions distinguish: a status, and what kind of suspension (F-09). */
export const CONDITIONS = ['pending', 'active', 'paused', 'suspended', 'deleted'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Only new commerce knows pausing; `suspended` without it was done by support there. */
export function conditionOf({ status, suspensionKind, productClass }: Subscription): Condition {
  return status === 'suspended' && suspensionKind === 'paused' && productClass === 'nce' ? 'paused' : status;
}

/** The instant at which the next term would start; of a trial its end (F-11, F-43). */
export function termEndOf({ isTrial, trialEndsAt, commitmentEndDate }: Subscription): Instant {
  return isTrial && trialEndsAt !== null ? trialEndsAt : commitmentEndDate;
}

/** What every end does, by a cancellation (F-27) or by the clock. */
export const ENDED = {
  status: 'deleted',
  autoRenewEnabled: false,
  suspensionKind: null,
  scheduledNextTermInstructions: null,
} as const satisfies Change;
