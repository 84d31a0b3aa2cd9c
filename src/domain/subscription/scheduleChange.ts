import { CYCLE_MONTHS, TERM_MONTHS } from '../period.ts';
import { firstMatch, ruleOf } from '../policies/policyTable.ts';
import type { ChangedPart, Rulebook } from '../policies/rulebook.ts';
import type { CommandOf } from './command.ts';
import { same } from './evolve.ts';
import { directionOf, limitsRefuse } from './quantity.ts';
import { asScheduled, autoRenewRefuses, scheduled } from './scheduled.ts';
import { isSameSku, isUpgrade, skuOf } from './sku.ts';
import type { ScheduledChange } from './subscription.ts';
import { type Refusal, refuse, type Situation, type Verdict } from './verdict.ts';

/** H-1 to H-5: what the next term will look like; a second one replaces the first (F-06). */
export function scheduleChange(situation: Situation, command: CommandOf<'schedule-change'>): Verdict {
  const { subscription, rulebook } = situation;
  const refusal = autoRenewRefuses(situation);
  if (refusal) return refusal;
  const sku = command.sku === undefined ? subscription : skuOf(command.sku, subscription);
  if (sku === null) return refuse('sku-not-eligible', 'H-3');
  const present = asScheduled(subscription);
  const { termDuration = subscription.termDuration, billingCycle = subscription.billingCycle } = command;
  const { productId, skuId } = sku;
  const next = {
    product: { productId, skuId, termDuration, billingCycle },
    quantity: command.quantity ?? present.quantity,
  };
  const parts = changedParts(situation, present, next);
  const rule = decidingRule(rulebook, parts);
  return (
    unchanged(situation, parts, next, rule) ??
    impossible(situation, parts, next) ??
    scheduled(situation, [rule, 'H-3', 'H-5'], next)
  );
}

function changedParts(
  { subscription, sku }: Situation,
  { product: present }: ScheduledChange,
  { product, quantity }: ScheduledChange,
): readonly ChangedPart[] {
  const direction = directionOf(subscription, quantity);
  const isUp = isUpgrade(subscription, sku, product);
  const parts = {
    'sku-upgrade': isUp,
    'sku-downgrade': !isUp && !isSameSku(present, product),
    'more-licences': direction === 'more',
    'fewer-licences': direction === 'fewer',
    term: present.termDuration !== product.termDuration,
    'billing-frequency': present.billingCycle !== product.billingCycle,
  } as const satisfies Readonly<Record<ChangedPart, boolean>>;
  return (Object.keys(parts) as ChangedPart[]).filter((part) => parts[part]);
}

/** The first part that can only be had at the renewal decides; else what could be had at once too (H-1, H-2). */
function decidingRule({ scheduling }: Rulebook, parts: readonly ChangedPart[]): string {
  const rows = parts.map((part) => firstMatch(scheduling, { part }));
  const row = rows.find(({ then }) => then.earliest === 'term-end') ?? rows[0];
  return ruleOf((row ?? firstMatch(scheduling, {})).id);
}

/** F-33. A trial's conversion into what it already is is a change: without it the trial just ends (F-43). */
function unchanged(
  { subscription: { isTrial, scheduledNextTermInstructions: stored } }: Situation,
  parts: readonly ChangedPart[],
  next: ScheduledChange,
  rule: string,
): Refusal | null {
  if (same(stored, next)) return refuse('no-change', rule);
  if (parts.length > 0 || isTrial) return null;
  return refuse('no-change', rule, { offers: ['remove-scheduled-change'] });
}

/** F-44. The limits given are those of the present SKU (F-01). */
function impossible(
  situation: Situation,
  parts: readonly ChangedPart[],
  { product, quantity }: ScheduledChange,
): Refusal | null {
  const { termDuration, billingCycle } = product;
  const isRebilled = parts.includes('term') || parts.includes('billing-frequency');
  if (isRebilled && CYCLE_MONTHS[billingCycle] > TERM_MONTHS[termDuration])
    return refuse('cycle-longer-than-term', 'H-1');
  const sku = isSameSku(situation.subscription, product) ? situation.sku : {};
  return limitsRefuse({ ...situation, sku }, quantity);
}
