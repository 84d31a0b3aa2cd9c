import { describe, expect, test } from '@jest/globals';
import { decideVerb } from '../../src/cli/decide.ts';
import { dueVerb } from '../../src/cli/due.ts';
import { aCustomer, aPartner, aSubscription } from '../support/builders.ts';
import { at } from '../support/decider.ts';

const GOOD = JSON.stringify({
  subscription: aSubscription(),
  customer: aCustomer(),
  partner: aPartner(),
  command: { type: 'cancel' },
});

async function run(
  verb: typeof decideVerb,
  lines: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const out: string[] = [];
  const errors: string[] = [];
  async function* stdin() {
    yield* lines;
  }
  const code = await verb([], {
    stdin: stdin(),
    stdout: (line) => void out.push(line),
    stderr: (line) => void errors.push(line),
    env,
    now: () => at('2021-09-03T12:00Z'),
  });
  return { code, out: out.map((line) => JSON.parse(line)), errors };
}

describe('decide on the command line', () => {
  test('F-14: refused is an answer, exit 0', async () => {
    const { code, out } = await run(decideVerb, [GOOD, GOOD], { SUBDESK_NOW: '2021-10-01T00:00:00Z' });
    expect([code, out.map(({ outcome }) => outcome)]).toEqual([0, ['refused', 'refused']]);
  });

  test('F-14: one line out for each line in, in order, exit 2 when any was bad', async () => {
    const { code, out } = await run(decideVerb, [GOOD, 'nonsense', '', GOOD]);
    expect([code, out.map(({ outcome }) => outcome)]).toEqual([
      2,
      ['accepted', 'error', 'error', 'accepted'],
    ]);
  });

  test('a wrong configuration is exit 2 with its reason', async () => {
    const { code, out, errors } = await run(decideVerb, [GOOD], {
      SUBDESK_NOW: 'noon',
      SUBDESK_RULEBOOK: '1999',
    });
    expect([code, out.length, errors.length]).toEqual([2, 0, 2]);
  });
});

describe('due on the command line', () => {
  test('F-51: one line out for each line in', async () => {
    const line = JSON.stringify({ subscription: aSubscription(), customer: aCustomer() });
    const { code, out } = await run(dueVerb, [line, '{}']);
    expect([code, out.map(({ what, outcome }) => what ?? outcome)]).toEqual([2, ['renewal', 'error']]);
  });

  test('a fixed clock is not for it', async () => {
    expect((await run(dueVerb, [], { SUBDESK_NOW: '2021-10-01T00:00:00Z' })).code).toBe(2);
  });
});
