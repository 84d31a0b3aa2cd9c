import { describe, expect, test } from '@jest/globals';
import { cascade } from '../../../src/domain/subscription/cascade.ts';
import { sameTerms, terms } from '../../../src/domain/subscription/terms.ts';
import { aCustomer, aLegacy, aSubscription } from '../../support/builders.ts';
import { at, given } from '../../support/decider.ts';

describe('terms', () => {
  test('F-85: inside X-6’s day the terms are the same, the next day the refund is another', () => {
    const noon = given().when('cancel', '2021-09-03T12:00Z').accepted();
    expect(sameTerms(noon, given().when('cancel', '2021-09-03T23:59:59.999Z').accepted())).toBe(true);
    expect(sameTerms(noon, given().when('cancel', '2021-09-04').accepted())).toBe(false);
  });

  test('F-85: a suspension’s own dates follow from now', () => {
    const today = given({ subscription: aLegacy() }).when('suspend', '2021-09-03').accepted();
    const tomorrow = given({ subscription: aLegacy() }).when('suspend', '2021-09-04').accepted();
    expect(sameTerms(today, tomorrow)).toBe(true);
    expect(terms(today).after).toEqual({ status: 'suspended' });
  });

  test('the date of a contract is a term', () => {
    const off = { type: 'set-auto-renew', enabled: false } as const;
    const one = given().when(off, '2021-09-03').accepted();
    const moved = aSubscription({ commitmentEndDate: at('2023-09-01') });
    expect(terms(one).effective).toBe(at('2022-09-01'));
    expect(sameTerms(one, given({ subscription: moved }).when(off, '2021-09-03').accepted())).toBe(false);
  });

  test('F-85: of a change of licences now is none, its dates are', () => {
    const more = { type: 'set-quantity', quantity: 12 } as const;
    const less = { type: 'schedule-change', quantity: 8 } as const;
    for (const command of [more, less]) {
      const [one, another] = ['2021-12-01', '2022-03-01'].map((now) => given().when(command, now).accepted());
      expect(one && another && sameTerms(one, another)).toBe(true);
    }
    expect(terms(given().when(more, '2021-12-01').accepted()).effective).toBeUndefined();
    expect(terms(given().when(less, '2021-12-01').accepted()).effective).toBe(at('2022-09-01'));
  });

  test('U-7: what becomes of the target is a term', () => {
    const into = (quantity: number) =>
      given({
        sku: { upgradeTargets: ['0002'] },
        target: aSubscription({ id: 't', skuId: '0002', quantity }),
      })
        .when({ type: 'upgrade', sku: '0002', quantity: 4, timing: 'now', target: 't' }, '2021-12-01')
        .accepted();
    expect(sameTerms(into(5), into(5))).toBe(true);
    expect(sameTerms(into(5), into(6))).toBe(false);
  });

  test('a price or a quantity that moved is another term; `before` alone is none', () => {
    const one = given().when('cancel', '2021-09-03').accepted();
    expect(
      sameTerms(
        one,
        given({ subscription: aSubscription({ quantity: 11 }) })
          .when('cancel', '2021-09-03')
          .accepted(),
      ),
    ).toBe(false);
    expect(sameTerms(one, { ...one, before: {} })).toBe(true);
  });

  test('the order of keys is none: a database need not keep it', () => {
    const one = given().when('cancel', '2021-09-03').accepted();
    expect(sameTerms(one, { ...one, after: Object.fromEntries(Object.entries(one.after).reverse()) })).toBe(
      true,
    );
  });
});

describe('A-6: the add-ons that go along', () => {
  const customer = aCustomer();
  const now = at('2021-09-03');

  test('F-41: are suspended with their base, each with its date', () => {
    const addOns = [
      aLegacy({ id: 'a', parentSubscriptionId: 'sub-1' }),
      aLegacy({ id: 'b', parentSubscriptionId: 'other' }),
    ];
    const decision = given({ subscription: aLegacy(), addOns }).when('suspend', '2021-09-03').accepted();
    const [first, ...others] = cascade({ decision, addOns, customer, now, rulebook: '2021-08' });
    expect(first).toMatchObject({
      id: 'a',
      after: { status: 'suspended', suspendedAt: now, dataDeletionAt: at('2021-12-02') },
    });
    expect(others).toEqual([]);
  });

  test('F-41: are deleted with their base, the paused one too', () => {
    const addOns = [
      aSubscription({
        id: 'a',
        parentSubscriptionId: 'sub-1',
        status: 'suspended',
        suspensionKind: 'paused',
      }),
    ];
    const decision = given({ addOns }).when('cancel', '2021-09-03').accepted();
    expect(cascade({ decision, addOns, customer, now, rulebook: '2021-08' })).toMatchObject([
      {
        before: { status: 'suspended', suspensionKind: 'paused' },
        after: { status: 'deleted', suspensionKind: null },
      },
    ]);
  });
});
