import type { Change, UpgradeTarget } from './decision.ts';
import { evolve } from './evolve.ts';
import { ENDED } from './state.ts';
import type { Subscription, TermDuration } from './subscription.ts';
import { intoExisting, intoNew, isEligibleTarget, type Move } from './upgradeTarget.ts';

/** The existing subscription that a scheduled upgrade goes into: null, it is gone; undefined, nobody looked. */
export type Target = Subscription | null | undefined;

export function nextTerm({ termDuration, scheduledNextTermInstructions }: Subscription): TermDuration {
  return scheduledNextTermInstructions?.product.termDuration ?? termDuration;
}

export interface NextTerm {
  readonly change: Change;
  /** Licences that leave for another subscription, or null. */
  readonly move: Move | null;
  /** The existing one picked for them; null: a new one. */
  readonly intoId: string | null;
}

/** H-5, F-47: the new term's dates with the scheduled change; a source whose licences all leave is empty and ends (F-46). */
export function withScheduledChange(subscription: Subscription, dates: Change): NextTerm {
  const { scheduledNextTermInstructions: instructions } = subscription;
  if (instructions === null) return { change: dates, move: null, intoId: null };
  const { product, quantity, upgrade } = instructions;
  const renewed: Change = { ...product, quantity, scheduledNextTermInstructions: null, ...dates };
  if (upgrade === undefined) return { change: renewed, move: null, intoId: null };
  const { productId, skuId, quantity: moved, target } = upgrade;
  const move = { source: evolve(subscription, renewed), sku: { productId, skuId }, quantity: moved };
  return { change: quantity === 0 ? { ...ENDED, quantity } : renewed, move, intoId: target };
}

/** Where the one picked is no longer eligible, the licences go to a new one: none is lost, and the source's renewal does not depend on it. */
export function upgradeTargetOf(move: Move, intoId: string | null, target: Target): UpgradeTarget {
  if (intoId === null) return intoNew(move);
  if (target === undefined) return { subscriptionId: intoId, before: null, after: {} };
  const isPicked = target?.id === intoId && isEligibleTarget(move, target);
  return isPicked ? intoExisting(target, move.quantity) : intoNew(move);
}
