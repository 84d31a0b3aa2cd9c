import { DAY, type Instant, millisecondsBetween, plus } from '../instant.ts';
import type { Accepted } from '../subscription/decision.ts';

export interface Expiring {
  readonly now: Instant;
  /** How long the person has: 15 for the requester, 24 hours for an approver, or what the policy says. */
  readonly minutes: number;
  readonly decision: Accepted;
  /** What the clock does to the subscription next, or null. */
  readonly nextDue: Instant | null;
}

/** When a prompt expires: the earliest of its time, the deadline, X-6's next step and what is due next (F-86). */
export function promptExpiry({ now, minutes, decision, nextDue }: Expiring): Instant {
  const candidates = [plus(now, { minutes }), decision.deadline, nextDailyStep(decision, now), nextDue];
  return candidates.filter((at): at is Instant => at !== null && at > now).reduce((a, b) => (b < a ? b : a));
}

/** X-6's refund falls at each whole 24-hour period from the start; its deadline stands on one of them (F-23). */
function nextDailyStep({ refund, deadline }: Accepted, now: Instant): Instant | null {
  if (refund?.basis !== 'prorated' || deadline === null || deadline <= now) return null;
  return plus(deadline, { days: 1 - Math.ceil(millisecondsBetween(now, deadline) / DAY) });
}
