import { describe, expect, test } from '@jest/globals';
import { aLegacy, aMetered, anIsvLicense, aScheduledChange, aSubscription } from '../../support/builders.ts';
import { given } from '../../support/decider.ts';

const NOW = '2021-12-01';
const SKU = { minimumQuantity: 5, maximumQuantity: 20 };
const to = (quantity: number) => ({ type: 'set-quantity', quantity }) as const;

describe('licences at once', () => {
  test('Q-1, H-8: more at once; a scheduled change is deleted, and listed', () => {
    const scheduledNextTermInstructions = aScheduledChange(3);
    const subscription = aSubscription({ scheduledNextTermInstructions });
    expect(given({ subscription, sku: SKU }).when(to(15), NOW).json()).toEqual({
      outcome: 'accepted',
      command: 'set-quantity',
      rules: ['Q-1', 'H-8'],
      effective: '2021-12-01T00:00:00.000Z',
      refund: null,
      access: 'unchanged',
      billing: 'continues',
      reversible: false,
      lost: { scheduledChange: scheduledNextTermInstructions },
      before: { quantity: 10, scheduledNextTermInstructions },
      after: { quantity: 15, scheduledNextTermInstructions: null },
      deadline: null,
    });
  });

  test.each([
    ['legacy', aLegacy()],
    ['isv-license', anIsvLicense()],
  ])('Q-3, F-24: fewer at once of %s, and back again', (_name, subscription) => {
    expect(given({ subscription, sku: SKU }).when(to(5), '2021-09-20').accepted()).toMatchObject({
      rules: ['Q-3'],
      after: { quantity: 5 },
      lost: {},
      reversible: true,
    });
  });

  test('Q-2: fewer of new commerce only at the renewal, which is offered', () => {
    given({ sku: SKU })
      .when(to(6), NOW)
      .thenRefused({
        code: 'fewer-only-at-renewal',
        rules: ['Q-2'],
        alternatives: ['schedule-fewer-licences'],
      });
  });

  test('F-26: the offer keeps the number, so it is made only if that number would be accepted', () => {
    const refused = { code: 'fewer-only-at-renewal', rules: ['Q-2'], alternatives: [] } as const;
    given({ sku: SKU }).when(to(4), NOW).thenRefused(refused);
    const ending = aSubscription({ autoRenewEnabled: false });
    given({ subscription: ending }).when(to(4), NOW).thenRefused(refused);
    const scheduled = aSubscription({ scheduledNextTermInstructions: aScheduledChange(4) });
    given({ subscription: scheduled }).when(to(4), NOW).thenRefused(refused);
  });

  test('Q-1, Q-3: the limits themselves are inside', () => {
    given({ sku: SKU }).when(to(20), NOW).accepted();
    given({ sku: SKU })
      .when(to(21), NOW)
      .thenRefused({ code: 'quantity-above-maximum', rules: ['Q-1'], alternatives: [] });
    const subscription = aLegacy();
    given({ subscription, sku: SKU }).when(to(5), NOW).accepted();
    given({ subscription, sku: SKU })
      .when(to(4), NOW)
      .thenRefused({ code: 'quantity-below-minimum', rules: ['Q-3'], alternatives: [] });
  });

  test('F-01: limits that are not given are not checked', () => {
    given().when(to(1_000_000_000), NOW).accepted();
    given({ subscription: aLegacy() }).when(to(1), NOW).accepted();
  });

  test.each([0, -1, -1_000_000_000])(
    'F-49: %d licences are below any minimum, in every class',
    (quantity) => {
      const refused = { code: 'quantity-below-minimum', rules: ['Q-3'], alternatives: [] } as const;
      given().when(to(quantity), NOW).thenRefused(refused);
      given({ subscription: aLegacy() }).when(to(quantity), NOW).thenRefused(refused);
    },
  );

  test('more than can be reckoned with is above any maximum', () => {
    given()
      .when(to(Number.MAX_SAFE_INTEGER), NOW)
      .thenRefused({ code: 'quantity-above-maximum', rules: ['Q-1'], alternatives: [] });
  });

  test('a limit holds only in the direction of the change', () => {
    const subscription = aLegacy({ quantity: 30 });
    given({ subscription, sku: SKU }).when(to(25), NOW).accepted();
  });

  test('F-33: the same number is no change', () => {
    given()
      .when(to(10), NOW)
      .thenRefused({ code: 'no-change', rules: ['Q-1'], alternatives: [] });
  });

  test('Q-4: usage has no quantity, whatever its status', () => {
    for (const subscription of [aMetered(), aMetered({ status: 'deleted' })]) {
      given({ subscription })
        .when(to(0), NOW)
        .thenRefused({ code: 'no-quantity', rules: ['Q-4'], alternatives: [] });
    }
  });

  test('X-7: fewer at the renewal is offered while a lower number can still be scheduled', () => {
    const offers = (subscription = aSubscription(), sku = {}) =>
      given({ subscription, sku }).when('cancel', NOW).refused().alternatives;
    expect(offers()).toEqual(['auto-renew-off', 'schedule-fewer-licences', 'pause']);
    expect(offers(aSubscription({ quantity: 1 }))).toEqual(['auto-renew-off', 'pause']);
    expect(offers(aSubscription(), { minimumQuantity: 10 })).toEqual(['auto-renew-off', 'pause']);
    const nine = aSubscription({ scheduledNextTermInstructions: aScheduledChange(9) });
    expect(offers(nine)).toContain('schedule-fewer-licences');
    expect(offers(nine, { minimumQuantity: 9 })).toEqual(['auto-renew-off', 'pause']);
    expect(offers(aSubscription({ autoRenewEnabled: false }))).toEqual(['pause']);
  });
});
