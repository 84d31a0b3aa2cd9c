import * as fc from 'fast-check';
import { plus } from '../../src/domain/instant.ts';
import { termEnd } from '../../src/domain/period.ts';
import type { Subscription } from '../../src/domain/subscription/subscription.ts';
import { nce } from './stories.ts';

/** When a random desk is opened: every first term ends after it. */
export const OPENED = '2024-02-01T00:00:00.000Z';

const STARTS = [
  '2024-01-31T00:00:00.000Z',
  '2024-01-31T23:30:00.000Z',
  '2024-01-30T12:00:00.000Z',
  '2023-02-28T00:00:00.000Z',
  '2023-03-31T01:00:00.000Z',
] as const;
const KINDS = ['active', 'active', 'active', 'off', 'trial', 'suspended', 'paused'] as const;

const drawn = fc.record({
  kind: fc.constantFrom(...KINDS),
  productClass: fc.constantFrom<Subscription['productClass'][]>('nce', 'nce', 'nce', 'isv-license', 'legacy'),
  start: fc.constantFrom(...STARTS),
  term: fc.constantFrom<Subscription['termDuration'][]>('P1M', 'P1M', 'P1Y', 'P3Y'),
  sku: fc.constantFrom('0001', '0002'),
  base: fc.option(fc.nat(4)),
  quantity: fc.integer({ min: 2, max: 20 }),
  scheduled: fc.option(
    fc.record({
      stays: fc.integer({ min: 0, max: 9 }),
      moved: fc.option(fc.integer({ min: 1, max: 5 })),
      into: fc.option(fc.nat(4)),
      term: fc.constantFrom<Subscription['termDuration'][]>('P1M', 'P1Y'),
    }),
  ),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** Up to five subscriptions of one customer: families, trials, suspensions, changes and transfers scheduled. */
export const randomDesks: fc.Arbitrary<readonly Drawn[]> = fc.array(drawn, { minLength: 1, maxLength: 5 });

export function subscriptionsOf(desk: readonly Drawn[], prefix: string): readonly Subscription[] {
  return desk.map((one, index) => subscriptionOf(one, index, prefix));
}

function subscriptionOf(one: Drawn, index: number, prefix: string): Subscription {
  const { kind, productClass, start, term, sku, base, quantity } = one;
  // An import may bring what names itself as its base or its target.
  const hasBase = base !== null && base <= index;
  const suspended = {
    status: 'suspended',
    suspendedAt: OPENED,
    dataDeletionAt: plus(OPENED, { days: 90 }),
  } as const;
  return nce(`${prefix}${index}`, {
    productClass,
    skuId: sku,
    quantity,
    termDuration: term,
    billingCycle: 'monthly',
    effectiveStartDate: start,
    commitmentEndDate: firstEndAfterOpening(start, term),
    parentSubscriptionId: hasBase ? `${prefix}${base}` : null,
    scheduledNextTermInstructions: productClass === 'nce' ? scheduledBy(one, prefix) : null,
    ...(kind === 'off' || kind === 'paused'
      ? { autoRenewEnabled: false, scheduledNextTermInstructions: null }
      : {}),
    ...(kind === 'trial' ? { isTrial: true, trialEndsAt: plus(OPENED, { days: 29 }) } : {}),
    ...(kind === 'suspended' && productClass !== 'nce' ? suspended : {}),
    ...(kind === 'paused' && productClass === 'nce'
      ? ({ status: 'suspended', suspensionKind: 'paused' } as const)
      : {}),
  });
}

function firstEndAfterOpening(start: string, term: Subscription['termDuration']): string {
  for (let k = 1; ; k += 1) {
    const end = termEnd(start, term, k);
    if (end > OPENED) return end;
  }
}

function scheduledBy(
  { scheduled, sku, quantity }: Drawn,
  prefix: string,
): Subscription['scheduledNextTermInstructions'] {
  if (scheduled === null) return null;
  const { stays, moved, into, term } = scheduled;
  const product = {
    productId: 'CFQ7TTC0HD32',
    skuId: sku,
    termDuration: term,
    billingCycle: 'monthly',
  } as const;
  if (moved === null) return { product, quantity: stays + 1 };
  const target = into === null ? null : `${prefix}${into}`;
  const kept = target === null ? Math.max(1, quantity - moved) : Math.max(0, quantity - moved);
  const upgrade = { productId: 'CFQ7TTC0HD32', skuId: '0002', quantity: quantity - kept || 1, target };
  return { product, quantity: kept, upgrade };
}
