import { BILLING_CYCLES, PRODUCT_CLASSES, TERMS } from '../subscription/subscription.ts';
import * as read from './reader.ts';
import { list, nullable, object, oneOf, optional, type Parsed, type Readers, word } from './reader.ts';

/** An offer of the catalogue (interfaces.md); what is only in the catalogue may be absent. */
export interface OfferLine {
  readonly offerId: string;
  readonly offerName: string;
  readonly productId: string;
  readonly skuId: string;
  readonly publisherName: string;
  readonly billingType: 'license' | 'usage';
  readonly minimumQuantity?: number;
  readonly maximumQuantity?: number;
  readonly limitOnePerCustomer: boolean;
  readonly countries: readonly string[] | null;
  readonly cspOptOut: boolean;
  readonly exclusiveTo: readonly string[] | null;
  readonly transactable: boolean;
  readonly buyAt?: string;
  readonly isAddOn?: boolean;
  readonly prerequisiteSkus?: readonly string[];
  readonly productClass?: (typeof PRODUCT_CLASSES)[number];
  readonly unitPrice?: string;
  readonly currency?: string;
  readonly termDuration?: (typeof TERMS)[number];
  readonly billingCycle?: (typeof BILLING_CYCLES)[number];
  readonly segments?: readonly string[];
  readonly category?: string;
  readonly upgradeTargets?: readonly string[];
  readonly trialDays?: number;
  readonly activationUrl?: string;
  readonly [key: string]: unknown;
}

type Known = { [K in keyof OfferLine as string extends K ? never : K]: OfferLine[K] };

const readers: Readers<Known> = {
  offerId: word,
  offerName: word,
  productId: word,
  skuId: word,
  publisherName: word,
  billingType: oneOf(['license', 'usage']),
  minimumQuantity: optional(read.count),
  maximumQuantity: optional(read.count),
  limitOnePerCustomer: read.flag,
  countries: nullable(list(read.country)),
  cspOptOut: read.flag,
  exclusiveTo: nullable(list(word)),
  transactable: read.flag,
  buyAt: optional(word),
  isAddOn: optional(read.flag),
  prerequisiteSkus: optional(list(word)),
  productClass: optional(oneOf(PRODUCT_CLASSES)),
  unitPrice: optional(read.decimal),
  currency: optional(read.currency),
  termDuration: optional(oneOf(TERMS)),
  billingCycle: optional(oneOf(BILLING_CYCLES)),
  segments: optional(list(oneOf(['commercial', 'education', 'government', 'nonprofit']))),
  category: optional(oneOf(['Enterprise', 'Small business', 'Trial'])),
  upgradeTargets: optional(list(word)),
  trialDays: optional(read.count),
  activationUrl: optional(word),
};

const offer = object<Known>(readers);

export function parseOffer(value: unknown, name = 'offer'): Parsed<OfferLine> {
  return offer(value, name);
}
