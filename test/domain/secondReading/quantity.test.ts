import { describe, expect, test } from '@jest/globals';
import {
  ask,
  EARLY,
  ISV,
  LATE,
  LEGACY,
  LIMITS,
  METERED,
  PAUSED,
  type Reading,
  refused,
  SCHEDULED,
  SUSPENDED,
} from '../../support/readings.ts';

const READINGS: readonly Reading[] = [
  [
    'Q-1: more at once',
    LIMITS,
    { type: 'set-quantity', quantity: 20 },
    LATE,
    {
      rules: ['Q-1'],
      effective: '2021-12-01T00:00:00.000Z',
      after: { quantity: 20 },
      before: { quantity: 10 },
    },
  ],
  [
    'F-24: for good in new commerce',
    LIMITS,
    { type: 'set-quantity', quantity: 20 },
    LATE,
    { access: 'unchanged', billing: 'continues', reversible: false, refund: null, deadline: null },
  ],
  [
    'F-24: not in legacy',
    { ...LEGACY, ...LIMITS },
    { type: 'set-quantity', quantity: 20 },
    LATE,
    { reversible: true },
  ],
  [
    'Q-1: beyond the maximum',
    LIMITS,
    { type: 'set-quantity', quantity: 21 },
    LATE,
    refused('quantity-above-maximum', 'Q-1'),
  ],
  [
    'a thousand million',
    LIMITS,
    { type: 'set-quantity', quantity: 1e9 },
    LATE,
    refused('quantity-above-maximum', 'Q-1'),
  ],
  [
    'Q-2: fewer only at the renewal',
    LIMITS,
    { type: 'set-quantity', quantity: 9 },
    LATE,
    refused('fewer-only-at-renewal', 'Q-2', ['schedule-fewer-licences']),
  ],
  [
    'Q-2: with auto-renew off not even then',
    { ...LIMITS, autoRenewEnabled: false },
    { type: 'set-quantity', quantity: 9 },
    LATE,
    refused('fewer-only-at-renewal', 'Q-2'),
  ],
  [
    'Q-3: legacy at once',
    { ...LEGACY, ...LIMITS },
    { type: 'set-quantity', quantity: 5 },
    LATE,
    { rules: ['Q-3'], after: { quantity: 5 } },
  ],
  [
    'Q-3: within the minimum',
    { ...ISV, ...LIMITS },
    { type: 'set-quantity', quantity: 4 },
    LATE,
    refused('quantity-below-minimum', 'Q-3'),
  ],
  ['F-49: none', {}, { type: 'set-quantity', quantity: 0 }, LATE, refused('quantity-below-minimum', 'Q-3')],
  [
    'F-49: below none',
    LEGACY,
    { type: 'set-quantity', quantity: -3 },
    LATE,
    refused('quantity-below-minimum', 'Q-3'),
  ],
  [
    'F-49: a fraction',
    {},
    { type: 'set-quantity', quantity: 1.5 },
    LATE,
    { outcome: 'error', code: 'bad-input' },
  ],
  ['words', {}, { type: 'set-quantity', quantity: 'many' }, LATE, { outcome: 'error', code: 'bad-input' }],
  ['F-33: the same', {}, { type: 'set-quantity', quantity: 10 }, LATE, refused('no-change', 'Q-1')],
  ['Q-4: usage', METERED, { type: 'set-quantity', quantity: 3 }, EARLY, refused('no-quantity', 'Q-4')],
  [
    'F-40: paused, more',
    PAUSED,
    { type: 'set-quantity', quantity: 12 },
    LATE,
    refused('wrong-status', 'Q-1'),
  ],
  [
    'F-40: suspended, fewer',
    SUSPENDED,
    { type: 'set-quantity', quantity: 8 },
    EARLY,
    refused('wrong-status', 'Q-3'),
  ],
  [
    'H-8: it deletes what is scheduled',
    { scheduledNextTermInstructions: SCHEDULED },
    { type: 'set-quantity', quantity: 11 },
    LATE,
    {
      rules: ['Q-1', 'H-8'],
      lost: { scheduledChange: SCHEDULED },
      after: { quantity: 11, scheduledNextTermInstructions: null },
    },
  ],
  [
    'F-35: the class before the status',
    { ...METERED, status: 'deleted' },
    { type: 'set-quantity', quantity: 3 },
    EARLY,
    refused('no-quantity', 'Q-4'),
  ],
];

describe('quantity, read a second time', () => {
  test.each(READINGS)('%s', (...reading) => {
    expect(ask(reading)).toMatchObject(reading[4]);
  });
});
