import type { UpgradeTarget } from './decision.ts';
import { difference } from './evolve.ts';
import { isSameSku, type SkuReference } from './sku.ts';
import type { Subscription } from './subscription.ts';

/** A subscription that an upgrade creates; what it is called and what it costs is the desk's and the catalogue's to say (F-53). */
export type NewSubscription = Omit<
  Subscription,
  'id' | 'reference' | 'offerName' | 'unitPrice' | 'activation'
>;

/** Licences that go from a source, as it is then, to another SKU. */
export interface Move {
  readonly source: Subscription;
  readonly sku: SkuReference;
  readonly quantity: number;
}

/** U-5: of the same customer, with the SKU moved to, active, and not the source itself. */
export function isEligibleTarget(
  { source, sku }: Pick<Move, 'source' | 'sku'>,
  target: Subscription | null,
): target is Subscription {
  if (target === null || target.id === source.id || target.status !== 'active') return false;
  const { customerId, productClass } = target;
  return customerId === source.customerId && productClass === source.productClass && isSameSku(target, sku);
}

/** Into an existing one its quantity changes in mid-term: that deletes what was scheduled for it (F-46). */
export function intoExisting(target: Subscription, quantity: number): UpgradeTarget {
  const change = { quantity: (target.quantity ?? 0) + quantity, scheduledNextTermInstructions: null };
  return { subscriptionId: target.id, ...difference(target, change) };
}

/** Into a new one, null before it. */
export function intoNew(move: Move): UpgradeTarget {
  return { subscriptionId: null, before: null, after: born(move) };
}

/** U-6, F-39: start and end are the source's, so there is no new window and no drift; a trial is one with its conversion (H-6). */
function born({ source, sku, quantity }: Move): NewSubscription {
  const {
    id: _id,
    reference: _reference,
    offerName: _name,
    unitPrice: _price,
    activation: _a,
    ...rest
  } = source;
  const { productId, skuId } = sku;
  const { termDuration, billingCycle } = source;
  const conversion = { product: { productId, skuId, termDuration, billingCycle }, quantity };
  return {
    ...rest,
    productId,
    skuId,
    quantity,
    scheduledNextTermInstructions: source.isTrial ? conversion : null,
  };
}
