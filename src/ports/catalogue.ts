import type { SkuFacts } from '../domain/subscription/subscription.ts';

/** An offer as imported (interfaces.md); what this issue reads of it is its SKU's facts. */
export interface Offer extends SkuFacts {
  readonly offerId: string;
  readonly productId: string;
  readonly skuId: string;
  readonly offerName: string;
  /** The other keys of interfaces.md, as imported. */
  readonly [key: string]: unknown;
}

export interface Catalogue {
  offer(productId: string, skuId: string): Promise<Offer | null>;
  put(offer: Offer): Promise<void>;
  all(): AsyncIterable<Offer>;
}
