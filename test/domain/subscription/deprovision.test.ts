import { describe, expect, test } from '@jest/globals';
import { aLegacy, aMetered, anIsvLicense, aSubscription } from '../../support/builders.ts';
import { at, given } from '../../support/decider.ts';

const NOW = '2021-09-20';

describe('deprovision', () => {
  test('X-4: the service ends now, usage is billed in arrears, nothing is given back', () => {
    expect(given({ subscription: aMetered() }).when('deprovision', NOW).json()).toEqual({
      outcome: 'accepted',
      command: 'deprovision',
      rules: ['X-4'],
      effective: '2021-09-20T00:00:00.000Z',
      refund: null,
      access: 'ends-now',
      billing: 'stops',
      reversible: false,
      lost: { autoRenew: true },
      before: { status: 'active', autoRenewEnabled: true },
      after: { status: 'deleted', autoRenewEnabled: false },
      deadline: null,
    });
  });

  test('X-4, F-40: a suspended one too, and its add-ons go along (A-6)', () => {
    const subscription = aMetered({
      status: 'suspended',
      autoRenewEnabled: false,
      commitmentEndDate: at('2022-01-01'),
      dataDeletionAt: at('2022-01-01'),
    });
    const addOns = [aMetered({ id: 'a', parentSubscriptionId: 'sub-1' })];
    expect(given({ subscription, addOns }).when('deprovision', NOW).accepted()).toMatchObject({
      rules: ['X-4', 'A-6'],
      lost: { addOns: ['a'] },
      after: { status: 'deleted' },
    });
  });

  test('F-37: licences are cancelled or suspended instead, where that would be accepted', () => {
    const offers = (subscription: ReturnType<typeof aLegacy>, now: string) =>
      given({ subscription }).when('deprovision', now).refused();
    expect(offers(aLegacy(), NOW)).toMatchObject({ rules: ['X-4'], alternatives: ['suspend'] });
    expect(offers(anIsvLicense(), NOW)).toMatchObject({ code: 'not-for-class', alternatives: ['cancel'] });
    expect(offers(aSubscription(), NOW)).toMatchObject({ alternatives: ['cancel'] });
    expect(offers(aSubscription(), '2021-12-01')).toMatchObject({ alternatives: [] });
  });

  test('G-2: a reason outside the list is refused, after class and status', () => {
    const command = { type: 'deprovision', reason: 'other' } as const;
    given({ subscription: aMetered() })
      .when(command, NOW)
      .thenRefused({ code: 'reason-required', rules: ['G-2'], alternatives: [] });
    expect(
      given({ subscription: aMetered({ status: 'deleted' }) })
        .when(command, NOW)
        .refused().code,
    ).toBe('wrong-status');
  });
});
