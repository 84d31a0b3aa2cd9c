import { describe, expect, test } from '@jest/globals';
import { formatDecimal } from '../../src/domain/money.ts';
import { applyDue } from '../../src/domain/subscription/due.ts';
import { evolve } from '../../src/domain/subscription/evolve.ts';
import type { Subscription } from '../../src/domain/subscription/subscription.ts';
import { aCustomer, aLegacy, anIsvLicense, aScheduledChange, aSubscription } from '../support/builders.ts';
import { at, given } from '../support/decider.ts';

/** lifecycle.md, "Worked examples", row by row. */
const MONTHLY_ISV = anIsvLicense();
const ANNUAL_ISV = anIsvLicense({
  termDuration: 'P1Y',
  billingCycle: 'annual',
  commitmentEndDate: at('2022-09-01T10:00Z'),
});
const YEAR = aSubscription();
const MONTH = aSubscription({
  quantity: 1,
  unitPrice: '30.00',
  termDuration: 'P1M',
  billingCycle: 'monthly',
  commitmentEndDate: at('2021-10-01'),
});

describe('worked examples: cancelling', () => {
  test.each<readonly [string, Subscription, string, string, string | null, string | null]>([
    ['isv monthly', MONTHLY_ISV, '2021-09-02T09:59:59Z', 'X-1', '365.00', null],
    ['isv monthly', MONTHLY_ISV, '2021-09-02T10:00:00Z', 'X-3', null, '2021-10-01T10:00Z'],
    ['isv annual', ANNUAL_ISV, '2021-09-15T09:59:59Z', 'X-2', '365.00', null],
    ['isv annual', ANNUAL_ISV, '2021-09-15T10:00:00Z', 'X-3', null, '2022-09-01T10:00Z'],
    ['nce, a year', YEAR, '2021-09-01T23:59:59Z', 'X-5', '365.00', null],
    ['nce, a year', YEAR, '2021-09-03T12:00Z', 'X-6', '362.00', null],
    ['nce, a year', YEAR, '2021-09-30T23:59:59Z', 'X-6', '335.00', null],
    ['nce, a month', MONTH, '2021-09-11T00:00Z', 'X-6', '19.00', null],
  ])('%s, %#: cancel %j', (_name, subscription, now, rule, refund, effective) => {
    const { rules, refund: given_, effective: when } = given({ subscription }).when('cancel', now).accepted();
    expect(rules[0]).toBe(rule);
    expect(given_ && formatDecimal(given_.amount)).toBe(refund);
    expect(when).toBe(at(effective ?? now));
  });

  test('nce, a year: cancel 2021-10-01T00:00:00Z: X-7 refused', () => {
    const refused = given().when('cancel', '2021-10-01T00:00:00Z').refused();
    expect(refused).toMatchObject({ rules: ['X-7'], since: at('2021-10-01') });
  });
});

describe('worked examples: everything else', () => {
  test('pause with auto-renew on and 10 seats at renewal, resume: both gone, both still gone', () => {
    const subscription = aSubscription({ scheduledNextTermInstructions: aScheduledChange(10) });
    const paused = given({ subscription }).when('pause', '2021-09-20').subscription();
    const resumed = given({ subscription: paused }).when('resume', '2021-09-21').subscription();
    for (const one of [paused, resumed])
      expect(one).toMatchObject({ autoRenewEnabled: false, scheduledNextTermInstructions: null });
  });

  test.each([
    ['d = 19', '2021-01-20', '2021-09-18'],
    ['d = 50, capped', '2021-02-20', '2021-09-29'],
  ])('legacy suspended 2021-06-01: %s', (_name, firstBillingPeriodStart, deletion) => {
    const customer = aCustomer({
      accountOpenedAt: at('2021-01-01'),
      firstBillingPeriodStart: at(firstBillingPeriodStart),
    });
    const legacy = aLegacy({ effectiveStartDate: at('2021-01-01'), commitmentEndDate: at('2022-01-01') });
    const suspended = given({ subscription: legacy, customer }).when('suspend', '2021-06-01').subscription();
    const { events } = applyDue(suspended, at('2023-01-01'), customer);
    expect(events).toMatchObject([{ what: 'data-deletion', at: at(deletion), rules: ['S-4'] }]);
  });

  test('upgrade 4 of 10 E3 to E5, new: source 6 × E3, new 4 × E5, same term end', () => {
    const command = { type: 'upgrade', sku: 'E5', quantity: 4, timing: 'now' } as const;
    const sku = { upgradeTargets: ['E5'] };
    const decision = given({ sku }).when(command, '2021-12-01').accepted();
    expect(evolve(YEAR, decision.after)).toEqual({ ...YEAR, quantity: 6 });
    expect(decision.target).toMatchObject({
      subscriptionId: null,
      after: { quantity: 4, skuId: 'E5', commitmentEndDate: YEAR.commitmentEndDate },
    });
    expect(decision.rules).toEqual(expect.arrayContaining(['U-2', 'U-6']));
  });

  test('upgrade 10 of 10: same subscription id, SKU E5', () => {
    const command = { type: 'upgrade', sku: 'E5', quantity: 10, timing: 'now' } as const;
    const upgraded = given({ sku: { upgradeTargets: ['E5'] } }).when(command, '2021-12-01');
    expect(upgraded.subscription()).toEqual({ ...YEAR, skuId: 'E5' });
    expect(upgraded.accepted().target).toBeUndefined();
  });

  test('term P1M anchored 2024-01-31 ends 02-29, 03-31, 04-30', () => {
    const anchor = at('2024-01-31');
    const monthly = { ...MONTH, effectiveStartDate: anchor, commitmentEndDate: at('2024-02-29') };
    const { events, subscription } = applyDue(monthly, at('2024-04-30'));
    const ends = ['2024-02-29', '2024-03-31', '2024-04-30'].map(at);
    expect(events.map(({ at: when }) => when)).toEqual(ends);
    expect(subscription.commitmentEndDate).toBe(at('2024-05-31'));
  });
});
