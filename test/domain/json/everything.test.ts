import { describe, expect, test } from '@jest/globals';
import { parseAccepted, parseRefused } from '../../../src/domain/json/accepted.ts';
import { decisionToJson } from '../../../src/domain/json/decision.ts';
import { eventToJson } from '../../../src/domain/json/event.ts';
import { parseLine } from '../../../src/domain/json/line.ts';
import { operationToJson, parseOperation } from '../../../src/domain/json/operation.ts';
import { jsonLine } from '../../../src/domain/json/write.ts';
import type { OperationResult } from '../../../src/domain/operation/operation.ts';
import type { Accepted, Refused } from '../../../src/domain/subscription/decision.ts';
import { aSubscription } from '../../support/builders.ts';
import { anAddress, anOperation, CANCELLED } from '../../support/operations.ts';

const AT = '2021-09-03T12:00:00.000Z';

/** Everything that a decision may hold. */
const FULL: Accepted = {
  ...CANCELLED,
  refund: {
    amount: { minor: 36_200, currency: 'USD' },
    basis: 'prorated',
    estimate: true,
    as: 'next-invoice-credit',
    usedDays: 3,
    periodDays: 365,
  },
  lost: {
    autoRenew: true,
    scheduledChange: {
      product: { productId: 'P', skuId: '0001', termDuration: 'P1Y', billingCycle: 'annual' },
      quantity: 5,
      upgrade: { productId: 'P', skuId: '0002', quantity: 2, target: null },
    },
    addOns: ['a-1'],
  },
  deadline: AT,
  target: { subscriptionId: null, before: null, after: { quantity: 2, suspendedAt: null } },
};
const REFUSED: Refused = {
  outcome: 'refused',
  command: 'cancel',
  code: 'cancel-window-closed',
  rules: ['X-7'],
  since: AT,
  alternatives: ['auto-renew-off', 'pause'],
};
const RESULTS: readonly (OperationResult | null)[] = [
  null,
  { outcome: 'done', at: AT, decision: FULL },
  { outcome: 'failed', at: AT, why: 'refused', decision: REFUSED },
  { outcome: 'failed', at: AT, why: 'terms-changed' },
];

describe('the lines of export --everything', () => {
  test('a decision comes back as it was, its money as a decimal meanwhile', () => {
    const json = decisionToJson(FULL);
    expect(json['refund']).toMatchObject({ amount: '362.00', currency: 'USD' });
    expect(parseAccepted(json, 'decision')).toEqual({ ok: true, value: FULL });
    expect(parseAccepted(decisionToJson(CANCELLED), 'decision')).toEqual({ ok: true, value: CANCELLED });
    expect(parseRefused(decisionToJson(REFUSED), 'decision')).toEqual({ ok: true, value: REFUSED });
  });

  test.each(RESULTS)('an operation comes back as it was, without its lease: %j', (result) => {
    const operation = anOperation({
      state: result === null ? 'unknown' : 'done',
      rev: 3,
      at: AT,
      plan: [{ subscription: 'subscription-1', version: 0, after: { suspendedAt: null, quantity: 3 } }],
      steps: [{ what: 'declined', person: 'p', at: AT, comment: 'long '.repeat(800) }],
      approvers: ['admin-agent'],
      result,
    });
    const record = {
      operation,
      insertedAt: 1_630_670_400_123,
      cards: [{ address: anAddress(), revision: 2 }],
    };
    const leased = { ...record, operation: { ...operation, lease: { n: 1, until: 2 } } };
    const json = JSON.parse(jsonLine(operationToJson(leased))) as unknown;
    expect(parseOperation(json)).toEqual({ ok: true, value: record });
  });

  test('an event comes back with the moment at which it was recorded, one without has none', () => {
    const event = {
      id: 'x/1',
      at: AT,
      what: 'executed',
      rules: ['X-6'],
      after: { suspendedAt: null },
    } as const;
    const line = jsonLine({ kind: 'event', ...eventToJson({ event, recorded: 1_000_007 }) });
    expect(parseLine(line)).toEqual({
      ok: true,
      value: { kind: 'event', value: { event, recorded: 1_000_007 } },
    });
    expect(parseLine(jsonLine({ kind: 'event', ...event }))).toMatchObject({
      value: { value: { recorded: null } },
    });
  });

  test('a subscription may say its version', () => {
    const line = { kind: 'subscription', ...aSubscription() };
    expect(parseLine(jsonLine({ ...line, version: 7 }))).toMatchObject({
      value: { value: { id: 'sub-1' }, version: 7 },
    });
    expect(parseLine(jsonLine(line))).toEqual({
      ok: true,
      value: { kind: 'subscription', value: aSubscription() },
    });
    expect(parseLine(jsonLine({ ...line, version: -1 }))).toMatchObject({ ok: false });
  });

  test('a line is one line for every reader', () => {
    const text = 'a\u2028b\u2029c\r\nd';
    expect(jsonLine({ text })).not.toMatch(/[\r\n\u2028\u2029]/);
    expect(JSON.parse(jsonLine({ text }))).toEqual({ text });
  });
});
