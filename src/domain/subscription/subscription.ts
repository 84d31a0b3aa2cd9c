import type { Instant } from '../instant.ts';

/** What a subscription, a customer and a partner are: Partner Center's words (reference: REST resource 3.4). */
export const PRODUCT_CLASSES = ['legacy', 'nce', 'isv-license', 'isv-metered'] as const;
export type ProductClass = (typeof PRODUCT_CLASSES)[number];

/** G-4. */
export const STATUSES = ['pending', 'active', 'suspended', 'deleted'] as const;
export type Status = (typeof STATUSES)[number];

export const TERMS = ['P1M', 'P1Y', 'P3Y'] as const;
export type TermDuration = (typeof TERMS)[number];

export const BILLING_CYCLES = ['monthly', 'annual', 'triennial', 'none'] as const;
export type BillingCycle = (typeof BILLING_CYCLES)[number];

/** What the next term will look like (F-06): always complete, unchanged values copied. */
export interface ScheduledChange {
  readonly product: {
    readonly productId: string;
    readonly skuId: string;
    readonly termDuration: TermDuration;
    readonly billingCycle: BillingCycle;
  };
  readonly quantity: number;
  /** A partial upgrade at the renewal (F-47). */
  readonly upgrade?: {
    readonly productId: string;
    readonly skuId: string;
    readonly quantity: number;
    readonly target: string | null;
  };
}

export interface Subscription {
  readonly id: string;
  /** What people call it: S-1042. */
  readonly reference: string;
  readonly customerId: string;
  readonly offerName: string;
  readonly productId: string;
  readonly skuId: string;
  readonly publisherName: string;
  readonly productClass: ProductClass;
  readonly billingType: 'license' | 'usage';
  /** null where there are no licences (F-15). */
  readonly quantity: number | null;
  /** Decimal string per licence and billing cycle; may be finer than the minor unit (F-16). */
  readonly unitPrice: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly status: Status;
  /** F-09: paused, or null; `suspended` with null on nce was done by support. */
  readonly suspensionKind: 'paused' | null;
  readonly autoRenewEnabled: boolean;
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
  readonly orderPlacedAt: Instant;
  /** Anchor of every term (F-10). */
  readonly effectiveStartDate: Instant;
  /** Exclusive: the instant at which the next term would start (F-11). */
  readonly commitmentEndDate: Instant;
  readonly trialEndsAt: Instant | null;
  readonly isTrial: boolean;
  readonly parentSubscriptionId: string | null;
  readonly suspendedAt: Instant | null;
  readonly dataDeletionAt: Instant | null;
  readonly scheduledNextTermInstructions: ScheduledChange | null;
  /** C-7, F-56. */
  readonly activation?: { readonly state: 'pending' | 'done'; readonly url: string };
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly segment: 'commercial' | 'education' | 'government' | 'nonprofit';
  readonly accountOpenedAt: Instant | null;
  readonly firstBillingPeriodStart: Instant | null;
}

export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly type: 'direct-bill' | 'indirect-provider' | 'indirect-reseller';
  readonly country: string;
  /** G-6. */
  readonly cloud: 'public' | 'usgov';
}

/** Facts of the subscription's present SKU (F-01); what is absent is not checked. */
export interface SkuFacts {
  readonly minimumQuantity?: number;
  readonly maximumQuantity?: number;
  /** "0002" of the same product, "CFQ7TTC0LFLX:0001" of another (F-05). */
  readonly upgradeTargets?: readonly string[];
}
