import { isUpgrade, type SkuReference, skuOf, skuText } from '../domain/subscription/sku.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Offer } from '../ports/catalogue.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';
import { chunksOf, partsOfChunk, wordsOf } from './nameWords.ts';
import { NICKNAMES, NOISE } from './nicknames.ts';
import { fold } from './normalise.ts';

/** What the words for a SKU came to: its id as a command takes it, several that are meant alike, or none. */
export type SkuNamed =
  | { readonly kind: 'one'; readonly sku: string }
  | { readonly kind: 'several'; readonly offers: readonly Offer[] }
  | { readonly kind: 'none' };

type Source = Pick<Reading, 'subscription' | 'sku'>;

/** "e5", "0002", "CFQ7TTC0LFLX:0001": an offer of the same class; of several with that name those that it may be upgraded to, then those of the same term and billing. */
export async function skuNamed(desk: Desk, { subscription, sku }: Source, words: string): Promise<SkuNamed> {
  const byId = skuOf(words.toUpperCase(), subscription);
  if (byId && (await isKnown(desk, { subscription, sku }, byId)))
    return { kind: 'one', sku: skuText(byId, subscription) };
  const named = (await offersLike(desk, subscription)).filter((offer) => isNamed(offer, words));
  const larger = preferred(named, (offer) => isUpgrade(subscription, sku ?? {}, offer));
  const [only, ...others] = preferred(larger, (offer) => isBilledLike(offer, subscription));
  if (!only) return { kind: 'none' };
  return others.length === 0
    ? { kind: 'one', sku: skuText(only, subscription) }
    : { kind: 'several', offers: larger };
}

/** A target that the catalogue lacks is one all the same (F-53). */
async function isKnown(desk: Desk, { subscription, sku }: Source, id: SkuReference): Promise<boolean> {
  return (
    isUpgrade(subscription, sku ?? {}, id) || (await desk.catalogue.offer(id.productId, id.skuId)) !== null
  );
}

/** Those that fit, if any does. */
function preferred(offers: readonly Offer[], fits: (offer: Offer) => boolean): readonly Offer[] {
  const fitting = offers.filter(fits);
  return fitting.length > 0 ? fitting : offers;
}

/** What the catalogue has of a subscription's class, but add-ons, which have a base of their own. */
export async function offersLike(
  desk: Desk,
  { productClass }: Pick<Subscription, 'productClass'>,
): Promise<readonly Offer[]> {
  const offers: Offer[] = [];
  for await (const offer of desk.catalogue.all())
    if ((offer['productClass'] ?? productClass) === productClass && offer['isAddOn'] !== true)
      offers.push(offer);
  return offers;
}

/** Each word that was typed stands in the offer's name. */
function isNamed({ offerName }: Offer, words: string): boolean {
  const name = new Set(wordsOf(offerName).map(({ word }) => word));
  const typed = chunksOf(words).flatMap(partsOfChunk).map(fold);
  const said = typed.filter((word) => !NOISE.has(word)).flatMap((word) => NICKNAMES.get(word) ?? [word]);
  return said.length > 0 && said.every((word) => name.has(word));
}

function isBilledLike(
  offer: Offer,
  { termDuration, billingCycle }: Pick<Subscription, 'termDuration' | 'billingCycle'>,
): boolean {
  return offer['termDuration'] === termDuration && offer['billingCycle'] === billingCycle;
}
