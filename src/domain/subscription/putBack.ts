import type { LifecycleCommand } from './command.ts';
import type { Lost } from './decision.ts';
import { type SkuReference, skuText } from './sku.ts';
import type { ScheduledChange } from './subscription.ts';

/** P-4: the commands that put back what a pause took, auto-renew first, which the scheduled change needs (H-3). */
export function commandsToPutBack(lost: Lost, subscription: SkuReference): readonly LifecycleCommand[] {
  const { autoRenew, scheduledChange } = lost;
  return [
    ...(autoRenew ? [{ type: 'set-auto-renew', enabled: true } as const] : []),
    ...(scheduledChange ? [scheduling(scheduledChange, subscription)] : []),
  ];
}

function scheduling(
  { product, quantity, upgrade }: ScheduledChange,
  subscription: SkuReference,
): LifecycleCommand {
  const { termDuration, billingCycle } = product;
  if (upgrade === undefined)
    return {
      type: 'schedule-change',
      sku: skuText(product, subscription),
      quantity,
      termDuration,
      billingCycle,
    };
  const { target, quantity: moved } = upgrade;
  const sku = skuText(upgrade, subscription);
  return { type: 'upgrade', timing: 'term-end', sku, quantity: moved, ...(target !== null && { target }) };
}
