import { type Instant, plus } from '../../domain/instant.ts';
import { nextTermEnd } from '../../domain/period.ts';
import type { Customer, Subscription } from '../../domain/subscription/subscription.ts';
import { EVERYDAY_CASES, NAMED_CASES, type SampleCase } from './cases.ts';
import { type SampleOffer, sampleOffer } from './offers.ts';

const FIRST_NAMED = 1042;
const FIRST_EVERYDAY = 1101;
const EVERYDAY_EACH = 4;
/** Contoso, Fabrikam, Tailspin and Litware keep to their named ones, so that what the README says is not ambiguous. */
const WITHOUT_EVERYDAY = 6;

/** About 190 subscriptions, counted back from now; the named ones keep their references on every day. */
export function sampleSubscriptions(now: Instant, customers: readonly Customer[]): readonly Subscription[] {
  const byName = new Map(customers.map((customer) => [customer.name, customer]));
  const named = NAMED_CASES.map(([name, row]) => [owner(byName, name), row] as const);
  const everyday = customers
    .slice(WITHOUT_EVERYDAY)
    .flatMap((customer, index) =>
      Array.from(
        { length: EVERYDAY_EACH },
        (_, turn) => [customer, everydayCase(index * EVERYDAY_EACH + turn)] as const,
      ),
    );
  return [...numbered(now, named, FIRST_NAMED), ...numbered(now, everyday, FIRST_EVERYDAY)];
}

type Row = readonly [Customer, SampleCase];

/** A base and its add-ons get numbers one after the other. */
function numbered(now: Instant, rows: readonly Row[], first: number): readonly Subscription[] {
  const made: Subscription[] = [];
  for (const [customer, row] of rows) {
    const base = toSubscription(now, customer, row, first + made.length);
    made.push(base);
    for (const addOn of row.addOns ?? []) {
      const { offer, quantity } = addOn;
      made.push(
        follow(base, toSubscription(now, customer, { offer, quantity, ago: row.ago }, first + made.length)),
      );
    }
  }
  return made;
}

function owner(byName: ReadonlyMap<string, Customer>, name: string): Customer {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`the sample desk has no customer ${name}`);
  return found;
}

function everydayCase(turn: number): SampleCase {
  return EVERYDAY_CASES[turn % EVERYDAY_CASES.length] as SampleCase;
}

/** an add-on ends its term with its base. */
function follow(base: Subscription, addOn: Subscription): Subscription {
  return {
    ...addOn,
    parentSubscriptionId: base.id,
    commitmentEndDate: base.commitmentEndDate,
    termDuration: base.termDuration,
  };
}

function toSubscription(now: Instant, customer: Customer, row: SampleCase, number: number): Subscription {
  const offer = sampleOffer(row.offer);
  const start = plus(now, negative(row.ago));
  const trialEnd = plus(start, { days: 30 });
  const base: Subscription = {
    id: `sub-${number}`,
    reference: `S-${number}`,
    customerId: customer.id,
    offerName: offer.name,
    productId: offer.productId,
    skuId: offer.skuId,
    publisherName: offer.publisher,
    productClass: offer.productClass,
    billingType: offer.productClass === 'isv-metered' ? 'usage' : 'license',
    quantity: row.quantity,
    unitPrice: offer.unitPrice,
    currency: 'USD',
    status: 'active',
    suspensionKind: null,
    autoRenewEnabled: true,
    termDuration: offer.term,
    billingCycle: offer.cycle,
    orderPlacedAt: start,
    effectiveStartDate: start,
    commitmentEndDate: nextTermEnd(start, offer.term, now),
    trialEndsAt: null,
    isTrial: false,
    parentSubscriptionId: null,
    suspendedAt: null,
    dataDeletionAt: null,
    scheduledNextTermInstructions: scheduled(offer, row),
  };
  return { ...base, ...inState(now, row, trialEnd) };
}

/** Fewer licences at the renewal; a trial is scheduled to become the paid one (H-6). */
function scheduled(offer: SampleOffer, row: SampleCase): Subscription['scheduledNextTermInstructions'] {
  const quantity = row.scheduled ?? (row.state === 'trial' ? row.quantity : null);
  if (quantity === null) return null;
  const { productId, skuId, term, cycle } = offer;
  return { product: { productId, skuId, termDuration: term, billingCycle: cycle }, quantity };
}

/** The longest that data is kept (S-2): the sample customers' accounts were opened well before their first period. */
const KEPT = { days: 109 };

function inState(now: Instant, row: SampleCase, trialEnd: Instant): Partial<Subscription> {
  const since = plus(now, { days: -(row.since ?? 0) });
  switch (row.state) {
    case 'paused':
      return { status: 'suspended', suspensionKind: 'paused', autoRenewEnabled: false };
    case 'suspended':
      return { status: 'suspended', suspendedAt: since, dataDeletionAt: plus(since, KEPT) };
    case 'auto-renew-off':
      return { autoRenewEnabled: false };
    case 'trial':
      return { isTrial: true, trialEndsAt: trialEnd, commitmentEndDate: trialEnd };
    case 'pending':
    case 'deleted':
      return { status: row.state };
    default:
      return {};
  }
}

function negative(ago: SampleCase['ago']): SampleCase['ago'] {
  return Object.fromEntries(Object.entries(ago).map(([unit, count]) => [unit, -count]));
}
