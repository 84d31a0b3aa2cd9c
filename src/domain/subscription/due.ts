import type { Instant } from '../instant.ts';
import { followingTermEnd } from '../period.ts';
import type { Rulebook } from '../policies/rulebook.ts';
import { RULEBOOK_2021_08 } from '../policies/rulebooks/2021-08.ts';
import type { Change, UpgradeTarget } from './decision.ts';
import { difference, evolve } from './evolve.ts';
import { nextTerm, type Target, upgradeTargetOf, withScheduledChange } from './nextTerm.ts';
import { deletionAt } from './retention.ts';
import { ENDED, termEndOf } from './state.ts';
import type { Customer, Subscription } from './subscription.ts';

export const DUE_WORDS = ['trial-conversion', 'renewal', 'end-of-service', 'data-deletion'] as const;

/** What the clock will do next (F-51). */
export type Due =
  | {
      readonly what: (typeof DUE_WORDS)[number];
      readonly at: Instant;
      readonly rules: readonly string[];
      /** Only what differs; a price that a new SKU, term or cycle brings is the catalogue's and left out (F-53). */
      readonly after: Change;
      /** The other subscription of a scheduled partial upgrade (F-47), as in a decision (F-28). */
      readonly target?: UpgradeTarget;
    }
  | {
      readonly what: 'nothing';
      readonly at: null;
      readonly rules: readonly string[];
      readonly after: Change;
    };

const NOTHING: Due = { what: 'nothing', at: null, rules: [], after: {} };

/** Of a customer what dates a deletion (S-2). */
export type Retained = Pick<Customer, 'accountOpenedAt' | 'firstBillingPeriodStart'>;
const UNKNOWN: Retained = { accountOpenedAt: null, firstBillingPeriodStart: null };

/**
 * The next thing, whenever it is. The customer counts only where a suspension has no stored deletion date, `target` only
 * where a scheduled upgrade goes into an existing subscription: not given, what becomes of that one is left out.
 */
export function due(
  subscription: Subscription,
  customer: Retained = UNKNOWN,
  rulebook: Rulebook = RULEBOOK_2021_08,
  target?: Target,
): Due {
  switch (subscription.status) {
    case 'active':
      return dueWhileActive(subscription, target);
    case 'suspended':
      return subscription.productClass === 'nce'
        ? ends(subscription, 'end-of-service', termEndOf(subscription), ['P-6', 'R-4'])
        : dueWhileSuspended(subscription, customer, rulebook);
    default:
      return NOTHING;
  }
}

function dueWhileActive(subscription: Subscription, target: Target): Due {
  const end = termEndOf(subscription);
  if (!subscription.autoRenewEnabled) return ends(subscription, 'end-of-service', end, ['R-4']);
  if (!subscription.isTrial) return renewal(subscription, end, target);
  // F-43: a new-commerce trial converts by its scheduled change; without one it just ends.
  if (subscription.productClass === 'nce' && subscription.scheduledNextTermInstructions === null) {
    return ends(subscription, 'end-of-service', end, ['H-6', 'R-4']);
  }
  return conversion(subscription, end, target);
}

/** F-42: not renewed; with auto-renew off a term that ends before the deletion ends it. */
function dueWhileSuspended(subscription: Subscription, customer: Retained, rulebook: Rulebook): Due {
  const { autoRenewEnabled, suspendedAt, dataDeletionAt } = subscription;
  const end = termEndOf(subscription);
  const deletion =
    dataDeletionAt ?? (suspendedAt && deletionAt(subscription, customer, rulebook, suspendedAt));
  if (!autoRenewEnabled && (deletion === null || end < deletion))
    return ends(subscription, 'end-of-service', end, ['R-4']);
  return deletion === null
    ? NOTHING
    : ends(subscription, 'data-deletion', deletion, ['S-4'], { dataDeletionAt: deletion });
}

type End = 'end-of-service' | 'data-deletion';

function ends(
  subscription: Subscription,
  what: End,
  at: Instant,
  rules: readonly string[],
  more: Change = {},
): Due {
  return { what, at, rules, after: difference(subscription, { ...ENDED, ...more }).after };
}

/** R-4, H-5: a new term at that instant, with the scheduled change applied. */
function renewal(subscription: Subscription, end: Instant, target: Target): Due {
  const term = nextTerm(subscription);
  const commitmentEndDate = followingTermEnd({ anchor: subscription.effectiveStartDate, end, term });
  // At the edge of the calendar there is no next term.
  if (commitmentEndDate <= end) return NOTHING;
  const rules = subscription.scheduledNextTermInstructions ? ['R-4', 'H-5'] : ['R-4'];
  return carriedOut(subscription, { what: 'renewal', at: end, rules }, { commitmentEndDate }, target);
}

/** C-8, H-6: the trial's end is the start of the paid subscription and the anchor of its terms (F-10). */
function conversion(subscription: Subscription, end: Instant, target: Target): Due {
  const commitmentEndDate = followingTermEnd({ anchor: end, end, term: nextTerm(subscription) });
  const dates = { isTrial: false, effectiveStartDate: end, commitmentEndDate };
  const rules = subscription.scheduledNextTermInstructions ? ['C-8', 'H-6'] : ['C-8'];
  return carriedOut(subscription, { what: 'trial-conversion', at: end, rules }, dates, target);
}

/** With the scheduled change, and the licences that a scheduled upgrade moves to another subscription (F-47). */
function carriedOut(
  subscription: Subscription,
  { what, at, rules }: Pick<DueEvent, 'what' | 'at' | 'rules'>,
  dates: Change,
  target: Target,
): Due {
  const next = withScheduledChange(subscription, dates);
  const after = difference(subscription, next.change).after;
  if (next.move === null) return { what, at, rules, after };
  const other = upgradeTargetOf(next.move, next.intoId, target);
  const upgraded = [...rules, 'U-2', other.subscriptionId === null ? 'U-6' : 'U-5'];
  return { what, at, rules: upgraded, after, target: other };
}

export interface DueEvent {
  readonly what: (typeof DUE_WORDS)[number];
  readonly at: Instant;
  readonly rules: readonly string[];
  readonly before: Change;
  readonly after: Change;
  readonly target?: UpgradeTarget;
}

export interface Advanced {
  readonly subscription: Subscription;
  readonly events: readonly DueEvent[];
}

/** Everything due at or before now, each at its own instant, oldest first, one for each missed period (F-13, F-52). */
export function applyDue(
  subscription: Subscription,
  now: Instant,
  customer?: Retained,
  rulebook?: Rulebook,
): Advanced {
  const events: DueEvent[] = [];
  let present = subscription;
  for (;;) {
    const next = due(present, customer, rulebook);
    if (next.what === 'nothing' || next.at > now) return { subscription: present, events };
    events.push({ ...next, before: difference(present, next.after).before });
    present = evolve(present, next.after);
  }
}
