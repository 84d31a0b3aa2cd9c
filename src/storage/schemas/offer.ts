import { Schema } from 'mongoose';
import type { Offer } from '../../ports/catalogue.ts';
import * as field from '../fields.ts';

export interface OfferRow {
  /** The offer's id. */
  readonly _id: string;
  readonly productId: string;
  readonly skuId: string;
  /** The whole offer: its other keys are the importer's and are given back as they came. */
  readonly offer: Offer;
}

export const offerSchema = new Schema(
  {
    _id: field.key,
    productId: field.text('productId'),
    skuId: field.text('skuId'),
    offer: { ...field.frozen, required: true },
  },
  field.STRICT,
);
