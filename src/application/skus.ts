import type { NamedSku, Snapshot } from '../domain/operation/operation.ts';
import type { Change, Decision } from '../domain/subscription/decision.ts';
import { isSameSku, type SkuReference } from '../domain/subscription/sku.ts';
import type { ScheduledChange, Subscription } from '../domain/subscription/subscription.ts';
import type { Offer } from '../ports/catalogue.ts';
import type { Desk } from '../ports/desk.ts';

/** What a SKU is bought on: the catalogue's price is of just that (F-53). */
type Terms = SkuReference & Pick<Subscription, 'termDuration' | 'billingCycle'>;

/** What the catalogue calls every other SKU that a card may have to name, and its price on the new terms (F-53); one that it lacks is left out. */
export async function skusNamed(
  { catalogue }: Pick<Desk, 'catalogue'>,
  subscription: Subscription,
  decision: Decision | null,
): Promise<NonNullable<Snapshot['skus']>> {
  const named = new Map<string, NamedSku>();
  for (const terms of others(subscription, decision)) {
    const { productId, skuId } = terms;
    const offer = await catalogue.offer(productId, skuId);
    if (!offer) continue;
    const { offerName } = offer;
    // What the decision brings comes last: of a SKU named twice its terms count.
    named.set(`${productId}:${skuId}`, {
      productId,
      skuId,
      offerName,
      unitPrice: priceOn(offer, terms, subscription),
    });
  }
  return [...named.values()];
}

/** null where the catalogue's price is of another term, cycle or currency. */
function priceOn(offer: Offer, terms: Terms, { currency }: Subscription): string | null {
  const { unitPrice, termDuration, billingCycle } = offer;
  const isOfThat =
    offer['currency'] === currency &&
    termDuration === terms.termDuration &&
    billingCycle === terms.billingCycle;
  return isOfThat && typeof unitPrice === 'string' ? unitPrice : null;
}

function others(subscription: Subscription, decision: Decision | null): readonly Terms[] {
  const accepted = decision?.outcome === 'accepted' ? decision : null;
  const all = [
    ...scheduledTerms(subscription.scheduledNextTermInstructions),
    ...scheduledTerms(accepted?.target?.before?.scheduledNextTermInstructions ?? null),
    ...(accepted ? newTerms(accepted.after, subscription) : []),
    ...(accepted?.target ? newTerms(accepted.target.after, subscription) : []),
  ];
  return all.filter((terms) => !isSameSku(terms, subscription) || !isSamePeriod(terms, subscription));
}

function newTerms(change: Change, subscription: Terms): readonly Terms[] {
  const { productId, skuId, termDuration, billingCycle } = { ...subscription, ...change };
  const own = { productId, skuId, termDuration, billingCycle };
  return [own, ...scheduledTerms(change.scheduledNextTermInstructions ?? null)];
}

function scheduledTerms(change: ScheduledChange | null): readonly Terms[] {
  if (change === null) return [];
  const { product, upgrade } = change;
  return [product, ...(upgrade ? [{ ...product, productId: upgrade.productId, skuId: upgrade.skuId }] : [])];
}

function isSamePeriod(a: Terms, b: Terms): boolean {
  return a.termDuration === b.termDuration && a.billingCycle === b.billingCycle;
}
