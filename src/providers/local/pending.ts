import type { Instant } from '../../domain/instant.ts';
import type { Rulebook } from '../../domain/policies/rulebook.ts';
import { type Due, due } from '../../domain/subscription/due.ts';
import { evolve } from '../../domain/subscription/evolve.ts';
import type { Customer, Subscription } from '../../domain/subscription/subscription.ts';

export type DueNow = Exclude<Due, { what: 'nothing' }>;

/** Something that the clock will do, with its place among all that it does to anything. */
export interface Pending {
  readonly subscription: Subscription;
  readonly due: DueNow;
  /**
   * Compares as text: the instant, then a base's end before an add-on's, ends before renewals, these before transfers of
   * licences (F-52), then the subscription. One order for a whole desk makes the result independent of who runs when.
   */
  readonly key: string;
}

const RANKS = { 'base-end': 0, end: 1, alone: 2, transfer: 3 } as const;

/** What the clock does next to a subscription by its own dates, or null. */
export function pendingOf(
  subscription: Subscription,
  customer: Customer,
  rulebook: Rulebook,
): Pending | null {
  const next = due(subscription, customer, rulebook);
  if (next.what === 'nothing') return null;
  return {
    subscription,
    due: next,
    key: `${next.at} ${RANKS[kindOf(subscription, next)]} ${subscription.id}`,
  };
}

function kindOf(subscription: Subscription, next: DueNow): keyof typeof RANKS {
  if (isEnd(next)) return subscription.parentSubscriptionId === null ? 'base-end' : 'end';
  return subscription.scheduledNextTermInstructions?.upgrade ? 'transfer' : 'alone';
}

export function isEnd({ what }: DueNow): boolean {
  return what === 'end-of-service' || what === 'data-deletion';
}

/** F-47: licences go to another subscription when the term ends. */
export function isTransfer({ subscription, due: next }: Pending): boolean {
  return kindOf(subscription, next) === 'transfer';
}

/** The bound of everything due at or before the instant. */
export function throughInstant(at: Instant): string {
  return `${at} 9`;
}

/** The bound of everything up to this, and this too. */
export function through({ key }: Pending): string {
  return `${key}\u0000`;
}

/** The first thing before the bound that touches others too: its end, or a transfer. */
export function firstForOthers(
  subscription: Subscription,
  customer: Customer,
  rulebook: Rulebook,
  bound: string,
): Pending | null {
  let present = subscription;
  for (;;) {
    const next = pendingOf(present, customer, rulebook);
    if (next === null || next.key >= bound) return null;
    if (isEnd(next.due) || isTransfer(next)) return next;
    present = evolve(present, next.due.after);
  }
}
