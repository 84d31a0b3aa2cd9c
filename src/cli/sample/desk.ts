import { type Instant, plus } from '../../domain/instant.ts';
import type { Person } from '../../domain/person.ts';
import type { Customer, Partner, Subscription } from '../../domain/subscription/subscription.ts';
import type { Offer } from '../../ports/catalogue.ts';
import { sampleCustomers } from './customers.ts';
import { SAMPLE_OFFERS } from './offers.ts';
import { SAMPLE_PARTNER, SAMPLE_PEOPLE } from './people.ts';
import { sampleSubscriptions } from './subscriptions.ts';

export interface SampleDesk {
  readonly partner: Partner;
  readonly people: readonly Person[];
  readonly customers: readonly Customer[];
  readonly offers: readonly Offer[];
  readonly subscriptions: readonly Subscription[];
}

/** The sample desk as of now: the same people and customers on every day, every date counted from now. */
export function sampleDesk(now: Instant): SampleDesk {
  const openedAt = plus(now, { months: -30 });
  const customers = sampleCustomers(openedAt, plus(openedAt, { days: 19 }));
  return {
    partner: SAMPLE_PARTNER,
    people: SAMPLE_PEOPLE,
    customers,
    offers: SAMPLE_OFFERS.map(toOffer),
    subscriptions: sampleSubscriptions(now, customers),
  };
}

function toOffer(offer: (typeof SAMPLE_OFFERS)[number]): Offer {
  return {
    offerId: `offer-${offer.key}`,
    offerName: offer.name,
    productId: offer.productId,
    skuId: offer.skuId,
    publisherName: offer.publisher,
    productClass: offer.productClass,
    billingType: offer.productClass === 'isv-metered' ? 'usage' : 'license',
    unitPrice: offer.unitPrice,
    currency: 'USD',
    termDuration: offer.term,
    billingCycle: offer.cycle,
    minimumQuantity: 1,
    maximumQuantity: 10_000,
    limitOnePerCustomer: false,
    countries: null,
    cspOptOut: false,
    exclusiveTo: null,
    transactable: true,
    isAddOn: offer.isAddOn ?? false,
    upgradeTargets: offer.upgradeTargets ?? [],
    segments: ['commercial', 'education', 'government', 'nonprofit'],
    category: 'Enterprise',
    trialDays: null,
  };
}
