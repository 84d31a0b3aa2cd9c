import type { Catalogue } from '../ports/catalogue.ts';
import { put } from './put.ts';
import type { OfferRow } from './schemas/offer.ts';
import type { Table } from './table.ts';

/** Offers by their id; a SKU's facts come from its first offer. */
export function openCatalogue(rows: Table<OfferRow>): Catalogue {
  return {
    async offer(productId, skuId) {
      const row = await rows.one({ productId, skuId }, { sort: { _id: 1 } });
      return row?.offer ?? null;
    },
    put: (offer) => put(rows, { _id: offer.offerId, productId: offer.productId, skuId: offer.skuId, offer }),
    async *all() {
      for await (const row of rows.each()) yield row.offer;
    },
  };
}
