import { describe, expect, test } from '@jest/globals';
import {
  aCustomer,
  aLegacy,
  aMetered,
  anIsvLicense,
  aScheduledChange,
  aSubscription,
} from '../../support/builders.ts';
import { at, given } from '../../support/decider.ts';

const PAUSED = aSubscription({ status: 'suspended', suspensionKind: 'paused', autoRenewEnabled: false });
const SUSPENDED = aLegacy({
  status: 'suspended',
  suspendedAt: at('2021-09-05'),
  dataDeletionAt: at('2021-12-04'),
});

describe('pause and resume', () => {
  test('P-1, P-2, P-3, H-8: access blocked, billing goes on, auto-renew and the scheduled change are gone', () => {
    const scheduledNextTermInstructions = aScheduledChange(10);
    const paused = given({ subscription: aSubscription({ scheduledNextTermInstructions }) }).when(
      'pause',
      '2021-09-20',
    );
    expect(paused.json()).toEqual({
      outcome: 'accepted',
      command: 'pause',
      rules: ['P-1', 'P-2', 'P-3', 'H-8'],
      effective: '2021-09-20T00:00:00.000Z',
      refund: null,
      access: 'blocked-now',
      billing: 'continues',
      reversible: true,
      lost: { autoRenew: true, scheduledChange: scheduledNextTermInstructions },
      before: {
        status: 'active',
        suspensionKind: null,
        autoRenewEnabled: true,
        scheduledNextTermInstructions,
      },
      after: {
        status: 'suspended',
        suspensionKind: 'paused',
        autoRenewEnabled: false,
        scheduledNextTermInstructions: null,
      },
      deadline: null,
    });
  });

  test('P-4: resume restores access and neither auto-renew nor the scheduled change', () => {
    const scheduledNextTermInstructions = aScheduledChange(10);
    const paused = given({ subscription: aSubscription({ scheduledNextTermInstructions }) }).when(
      'pause',
      '2021-09-20',
    );
    const resumed = given({ subscription: paused.subscription() }).when('resume', '2021-09-21');
    expect(resumed.json()).toEqual({
      outcome: 'accepted',
      command: 'resume',
      rules: ['P-4'],
      effective: '2021-09-21T00:00:00.000Z',
      refund: null,
      access: 'restored-now',
      billing: 'continues',
      reversible: true,
      lost: {},
      before: { status: 'suspended', suspensionKind: 'paused' },
      after: { status: 'active', suspensionKind: null },
      deadline: null,
    });
    expect(resumed.subscription()).toMatchObject({
      autoRenewEnabled: false,
      scheduledNextTermInstructions: null,
    });
  });

  test('P-3, F-21: with auto-renew off already only access is lost', () => {
    const paused = given({ subscription: aSubscription({ autoRenewEnabled: false }) })
      .when('pause', '2021-09-20')
      .accepted();
    expect(paused).toMatchObject({ rules: ['P-1', 'P-2', 'P-3'], lost: {} });
    expect(paused.after).toEqual({ status: 'suspended', suspensionKind: 'paused' });
  });

  test('F-41: pausing takes no add-ons along', () => {
    const addOns = [aSubscription({ id: 'a', parentSubscriptionId: 'sub-1' })];
    expect(given({ addOns }).when('pause', '2021-09-20').accepted().lost).toEqual({ autoRenew: true });
  });

  test('P-5: other classes are refused with the verb that they have', () => {
    for (const subscription of [aLegacy(), anIsvLicense(), aMetered()]) {
      given({ subscription })
        .when('pause', '2021-09-10')
        .thenRefused({ code: 'not-for-class', rules: ['P-5'], alternatives: ['suspend'] });
    }
    given({ subscription: SUSPENDED })
      .when('resume', '2021-09-10')
      .thenRefused({ code: 'not-for-class', rules: ['P-5'], alternatives: ['reactivate'] });
  });

  test('P-5: pause needs active, resume needs paused; F-09: support’s suspension is neither', () => {
    const support = aSubscription({ status: 'suspended' });
    const refused = { code: 'wrong-status', rules: ['P-5'], alternatives: [] } as const;
    given({ subscription: PAUSED }).when('pause', '2021-09-10').thenRefused(refused);
    given({ subscription: support }).when('pause', '2021-09-10').thenRefused(refused);
    given({ subscription: support }).when('resume', '2021-09-10').thenRefused(refused);
    given().when('resume', '2021-09-10').thenRefused(refused);
  });

  test('P-6, F-13: past its term a paused one is deleted, and cannot be resumed', () => {
    given({ subscription: PAUSED }).when('resume', '2022-08-31T23:59:59.999Z').accepted();
    given({ subscription: PAUSED })
      .when('resume', '2022-09-01')
      .thenRefused({ code: 'wrong-status', rules: ['P-5'], alternatives: [] });
  });
});

describe('suspend', () => {
  const opened = aCustomer({ accountOpenedAt: at('2021-01-01'), firstBillingPeriodStart: at('2021-01-20') });
  const subscription = aLegacy({ effectiveStartDate: at('2021-02-01'), commitmentEndDate: at('2022-02-01') });

  test('S-1, S-2: 90 days and the 19 before the first billing period', () => {
    expect(given({ subscription, customer: opened }).when('suspend', '2021-06-01').json()).toEqual({
      outcome: 'accepted',
      command: 'suspend',
      rules: ['S-1', 'S-2'],
      effective: '2021-06-01T00:00:00.000Z',
      refund: null,
      access: 'blocked-now',
      billing: 'stops',
      reversible: true,
      lost: {},
      before: { status: 'active', suspendedAt: null, dataDeletionAt: null },
      after: {
        status: 'suspended',
        suspendedAt: '2021-06-01T00:00:00.000Z',
        dataDeletionAt: '2021-09-18T00:00:00.000Z',
      },
      deadline: '2021-09-18T00:00:00.000Z',
    });
  });

  test.each([
    [
      '50 days: capped at 120',
      { accountOpenedAt: at('2021-01-01'), firstBillingPeriodStart: at('2021-02-20') },
      '2021-09-29',
    ],
    ['unknown: 90', { accountOpenedAt: null, firstBillingPeriodStart: at('2021-02-20') }, '2021-08-30'],
    [
      'negative: 90',
      { accountOpenedAt: at('2021-03-01'), firstBillingPeriodStart: at('2021-02-20') },
      '2021-08-30',
    ],
    [
      'not a whole day',
      { accountOpenedAt: at('2021-01-01T00:00:00.001Z'), firstBillingPeriodStart: at('2021-01-02') },
      '2021-08-30',
    ],
  ])('S-2, F-08: %s', (_name, dates, deletion) => {
    const suspended = given({ subscription, customer: aCustomer(dates) })
      .when('suspend', '2021-06-01')
      .accepted();
    expect(suspended.after.dataDeletionAt).toBe(at(deletion));
  });

  test('A-6, F-41: active add-ons are suspended along; auto-renew and the rest stay (F-42)', () => {
    const addOns = [
      aLegacy({ id: 'a', parentSubscriptionId: 'sub-1' }),
      aLegacy({ id: 'b', parentSubscriptionId: 'sub-1', status: 'deleted' }),
    ];
    expect(given({ subscription, addOns }).when('suspend', '2021-06-01').accepted()).toMatchObject({
      rules: ['S-1', 'S-2', 'A-6'],
      lost: { addOns: ['a'] },
    });
  });

  test('S-5: new commerce goes through a service request, pause is offered', () => {
    const refused = { code: 'service-request-needed', rules: ['S-5'] } as const;
    given()
      .when('suspend', '2021-09-10')
      .thenRefused({ ...refused, alternatives: ['pause'] });
    given()
      .when('reactivate', '2021-09-10')
      .thenRefused({ ...refused, alternatives: ['pause'] });
    given({ subscription: PAUSED })
      .when('suspend', '2021-09-10')
      .thenRefused({ ...refused, alternatives: [] });
    given({ subscription: PAUSED })
      .when('reactivate', '2021-09-10')
      .thenRefused({ ...refused, alternatives: ['resume'] });
  });

  test('S-1, F-40: a second suspension would restart the deletion clock', () => {
    given({ subscription: SUSPENDED })
      .when('suspend', '2021-09-10')
      .thenRefused({ code: 'wrong-status', rules: ['S-1'], alternatives: [] });
  });
});

describe('reactivate', () => {
  test('S-4: until the deletion, restores active and clears the date', () => {
    const reactivated = given({ subscription: SUSPENDED }).when('reactivate', '2021-12-03T23:59:59.999Z');
    expect(reactivated.json()).toEqual({
      outcome: 'accepted',
      command: 'reactivate',
      rules: ['S-4'],
      effective: '2021-12-03T23:59:59.999Z',
      refund: null,
      access: 'restored-now',
      billing: 'continues',
      reversible: true,
      lost: {},
      before: { status: 'suspended', suspendedAt: at('2021-09-05'), dataDeletionAt: at('2021-12-04') },
      after: { status: 'active', suspendedAt: null, dataDeletionAt: null },
      deadline: null,
    });
  });

  test('S-4, F-29: at that instant the data is gone', () => {
    given({ subscription: SUSPENDED })
      .when('reactivate', '2021-12-04')
      .thenRefused({ code: 'data-deleted', rules: ['S-4'], since: at('2021-12-04'), alternatives: [] });
  });

  test.each(['active', 'pending', 'deleted'] as const)('S-4, F-40: not of one that is %s', (status) => {
    given({ subscription: aLegacy({ status }) })
      .when('reactivate', '2021-09-10')
      .thenRefused({ code: 'wrong-status', rules: ['S-4'], alternatives: [] });
  });

  test('F-42: a term that ended meanwhile is followed by the one that is running', () => {
    const subscription = anIsvLicense({
      status: 'suspended',
      suspendedAt: at('2021-09-20'),
      dataDeletionAt: at('2021-12-19'),
    });
    const reactivated = given({ subscription }).when('reactivate', '2021-11-15').accepted();
    expect(reactivated.after).toEqual({
      status: 'active',
      suspendedAt: null,
      dataDeletionAt: null,
      commitmentEndDate: at('2021-12-01T10:00Z'),
    });
  });

  test('A-6, F-03: an add-on needs its base, active', () => {
    const addOn = { ...SUSPENDED, id: 'a', parentSubscriptionId: 'sub-1' };
    const refused = { code: 'base-not-active', rules: ['A-6'], alternatives: [] } as const;
    given({ subscription: addOn }).when('reactivate', '2021-09-10').thenRefused(refused);
    given({ subscription: addOn, base: SUSPENDED }).when('reactivate', '2021-09-10').thenRefused(refused);
    for (const wrong of [{ id: 'another' }, { customerId: 'another' }]) {
      given({ subscription: addOn, base: aLegacy(wrong) })
        .when('reactivate', '2021-09-10')
        .thenRefused(refused);
    }
    expect(
      given({ subscription: addOn, base: aLegacy() }).when('reactivate', '2021-09-10').accepted().rules,
    ).toEqual(['S-4']);
  });
});

describe('auto-renew', () => {
  const off = { type: 'set-auto-renew', enabled: false } as const;
  const on = { type: 'set-auto-renew', enabled: true } as const;

  test('R-3, H-8, F-24: off ends it at the term’s end and deletes the scheduled change', () => {
    const scheduledNextTermInstructions = aScheduledChange(10);
    const subscription = aSubscription({ scheduledNextTermInstructions });
    expect(given({ subscription }).when(off, '2021-12-01').json()).toEqual({
      outcome: 'accepted',
      command: 'set-auto-renew',
      rules: ['R-3', 'H-8'],
      effective: '2022-09-01T00:00:00.000Z',
      refund: null,
      access: 'ends-at-effective',
      billing: 'unchanged',
      reversible: true,
      lost: { autoRenew: true, scheduledChange: scheduledNextTermInstructions },
      before: { autoRenewEnabled: true, scheduledNextTermInstructions },
      after: { autoRenewEnabled: false, scheduledNextTermInstructions: null },
      deadline: '2022-09-01T00:00:00.000Z',
    });
  });

  test('R-2: on, while active', () => {
    const subscription = aSubscription({ autoRenewEnabled: false });
    expect(given({ subscription }).when(on, '2021-12-01').accepted()).toMatchObject({
      rules: ['R-2'],
      effective: at('2021-12-01'),
      access: 'unchanged',
      billing: 'unchanged',
      reversible: true,
      after: { autoRenewEnabled: true },
      deadline: null,
    });
    given({ subscription: PAUSED })
      .when(on, '2021-12-01')
      .thenRefused({ code: 'wrong-status', rules: ['R-2'], alternatives: [] });
  });

  test('R-2: legacy has no such choice', () => {
    given({ subscription: aLegacy() })
      .when(off, '2021-12-01')
      .thenRefused({ code: 'not-for-class', rules: ['R-2'], alternatives: [] });
  });

  test('F-33: what is already so is refused with the rule that would have decided', () => {
    given()
      .when(on, '2021-12-01')
      .thenRefused({ code: 'no-change', rules: ['R-2'], alternatives: [] });
    given({ subscription: aSubscription({ autoRenewEnabled: false }) })
      .when(off, '2021-12-01')
      .thenRefused({ code: 'no-change', rules: ['R-3'], alternatives: [] });
  });

  test('F-43: a trial’s auto-renew off ends it at the trial’s end', () => {
    const subscription = aSubscription({
      isTrial: true,
      trialEndsAt: at('2021-10-01'),
      commitmentEndDate: at('2021-10-01'),
    });
    expect(given({ subscription }).when(off, '2021-09-10').accepted().effective).toBe(at('2021-10-01'));
  });
});
