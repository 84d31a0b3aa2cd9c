import type { RefusalCode } from '../domain/refusal.ts';
import type { LifecycleCommand, LifecycleCommandType } from '../domain/subscription/command.ts';
import type { Decision } from '../domain/subscription/decision.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';

/** What a form may come to: enough to learn from the service whether it would be any use. */
export function likely(
  type: LifecycleCommandType,
  { subscription, sku }: Pick<Reading, 'subscription' | 'sku'>,
): readonly LifecycleCommand[] {
  const present = subscription.quantity ?? 0;
  switch (type) {
    case 'set-quantity':
    case 'schedule-change':
      return [
        { type, quantity: present + 1 },
        { type, quantity: present - 1 },
      ];
    case 'upgrade': {
      // Without a target the present SKU stands for what the service refuses (U-1).
      const [to = subscription.skuId] = sku?.upgradeTargets ?? [];
      return [
        { type, sku: to, timing: 'now' },
        { type, sku: to, timing: 'term-end' },
      ];
    }
    default:
      return [];
  }
}

/** No answer to a form changes these. */
const WHATEVER: readonly RefusalCode[] = [
  'not-for-class',
  'wrong-status',
  'data-deleted',
  'auto-renew-off',
  'no-quantity',
  'sku-not-eligible',
];

/** The service would say no whatever is answered. */
export function isHopeless(decisions: readonly Decision[]): boolean {
  return (
    decisions.length > 0 &&
    decisions.every((decision) => decision.outcome === 'refused' && WHATEVER.includes(decision.code))
  );
}
