import { describe, expect, test } from '@jest/globals';
import {
  ask,
  END,
  LATE,
  LEGACY,
  PAUSED,
  type Reading,
  refused,
  SCHEDULED,
  TARGET,
  TO_E5,
  UP,
} from '../../support/readings.ts';

const READINGS: readonly Reading[] = [
  [
    'U-2: full',
    UP,
    TO_E5,
    LATE,
    {
      rules: ['U-2', 'U-3'],
      before: { skuId: '0001' },
      after: { skuId: '0002' },
      effective: '2021-12-01T00:00:00.000Z',
    },
  ],
  [
    'F-24, F-48: its terms',
    UP,
    TO_E5,
    LATE,
    { access: 'unchanged', billing: 'continues', reversible: false, refund: null, deadline: null, lost: {} },
  ],
  [
    'U-6: partial, new',
    UP,
    { ...TO_E5, quantity: 4 },
    LATE,
    {
      after: { quantity: 6 },
      target: {
        subscriptionId: null,
        before: null,
        after: {
          skuId: '0002',
          quantity: 4,
          commitmentEndDate: END,
          effectiveStartDate: '2021-09-01T00:00:00.000Z',
        },
      },
    },
  ],
  [
    'U-5: partial, existing',
    { ...UP, target: TARGET },
    { ...TO_E5, quantity: 4, target: 'T' },
    LATE,
    {
      after: { quantity: 6 },
      target: { subscriptionId: 'T', before: { quantity: 7 }, after: { quantity: 11 } },
    },
  ],
  [
    'F-46: full, existing',
    { ...UP, target: TARGET },
    { ...TO_E5, target: 'T' },
    LATE,
    { after: { status: 'deleted' }, target: { subscriptionId: 'T', after: { quantity: 17 } } },
  ],
  [
    'U-4, H-8',
    { ...UP, scheduledNextTermInstructions: SCHEDULED },
    TO_E5,
    LATE,
    { rules: ['U-2', 'U-3', 'U-4', 'H-8'], lost: { scheduledChange: SCHEDULED } },
  ],
  ['F-01: no targets, no upgrade', {}, TO_E5, LATE, refused('sku-not-eligible', 'U-1')],
  [
    'a SKU of another product',
    { sku: { upgradeTargets: ['0002'] } },
    { ...TO_E5, sku: 'CFQ7TTC0LFLX:0002' },
    LATE,
    refused('sku-not-eligible', 'U-1'),
  ],
  [
    'U-5: another customer’s',
    { ...UP, target: { ...TARGET, customerId: 'somebody' } },
    { ...TO_E5, target: 'T' },
    LATE,
    refused('target-not-eligible', 'U-5'),
  ],
  ['U-5: not given', UP, { ...TO_E5, target: 'T' }, LATE, refused('target-not-eligible', 'U-5')],
  [
    'U-5: given and not named makes a new one',
    { ...UP, target: TARGET },
    { ...TO_E5, quantity: 4 },
    LATE,
    { target: { subscriptionId: null } },
  ],
  [
    'F-46: more than there are',
    UP,
    { ...TO_E5, quantity: 11 },
    LATE,
    refused('quantity-out-of-range', 'U-2'),
  ],
  ['F-46: none', UP, { ...TO_E5, quantity: 0 }, LATE, refused('quantity-out-of-range', 'U-2')],
  ['U-1: paused', { ...UP, ...PAUSED }, TO_E5, LATE, refused('wrong-status', 'U-1')],
  ['U: new commerce only', { ...UP, ...LEGACY }, TO_E5, LATE, refused('not-for-class', 'U-1')],
  [
    'U-3: at the term’s end',
    UP,
    { ...TO_E5, timing: 'term-end' },
    LATE,
    {
      rules: ['U-2', 'U-3'],
      effective: END,
      after: {
        scheduledNextTermInstructions: {
          product: { productId: 'CFQ7TTC0HD32', skuId: '0002', termDuration: 'P1Y', billingCycle: 'annual' },
          quantity: 10,
        },
      },
    },
  ],
  [
    'F-47: some of them then',
    UP,
    { ...TO_E5, timing: 'term-end', quantity: 4 },
    LATE,
    {
      after: {
        scheduledNextTermInstructions: {
          quantity: 6,
          upgrade: { productId: 'CFQ7TTC0HD32', skuId: '0002', quantity: 4, target: null },
        },
      },
    },
  ],
  [
    'H-3: needs auto-renew',
    { ...UP, autoRenewEnabled: false },
    { ...TO_E5, timing: 'term-end' },
    LATE,
    refused('auto-renew-off', 'H-3', ['auto-renew-on']),
  ],
];

describe('upgrades, read a second time', () => {
  test.each(READINGS)('%s', (...reading) => {
    expect(ask(reading)).toMatchObject(reading[4]);
  });
});
