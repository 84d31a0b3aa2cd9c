import type { Instant } from '../instant.ts';
import type { Rulebook } from '../policies/rulebook.ts';
import type { RefusalCode } from '../refusal.ts';
import type { LifecycleCommand } from './command.ts';
import type { Accepted, Alternative, Change, Lost } from './decision.ts';
import { difference } from './evolve.ts';
import type { Customer, SkuFacts, Subscription } from './subscription.ts';

/** Everything a verb may look at, what is due at `now` applied already (F-13). */
export interface Situation {
  readonly subscription: Subscription;
  readonly customer: Customer;
  readonly command: LifecycleCommand;
  readonly now: Instant;
  readonly rulebook: Rulebook;
  readonly sku: SkuFacts;
  readonly addOns: readonly Subscription[];
  readonly base: Subscription | null;
  readonly target: Subscription | null;
}

/** A refusal before its alternatives are tried: `offers` is what the rule would offer (F-26). */
export interface Refusal {
  readonly outcome: 'refused';
  readonly code: RefusalCode;
  readonly rule: string;
  readonly since?: Instant;
  readonly offers: readonly Alternative[];
}

export type Verdict = Accepted | Refusal;

export function refuse(
  code: RefusalCode,
  rule: string,
  more: Partial<Pick<Refusal, 'since' | 'offers'>> = {},
): Refusal {
  return { outcome: 'refused', code, rule, offers: [], ...more };
}

type Terms = Pick<Accepted, 'rules' | 'access' | 'billing' | 'reversible'> &
  Partial<Pick<Accepted, 'effective' | 'refund' | 'lost' | 'deadline'>>;

/** Accepted, at once and without refund, loss or deadline unless the terms say otherwise. */
export function accept({ subscription, command, now }: Situation, terms: Terms, change: Change): Accepted {
  const {
    rules,
    effective = now,
    refund = null,
    access,
    billing,
    reversible,
    lost = {},
    deadline = null,
  } = terms;
  return {
    outcome: 'accepted',
    command: command.type,
    rules,
    effective,
    refund,
    access,
    billing,
    reversible,
    lost,
    ...difference(subscription, change),
    deadline,
  };
}

/** What goes when auto-renew and the scheduled change go (P-3, R-3, F-21). */
export function renewalLost({
  autoRenewEnabled,
  scheduledNextTermInstructions,
}: Subscription): Omit<Lost, 'addOns'> {
  return {
    ...(autoRenewEnabled && { autoRenew: true }),
    ...scheduledChangeLost({ scheduledNextTermInstructions }),
  };
}

/** What goes when only the scheduled change goes (H-8). */
export function scheduledChangeLost({
  scheduledNextTermInstructions,
}: Pick<Subscription, 'scheduledNextTermInstructions'>): Pick<Lost, 'scheduledChange'> {
  return scheduledNextTermInstructions === null ? {} : { scheduledChange: scheduledNextTermInstructions };
}

/** H-8 stands in the answer when a scheduled change is deleted. */
export function scheduledChangeRule({ scheduledNextTermInstructions }: Subscription): readonly string[] {
  return scheduledNextTermInstructions === null ? [] : ['H-8'];
}

/** add-ons that go with their base; only those that are in one of these states (F-41). */
export function addOnsLost(
  { subscription, addOns }: Situation,
  statuses: readonly Subscription['status'][],
): Pick<Lost, 'addOns'> {
  const going = addOns.filter(
    (addOn) => addOn.parentSubscriptionId === subscription.id && statuses.includes(addOn.status),
  );
  return going.length === 0 ? {} : { addOns: going.map(({ id }) => id) };
}

/** G-2: a reason of the list, `other` with its text; a dry run may lack it (F-07). */
export function isReasonWanting(
  { reason, reasonText }: LifecycleCommand,
  reasons: readonly string[],
): boolean {
  if (reason === undefined) return false;
  return !reasons.includes(reason) || (reason === 'other' && !reasonText?.trim());
}
