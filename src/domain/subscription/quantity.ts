import { isPayable } from '../money.ts';
import type { Direction } from '../policies/rulebook.ts';
import type { Subscription } from './subscription.ts';
import { type Refusal, refuse, type Situation } from './verdict.ts';

/** More cycles than a window can charge: what was paid must be held exactly. */
const CHARGES = 1000;

/** Whether as many licences at that price can be reckoned with exactly (F-16). */
export function isReckonable(
  { unitPrice, currency }: Pick<Subscription, 'unitPrice' | 'currency'>,
  quantity: number,
): boolean {
  const times = quantity * CHARGES;
  return Number.isSafeInteger(times) && isPayable(unitPrice, times, currency);
}

export function directionOf({ quantity }: Pick<Subscription, 'quantity'>, wanted: number): Direction {
  const present = quantity ?? 0;
  if (wanted === present) return 'same';
  return wanted > present ? 'more' : 'fewer';
}

/** F-44, F-49: never below 1; more only up to the SKU's maximum, fewer only down to its minimum. */
export function limitsRefuse({ subscription, sku }: Situation, wanted: number): Refusal | null {
  const direction = directionOf(subscription, wanted);
  const least = direction === 'fewer' ? Math.max(1, sku.minimumQuantity ?? 1) : 1;
  if (wanted < least) return refuse('quantity-below-minimum', 'Q-3');
  if (direction !== 'more') return null;
  const isTooMany = wanted > (sku.maximumQuantity ?? wanted) || !isReckonable(subscription, wanted);
  return isTooMany ? refuse('quantity-above-maximum', 'Q-1') : null;
}
