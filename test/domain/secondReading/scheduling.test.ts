import { describe, expect, test } from '@jest/globals';
import {
  ask,
  EARLY,
  END,
  ISV,
  LATE,
  LIMITS,
  MONTHLY,
  PAUSED,
  type Reading,
  refused,
  SCHEDULED,
  UP,
} from '../../support/readings.ts';

const READINGS: readonly Reading[] = [
  [
    'H-1: fewer',
    {},
    { type: 'schedule-change', quantity: 8 },
    LATE,
    {
      rules: ['H-1', 'H-3', 'H-5'],
      effective: END,
      deadline: END,
      access: 'unchanged',
      billing: 'unchanged',
      reversible: true,
      lost: {},
    },
  ],
  ['H-2: more', {}, { type: 'schedule-change', quantity: 12 }, LATE, { rules: ['H-2', 'H-3', 'H-5'] }],
  ['F-45: an upgrade', UP, { type: 'schedule-change', sku: '0002' }, LATE, { rules: ['H-2', 'H-3', 'H-5'] }],
  ['F-45: a downgrade', UP, { type: 'schedule-change', sku: '0000' }, LATE, { rules: ['H-1', 'H-3', 'H-5'] }],
  [
    'F-06: complete',
    {},
    { type: 'schedule-change', termDuration: 'P3Y' },
    LATE,
    {
      after: {
        scheduledNextTermInstructions: {
          product: { productId: 'CFQ7TTC0HD32', skuId: '0001', termDuration: 'P3Y', billingCycle: 'annual' },
          quantity: 10,
        },
      },
    },
  ],
  [
    'F-05: of another product',
    UP,
    { type: 'schedule-change', sku: 'CFQ7TTC0LFLX:0001' },
    LATE,
    {
      after: {
        scheduledNextTermInstructions: {
          product: { productId: 'CFQ7TTC0LFLX', skuId: '0001', termDuration: 'P1Y', billingCycle: 'annual' },
          quantity: 10,
        },
      },
    },
  ],
  [
    'F-44: a cycle longer than the term',
    MONTHLY,
    { type: 'schedule-change', billingCycle: 'annual' },
    EARLY,
    refused('cycle-longer-than-term', 'H-1'),
  ],
  [
    'F-44: both at once is well',
    MONTHLY,
    { type: 'schedule-change', billingCycle: 'annual', termDuration: 'P1Y' },
    EARLY,
    { rules: ['H-1', 'H-3', 'H-5'] },
  ],
  [
    'F-44: too many',
    LIMITS,
    { type: 'schedule-change', quantity: 21 },
    LATE,
    refused('quantity-above-maximum', 'Q-1'),
  ],
  [
    'F-44: too few',
    LIMITS,
    { type: 'schedule-change', quantity: 4 },
    LATE,
    refused('quantity-below-minimum', 'Q-3'),
  ],
  [
    'a term that does not exist',
    {},
    { type: 'schedule-change', termDuration: 'P2Y' },
    LATE,
    { outcome: 'error', code: 'bad-input' },
  ],
  [
    'H-3: auto-renew off',
    { autoRenewEnabled: false },
    { type: 'schedule-change', quantity: 8 },
    LATE,
    refused('auto-renew-off', 'H-3', ['auto-renew-on']),
  ],
  ['H-3: paused', PAUSED, { type: 'schedule-change', quantity: 8 }, LATE, refused('wrong-status', 'H-3')],
  [
    'H: new commerce only',
    ISV,
    { type: 'schedule-change', quantity: 8 },
    EARLY,
    refused('not-for-class', 'H-1'),
  ],
  [
    'F-33: what is so',
    {},
    { type: 'schedule-change', billingCycle: 'annual' },
    LATE,
    refused('no-change', 'H-1'),
  ],
  [
    'H-4: removed',
    { scheduledNextTermInstructions: SCHEDULED },
    { type: 'remove-scheduled-change' },
    LATE,
    {
      rules: ['H-4'],
      after: { scheduledNextTermInstructions: null },
      access: 'unchanged',
      billing: 'unchanged',
      reversible: true,
    },
  ],
  [
    'F-33: nothing to remove',
    {},
    { type: 'remove-scheduled-change' },
    LATE,
    refused('nothing-scheduled', 'H-4'),
  ],
  [
    'F-13: applied by now',
    { scheduledNextTermInstructions: SCHEDULED },
    { type: 'remove-scheduled-change' },
    END,
    refused('nothing-scheduled', 'H-4'),
  ],
  [
    'F-40: not while paused',
    PAUSED,
    { type: 'remove-scheduled-change' },
    LATE,
    refused('wrong-status', 'H-4'),
  ],
  [
    'F-13: before shows what the renewal made',
    { scheduledNextTermInstructions: SCHEDULED },
    { type: 'set-quantity', quantity: 6 },
    END,
    { rules: ['Q-1'], before: { quantity: 4 }, after: { quantity: 6 } },
  ],
];

describe('scheduled changes, read a second time', () => {
  test.each(READINGS)('%s', (...reading) => {
    expect(ask(reading)).toMatchObject(reading[4]);
  });
});
