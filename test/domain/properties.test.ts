import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY, plus } from '../../src/domain/instant.ts';
import { decideLine, dueLine } from '../../src/domain/json/decideLine.ts';
import { priceTimes } from '../../src/domain/money.ts';
import { cyclesCharged, termEnd } from '../../src/domain/period.ts';
import { LIFECYCLE_COMMANDS, type LifecycleCommand } from '../../src/domain/subscription/command.ts';
import { applyDue } from '../../src/domain/subscription/due.ts';
import {
  BILLING_CYCLES,
  PRODUCT_CLASSES,
  STATUSES,
  type Subscription,
  TERMS,
} from '../../src/domain/subscription/subscription.ts';
import { sameTerms } from '../../src/domain/subscription/terms.ts';
import { aCustomer, anIsvLicense, aPartner, aScheduledChange, aSubscription } from '../support/builders.ts';
import { at, given } from '../support/decider.ts';

const DEFAULTS = { now: at('2021-09-03'), rulebook: '2021-08' };
const NONE = fc.constant(null);

const instants = fc
  .date({ min: new Date('2019-01-01T00:00:00Z'), max: new Date('2024-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const prices = fc
  .tuple(fc.nat(99_999), fc.nat(9999))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(4, '0')}`);

const subscriptions: fc.Arbitrary<Subscription> = fc
  .record({
    productClass: fc.constantFrom(...PRODUCT_CLASSES),
    status: fc.constantFrom(...STATUSES),
    suspensionKind: fc.constantFrom('paused' as const, null),
    autoRenewEnabled: fc.boolean(),
    termDuration: fc.constantFrom(...TERMS),
    billingCycle: fc.constantFrom(...BILLING_CYCLES),
    quantity: fc.nat(5000),
    unitPrice: prices,
    currency: fc.constantFrom('USD', 'JPY', 'KWD'),
    orderPlacedAt: instants,
    effectiveStartDate: instants,
    commitmentEndDate: instants,
    trialEndsAt: fc.oneof(NONE, instants),
    isTrial: fc.boolean(),
    suspendedAt: fc.oneof(NONE, instants),
    dataDeletionAt: fc.oneof(NONE, instants),
    scheduledNextTermInstructions: fc.oneof(NONE, fc.constant(aScheduledChange(3))),
  })
  .map((overrides) => aSubscription(overrides));

const quantities = fc.oneof(fc.integer({ min: -2, max: 40 }), fc.constantFrom(1e9, Number.MAX_SAFE_INTEGER));
const skus = fc.constantFrom('0001', '0002', '0003', 'CFQ7TTC0LFLX:0001', ':', 'a:b:c');
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const SKU = {
  minimumQuantity: 2,
  maximumQuantity: 30,
  upgradeTargets: ['0002', 'CFQ7TTC0LFLX:0001'],
} as const;

const plain = LIFECYCLE_COMMANDS.filter(
  (type) => !['set-auto-renew', 'set-quantity', 'schedule-change', 'upgrade'].includes(type),
) as ('cancel' | 'pause')[];

const commands = fc.oneof(
  fc.record({ type: fc.constantFrom(...plain) }),
  fc.record({ type: fc.constant('set-auto-renew'), enabled: fc.boolean() }),
  fc.record({ type: fc.constant('set-quantity'), quantity: quantities }),
  fc.record({
    type: fc.constant('schedule-change'),
    quantity: maybe(quantities),
    sku: maybe(skus),
    termDuration: maybe(fc.constantFrom(...TERMS)),
    billingCycle: maybe(fc.constantFrom(...BILLING_CYCLES)),
  }),
  fc.record({
    type: fc.constant('upgrade'),
    sku: skus,
    quantity: maybe(quantities),
    timing: fc.constantFrom('now', 'term-end'),
  }),
) as fc.Arbitrary<LifecycleCommand>;

describe('whatever is asked', () => {
  test('X-6: a refund is never negative nor above what was paid', () => {
    fc.assert(
      fc.property(subscriptions, instants, (subscription, now) => {
        const { decision } = given({ subscription }).when('cancel', now);
        if (decision.outcome === 'refused' || decision.refund === null) return;
        const { subscription: present } = applyDue(subscription, now);
        const { cycles } = cyclesCharged(
          present.effectiveStartDate,
          present.billingCycle,
          present.termDuration,
          now,
        );
        const paid = priceTimes(present.unitPrice, (present.quantity ?? 0) * cycles, present.currency);
        expect(decision.refund.amount.minor).toBeGreaterThanOrEqual(0);
        expect(decision.refund.amount.minor).toBeLessThanOrEqual(paid.minor);
        expect(Number.isSafeInteger(decision.refund.amount.minor)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('X-1 to X-7: windows are half open at the millisecond', () => {
    const age = (days: number, past: number, start: string) =>
      plus(start, { milliseconds: days * DAY + past });
    fc.assert(
      fc.property(instants, (start) => {
        const long = plus(start, { months: 36 });
        const isv = (billingCycle: 'monthly' | 'annual') =>
          anIsvLicense({
            billingCycle,
            orderPlacedAt: start,
            effectiveStartDate: start,
            commitmentEndDate: long,
          });
        const nce = aSubscription({ effectiveStartDate: start, commitmentEndDate: long });
        const rule = (subscription: Subscription, now: string) =>
          given({ subscription }).when('cancel', now).decision.rules[0];
        expect([-1, 0].map((past) => rule(isv('monthly'), age(1, past, start)))).toEqual(['X-1', 'X-3']);
        expect([-1, 0].map((past) => rule(isv('annual'), age(14, past, start)))).toEqual(['X-2', 'X-3']);
        expect([-1, 0].map((past) => rule(nce, age(1, past, start)))).toEqual(['X-5', 'X-6']);
        expect([-1, 0].map((past) => rule(nce, age(30, past, start)))).toEqual(['X-6', 'X-7']);
      }),
      { numRuns: 100 },
    );
  });

  test('R-5: over 100 terms every end is anchor + n × term', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom('P1M', 'P1Y'), (start, termDuration) => {
        const ends = { effectiveStartDate: start, commitmentEndDate: termEnd(start, termDuration, 1) };
        const subscription = anIsvLicense({ ...ends, termDuration });
        const { events, subscription: present } = applyDue(subscription, termEnd(start, termDuration, 100));
        expect(events).toHaveLength(100);
        expect(present.commitmentEndDate).toBe(termEnd(start, termDuration, 101));
      }),
      { numRuns: 20 },
    );
  });

  test('F-85: two decisions inside the same window have equal terms', () => {
    fc.assert(
      fc.property(subscriptions, commands, instants, fc.nat(DAY - 1), (subscription, command, now, later) => {
        const first = given({ subscription, sku: SKU }).when(command, now).decision;
        if (first.outcome === 'refused') return;
        const then = plus(now, { milliseconds: later });
        const { events } = applyDue(subscription, then);
        const { events: before } = applyDue(subscription, now);
        const day = (instant: string) =>
          Math.floor((Date.parse(instant) - Date.parse(subscription.effectiveStartDate)) / DAY);
        const isPast = first.deadline !== null && then >= first.deadline;
        const isTermOver = now < subscription.commitmentEndDate && then >= subscription.commitmentEndDate;
        const isStepped = day(now) !== day(then) || events.length !== before.length || isPast || isTermOver;
        // What a term ended while suspended becomes is a date of the contract: it moves with the months (F-42).
        if (isStepped || 'commitmentEndDate' in first.after) return;
        // A cycle charged in between changes what was paid (F-30).
        const charged = (instant: string) =>
          cyclesCharged(
            subscription.effectiveStartDate,
            subscription.billingCycle,
            subscription.termDuration,
            instant,
          ).cycles;
        if (charged(now) !== charged(then)) return;
        const second = given({ subscription, sku: SKU }).when(command, then).decision;
        if (second.outcome === 'refused') throw new Error('refused inside the window');
        expect(sameTerms(first, second)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('F-27: before and after have the same keys, and every value differs', () => {
    fc.assert(
      fc.property(subscriptions, commands, instants, (subscription, command, now) => {
        const { decision } = given({ subscription, sku: SKU }).when(command, now);
        if (decision.outcome === 'refused') return;
        expect(Object.keys(decision.before)).toEqual(Object.keys(decision.after));
        for (const [key, value] of Object.entries(decision.after)) {
          expect(value).not.toEqual(decision.before[key as keyof Subscription]);
        }
      }),
    );
  });

  test('F-14: decide and due answer any JSON, and any text, with one object', () => {
    const good = {
      subscription: aSubscription(),
      customer: aCustomer(),
      partner: aPartner(),
      command: { type: 'cancel' },
    };
    const broken = fc
      .tuple(fc.constantFrom(...Object.keys(good.subscription)), fc.jsonValue())
      .map(([key, value]) =>
        JSON.stringify({ ...good, subscription: { ...good.subscription, [key]: value } }),
      );
    const replaced = fc
      .tuple(fc.constantFrom(...Object.keys(good)), fc.jsonValue())
      .map(([key, value]) => JSON.stringify({ ...good, [key]: value }));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), broken, replaced), (line) => {
        expect(decideLine(line, DEFAULTS)['outcome']).toMatch(/^(accepted|refused|error)$/);
        expect(typeof dueLine(line, DEFAULTS)).toBe('object');
      }),
      { numRuns: 1000 },
    );
  });

  test('F-14: a good subscription of any kind is decided', () => {
    fc.assert(
      fc.property(subscriptions, commands, instants, (subscription, command, now) => {
        const line = JSON.stringify({
          subscription,
          customer: aCustomer(),
          partner: aPartner(),
          command,
          sku: SKU,
          now,
        });
        expect(decideLine(line, DEFAULTS)['outcome']).toMatch(/^(accepted|refused)$/);
      }),
    );
  });
});
