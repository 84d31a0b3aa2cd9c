import type { Instant } from '../instant.ts';
import { followingTermEnd } from '../period.ts';
import type { Rulebook } from '../policies/rulebook.ts';
import { RULEBOOK_2021_08 } from '../policies/rulebooks/2021-08.ts';
import type { Change } from './decision.ts';
import { difference, evolve } from './evolve.ts';
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

/** The next thing, whenever it is. The customer counts only where a suspension has no stored deletion date. */
export function due(
  subscription: Subscription,
  customer: Retained = UNKNOWN,
  rulebook: Rulebook = RULEBOOK_2021_08,
): Due {
  switch (subscription.status) {
    case 'active':
      return dueWhileActive(subscription);
    case 'suspended':
      return subscription.productClass === 'nce'
        ? ends(subscription, 'end-of-service', termEndOf(subscription), ['P-6', 'R-4'])
        : dueWhileSuspended(subscription, customer, rulebook);
    default:
      return NOTHING;
  }
}

function dueWhileActive(subscription: Subscription): Due {
  const end = termEndOf(subscription);
  if (!subscription.autoRenewEnabled) return ends(subscription, 'end-of-service', end, ['R-4']);
  if (!subscription.isTrial) return renewal(subscription, end);
  // F-43: a new-commerce trial converts by its scheduled change; without one it just ends.
  if (subscription.productClass === 'nce' && subscription.scheduledNextTermInstructions === null) {
    return ends(subscription, 'end-of-service', end, ['H-6', 'R-4']);
  }
  return conversion(subscription, end);
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
function renewal(subscription: Subscription, end: Instant): Due {
  const change = scheduled(subscription);
  const term = change.termDuration ?? subscription.termDuration;
  const next = followingTermEnd({ anchor: subscription.effectiveStartDate, end, term });
  // At the edge of the calendar there is no next term.
  if (next <= end) return NOTHING;
  const rules = subscription.scheduledNextTermInstructions ? ['R-4', 'H-5'] : ['R-4'];
  return {
    what: 'renewal',
    at: end,
    rules,
    after: difference(subscription, { ...change, commitmentEndDate: next }).after,
  };
}

/** C-8, H-6: the trial's end is the start of the paid subscription and the anchor of its terms (F-10). */
function conversion(subscription: Subscription, end: Instant): Due {
  const change = scheduled(subscription);
  const term = change.termDuration ?? subscription.termDuration;
  const commitmentEndDate = followingTermEnd({ anchor: end, end, term });
  const paid = { ...change, isTrial: false, effectiveStartDate: end, commitmentEndDate };
  const rules = subscription.scheduledNextTermInstructions ? ['C-8', 'H-6'] : ['C-8'];
  return { what: 'trial-conversion', at: end, rules, after: difference(subscription, paid).after };
}

function scheduled({ scheduledNextTermInstructions }: Subscription): Change {
  if (scheduledNextTermInstructions === null) return {};
  const { product, quantity } = scheduledNextTermInstructions;
  return { ...product, quantity, scheduledNextTermInstructions: null };
}

export interface DueEvent {
  readonly what: (typeof DUE_WORDS)[number];
  readonly at: Instant;
  readonly rules: readonly string[];
  readonly before: Change;
  readonly after: Change;
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
