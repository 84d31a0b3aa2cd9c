import { describe, expect, test } from '@jest/globals';
import { aLegacy, aMetered, anIsvLicense, aScheduledChange, aSubscription } from '../../support/builders.ts';
import { at, given } from '../../support/decider.ts';

describe('a publisher’s licences', () => {
  test('X-1: billed monthly, inside 24 hours of the order: now, with the full credit', () => {
    const cancelled = given({ subscription: anIsvLicense() }).when('cancel', '2021-09-02T09:59:59Z');
    expect(cancelled.json()).toEqual({
      outcome: 'accepted',
      command: 'cancel',
      rules: ['X-1'],
      effective: '2021-09-02T09:59:59.000Z',
      refund: {
        amount: '365.00',
        currency: 'USD',
        basis: 'full',
        estimate: false,
        as: 'next-invoice-credit',
      },
      access: 'ends-now',
      billing: 'stops',
      reversible: false,
      lost: { autoRenew: true },
      before: { status: 'active', autoRenewEnabled: true },
      after: { status: 'deleted', autoRenewEnabled: false },
      deadline: '2021-09-02T10:00:00.000Z',
    });
  });

  test('X-3: at exactly 24 hours only at the renewal, without refund, until then undone by auto-renew on', () => {
    const cancelled = given({ subscription: anIsvLicense() }).when('cancel', '2021-09-02T10:00Z');
    expect(cancelled.json()).toEqual({
      outcome: 'accepted',
      command: 'cancel',
      rules: ['X-3'],
      effective: '2021-10-01T10:00:00.000Z',
      refund: null,
      access: 'ends-at-effective',
      billing: 'unchanged',
      reversible: true,
      lost: { autoRenew: true },
      before: { autoRenewEnabled: true },
      after: { autoRenewEnabled: false },
      deadline: '2021-10-01T10:00:00.000Z',
    });
  });

  test('X-2, X-3: billed annually the window is 14 days', () => {
    const subscription = anIsvLicense({
      termDuration: 'P1Y',
      billingCycle: 'annual',
      commitmentEndDate: at('2022-09-01T10:00Z'),
    });
    const inside = given({ subscription }).when('cancel', '2021-09-15T09:59:59Z').accepted();
    expect(inside).toMatchObject({ rules: ['X-2'], deadline: at('2021-09-15T10:00Z'), access: 'ends-now' });
    const outside = given({ subscription }).when('cancel', '2021-09-15T10:00Z').accepted();
    expect(outside).toMatchObject({ rules: ['X-3'], effective: at('2022-09-01T10:00Z'), refund: null });
  });

  test.each(['triennial', 'none'] as const)('F-32: billed %s it is 14 days too', (billingCycle) => {
    const subscription = anIsvLicense({
      termDuration: 'P3Y',
      billingCycle,
      commitmentEndDate: at('2024-09-01T10:00Z'),
    });
    expect(given({ subscription }).when('cancel', '2021-09-15T09:59:59.999Z').accepted().rules).toEqual([
      'X-2',
    ]);
    expect(given({ subscription }).when('cancel', '2021-09-15T10:00Z').accepted().rules).toEqual(['X-3']);
  });

  test('F-33: cancelled at the renewal already, there is nothing to change', () => {
    const subscription = anIsvLicense({ autoRenewEnabled: false });
    const again = given({ subscription }).when('cancel', '2021-09-10');
    again.thenRefused({ code: 'no-change', rules: ['X-3'], alternatives: [] });
  });

  test('F-34: a suspended one ends at the earlier of its term’s end and the deletion of its data', () => {
    const suspended = {
      status: 'suspended',
      suspendedAt: at('2021-09-05'),
      dataDeletionAt: at('2021-12-04'),
      termDuration: 'P1Y',
    } as const;
    const longer = anIsvLicense({ ...suspended, commitmentEndDate: at('2022-09-01T10:00Z') });
    expect(given({ subscription: longer }).when('cancel', '2021-09-20').accepted()).toMatchObject({
      rules: ['X-3', 'X-11'],
      effective: at('2021-12-04'),
      access: 'unchanged',
      after: { autoRenewEnabled: false },
    });
    const shorter = anIsvLicense({ ...suspended, commitmentEndDate: at('2021-10-01T10:00Z') });
    expect(given({ subscription: shorter }).when('cancel', '2021-09-20').accepted().effective).toBe(
      at('2021-10-01T10:00Z'),
    );
  });
});

describe('usage and legacy', () => {
  test('X-4: usage is not eligible for a return; deprovisioning is offered', () => {
    given({ subscription: aMetered() })
      .when('cancel', '2021-09-01T10:00Z')
      .thenRefused({ code: 'not-for-class', rules: ['X-4'], alternatives: ['deprovision'] });
  });

  test('X-4, F-26: nothing is offered of a deleted one, and the class is named before the status', () => {
    given({ subscription: aMetered({ status: 'deleted' }) })
      .when('cancel', '2021-09-10')
      .thenRefused({ code: 'not-for-class', rules: ['X-4'], alternatives: [] });
  });

  test('X-10: legacy offers suspend, while it is active', () => {
    given({ subscription: aLegacy() })
      .when('cancel', '2021-09-10')
      .thenRefused({ code: 'not-for-class', rules: ['X-10'], alternatives: ['suspend'] });
    given({ subscription: aLegacy({ status: 'suspended', dataDeletionAt: at('2021-12-10') }) })
      .when('cancel', '2021-09-11')
      .thenRefused({ code: 'not-for-class', rules: ['X-10'], alternatives: [] });
  });
});

describe('new commerce', () => {
  test('X-5: inside 24 hours of the start, the full refund', () => {
    const cancelled = given().when('cancel', '2021-09-01T23:59:59Z');
    expect(cancelled.json()).toMatchObject({
      rules: ['X-5', 'X-8'],
      refund: { amount: '365.00', currency: 'USD', basis: 'full', as: 'refund', estimate: false },
      deadline: '2021-09-02T00:00:00.000Z',
      reversible: false,
    });
  });

  test('X-5, F-36: ordered, but not started yet', () => {
    expect(given().when('cancel', '2021-08-30').json()).toMatchObject({
      rules: ['X-5', 'X-8'],
      refund: { amount: '365.00' },
    });
  });

  test('X-6: the third day has used three of 365 days', () => {
    const cancelled = given().when('cancel', '2021-09-03T12:00Z');
    expect(cancelled.json()).toEqual({
      outcome: 'accepted',
      command: 'cancel',
      rules: ['X-6', 'X-8'],
      effective: '2021-09-03T12:00:00.000Z',
      refund: {
        amount: '362.00',
        currency: 'USD',
        basis: 'prorated',
        estimate: true,
        as: 'refund',
        usedDays: 3,
        periodDays: 365,
      },
      access: 'ends-now',
      billing: 'stops',
      reversible: false,
      lost: { autoRenew: true },
      before: { status: 'active', autoRenewEnabled: true },
      after: { status: 'deleted', autoRenewEnabled: false },
      deadline: '2021-10-01T00:00:00.000Z',
    });
  });

  test('X-6: the last second of the 30 days', () => {
    expect(given().when('cancel', '2021-09-30T23:59:59Z').json()).toMatchObject({
      rules: ['X-6', 'X-8'],
      refund: { amount: '335.00', usedDays: 30 },
    });
  });

  test('X-6: P1M billed monthly, 11 of 30 days', () => {
    const subscription = aSubscription({
      termDuration: 'P1M',
      billingCycle: 'monthly',
      quantity: 1,
      unitPrice: '30.00',
      commitmentEndDate: at('2021-10-01'),
    });
    expect(given({ subscription }).when('cancel', '2021-09-11').json()).toMatchObject({
      rules: ['X-6', 'X-8'],
      refund: { amount: '19.00', usedDays: 11, periodDays: 30 },
    });
  });

  test('X-6, F-30: what a second cycle charged inside the 30 days counts too', () => {
    const start = at('2021-02-01');
    const subscription = aSubscription({
      termDuration: 'P1Y',
      billingCycle: 'monthly',
      quantity: 1,
      unitPrice: '28.00',
      orderPlacedAt: start,
      effectiveStartDate: start,
      commitmentEndDate: at('2022-02-01'),
    });
    // 28 + 31 days for 56.00; the 29th day is the first of March: 56 − 56 × 29/59 = 28.47.
    expect(given({ subscription }).when('cancel', '2021-03-01').json()).toMatchObject({
      refund: { amount: '28.47', usedDays: 29, periodDays: 59 },
    });
    const before = given({ subscription }).when('cancel', '2021-02-28T23:59:59.999Z');
    expect(before.json()).toMatchObject({ refund: { amount: '0.00', usedDays: 28, periodDays: 28 } });
  });

  test('X-6, F-30, F-13: a P1M that renewed inside the 30 days', () => {
    const start = at('2021-02-01');
    const subscription = aSubscription({
      termDuration: 'P1M',
      billingCycle: 'monthly',
      quantity: 1,
      unitPrice: '28.00',
      effectiveStartDate: start,
      commitmentEndDate: at('2021-03-01'),
    });
    expect(given({ subscription }).when('cancel', '2021-03-02T12:00Z').json()).toMatchObject({
      rules: ['X-6', 'X-8'],
      refund: { usedDays: 30, periodDays: 59 },
    });
  });

  test('X-7: from 30 days on refused, since then, with what would be accepted now', () => {
    given()
      .when('cancel', '2021-10-01')
      .thenRefused({
        code: 'cancel-window-closed',
        rules: ['X-7'],
        since: at('2021-10-01'),
        alternatives: ['auto-renew-off', 'schedule-fewer-licences', 'pause'],
      });
  });

  test.each([
    ['auto-renew off', { autoRenewEnabled: false }, ['pause']],
    ['one licence', { quantity: 1 }, ['auto-renew-off', 'pause']],
    ['paused', { status: 'suspended', suspensionKind: 'paused', autoRenewEnabled: false }, []],
  ] as const)('X-7, F-26: %s', (_name, overrides, alternatives) => {
    const refused = given({ subscription: aSubscription(overrides) })
      .when('cancel', '2021-10-01')
      .refused();
    expect(refused.alternatives).toEqual(alternatives);
  });

  test('X-7, F-01: fewer licences are not offered at the SKU’s minimum', () => {
    const refused = given({ sku: { minimumQuantity: 10 } })
      .when('cancel', '2021-10-01')
      .refused();
    expect(refused.alternatives).toEqual(['auto-renew-off', 'pause']);
  });

  test('X-11: a paused one inside its window can be cancelled; what is cleared stands there as null', () => {
    const subscription = aSubscription({
      status: 'suspended',
      suspensionKind: 'paused',
      autoRenewEnabled: false,
    });
    expect(given({ subscription }).when('cancel', '2021-09-03T12:00Z').accepted()).toMatchObject({
      rules: ['X-6', 'X-8', 'X-11'],
      lost: {},
      before: { status: 'suspended', suspensionKind: 'paused' },
      after: { status: 'deleted', suspensionKind: null },
    });
  });

  test('X-11, F-09: suspended by support counts as paused', () => {
    const subscription = aSubscription({ status: 'suspended' });
    expect(given({ subscription }).when('cancel', '2021-09-03').accepted().rules).toEqual([
      'X-6',
      'X-8',
      'X-11',
    ]);
  });

  test.each(['pending', 'deleted'] as const)('X-11: a %s one cannot', (status) => {
    given({ subscription: aSubscription({ status }) })
      .when('cancel', '2021-09-03')
      .thenRefused({ code: 'wrong-status', rules: ['X-11'], alternatives: [] });
  });

  test('F-38: a trial has paid nothing', () => {
    const subscription = aSubscription({
      isTrial: true,
      trialEndsAt: at('2021-10-01'),
      commitmentEndDate: at('2021-10-01'),
    });
    expect(given({ subscription }).when('cancel', '2021-09-01T12:00Z').json()).toMatchObject({
      refund: { amount: '0.00', basis: 'full' },
    });
    expect(given({ subscription }).when('cancel', '2021-09-03T12:00Z').json()).toMatchObject({
      refund: { amount: '0.00', basis: 'prorated' },
    });
  });

  test('F-38, F-13: once the trial has become paid the windows count from its end', () => {
    const subscription = aSubscription({
      isTrial: true,
      trialEndsAt: at('2021-10-01'),
      commitmentEndDate: at('2021-10-01'),
      scheduledNextTermInstructions: aScheduledChange(10),
    });
    expect(given({ subscription }).when('cancel', '2021-10-01T12:00Z').json()).toMatchObject({
      rules: ['X-5', 'X-8'],
      refund: { amount: '365.00' },
      deadline: '2021-10-02T00:00:00.000Z',
    });
  });

  test.each([
    ['JPY', '1299', '12990'],
    ['KWD', '1.5', '15.000'],
    ['USD', '1.0005', '10.01'],
    ['USD', '0.00049', '0.00'],
  ])('F-16: %s %s × 10 = %s', (currency, unitPrice, amount) => {
    const subscription = aSubscription({ currency, unitPrice });
    expect(given({ subscription }).when('cancel', '2021-09-01').json()).toMatchObject({
      refund: { amount, currency },
    });
  });

  test('A-6, F-41, F-20: the add-ons go along, in the order given, and the scheduled change', () => {
    const scheduledNextTermInstructions = aScheduledChange(8);
    const subscription = aSubscription({ scheduledNextTermInstructions });
    const addOn = (id: string, status: 'active' | 'suspended' | 'deleted' | 'pending') =>
      aSubscription({ id, status, parentSubscriptionId: 'sub-1' });
    const addOns = [
      addOn('b', 'active'),
      addOn('x', 'deleted'),
      addOn('a', 'suspended'),
      addOn('y', 'pending'),
    ];
    expect(given({ subscription, addOns }).when('cancel', '2021-09-03').accepted()).toMatchObject({
      rules: ['X-6', 'X-8', 'H-8', 'A-6'],
      lost: { autoRenew: true, scheduledChange: scheduledNextTermInstructions, addOns: ['b', 'a'] },
      after: { scheduledNextTermInstructions: null },
    });
  });

  test('F-41: at X-3 the add-ons are not listed yet', () => {
    const addOns = [anIsvLicense({ id: 'a', parentSubscriptionId: 'sub-1' })];
    const accepted = given({ subscription: anIsvLicense(), addOns }).when('cancel', '2021-09-10').accepted();
    expect(accepted).toMatchObject({ rules: ['X-3'], lost: { autoRenew: true } });
    expect(accepted.lost).not.toHaveProperty('addOns');
  });

  test.each([
    [{ reason: 'because' as never }],
    [{ reason: 'other' as const }],
    [{ reason: 'other' as const, reasonText: '  ' }],
  ])('G-2, F-07: %j is no reason', (reason) => {
    given()
      .when({ type: 'cancel', ...reason }, '2021-09-03')
      .thenRefused({ code: 'reason-required', rules: ['G-2'], alternatives: [] });
  });

  test('G-2, F-07: a dry run may lack the reason, a good one changes nothing', () => {
    const dry = given().when('cancel', '2021-09-03').decision;
    expect(
      given().when({ type: 'cancel', reason: 'other', reasonText: 'moved' }, '2021-09-03').decision,
    ).toEqual(dry);
  });
});
