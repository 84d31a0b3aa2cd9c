import { describe, expect, test } from '@jest/globals';
import { type Expiring, promptExpiry } from '../../../src/domain/operation/expiry.ts';
import type { Accepted } from '../../../src/domain/subscription/decision.ts';
import { CANCELLED } from '../../support/operations.ts';

const NOW = '2021-09-03T12:00:00.000Z';
const PRORATED: Accepted = {
  ...CANCELLED,
  deadline: '2021-10-01T00:00:00.000Z',
  refund: {
    amount: { minor: 36200, currency: 'USD' },
    basis: 'prorated',
    estimate: true,
    as: 'refund',
    usedDays: 3,
    periodDays: 365,
  },
};

function expiry(fields: Partial<Expiring>): string {
  return promptExpiry({
    now: NOW,
    minutes: 15,
    decision: { ...CANCELLED, deadline: null },
    nextDue: null,
    ...fields,
  });
}

describe('F-86: when a prompt expires', () => {
  test('after its minutes', () => {
    expect(expiry({})).toBe('2021-09-03T12:15:00.000Z');
    expect(expiry({ minutes: 24 * 60 })).toBe('2021-09-04T12:00:00.000Z');
  });

  test("at the decision's deadline, if that is sooner", () => {
    expect(expiry({ decision: { ...CANCELLED, deadline: '2021-09-03T12:00:01.000Z' } })).toBe(
      '2021-09-03T12:00:01.000Z',
    );
  });

  test('at what the clock does next, if that is sooner', () => {
    expect(expiry({ nextDue: '2021-09-03T12:10:00.000Z' })).toBe('2021-09-03T12:10:00.000Z');
  });

  test("X-6: at the refund's next 24-hour step", () => {
    expect(expiry({ minutes: 24 * 60, decision: PRORATED })).toBe('2021-09-04T00:00:00.000Z');
    expect(expiry({ now: '2021-09-03T23:50:00.000Z', decision: PRORATED })).toBe('2021-09-04T00:00:00.000Z');
  });

  test('X-6: on the step itself the next one counts', () => {
    const now = '2021-09-03T00:00:00.000Z';
    expect(expiry({ now, minutes: 48 * 60, decision: PRORATED })).toBe('2021-09-04T00:00:00.000Z');
  });

  test('X-5: a full refund has a deadline and no steps', () => {
    const full: Accepted = { ...CANCELLED, deadline: '2021-09-10T00:00:00.000Z' };
    expect(expiry({ minutes: 24 * 60, decision: full })).toBe('2021-09-04T12:00:00.000Z');
  });
});
