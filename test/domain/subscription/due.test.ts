import { describe, expect, test } from '@jest/globals';
import { applyDue, due } from '../../../src/domain/subscription/due.ts';
import {
  aCustomer,
  aLegacy,
  aMetered,
  anIsvLicense,
  aScheduledChange,
  aSubscription,
} from '../../support/builders.ts';
import { at, given } from '../../support/decider.ts';

const TRIAL = { isTrial: true, trialEndsAt: at('2021-10-01'), commitmentEndDate: at('2021-10-01') } as const;

describe('what the clock does next', () => {
  test('R-4: auto-renew on, a new term starts at that instant', () => {
    expect(due(aSubscription())).toEqual({
      what: 'renewal',
      at: at('2022-09-01'),
      rules: ['R-4'],
      after: { commitmentEndDate: at('2023-09-01') },
    });
  });

  test('R-4, H-5, F-53: with the scheduled change applied and the price left out', () => {
    const scheduledNextTermInstructions = {
      product: { productId: 'CFQ7TTC0HD32', skuId: '0002', termDuration: 'P1M', billingCycle: 'monthly' },
      quantity: 4,
    } as const;
    expect(due(aSubscription({ scheduledNextTermInstructions }))).toEqual({
      what: 'renewal',
      at: at('2022-09-01'),
      rules: ['R-4', 'H-5'],
      after: {
        skuId: '0002',
        termDuration: 'P1M',
        billingCycle: 'monthly',
        quantity: 4,
        scheduledNextTermInstructions: null,
        commitmentEndDate: at('2022-10-01'),
      },
    });
  });

  test('R-4: auto-renew off, it ends', () => {
    expect(due(aSubscription({ autoRenewEnabled: false }))).toEqual({
      what: 'end-of-service',
      at: at('2022-09-01'),
      rules: ['R-4'],
      after: { status: 'deleted' },
    });
  });

  test.each(['paused', null] as const)(
    'P-6, F-09: new commerce, suspended (%s), ends with its term',
    (suspensionKind) => {
      const ending = due(aSubscription({ status: 'suspended', suspensionKind, autoRenewEnabled: false }));
      expect(ending).toMatchObject({
        what: 'end-of-service',
        at: at('2022-09-01'),
        after: { status: 'deleted' },
      });
      expect(ending.rules[0]).toBe('P-6');
    },
  );

  test('S-4: a suspended one’s data is deleted, at the stored date or else by S-2', () => {
    const suspended = { status: 'suspended', suspendedAt: at('2021-06-01') } as const;
    const stored = aLegacy({ ...suspended, dataDeletionAt: at('2021-08-30') });
    expect(due(stored)).toEqual({
      what: 'data-deletion',
      at: at('2021-08-30'),
      rules: ['S-4'],
      after: { status: 'deleted', autoRenewEnabled: false },
    });
    const customer = aCustomer({
      accountOpenedAt: at('2021-01-01'),
      firstBillingPeriodStart: at('2021-01-20'),
    });
    expect(due(aLegacy(suspended), customer).at).toBe(at('2021-09-18'));
  });

  test('F-42: suspended past its term, it waits; with auto-renew off the term’s end comes first', () => {
    const suspended = anIsvLicense({
      status: 'suspended',
      suspendedAt: at('2021-09-05'),
      dataDeletionAt: at('2021-12-04'),
    });
    expect(due(suspended)).toMatchObject({ what: 'data-deletion', at: at('2021-12-04') });
    expect(due({ ...suspended, autoRenewEnabled: false })).toMatchObject({
      what: 'end-of-service',
      at: at('2021-10-01T10:00Z'),
    });
  });

  test('C-8, F-10: the trial’s end is the start of the paid subscription', () => {
    expect(due(anIsvLicense({ ...TRIAL }))).toEqual({
      what: 'trial-conversion',
      at: at('2021-10-01'),
      rules: ['C-8'],
      after: { isTrial: false, effectiveStartDate: at('2021-10-01'), commitmentEndDate: at('2021-11-01') },
    });
  });

  test('H-6, F-50: a new-commerce trial converts by its scheduled change, and clears it', () => {
    expect(due(aSubscription({ ...TRIAL, scheduledNextTermInstructions: aScheduledChange(25) }))).toEqual({
      what: 'trial-conversion',
      at: at('2021-10-01'),
      rules: ['C-8', 'H-6'],
      after: {
        isTrial: false,
        effectiveStartDate: at('2021-10-01'),
        commitmentEndDate: at('2022-10-01'),
        quantity: 25,
        scheduledNextTermInstructions: null,
      },
    });
  });

  test('F-43: with the conversion removed, or auto-renew off in any class, a trial just ends', () => {
    expect(due(aSubscription({ ...TRIAL }))).toMatchObject({ what: 'end-of-service', at: at('2021-10-01') });
    expect(due(anIsvLicense({ ...TRIAL, autoRenewEnabled: false }))).toMatchObject({
      what: 'end-of-service',
    });
  });

  test.each(['deleted', 'pending'] as const)('nothing for one that is %s', (status) => {
    expect(due(aMetered({ status }))).toEqual({ what: 'nothing', at: null, rules: [], after: {} });
  });

  test('F-15: usage renews like everything else', () => {
    expect(due(aMetered())).toMatchObject({
      what: 'renewal',
      after: { commitmentEndDate: at('2021-11-01T10:00Z') },
    });
  });
});

describe('everything due by now', () => {
  test('F-52, R-5: one event for each missed period, oldest first, without drift', () => {
    const start = at('2024-01-31');
    const subscription = anIsvLicense({ effectiveStartDate: start, commitmentEndDate: at('2024-02-29') });
    const { events, subscription: present } = applyDue(subscription, at('2024-04-30'));
    expect(events.map(({ what, at: when }) => [what, when])).toEqual([
      ['renewal', at('2024-02-29')],
      ['renewal', at('2024-03-31')],
      ['renewal', at('2024-04-30')],
    ]);
    expect(present.commitmentEndDate).toBe(at('2024-05-31'));
    expect(events[0]).toMatchObject({
      before: { commitmentEndDate: at('2024-02-29') },
      after: { commitmentEndDate: at('2024-03-31') },
    });
  });

  test('R-5: no drift over 100 terms', () => {
    const subscription = anIsvLicense({
      effectiveStartDate: at('2000-01-31'),
      commitmentEndDate: at('2000-02-29'),
    });
    const { events, subscription: present } = applyDue(subscription, at('2008-05-31'));
    expect(events).toHaveLength(100);
    expect(present.commitmentEndDate).toBe(at('2008-06-30'));
  });

  test('F-10: a new term length counts on from the same place; off the grid it counts from the present end', () => {
    const yearly = {
      product: { productId: 'P', skuId: '1', termDuration: 'P1Y', billingCycle: 'annual' },
      quantity: 1,
    } as const;
    const changing = aSubscription({
      termDuration: 'P1M',
      effectiveStartDate: at('2024-01-31'),
      commitmentEndDate: at('2024-02-29'),
      scheduledNextTermInstructions: yearly,
    });
    expect(due(changing).after.commitmentEndDate).toBe(at('2025-02-28'));
    const offGrid = aSubscription({
      termDuration: 'P1M',
      effectiveStartDate: at('2024-01-31'),
      commitmentEndDate: at('2024-03-15'),
    });
    expect(due(offGrid).after.commitmentEndDate).toBe(at('2024-04-15'));
  });

  test('F-13: a decision shows the state after what was due', () => {
    const renewed = given({ subscription: anIsvLicense() }).when('cancel', '2021-11-15').accepted();
    expect(renewed).toMatchObject({ rules: ['X-3'], effective: at('2021-12-01T10:00Z') });
    const cycle = given({ subscription: anIsvLicense({ autoRenewEnabled: false }) }).when(
      'suspend',
      '2021-10-01T10:00Z',
    );
    cycle.thenRefused({ code: 'wrong-status', rules: ['S-1'], alternatives: [] });
  });

  test('F-13: at its very instant it is due, a millisecond before it is not', () => {
    const subscription = anIsvLicense();
    expect(applyDue(subscription, at('2021-10-01T09:59:59.999Z')).events).toHaveLength(0);
    expect(applyDue(subscription, at('2021-10-01T10:00Z')).events).toHaveLength(1);
  });

  test('the far future of a subscription that is not renewable stays finite', () => {
    const subscription = aSubscription({ commitmentEndDate: at('9999-12-10') });
    expect(applyDue(subscription, at('9999-12-31')).events.length).toBeLessThan(3);
  });
});
