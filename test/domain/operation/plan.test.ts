import { describe, expect, test } from '@jest/globals';
import { type Basis, decideOn, planOf } from '../../../src/domain/operation/plan.ts';
import type { LifecycleCommand } from '../../../src/domain/subscription/command.ts';
import { aCustomer, aSubscription } from '../../support/builders.ts';
import { at } from '../../support/decider.ts';

const E5 = aSubscription({ id: 'sub-0', skuId: '0002', quantity: 5 });
const SOURCE = aSubscription();

function basis(more: Partial<Basis> = {}): Basis {
  return {
    asOf: at('2021-12-01'),
    subscription: SOURCE,
    addOns: [],
    base: null,
    customer: aCustomer(),
    partner: null,
    sku: { upgradeTargets: ['0002'] },
    target: E5,
    rows: [
      { subscription: SOURCE, version: 7 },
      { subscription: E5, version: 3 },
    ],
    ...more,
  };
}

function planned(command: LifecycleCommand, given: Basis, created?: Parameters<typeof planOf>[3]) {
  const decision = decideOn(given, command, '2021-08');
  if (decision.outcome === 'refused') throw new Error(decision.code);
  return planOf(decision, given, '2021-08', created);
}

describe('the writes of an upgrade', () => {
  const partial = { type: 'upgrade', sku: '0002', quantity: 4, timing: 'now' } as const;

  test('U-7: source and target, ascending, each at its version', () => {
    expect(planned({ ...partial, target: 'sub-0' }, basis())).toEqual([
      { subscription: 'sub-0', version: 3, after: { quantity: 9 } },
      { subscription: 'sub-1', version: 7, after: { quantity: 6 } },
    ]);
  });

  test('U-5: a new target is written whole, under the names that the desk gives it', () => {
    const names = { id: 'sub-9', reference: 'S-2000', offerName: 'E5', unitPrice: '57.00' };
    const [own, created] = planned(partial, basis(), names);
    expect(own).toEqual({ subscription: 'sub-1', version: 7, after: { quantity: 6 } });
    const whole = { ...SOURCE, ...names, skuId: '0002', quantity: 4 };
    expect(created).toEqual({ subscription: 'sub-9', version: 0, after: whole, creates: whole });
  });

  test('a new target without names is a defect', () => {
    expect(() => planned(partial, basis())).toThrow(RangeError);
  });

  test('F-46, A-6: a source that ends takes its add-ons along', () => {
    const addOn = aSubscription({ id: 'sub-5', parentSubscriptionId: 'sub-1' });
    const full = { type: 'upgrade', sku: '0002', timing: 'now', target: 'sub-0' } as const;
    const plan = planned(full, basis({ addOns: [addOn] }));
    expect(plan.map(({ subscription, after }) => [subscription, after.status, after.quantity])).toEqual([
      ['sub-0', undefined, 15],
      ['sub-1', 'deleted', 0],
      ['sub-5', 'deleted', undefined],
    ]);
  });
});
