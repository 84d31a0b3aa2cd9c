import { DateTime } from 'luxon';
import type { Instant } from '../domain/instant.ts';
import { type Money, priceTimes } from '../domain/money.ts';
import type { Snapshot } from '../domain/operation/operation.ts';
import { isSameSku, type SkuReference } from '../domain/subscription/sku.ts';
import type { BillingCycle, ScheduledChange, Subscription } from '../domain/subscription/subscription.ts';
import { day, money, NBSP } from './format.ts';
import type { Say } from './say.ts';

const CYCLE_MONTHS = { monthly: 1, annual: 12, triennial: 36, none: 0 } as const satisfies Record<
  BillingCycle,
  number
>;

/** What one billing cycle costs: unit price × quantity, rounded half up once (F-16); null where prices are per meter. */
export function cyclePrice(subscription: Subscription, quantity = subscription.quantity): Money | null {
  if (quantity === null || subscription.billingCycle === 'none') return null;
  return priceTimes(subscription.unitPrice, quantity, subscription.currency);
}

/** "USD 900.00 a month"; "by usage" without a price. */
export function price(subscription: Subscription, say: Say, quantity = subscription.quantity): string {
  const amount = cyclePrice(subscription, quantity);
  if (amount === null || subscription.billingCycle === 'none') return say.text('price.usage');
  return say.text(`price.${subscription.billingCycle}`, { amount: money(amount, say.reader.language) });
}

/** "1 month, billed monthly". */
export function termAndBilling(subscription: Subscription, say: Say): string {
  return say.text('term.plain', {
    term: say.text(`term.${subscription.termDuration}`),
    billing: say.text(`billing.${subscription.billingCycle}`),
  });
}

/** "1 year until 1 Sep 2022, billed yearly". */
export function termUntil(subscription: Subscription, say: Say): string {
  return say.text('term.until', {
    term: say.text(`term.${subscription.termDuration}`),
    until: day(subscription.commitmentEndDate, say.reader.language),
    billing: say.text(`billing.${subscription.billingCycle}`),
  });
}

/** The next charge inside the present term, or null if everything is paid until its end. */
export function nextCharge(subscription: Subscription, now: Instant): Instant | null {
  const months = CYCLE_MONTHS[subscription.billingCycle];
  if (months === 0) return null;
  const anchor = DateTime.fromISO(subscription.effectiveStartDate, { zone: 'utc' });
  const passed = Math.floor(
    Math.max(0, DateTime.fromISO(now, { zone: 'utc' }).diff(anchor, 'months').months / months),
  );
  const candidates = [passed, passed + 1].map(
    (k) =>
      anchor
        .plus({ months: k * months })
        .toUTC()
        .toISO() ?? '',
  );
  const next = candidates.find((at) => at > now);
  return next !== undefined && next < subscription.commitmentEndDate ? next : null;
}

/** The status in words: paused is suspended with a kind (F-09). */
export function statusOf(subscription: Pick<Subscription, 'status' | 'suspensionKind'>, say: Say): string {
  return say.text(
    subscription.suspensionKind === 'paused' ? 'status.paused' : `status.${subscription.status}`,
  );
}

/** A subscription, and what the catalogue calls other SKUs. */
type Of = Pick<Snapshot, 'subscription' | 'skus'>;

/** An offer's name; its ids where the catalogue has none. */
export function skuName(sku: SkuReference, { skus = [] }: Of): string {
  return skus.find((one) => isSameSku(one, sku))?.offerName ?? `${sku.productId}:${sku.skuId}`;
}

/** "20 licences (now 25), 1-month term from 1 Mar 2022": what differs at the next term. */
export function scheduled(change: ScheduledChange, of: Of, say: Say): string {
  const changes = scheduledChanges(change, of, say).map(({ short }) => short);
  return say.text('scheduled.from', {
    changes: changes.length === 0 ? say.text('scheduled.same') : changes.join(', '),
    from: day(of.subscription.commitmentEndDate, say.reader.language),
  });
}

export interface TermChange {
  readonly what: 'product' | 'licences' | 'term' | 'billing';
  readonly short: string;
  readonly from: string;
  readonly to: string;
}

/** Each difference between a scheduled change and what stands (H-4). */
export function scheduledChanges(change: ScheduledChange, of: Of, say: Say): readonly TermChange[] {
  return [
    ...productChanges(change, of, say),
    ...quantityChanges(change, of.subscription, say),
    ...periodChanges(change, of.subscription, say),
  ];
}

function productChanges({ product, upgrade }: ScheduledChange, of: Of, say: Say): readonly TermChange[] {
  const from = of.subscription.offerName;
  const found: TermChange[] = [];
  if (!isSameSku(product, of.subscription)) {
    const to = skuName(product, of);
    found.push({ what: 'product', short: say.text('scheduled.product', { to }), from, to });
  }
  if (upgrade) {
    const to = `${upgrade.quantity}${NBSP}× ${skuName(upgrade, of)}`;
    found.push({ what: 'product', short: say.text('scheduled.upgrade', { to }), from, to });
  }
  return found;
}

function quantityChanges(
  { quantity }: ScheduledChange,
  subscription: Subscription,
  say: Say,
): readonly TermChange[] {
  const now = subscription.quantity;
  if (now === null || now === quantity) return [];
  const short = say.text('scheduled.licences', { n: quantity, now });
  return [{ what: 'licences', short, from: String(now), to: String(quantity) }];
}

function periodChanges(
  { product }: ScheduledChange,
  subscription: Subscription,
  say: Say,
): readonly TermChange[] {
  const found: TermChange[] = [];
  if (product.termDuration !== subscription.termDuration) {
    const [from, to] = [subscription, product].map(({ termDuration }) => say.text(`term.${termDuration}`));
    found.push({
      what: 'term',
      short: say.text('scheduled.term', { to: to ?? '' }),
      from: from ?? '',
      to: to ?? '',
    });
  }
  if (product.billingCycle !== subscription.billingCycle) {
    const to = say.text(`billing.${product.billingCycle}`);
    found.push({ what: 'billing', short: to, from: say.text(`billing.${subscription.billingCycle}`), to });
  }
  return found;
}
