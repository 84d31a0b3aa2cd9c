import { describe, expect, test } from '@jest/globals';
import { report, storeOf, tallied, trials } from '../support/names/accuracy.ts';
import { aNameDesk } from '../support/names/desk.ts';

/** The long form: SUBDESK_TEST_NAMES=100000. */
const SUBSCRIPTIONS = Number(process.env['SUBDESK_TEST_NAMES'] ?? 10_000);
const SEED = Number(process.env['SUBDESK_TEST_NAMES_SEED'] ?? 7);
const TRIALS = SUBSCRIPTIONS > 10_000 ? 14_000 : 1_400;

describe(`with one typing error (${SUBSCRIPTIONS} subscriptions, seed ${SEED})`, () => {
  const desk = aNameDesk(SUBSCRIPTIONS, SEED);
  const tried = trials(desk, storeOf(desk), TRIALS, SEED);
  const all = tried.done;
  process.stdout.write(`${SUBSCRIPTIONS} subscriptions, seed ${SEED}\n${report(tried)}\n`);
  const share = ({ alone, first }: { alone: number; first: number }, of: number) => (alone + first) / of;

  test('the right one is alone or first in 99 of 100', () => {
    expect(share(tallied(all), all.length)).toBeGreaterThanOrEqual(0.99);
  });

  test.each([...new Set(all.map(({ kind }) => kind))])('%s: in 98 of 100', (kind) => {
    const some = all.filter((one) => one.kind === kind);
    expect(share(tallied(some), some.length)).toBeGreaterThanOrEqual(0.98);
  });

  test('whoever is not first is as near as the first: behind or not found are 5 of 1,000 at most', () => {
    const { behind, missing } = tallied(all);
    expect((behind + missing) / all.length).toBeLessThanOrEqual(0.005);
  });

  test('the error names another one exactly in 1 of 1,000 at most', () => {
    expect(tallied(all).other / all.length).toBeLessThanOrEqual(0.001);
  });
});
