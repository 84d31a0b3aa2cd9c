import { isReckonable } from '../subscription/quantity.ts';
import {
  BILLING_CYCLES,
  PRODUCT_CLASSES,
  type ScheduledChange,
  type SkuFacts,
  STATUSES,
  type Subscription,
  TERMS,
} from '../subscription/subscription.ts';
import * as read from './reader.ts';
import {
  bad,
  nullable,
  object,
  oneOf,
  optional,
  type Parsed,
  partial,
  type Readers,
  word,
} from './reader.ts';

export const scheduledChange = object<ScheduledChange>({
  product: object<ScheduledChange['product']>({
    productId: word,
    skuId: word,
    termDuration: oneOf(TERMS),
    billingCycle: oneOf(BILLING_CYCLES),
  }),
  quantity: read.count,
  upgrade: optional(
    object<NonNullable<ScheduledChange['upgrade']>>({
      productId: word,
      skuId: word,
      quantity: read.count,
      target: nullable(word),
    }),
  ),
});

const readers: Readers<Subscription> = {
  id: word,
  reference: word,
  customerId: word,
  offerName: word,
  productId: word,
  skuId: word,
  publisherName: word,
  productClass: oneOf(PRODUCT_CLASSES),
  billingType: oneOf(['license', 'usage']),
  quantity: nullable(read.count),
  unitPrice: read.decimal,
  currency: read.currency,
  status: oneOf(STATUSES),
  suspensionKind: nullable(oneOf(['paused'])),
  autoRenewEnabled: read.flag,
  termDuration: oneOf(TERMS),
  billingCycle: oneOf(BILLING_CYCLES),
  orderPlacedAt: read.instant,
  effectiveStartDate: read.instant,
  commitmentEndDate: read.instant,
  trialEndsAt: nullable(read.instant),
  isTrial: read.flag,
  parentSubscriptionId: nullable(word),
  suspendedAt: nullable(read.instant),
  dataDeletionAt: nullable(read.instant),
  scheduledNextTermInstructions: nullable(scheduledChange),
  activation: optional(
    object<NonNullable<Subscription['activation']>>({ state: oneOf(['pending', 'done']), url: word }),
  ),
};

/** Partner Center states these; 2021-08 does not look at them (F-18). `version` is the export's. */
const IGNORED = ['refundOptions', 'cancellationAllowedUntilDate', 'version'];

/** A subscription in Partner Center's names (interfaces.md); only usage may be without a quantity (F-15). */
export function parseSubscription(value: unknown, name = 'subscription'): Parsed<Subscription> {
  const parsed = object<Subscription>(readers, IGNORED)(value, name);
  if (!parsed.ok) return parsed;
  const { quantity, productClass, scheduledNextTermInstructions } = parsed.value;
  if (quantity === null && productClass !== 'isv-metered')
    return bad(`${name}.quantity must be an integer that is not negative`);
  const most = Math.max(quantity ?? 0, scheduledNextTermInstructions?.quantity ?? 0);
  if (!isReckonable(parsed.value, most)) return bad(`${name}.unitPrice is too large`);
  return parsed;
}

/** Some of a subscription's fields: before and after of a decision or an event. */
export const parseChange = partial(readers);

/** F-01. */
export const parseSkuFacts = object<SkuFacts>({
  minimumQuantity: optional(read.count),
  maximumQuantity: optional(read.count),
  upgradeTargets: optional(read.list(word)),
});
