import { describe, expect, test } from '@jest/globals';
import type { CommandOf } from '../../../src/domain/subscription/command.ts';
import { applyDue } from '../../../src/domain/subscription/due.ts';
import { evolve } from '../../../src/domain/subscription/evolve.ts';
import { commandsToPutBack } from '../../../src/domain/subscription/putBack.ts';
import { aScheduledChange, aSubscription } from '../../support/builders.ts';
import { at, given } from '../../support/decider.ts';

const NOW = '2021-12-01';
const SKU = { minimumQuantity: 2, maximumQuantity: 20, upgradeTargets: ['0002', 'CFQ7TTC0LFLX:0003'] };
const PRODUCT = aScheduledChange(1).product;

function change(what: Omit<CommandOf<'schedule-change'>, 'type'>) {
  return { type: 'schedule-change', ...what } as const;
}

describe('a change at the renewal', () => {
  test('H-1, H-3, H-5, F-06: fewer licences: complete, everything else copied, at the term’s end', () => {
    expect(
      given({ sku: SKU })
        .when(change({ quantity: 8 }), NOW)
        .json(),
    ).toEqual({
      outcome: 'accepted',
      command: 'schedule-change',
      rules: ['H-1', 'H-3', 'H-5'],
      effective: '2022-09-01T00:00:00.000Z',
      refund: null,
      access: 'unchanged',
      billing: 'unchanged',
      reversible: true,
      lost: {},
      before: { scheduledNextTermInstructions: null },
      after: { scheduledNextTermInstructions: { product: PRODUCT, quantity: 8 } },
      deadline: '2022-09-01T00:00:00.000Z',
    });
  });

  test.each([
    ['more licences', { quantity: 12 }, 'H-2'],
    ['fewer licences', { quantity: 8 }, 'H-1'],
    ['a SKU among the targets', { sku: '0002' }, 'H-2'],
    ['the same, in another product', { sku: 'CFQ7TTC0LFLX:0003' }, 'H-2'],
    ['its own product by name', { sku: 'CFQ7TTC0HD32:0002' }, 'H-2'],
    ['a SKU that is no target: a downgrade', { sku: '0009' }, 'H-1'],
    ['another term', { termDuration: 'P3Y' }, 'H-1'],
    ['another billing frequency', { billingCycle: 'monthly' }, 'H-1'],
    ['an upgrade with fewer licences', { sku: '0002', quantity: 8 }, 'H-1'],
    ['an upgrade with more licences', { sku: '0002', quantity: 12 }, 'H-2'],
  ] as const)('H-1, H-2, F-45: %s', (_name, what, rule) => {
    expect(given({ sku: SKU }).when(change(what), NOW).accepted().rules).toEqual([rule, 'H-3', 'H-5']);
  });

  test('F-05: a SKU of another product brings its product along', () => {
    const { after } = given({ sku: SKU })
      .when(change({ sku: 'CFQ7TTC0LFLX:0003' }), NOW)
      .accepted();
    expect(after.scheduledNextTermInstructions?.product).toEqual({
      ...PRODUCT,
      productId: 'CFQ7TTC0LFLX',
      skuId: '0003',
    });
  });

  test('F-06: a second one replaces the first, which is named', () => {
    const first = aScheduledChange(3);
    const subscription = aSubscription({ scheduledNextTermInstructions: first });
    const second = given({ subscription })
      .when(change({ billingCycle: 'monthly' }), NOW)
      .accepted();
    expect(second.lost).toEqual({ scheduledChange: first });
    expect(second.after.scheduledNextTermInstructions).toEqual({
      product: { ...PRODUCT, billingCycle: 'monthly' },
      quantity: 10,
    });
  });

  test.each([
    ['nothing at all', {}],
    ['what it has', { quantity: 10, sku: '0001', termDuration: 'P1Y', billingCycle: 'annual' }],
  ] as const)('F-33: %s is no change', (_name, what) => {
    given()
      .when(change(what), NOW)
      .thenRefused({ code: 'no-change', rules: ['H-1'], alternatives: [] });
  });

  test('F-33: nor is what is scheduled already; back to what it has is removing it', () => {
    const subscription = aSubscription({ scheduledNextTermInstructions: aScheduledChange(8) });
    given({ subscription })
      .when(change({ quantity: 8 }), NOW)
      .thenRefused({ code: 'no-change', rules: ['H-1'], alternatives: [] });
    given({ subscription })
      .when(change({ quantity: 10 }), NOW)
      .thenRefused({ code: 'no-change', rules: ['H-1'], alternatives: ['remove-scheduled-change'] });
  });

  test('H-3: needs auto-renew, which is offered', () => {
    given({ subscription: aSubscription({ autoRenewEnabled: false }) })
      .when(change({ quantity: 8 }), NOW)
      .thenRefused({ code: 'auto-renew-off', rules: ['H-3'], alternatives: ['auto-renew-on'] });
  });

  test.each([
    ['a cycle longer than the term', { billingCycle: 'triennial' }, 'cycle-longer-than-term', 'H-1'],
    ['a term shorter than the cycle', { termDuration: 'P1M' }, 'cycle-longer-than-term', 'H-1'],
    ['too many', { quantity: 21 }, 'quantity-above-maximum', 'Q-1'],
    ['too few', { quantity: 1 }, 'quantity-below-minimum', 'Q-3'],
    ['none', { quantity: 0 }, 'quantity-below-minimum', 'Q-3'],
    ['fewer than none', { quantity: -5 }, 'quantity-below-minimum', 'Q-3'],
    ['beyond reckoning', { quantity: 2 ** 50 }, 'quantity-above-maximum', 'Q-1'],
    ['a SKU that names none', { sku: 'CFQ7TTC0LFLX:' }, 'sku-not-eligible', 'H-3'],
  ] as const)('F-44: %s', (_name, what, code, rule) => {
    given({ sku: SKU })
      .when(change(what), NOW)
      .thenRefused({ code, rules: [rule], alternatives: [] });
  });

  test('F-01: the limits are those of the present SKU, and say nothing of another', () => {
    given({ sku: SKU })
      .when(change({ sku: '0002', quantity: 21 }), NOW)
      .accepted();
  });

  test('a cycle of its own may be paid once a term', () => {
    given()
      .when(change({ termDuration: 'P1M', billingCycle: 'none' }), NOW)
      .accepted();
  });

  test('H-4: is removed until it applies', () => {
    const scheduled = aScheduledChange(3);
    const subscription = aSubscription({ scheduledNextTermInstructions: scheduled });
    expect(given({ subscription }).when('remove-scheduled-change', NOW).json()).toEqual({
      outcome: 'accepted',
      command: 'remove-scheduled-change',
      rules: ['H-4'],
      effective: '2021-12-01T00:00:00.000Z',
      refund: null,
      access: 'unchanged',
      billing: 'unchanged',
      reversible: true,
      lost: { scheduledChange: scheduled },
      before: { scheduledNextTermInstructions: scheduled },
      after: { scheduledNextTermInstructions: null },
      deadline: null,
    });
    given({ subscription })
      .when('remove-scheduled-change', '2022-09-01')
      .thenRefused({ code: 'nothing-scheduled', rules: ['H-4'], alternatives: [] });
  });
});

describe('a trial of new commerce', () => {
  const trial = {
    isTrial: true,
    trialEndsAt: at('2021-10-01'),
    commitmentEndDate: at('2021-10-01'),
    scheduledNextTermInstructions: aScheduledChange(10),
  } as const;

  test('F-43, H-6: with its conversion removed it ends, and the conversion can be scheduled again', () => {
    const removed = given({ subscription: aSubscription(trial) }).when(
      'remove-scheduled-change',
      '2021-09-10',
    );
    const again = given({ subscription: removed.subscription() }).when(
      change({ quantity: 10 }),
      '2021-09-11',
    );
    expect(again.accepted()).toMatchObject({ rules: ['H-1', 'H-3', 'H-5'], effective: at('2021-10-01') });
    expect(again.subscription()).toEqual(aSubscription(trial));
  });
});

describe('P-4: what a pause took can be put back, each by a command', () => {
  const upgrade = { productId: 'CFQ7TTC0LFLX', skuId: '0003', quantity: 4, target: null };
  test.each([
    ['fewer licences', aScheduledChange(3)],
    ['another product', { product: { ...PRODUCT, productId: 'CFQ7TTC0LFLX', skuId: '0003' }, quantity: 12 }],
    ['a partial upgrade', { product: PRODUCT, quantity: 6, upgrade }],
  ] as const)('%s', (_name, scheduledNextTermInstructions) => {
    const subscription = aSubscription({ scheduledNextTermInstructions });
    const paused = given({ subscription }).when('pause', NOW);
    const resumed = given({ subscription: paused.subscription() }).when('resume', NOW).subscription();
    const back = commandsToPutBack(paused.accepted().lost, subscription).reduce(
      (present, command) =>
        evolve(present, given({ subscription: present, sku: SKU }).when(command, NOW).accepted().after),
      resumed,
    );
    expect(back).toEqual(subscription);
  });

  test('nothing lost, nothing to put back', () => {
    expect(commandsToPutBack({}, aSubscription())).toEqual([]);
  });
});

describe('F-10: a scheduled term counts on from the same place', () => {
  test('H-5: the renewal brings the change, once', () => {
    const { after } = given()
      .when(change({ termDuration: 'P1M', billingCycle: 'monthly' }), NOW)
      .accepted();
    const { events, subscription } = applyDue(evolve(aSubscription(), after), at('2022-10-15'));
    expect(events.map(({ what, at: when, rules }) => [what, when, rules])).toEqual([
      ['renewal', at('2022-09-01'), ['R-4', 'H-5']],
      ['renewal', at('2022-10-01'), ['R-4']],
    ]);
    expect(subscription).toMatchObject({ commitmentEndDate: at('2022-11-01'), billingCycle: 'monthly' });
  });
});
