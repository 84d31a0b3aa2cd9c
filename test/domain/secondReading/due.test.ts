import { describe, expect, test } from '@jest/globals';
import { dueLine } from '../../../src/domain/json/decideLine.ts';
import { aCustomer, aSubscription } from '../../support/builders.ts';
import { BY_SUPPORT, END, ISV, PAUSED, SCHEDULED, SUSPENDED, TRIAL } from '../../support/readings.ts';

describe('due, read a second time', () => {
  test.each([
    [
      'R-4',
      {},
      { what: 'renewal', at: END, rules: ['R-4'], after: { commitmentEndDate: '2023-09-01T00:00:00.000Z' } },
    ],
    [
      'H-5',
      { scheduledNextTermInstructions: SCHEDULED },
      { what: 'renewal', rules: ['R-4', 'H-5'], after: { quantity: 4, scheduledNextTermInstructions: null } },
    ],
    [
      'R-4: off',
      { autoRenewEnabled: false },
      { what: 'end-of-service', at: END, after: { status: 'deleted' } },
    ],
    ['P-6', PAUSED, { what: 'end-of-service', at: END, after: { status: 'deleted', suspensionKind: null } }],
    ['F-09', BY_SUPPORT, { what: 'end-of-service', at: END }],
    [
      'S-4',
      SUSPENDED,
      { what: 'data-deletion', at: '2021-12-04T00:00:00.000Z', rules: ['S-4'], after: { status: 'deleted' } },
    ],
    [
      'F-42',
      { ...SUSPENDED, autoRenewEnabled: false, commitmentEndDate: '2021-10-01T00:00:00Z' },
      { what: 'end-of-service', at: '2021-10-01T00:00:00.000Z' },
    ],
    [
      'F-52',
      { ...SUSPENDED, autoRenewEnabled: false, commitmentEndDate: '2021-12-04T00:00:00Z' },
      { at: '2021-12-04T00:00:00.000Z', after: { status: 'deleted' } },
    ],
    [
      'C-8',
      { ...TRIAL, ...ISV },
      {
        what: 'trial-conversion',
        at: '2021-10-01T00:00:00.000Z',
        after: {
          isTrial: false,
          effectiveStartDate: '2021-10-01T00:00:00.000Z',
          commitmentEndDate: '2022-10-01T00:00:00.000Z',
        },
      },
    ],
    [
      'H-6',
      { ...TRIAL, scheduledNextTermInstructions: SCHEDULED },
      { what: 'trial-conversion', after: { quantity: 4, isTrial: false } },
    ],
    ['F-43', TRIAL, { what: 'end-of-service', at: '2021-10-01T00:00:00.000Z' }],
    ['F-51: pending', { status: 'pending' }, { what: 'nothing', at: null }],
    ['F-51: deleted', { status: 'deleted' }, { what: 'nothing', at: null }],
  ])('%s', (_name, given, answer) => {
    const subscription = { ...aSubscription(), ...given };
    const line = JSON.stringify({ subscription, customer: aCustomer() });
    expect(dueLine(line, { rulebook: '2021-08' })).toMatchObject(answer);
  });
});
