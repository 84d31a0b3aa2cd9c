import { describe, expect, test } from '@jest/globals';
import type { CommandOf } from '../../../src/domain/subscription/command.ts';
import { applyDue, due } from '../../../src/domain/subscription/due.ts';
import { aScheduledChange, aSubscription } from '../../support/builders.ts';
import { at } from '../../support/decider.ts';
import { E5, upgrade } from './upgrading.ts';

describe('an upgrade at the term’s end', () => {
  const later = (more: Partial<CommandOf<'upgrade'>> = {}) => upgrade({ timing: 'term-end', ...more });

  test('U-3, F-24: all of them: a scheduled change to the other SKU', () => {
    expect(later().json()).toEqual({
      outcome: 'accepted',
      command: 'upgrade',
      rules: ['U-2', 'U-3'],
      effective: '2022-09-01T00:00:00.000Z',
      refund: null,
      access: 'unchanged',
      billing: 'unchanged',
      reversible: true,
      lost: {},
      before: { scheduledNextTermInstructions: null },
      after: {
        scheduledNextTermInstructions: {
          product: { ...aScheduledChange(10).product, skuId: '0002' },
          quantity: 10,
        },
      },
      deadline: '2022-09-01T00:00:00.000Z',
    });
  });

  test('F-47: some of them: what stays, and the upgrade beside it', () => {
    expect(later({ quantity: 4, target: 'sub-2' }).accepted()).toMatchObject({
      rules: ['U-2', 'U-3', 'U-5'],
      after: {
        scheduledNextTermInstructions: {
          ...aScheduledChange(6),
          upgrade: { productId: 'CFQ7TTC0HD32', skuId: '0002', quantity: 4, target: 'sub-2' },
        },
      },
    });
  });

  test('H-3: needs auto-renew', () => {
    upgrade({ timing: 'term-end' }, aSubscription({ autoRenewEnabled: false })).thenRefused({
      code: 'auto-renew-off',
      rules: ['H-3'],
      alternatives: ['auto-renew-on'],
    });
    upgrade({ timing: 'now' }, aSubscription({ autoRenewEnabled: false })).accepted();
  });

  test('F-33: the same again is no change', () => {
    const subscription = later({ quantity: 4 }).subscription();
    upgrade({ timing: 'term-end', quantity: 4 }, subscription).thenRefused({
      code: 'no-change',
      rules: ['U-2'],
      alternatives: [],
    });
  });

  test('F-47, U-6: at the renewal the licences leave for a new one that ends with its source', () => {
    const next = due(later({ quantity: 4 }).subscription());
    expect(next).toMatchObject({
      what: 'renewal',
      at: at('2022-09-01'),
      rules: ['R-4', 'H-5', 'U-2', 'U-6'],
      after: { quantity: 6, scheduledNextTermInstructions: null, commitmentEndDate: at('2023-09-01') },
      target: {
        subscriptionId: null,
        before: null,
        after: {
          skuId: '0002',
          quantity: 4,
          status: 'active',
          effectiveStartDate: at('2021-09-01'),
          commitmentEndDate: at('2023-09-01'),
          scheduledNextTermInstructions: null,
        },
      },
    });
  });

  test('F-47, U-5: or for the one that was picked', () => {
    const subscription = later({ quantity: 4, target: 'sub-2' }).subscription();
    expect(due(subscription, undefined, undefined, E5)).toMatchObject({
      rules: ['R-4', 'H-5', 'U-2', 'U-5'],
      after: { quantity: 6 },
      target: { subscriptionId: 'sub-2', before: { quantity: 5 }, after: { quantity: 9 } },
    });
    expect(due(subscription)).toMatchObject({
      after: { quantity: 6 },
      target: { subscriptionId: 'sub-2', before: null, after: {} },
    });
  });

  test('if the one that was picked is gone by then, for a new one: no licence is lost', () => {
    const subscription = later({ quantity: 4, target: 'sub-2' }).subscription();
    for (const gone of [null, { ...E5, status: 'deleted' } as const]) {
      expect(due(subscription, undefined, undefined, gone)).toMatchObject({
        rules: ['R-4', 'H-5', 'U-2', 'U-6'],
        after: { quantity: 6 },
        target: { subscriptionId: null, after: { quantity: 4 } },
      });
    }
  });

  test('F-46: all of them into an existing one: the source ends instead of renewing', () => {
    const subscription = later({ target: 'sub-2' }).subscription();
    const { events, subscription: ended } = applyDue(subscription, at('2024-01-01'));
    expect(events).toMatchObject([{ what: 'renewal', at: at('2022-09-01'), after: { quantity: 0 } }]);
    expect(ended).toMatchObject({ status: 'deleted', autoRenewEnabled: false, quantity: 0 });
  });
});
