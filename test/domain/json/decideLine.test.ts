import { describe, expect, test } from '@jest/globals';
import { decideLine, dueLine } from '../../../src/domain/json/decideLine.ts';
import {
  aCustomer,
  aMetered,
  anIsvLicense,
  aPartner,
  aScheduledChange,
  aSubscription,
} from '../../support/builders.ts';
import { at } from '../../support/decider.ts';

const DEFAULTS = { now: at('2021-09-03T12:00Z'), rulebook: '2021-08' };
const LINE = {
  subscription: aSubscription(),
  customer: aCustomer(),
  partner: aPartner(),
  command: { type: 'cancel' },
};

function decided(changes: object): Readonly<Record<string, unknown>> {
  return decideLine(JSON.stringify({ ...LINE, ...changes }), DEFAULTS);
}

function withSubscription(changes: object) {
  return decided({ subscription: { ...LINE.subscription, ...changes } });
}

describe('a line of decide', () => {
  test('F-14: now in the line wins over the configured one', () => {
    expect(decided({})).toMatchObject({ rules: ['X-6', 'X-8'], effective: '2021-09-03T12:00:00.000Z' });
    expect(decided({ now: '2021-09-01T10:00:00+02:00' })).toMatchObject({
      effective: '2021-09-01T08:00:00.000Z',
    });
  });

  test.each([
    ['not JSON', '{'],
    ['empty', ''],
    ['a list', '[]'],
    ['null', 'null'],
  ])('F-14: %s is bad input', (_name, line) => {
    expect(decideLine(line, DEFAULTS)).toEqual({
      outcome: 'error',
      code: 'bad-input',
      message: expect.any(String),
    });
  });

  test.each([
    ['an unknown command', { command: { type: 'explode' } }],
    ['a command of an object’s prototype', { command: { type: 'constructor' } }],
    ['a command without its argument', { command: { type: 'set-auto-renew' } }],
    ['an unknown key of a command', { command: { type: 'cancel', force: true } }],
    ['an unknown rulebook', { rulebook: '1999-01' }],
    ['no customer', { customer: undefined }],
    ['now that is none', { now: 'yesterday' }],
    ['an unknown key', { addons: [] }],
  ])('F-14: %s is bad input', (_name, changes) => {
    expect(decided(changes)).toMatchObject({ outcome: 'error', code: 'bad-input' });
  });

  test.each([
    ['an unknown class', { productClass: 'ea' }],
    ['a fraction of a licence', { quantity: 1.5 }],
    ['fewer than none', { quantity: -1 }],
    ['no licences of a licence', { quantity: null }],
    ['a price as a number', { unitPrice: 36.5 }],
    ['a negative price', { unitPrice: '-1.00' }],
    ['a price beyond reckoning', { unitPrice: '999999999999999', quantity: 900_000 }],
    ['no currency', { currency: 'ABC' }],
    ['a date that is none', { commitmentEndDate: '2021-02-30T00:00:00Z' }],
    ['an instant without a zone', { effectiveStartDate: '2021-09-01T00:00:00' }],
    ['an unknown key', { colour: 'red' }],
    ['a missing key', { status: undefined }],
    ['an incomplete scheduled change', { scheduledNextTermInstructions: { quantity: 4 } }],
  ])('F-94: a subscription with %s is bad input', (_name, changes) => {
    expect(withSubscription(changes)).toMatchObject({ outcome: 'error', code: 'bad-input' });
  });

  test('F-94: keys that may be null may be absent', () => {
    const {
      suspensionKind: _a,
      trialEndsAt: _b,
      parentSubscriptionId: _c,
      suspendedAt: _d,
      ...subscription
    } = LINE.subscription;
    const { dataDeletionAt: _e, scheduledNextTermInstructions: _f, ...bare } = subscription;
    const { accountOpenedAt: _g, firstBillingPeriodStart: _h, ...customer } = LINE.customer;
    expect(decided({ subscription: bare, customer })).toEqual(decided({}));
  });

  test('F-18: deadlines stated by the provider are ignored', () => {
    const stated = {
      refundOptions: [{ type: 'Full' }],
      cancellationAllowedUntilDate: '2021-09-02T00:00:00Z',
    };
    expect(withSubscription(stated)).toEqual(decided({}));
  });

  test('F-08: a customer’s plain date is midnight UTC', () => {
    const customer = {
      ...LINE.customer,
      accountOpenedAt: '2021-01-01',
      firstBillingPeriodStart: '2021-01-20',
    };
    const subscription = { ...LINE.subscription, productClass: 'legacy' };
    const suspended = decided({
      customer,
      subscription,
      command: { type: 'suspend' },
      now: '2021-06-01T00:00:00Z',
    });
    expect(suspended).toMatchObject({ deadline: '2021-09-18T00:00:00.000Z' });
  });

  test('F-07: a reason outside the list is refused, not malformed', () => {
    expect(decided({ command: { type: 'cancel', reason: 'boredom' } })).toMatchObject({
      outcome: 'refused',
      code: 'reason-required',
      rules: ['G-2'],
    });
  });

  test.each(['', '  '])('F-07: an empty reason (%j) is outside the list too', (reason) => {
    expect(decided({ command: { type: 'cancel', reason } })).toMatchObject({ code: 'reason-required' });
  });

  test('F-16: what would be reckoned beyond what a number holds is bad input, never an exception', () => {
    const scheduledNextTermInstructions = { ...aScheduledChange(1), quantity: Number.MAX_SAFE_INTEGER };
    expect(withSubscription({ scheduledNextTermInstructions })).toMatchObject({ code: 'bad-input' });
  });

  test('X-1: a full credit is of the order, however long before it the start is said to be', () => {
    const { orderPlacedAt, ...isv } = anIsvLicense({ quantity: 1, unitPrice: '80000000000.00' });
    const subscription = { ...isv, orderPlacedAt, effectiveStartDate: '0001-01-01T00:00:00.000Z' };
    expect(decided({ subscription, now: orderPlacedAt })).toMatchObject({
      rules: ['X-1'],
      refund: { amount: '80000000000.00', as: 'next-invoice-credit' },
    });
  });

  test('a text that is too long is said to be that', () => {
    expect(withSubscription({ offerName: 'x'.repeat(1_000_000) })).toEqual({
      outcome: 'error',
      code: 'bad-input',
      message: 'line.subscription.offerName is longer than 2000 characters',
    });
  });

  test('F-15: usage has no quantity', () => {
    expect(decided({ subscription: aMetered() })).toMatchObject({
      outcome: 'refused',
      rules: ['X-4'],
      alternatives: ['deprovision'],
    });
  });

  test.each([
    ['a fraction of a licence', { type: 'set-quantity', quantity: 1.5 }],
    ['a number in words', { type: 'set-quantity', quantity: 'ten' }],
    ['no number', { type: 'set-quantity' }],
    ['beyond what a number holds', { type: 'set-quantity', quantity: 1e300 }],
    ['a term that does not exist', { type: 'schedule-change', termDuration: 'P5Y' }],
    ['a cycle that does not exist', { type: 'schedule-change', billingCycle: 'weekly' }],
    ['a fraction at the renewal', { type: 'schedule-change', quantity: 0.5 }],
    ['an upgrade to nothing', { type: 'upgrade', timing: 'now' }],
    ['an upgrade some time', { type: 'upgrade', sku: '0002', timing: 'later' }],
  ])('F-14, F-49: %s is bad input', (_name, command) => {
    expect(decided({ command })).toMatchObject({ outcome: 'error', code: 'bad-input' });
  });

  test('F-01, F-04: what the rules need may stand beside the subscription', () => {
    const target = aSubscription({ id: 'sub-2', skuId: '0002', quantity: 5 });
    const command = { type: 'upgrade', sku: '0002', quantity: 4, timing: 'now', target: 'sub-2' };
    expect(decided({ command, target, sku: { upgradeTargets: ['0002'] } })).toMatchObject({
      outcome: 'accepted',
      after: { quantity: 6 },
      target: { subscriptionId: 'sub-2', before: { quantity: 5 }, after: { quantity: 9 } },
    });
  });

  test('F-17: the partner changes no decision', () => {
    expect(decided({ partner: aPartner({ type: 'indirect-reseller' }) })).toEqual(decided({}));
  });
});

describe('a line of due', () => {
  test('F-51: what, when, by which rules, and what is so afterwards', () => {
    const line = JSON.stringify({
      subscription: aSubscription(),
      customer: aCustomer(),
      rulebook: '2021-08',
    });
    expect(dueLine(line, DEFAULTS)).toEqual({
      what: 'renewal',
      at: '2022-09-01T00:00:00.000Z',
      rules: ['R-4'],
      after: { commitmentEndDate: '2023-09-01T00:00:00.000Z' },
    });
  });

  test('F-51: what only decide needs may stand there', () => {
    const more = { now: at('2021-10-01'), addOns: [], base: null, sku: {}, target: null };
    expect(dueLine(JSON.stringify({ ...LINE, ...more }), DEFAULTS)).toMatchObject({ what: 'renewal' });
  });

  test('F-14: a bad one is answered in its place', () => {
    expect(dueLine('{"subscription":{}}', DEFAULTS)).toMatchObject({ outcome: 'error', code: 'bad-input' });
  });
});
