import type {
  Customer,
  Partner,
  ScheduledChange,
  Subscription,
} from '../../src/domain/subscription/subscription.ts';

/** New commerce, P1Y billed annually, started 2021-09-01, 10 licences for 365.00 in all, auto-renew on. */
export function aSubscription(overrides: Partial<Subscription> = {}): Subscription {
  return {
    id: 'sub-1',
    reference: 'S-1042',
    customerId: 'customer-1',
    offerName: 'Visio Plan 2',
    productId: 'CFQ7TTC0HD32',
    skuId: '0001',
    publisherName: 'Microsoft',
    productClass: 'nce',
    billingType: 'license',
    quantity: 10,
    unitPrice: '36.50',
    currency: 'USD',
    status: 'active',
    suspensionKind: null,
    autoRenewEnabled: true,
    termDuration: 'P1Y',
    billingCycle: 'annual',
    orderPlacedAt: '2021-09-01T00:00:00.000Z',
    effectiveStartDate: '2021-09-01T00:00:00.000Z',
    commitmentEndDate: '2022-09-01T00:00:00.000Z',
    trialEndsAt: null,
    isTrial: false,
    parentSubscriptionId: null,
    suspendedAt: null,
    dataDeletionAt: null,
    scheduledNextTermInstructions: null,
    ...overrides,
  };
}

/** A publisher's licences, P1M billed monthly, ordered 2021-09-01T10:00Z. */
export function anIsvLicense(overrides: Partial<Subscription> = {}): Subscription {
  const ordered = '2021-09-01T10:00:00.000Z';
  return aSubscription({
    productClass: 'isv-license',
    publisherName: 'Northwind Apps',
    termDuration: 'P1M',
    billingCycle: 'monthly',
    orderPlacedAt: ordered,
    effectiveStartDate: ordered,
    commitmentEndDate: '2021-10-01T10:00:00.000Z',
    ...overrides,
  });
}

/** Usage of a publisher's service: no quantity, prices per meter (F-15). */
export function aMetered(overrides: Partial<Subscription> = {}): Subscription {
  return anIsvLicense({
    productClass: 'isv-metered',
    billingType: 'usage',
    quantity: null,
    unitPrice: '0.00',
    ...overrides,
  });
}

export function aLegacy(overrides: Partial<Subscription> = {}): Subscription {
  return aSubscription({ productClass: 'legacy', offerName: 'Office 365 E1', ...overrides });
}

/** "10 seats at renewal" and the like: everything else as in the builder's subscription. */
export function aScheduledChange(quantity: number): ScheduledChange {
  return {
    product: { productId: 'CFQ7TTC0HD32', skuId: '0001', termDuration: 'P1Y', billingCycle: 'annual' },
    quantity,
  };
}

export function aCustomer(overrides: Partial<Customer> = {}): Customer {
  return {
    id: 'customer-1',
    name: 'Contoso',
    domain: 'contoso.example',
    country: 'SE',
    segment: 'commercial',
    accountOpenedAt: null,
    firstBillingPeriodStart: null,
    ...overrides,
  };
}

export function aPartner(overrides: Partial<Partner> = {}): Partner {
  return {
    id: 'partner-1',
    name: 'Subdesk AB',
    type: 'direct-bill',
    country: 'SE',
    cloud: 'public',
    ...overrides,
  };
}
