import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideLine } from '../../../src/domain/json/decideLine.ts';
import { applyDue } from '../../../src/domain/subscription/due.ts';
import { presentAt, presentBeside } from '../../../src/domain/subscription/present.ts';
import {
  PRODUCT_CLASSES,
  type ScheduledChange,
  STATUSES,
  type Subscription,
  TERMS,
} from '../../../src/domain/subscription/subscription.ts';
import { aCustomer, aScheduledChange, aSubscription } from '../../support/builders.ts';
import { at } from '../../support/decider.ts';

/** Days on which months differ, often at one time of day: on the anchor's grid, off it, and coming back to it. */
const days = fc
  .record({
    year: fc.oneof(fc.integer({ min: 1995, max: 2009 }), fc.constantFrom(1, 1899, 1900, 9998, 9999)),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.oneof(fc.integer({ min: 27, max: 31 }), fc.integer({ min: 1, max: 31 })),
    time: fc.constantFrom('00:00:00.000Z', '00:00:00.000Z', '10:30:00.001Z', '23:59:59.999Z'),
  })
  .map(({ year, month, day, time }) => {
    const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
    const date = [year, month, Math.min(day, last)].map((part) => String(part).padStart(2, '0'));
    return `${date.join('-').padStart(10, '0')}T${time}`;
  });

const MONTHLY = { ...aScheduledChange(3).product, termDuration: 'P1M', billingCycle: 'monthly' } as const;
const E5 = { productId: 'CFQ7TTC0HD32', skuId: '0002' };

/** Fewer licences, another term, a partial upgrade into a new one, and all licences into an existing one. */
const SCHEDULED: readonly ScheduledChange[] = [
  aScheduledChange(3),
  { product: MONTHLY, quantity: 10 },
  { ...aScheduledChange(6), upgrade: { ...E5, quantity: 4, target: null } },
  { ...aScheduledChange(0), upgrade: { ...E5, quantity: 10, target: 'sub-2' } },
];

const subscriptions: fc.Arbitrary<Subscription> = fc
  .record({
    productClass: fc.constantFrom(...PRODUCT_CLASSES),
    status: fc.constantFrom(...STATUSES, 'active' as const, 'active' as const),
    autoRenewEnabled: fc.constantFrom(true, true, false),
    termDuration: fc.constantFrom(...TERMS),
    effectiveStartDate: days,
    commitmentEndDate: days,
    isTrial: fc.constantFrom(false, false, true),
    trialEndsAt: fc.oneof(fc.constant(null), days),
    scheduledNextTermInstructions: fc.constantFrom(null, null, ...SCHEDULED),
  })
  .map((overrides) => aSubscription(overrides));

/** Near what is due, so that stepping there takes no minutes. */
function isNear({ commitmentEndDate, trialEndsAt }: Subscription, now: string): boolean {
  const from = Math.min(...[commitmentEndDate, trialEndsAt ?? commitmentEndDate].map(year));
  return year(now) - from < 60;
}

function year(instant: string): number {
  return Number(instant.slice(0, 4));
}

describe('a subscription as of now', () => {
  test('F-13: is what stepping from one due event to the next makes of it', () => {
    fc.assert(
      fc.property(subscriptions, days, (subscription, now) => {
        fc.pre(isNear(subscription, now));
        expect(presentAt(subscription, now)).toEqual(applyDue(subscription, now).subscription);
      }),
      { numRuns: 3000 },
    );
  });

  test('F-10: an end that comes back to the anchor’s grid stays on it', () => {
    const off = { effectiveStartDate: at('2021-01-31'), commitmentEndDate: at('2021-10-28') } as const;
    const { commitmentEndDate } = presentAt(aSubscription({ ...off, termDuration: 'P1M' }), at('2022-03-01'));
    expect(commitmentEndDate).toBe(at('2022-03-31'));
  });

  test.each(['P1M', 'P1Y', 'P3Y'] as const)(
    'R-5: after ten thousand years of %s it has not drifted',
    (termDuration) => {
      const start = { effectiveStartDate: at('0001-01-31'), commitmentEndDate: at('0004-01-31') } as const;
      const line = { subscription: aSubscription({ ...start, termDuration }), customer: aCustomer() };
      const command = { type: 'set-auto-renew', enabled: false };
      const answer = decideLine(JSON.stringify({ ...line, command }), {
        now: at('9990-02-01'),
        rulebook: '2021-08',
      });
      const ends = { P1M: '9990-02-28', P1Y: '9991-01-31', P3Y: '9991-01-31' };
      expect(answer).toMatchObject({ outcome: 'accepted', effective: at(ends[termDuration]) });
    },
  );
});

describe('an add-on beside its base', () => {
  const addOn = aSubscription({ id: 'a', parentSubscriptionId: 'sub-1' });
  const ending = aSubscription({ autoRenewEnabled: false });
  const now = at('2022-10-01');

  test('A-6, F-41, F-52: ends where the clock ends the base, and does not renew then', () => {
    expect(presentBeside(addOn, ending, now)).toMatchObject({
      status: 'deleted',
      commitmentEndDate: at('2022-09-01'),
    });
    expect(presentBeside(addOn, ending, at('2022-08-31T23:59:59.999Z')).status).toBe('active');
  });

  test('renews beside a base that does, and beside one that is not its own', () => {
    const alone = presentAt(addOn, now);
    expect(presentBeside(addOn, aSubscription(), now)).toEqual(alone);
    expect(presentBeside(addOn, { ...ending, id: 'other' }, now)).toEqual(alone);
    expect(presentBeside(addOn, null, now)).toEqual(alone);
  });
});
