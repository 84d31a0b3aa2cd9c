import { Schema } from 'mongoose';
import {
  BILLING_CYCLES,
  PRODUCT_CLASSES,
  STATUSES,
  type Subscription,
  TERMS,
} from '../../domain/subscription/subscription.ts';
import type { Hold } from '../../ports/subscriptions.ts';
import * as field from '../fields.ts';
import type { Dated } from '../instants.ts';
import type { Waiting } from '../outbox.ts';
import { type Waits, waits } from './waits.ts';

export const SUBSCRIPTION_INSTANTS = [
  'orderPlacedAt',
  'effectiveStartDate',
  'commitmentEndDate',
  'trialEndsAt',
  'suspendedAt',
  'dataDeletionAt',
] as const satisfies readonly (keyof Subscription)[];
export type SubscriptionInstant = (typeof SUBSCRIPTION_INSTANTS)[number];

/** A subscription as stored (protocol.md); a field that waits for nothing is absent. */
export type SubscriptionRow = Dated<Omit<Subscription, 'id'>, SubscriptionInstant> & {
  readonly _id: string;
  readonly version: number;
  readonly hold?: Hold;
  readonly applied?: string;
  readonly relayAt?: Date;
  readonly touchedAt: Date;
  readonly outbox: readonly Waiting[];
} & Waits;

const hold = new Schema({ operation: field.key, pinned: field.flag, lent: field.optionalText }, field.PART);

export const subscriptionSchema = new Schema(
  {
    _id: field.key,
    reference: field.key,
    customerId: field.key,
    offerName: field.text('offerName'),
    productId: field.text('productId'),
    skuId: field.text('skuId'),
    publisherName: field.text('publisherName'),
    productClass: field.word(PRODUCT_CLASSES),
    billingType: field.word(['license', 'usage']),
    quantity: field.optionalInteger,
    unitPrice: field.key,
    currency: field.key,
    status: field.word(STATUSES),
    suspensionKind: field.optionalWord(['paused']),
    autoRenewEnabled: field.flag,
    termDuration: field.word(TERMS),
    billingCycle: field.word(BILLING_CYCLES),
    orderPlacedAt: field.instant,
    effectiveStartDate: field.instant,
    commitmentEndDate: field.instant,
    trialEndsAt: field.optionalInstant,
    isTrial: field.flag,
    parentSubscriptionId: field.optionalText,
    suspendedAt: field.optionalInstant,
    dataDeletionAt: field.optionalInstant,
    scheduledNextTermInstructions: field.frozen,
    activation: field.frozen,
    version: field.integerField,
    hold: { type: hold },
    applied: field.optionalText,
    ...waits,
    relayAt: field.optionalInstant,
    touchedAt: field.instant,
    outbox: [Schema.Types.Mixed],
  },
  field.STRICT,
);
