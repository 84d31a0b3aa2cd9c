import { describe, expect, test } from '@jest/globals';
import { aScheduledChange, aSubscription } from '../../support/builders.ts';
import { at, given } from '../../support/decider.ts';
import { E5, NOW, SKU, toE5, upgrade } from './upgrading.ts';

describe('an upgrade at once', () => {
  test('U-2, F-28, F-48: all licences: the same subscription with another SKU, no money', () => {
    expect(upgrade({ quantity: 10 }).json()).toEqual({
      outcome: 'accepted',
      command: 'upgrade',
      rules: ['U-2', 'U-3'],
      effective: '2021-12-01T00:00:00.000Z',
      refund: null,
      access: 'unchanged',
      billing: 'continues',
      reversible: false,
      lost: {},
      before: { skuId: '0001' },
      after: { skuId: '0002' },
      deadline: null,
    });
    expect(upgrade().accepted().after).toEqual({ skuId: '0002' });
  });

  test('F-05: into another product', () => {
    const { after } = upgrade({ sku: 'CFQ7TTC0LFLX:0003' }).accepted();
    expect(after).toEqual({ productId: 'CFQ7TTC0LFLX', skuId: '0003' });
  });

  test('U-2, U-6, F-39: some of them, into a new one that starts and ends like its source', () => {
    const { rules, before, after, target } = upgrade({ quantity: 4 }).accepted();
    expect({ rules, before, after }).toEqual({
      rules: ['U-2', 'U-3', 'U-6'],
      before: { quantity: 10 },
      after: { quantity: 6 },
    });
    const { id: _i, reference: _r, offerName: _o, unitPrice: _u, ...source } = aSubscription();
    expect(target).toEqual({
      subscriptionId: null,
      before: null,
      after: { ...source, skuId: '0002', quantity: 4 },
    });
  });

  test('U-5, F-28: some of them, into an existing one', () => {
    expect(upgrade({ quantity: 4, target: 'sub-2' }).accepted()).toMatchObject({
      rules: ['U-2', 'U-3', 'U-5'],
      before: { quantity: 10 },
      after: { quantity: 6 },
      target: { subscriptionId: 'sub-2', before: { quantity: 5 }, after: { quantity: 9 } },
    });
  });

  test('F-46: all of them into an existing one: the source is empty and deleted', () => {
    const all = upgrade({ target: 'sub-2' }).accepted();
    expect(all).toMatchObject({
      rules: ['U-2', 'U-3', 'U-5'],
      lost: { autoRenew: true },
      after: { status: 'deleted', autoRenewEnabled: false, quantity: 0 },
      target: { before: { quantity: 5 }, after: { quantity: 15 } },
    });
  });

  test('A-6: and takes its add-ons along', () => {
    const addOns = [aSubscription({ id: 'a', parentSubscriptionId: 'sub-1' })];
    const all = given({ sku: SKU, target: E5, addOns })
      .when(toE5({ target: 'sub-2' }), NOW)
      .accepted();
    expect(all).toMatchObject({ rules: ['U-2', 'U-3', 'U-5', 'A-6'], lost: { addOns: ['a'] } });
    expect(given({ sku: SKU, addOns }).when(toE5(), NOW).accepted().lost).toEqual({});
  });

  test('U-4, H-8: the source’s scheduled change is deleted, and listed', () => {
    const scheduledNextTermInstructions = aScheduledChange(3);
    expect(upgrade({}, aSubscription({ scheduledNextTermInstructions })).accepted()).toMatchObject({
      rules: ['U-2', 'U-3', 'U-4', 'H-8'],
      lost: { scheduledChange: scheduledNextTermInstructions },
      after: { scheduledNextTermInstructions: null },
    });
  });

  test('F-46: the target’s too', () => {
    const scheduledNextTermInstructions = aScheduledChange(3);
    const target = { ...E5, scheduledNextTermInstructions };
    expect(upgrade({ quantity: 4, target: 'sub-2' }, aSubscription(), target).accepted()).toMatchObject({
      rules: ['U-2', 'U-3', 'U-4', 'H-8', 'U-5'],
      lost: { scheduledChange: scheduledNextTermInstructions },
      target: {
        before: { quantity: 5, scheduledNextTermInstructions },
        after: { quantity: 9, scheduledNextTermInstructions: null },
      },
    });
  });

  test('U-1, F-01: a SKU that is no target, or no targets at all', () => {
    const refused = { code: 'sku-not-eligible', rules: ['U-1'], alternatives: [] } as const;
    for (const sku of ['0009', '0001', 'CFQ7TTC0LFLX:0002', ':', '']) upgrade({ sku }).thenRefused(refused);
    given().when(toE5(), NOW).thenRefused(refused);
  });

  test.each([
    ['another id than the command’s', { id: 'sub-3' }],
    ['another customer’s', { customerId: 'customer-2' }],
    ['another SKU', { skuId: '0003' }],
    ['another product', { productId: 'CFQ7TTC0LFLX' }],
    ['paused', { status: 'suspended', suspensionKind: 'paused' }],
    ['deleted', { status: 'deleted' }],
    ['ended by now', { autoRenewEnabled: false, commitmentEndDate: at('2021-12-01') }],
    ['legacy', { productClass: 'legacy' }],
  ] as const)('U-5, F-04: a target that is %s', (_name, wrong) => {
    upgrade({ target: 'sub-2' }, aSubscription(), { ...E5, ...wrong }).thenRefused({
      code: 'target-not-eligible',
      rules: ['U-5'],
      alternatives: [],
    });
  });

  test('U-5, F-04: a target that is not given, or is the source', () => {
    const refused = { code: 'target-not-eligible', rules: ['U-5'], alternatives: [] } as const;
    given({ sku: SKU })
      .when(toE5({ target: 'sub-2' }), NOW)
      .thenRefused(refused);
    upgrade({ target: 'sub-1' }, aSubscription(), aSubscription({ skuId: '0002' })).thenRefused(refused);
  });

  test.each([0, -1, 11, 1_000_000_000])('F-46: %d of 10', (quantity) => {
    const refused = { code: 'quantity-out-of-range', rules: ['U-2'], alternatives: [] } as const;
    upgrade({ quantity }).thenRefused(refused);
    upgrade({ quantity, timing: 'term-end' }).thenRefused(refused);
  });

  test('Q-3: what stays is not below the SKU’s minimum', () => {
    const sku = { ...SKU, minimumQuantity: 7 };
    given({ sku })
      .when(toE5({ quantity: 4 }), NOW)
      .thenRefused({ code: 'quantity-below-minimum', rules: ['Q-3'], alternatives: [] });
    given({ sku })
      .when(toE5({ quantity: 3 }), NOW)
      .accepted();
    given({ sku })
      .when(toE5({ quantity: 10 }), NOW)
      .accepted();
  });
});
