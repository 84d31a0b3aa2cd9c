import type { CommandOf } from './command.ts';
import type { Accepted, Change } from './decision.ts';
import { same } from './evolve.ts';
import { asScheduled, autoRenewRefuses, scheduled } from './scheduled.ts';
import { isUpgrade, type SkuReference, skuOf } from './sku.ts';
import { ENDED } from './state.ts';
import type { ScheduledChange, Subscription } from './subscription.ts';
import { intoExisting, intoNew, isEligibleTarget } from './upgradeTarget.ts';
import {
  accept,
  addOnsLost,
  type Refusal,
  refuse,
  renewalLost,
  type Situation,
  scheduledChangeLost,
  type Verdict,
} from './verdict.ts';

/** What is asked for, checked. `stays`: licences that the source keeps; 0 is a full upgrade (U-2). */
interface Asked {
  readonly sku: SkuReference;
  readonly moved: number;
  readonly stays: number;
  /** The existing one, or null for a new one. */
  readonly target: Subscription | null;
}

/** U-1 to U-6. What it costs is not reckoned in 2021-08 (F-48). */
export function upgrade(situation: Situation, command: CommandOf<'upgrade'>): Verdict {
  const { subscription, sku: facts } = situation;
  const sku = skuOf(command.sku, subscription);
  if (sku === null || !isUpgrade(subscription, facts, sku)) return refuse('sku-not-eligible', 'U-1');
  const target = targetOf(situation, command, sku);
  if (target === 'none') return refuse('target-not-eligible', 'U-5');
  const renewal = command.timing === 'term-end' ? autoRenewRefuses(situation) : null;
  if (renewal) return renewal;
  const all = subscription.quantity ?? 0;
  const moved = command.quantity ?? all;
  const asked = { sku, moved, stays: all - moved, target };
  const refusal = quantityRefuses(situation, asked);
  if (refusal) return refusal;
  return command.timing === 'now' ? atOnce(situation, asked) : atTermEnd(situation, asked);
}

function targetOf(
  { subscription: source, target }: Situation,
  command: CommandOf<'upgrade'>,
  sku: SkuReference,
): Subscription | null | 'none' {
  if (command.target === undefined) return null;
  return target?.id === command.target && isEligibleTarget({ source, sku }, target) ? target : 'none';
}

/** F-46; what stays is held to the SKU's minimum like any other fewer licences. */
function quantityRefuses({ sku }: Situation, { moved, stays }: Asked): Refusal | null {
  if (moved < 1 || stays < 0) return refuse('quantity-out-of-range', 'U-2');
  const isTooFew = stays > 0 && stays < (sku.minimumQuantity ?? 1);
  return isTooFew ? refuse('quantity-below-minimum', 'Q-3') : null;
}

function atOnce(situation: Situation, asked: Asked): Accepted {
  const { subscription } = situation;
  const change = changeOfSource(asked);
  const target = otherOf(subscription, asked);
  const targetLost = target?.before?.scheduledNextTermInstructions;
  const addOns = change.status === 'deleted' ? addOnsLost(situation, ['active', 'suspended']) : {};
  const lost = {
    ...(targetLost && { scheduledChange: targetLost }),
    ...(change.status === 'deleted' ? renewalLost(subscription) : scheduledChangeLost(subscription)),
    ...addOns,
  };
  const rules = [
    ...['U-2', 'U-3'],
    ...(lost.scheduledChange ? ['U-4', 'H-8'] : []),
    ...(target === null ? [] : [asked.target ? 'U-5' : 'U-6']),
    ...(addOns.addOns ? ['A-6'] : []),
  ];
  const accepted = accept(
    situation,
    { rules, access: 'unchanged', billing: 'continues', reversible: false, lost },
    change,
  );
  return target === null ? accepted : { ...accepted, target };
}

/** All into an existing one: the source is empty and ends. All into none: it is the same one with another SKU (F-46). */
function changeOfSource({ sku, stays, target }: Asked): Change {
  if (stays > 0) return { quantity: stays, scheduledNextTermInstructions: null };
  return target ? { ...ENDED, quantity: 0 } : { ...sku, scheduledNextTermInstructions: null };
}

function otherOf(source: Subscription, { sku, moved: quantity, stays, target }: Asked) {
  if (target) return intoExisting(target, quantity);
  return stays > 0 ? intoNew({ source, sku, quantity }) : null;
}

/** F-47: carried out at the renewal, until then it is a scheduled change like any other. */
function atTermEnd(situation: Situation, asked: Asked): Verdict {
  const { subscription } = situation;
  const next = instructionsOf(subscription, asked);
  if (same(subscription.scheduledNextTermInstructions, next)) return refuse('no-change', 'U-2');
  return scheduled(situation, ['U-2', 'U-3', ...(asked.target ? ['U-5'] : [])], next);
}

function instructionsOf(subscription: Subscription, { sku, moved, stays, target }: Asked): ScheduledChange {
  const present = asScheduled(subscription);
  if (stays === 0 && target === null) return { ...present, product: { ...present.product, ...sku } };
  return { ...present, quantity: stays, upgrade: { ...sku, quantity: moved, target: target?.id ?? null } };
}
