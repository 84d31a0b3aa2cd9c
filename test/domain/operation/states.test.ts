import { describe, expect, test } from '@jest/globals';
import { FINAL_STATES, OPERATION_STATES } from '../../../src/domain/operation/operation.ts';
import { asSeen, isExpired, isFinal, isOpen, TRANSITIONS } from '../../../src/domain/operation/states.ts';
import { anOperation } from '../../support/operations.ts';

const EXPIRES = '2021-09-03T12:15:00.000Z';
const BEFORE = '2021-09-03T12:14:59.999Z';

describe('the states of an operation', () => {
  test('a final state has no way out, and every other has one', () => {
    for (const state of OPERATION_STATES) {
      const final = FINAL_STATES.some((one) => one === state);
      expect({ state, final: TRANSITIONS[state].length === 0 }).toEqual({ state, final });
      expect(isFinal(anOperation({ state }))).toBe(final);
    }
  });

  test('every state but the first is reached from another', () => {
    const reached = new Set<string>(Object.values(TRANSITIONS).flat());
    expect(OPERATION_STATES.filter((state) => !reached.has(state))).toEqual(['draft']);
  });

  test('F-86: a prompt is live while now is before its expiry, at the millisecond', () => {
    for (const state of ['awaiting-confirmation', 'awaiting-approval'] as const) {
      const prompt = anOperation({ state, expiresAt: EXPIRES });
      expect([isExpired(prompt, BEFORE), isExpired(prompt, EXPIRES)]).toEqual([false, true]);
    }
  });

  test('F-83: past the click an expiry no longer matters', () => {
    for (const state of ['queued', 'running', 'unknown', 'done'] as const) {
      expect(isExpired(anOperation({ state, expiresAt: EXPIRES }), '2022-01-01T00:00:00.000Z')).toBe(false);
    }
  });

  test('F-81: it is open from awaiting-confirmation to running, and as unknown', () => {
    const open = OPERATION_STATES.filter((state) =>
      isOpen(anOperation({ state, expiresAt: EXPIRES }), BEFORE),
    );
    expect(open).toEqual(['awaiting-confirmation', 'awaiting-approval', 'queued', 'running', 'unknown']);
  });

  test('F-92: past its expiry it is seen as expired before that is stored, one revision on', () => {
    const prompt = anOperation({ rev: 1, expiresAt: EXPIRES });
    expect(asSeen(prompt, EXPIRES)).toEqual({ ...prompt, state: 'expired', rev: 2 });
    expect(asSeen(prompt, BEFORE)).toBe(prompt);
  });
});
