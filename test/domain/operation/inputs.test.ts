import { describe, expect, test } from '@jest/globals';
import { inputProblems, inputsOf, withInputs } from '../../../src/domain/operation/inputs.ts';
import { aBuyer, anOperation } from '../../support/operations.ts';

const snapshot = {
  ...anOperation().snapshot,
  customer: aBuyer({ name: 'Straße Ω', domain: 'contoso.example' }),
};
const TIER_4 = anOperation({ tier: 4, command: { type: 'cancel' }, snapshot });
const TIER_3 = anOperation({ tier: 3, command: { type: 'pause' } });

function ids(tier: 1 | 2 | 3 | 4, action: string): readonly string[] {
  return inputsOf(anOperation({ tier }), action).map(({ id }) => id);
}

describe('F-84: the inputs of an action', () => {
  test('a reason from tier 3, the typed check in tier 4', () => {
    expect(([1, 2, 3, 4] as const).map((tier) => ids(tier, 'confirm'))).toEqual([
      [],
      [],
      ['reason', 'reasonText'],
      ['reason', 'reasonText', 'typedCustomer'],
    ]);
  });

  test('F-98: declining needs a comment; keep, withdraw and approve need nothing', () => {
    expect(ids(4, 'decline')).toEqual(['comment']);
    expect([ids(4, 'keep'), ids(4, 'withdraw'), ids(4, 'approve')]).toEqual([[], [], []]);
  });

  test("the sentence's reason stands in the input, typedCustomer never has a value", () => {
    const said = anOperation({ tier: 4, command: { type: 'cancel', reason: 'other', reasonText: 'moved' } });
    expect(inputsOf(said, 'confirm').map(({ value }) => value)).toEqual(['other', 'moved', undefined]);
  });
});

describe('F-84: what is missing or wrong', () => {
  test('a missing one is required, blanks are missing', () => {
    expect(inputProblems(TIER_4, 'confirm', { typedCustomer: '  ' })).toEqual([
      { input: 'reason', code: 'required' },
      { input: 'typedCustomer', code: 'required' },
    ]);
  });

  test('a reason outside the list and another name are wrong', () => {
    expect(
      inputProblems(TIER_4, 'confirm', { reason: 'boredom', typedCustomer: 'fabrikam.example' }),
    ).toEqual([
      { input: 'reason', code: 'wrong' },
      { input: 'typedCustomer', code: 'wrong' },
    ]);
  });

  test('G-2: other needs words, from the click or the sentence', () => {
    expect(inputProblems(TIER_3, 'confirm', { reason: 'other' })).toEqual([
      { input: 'reasonText', code: 'required' },
    ]);
    expect(inputProblems(TIER_3, 'confirm', { reason: 'other', reasonText: 'merged' })).toEqual([]);
    const said = { ...TIER_3, command: { type: 'pause', reason: 'other', reasonText: 'merged' } } as const;
    expect(inputProblems(said, 'confirm', {})).toEqual([]);
  });

  test('F-75: domain or name after trimming, NFKC and case folding', () => {
    for (const typed of [' CONTOSO.example ', 'ｃｏｎｔｏｓｏ.example', 'STRASSE ω']) {
      expect(inputProblems(TIER_4, 'confirm', { reason: 'fraud', typedCustomer: typed })).toEqual([]);
    }
  });

  test('an input that the action does not have is ignored', () => {
    expect(
      inputProblems(TIER_3, 'confirm', { reason: 'fraud', typedCustomer: 'nonsense', comment: '' }),
    ).toEqual([]);
    expect(inputProblems(TIER_4, 'keep', { reason: 'boredom' })).toEqual([]);
  });
});

describe('the command of the click', () => {
  test("the click's reason counts before the sentence's, whose words go with it", () => {
    const said = { ...TIER_3, command: { type: 'pause', reason: 'other', reasonText: 'merged' } } as const;
    expect(withInputs(said, { reason: 'fraud' })).toEqual({ type: 'pause', reason: 'fraud' });
    expect(withInputs(said, {})).toEqual(said.command);
  });

  test('where no reason is asked for, none is taken', () => {
    expect(withInputs(anOperation({ tier: 1, command: { type: 'resume' } }), { reason: 'fraud' })).toEqual({
      type: 'resume',
    });
  });
});
