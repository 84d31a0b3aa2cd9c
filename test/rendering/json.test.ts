import { expect, describe as group, test } from '@jest/globals';
import { replyToJson } from '../../src/rendering/json.ts';
import { EXAMPLES } from '../support/exampleViews.ts';

/** The names that interfaces.md and F-80 to F-98 promise. */
const KEYS = [
  'view',
  'command',
  'language',
  'text',
  'operation',
  'state',
  'expires',
  'subscription',
  'decision',
  'code',
  'because',
  'suggestions',
  'correlation',
  'actions',
  'errors',
];
const DRAFTS = ['choose', 'ask', 'refused-cancel', 'nothing-changed', 'preview', 'show', 'help', 'list'];

function jsonOf(name: string, language: 'en' | 'sv' = 'en'): Readonly<Record<string, unknown>> {
  const found = EXAMPLES.find((each) => each.name === name);
  if (!found) throw new Error(`no example ${name}`);
  return replyToJson({ view: found.view, reader: { ...found.reader, language } }) as Readonly<
    Record<string, unknown>
  >;
}

group('a reply in JSON', () => {
  test('a prompt (interfaces.md)', () => {
    const { text, decision, ...rest } = jsonOf('cancel-nce');
    expect(rest).toEqual({
      view: 'confirm',
      command: 'cancel',
      language: 'en',
      operation: 'OP-7F3K',
      state: 'awaiting-confirmation',
      expires: '2021-09-03T12:15:00.000Z',
      subscription: 'S-1042',
      actions: [
        {
          id: 'confirm',
          title: 'Yes, cancel',
          inputs: [
            { id: 'reason', required: true, choices: ['customer-request', 'non-payment', 'fraud', 'other'] },
            { id: 'reasonText', required: false },
            { id: 'typedCustomer', required: true },
          ],
        },
        { id: 'keep', title: 'Keep subscription', inputs: [] },
        { id: 'auto-renew-off', title: 'Turn off auto-renew…', inputs: [] },
        { id: 'pause', title: 'Pause subscription…', inputs: [] },
        { id: 'schedule-fewer-licences', title: 'Reduce at renewal…', inputs: [] },
      ],
    });
    expect(decision).toMatchObject({
      outcome: 'accepted',
      refund: { amount: '362.00', currency: 'USD', basis: 'prorated', estimate: true },
    });
    expect(String(text).split('\n').length).toBeGreaterThan(8);
  });

  test.each(EXAMPLES)('$name has only promised keys', ({ name }) => {
    expect(Object.keys(jsonOf(name)).filter((key) => !KEYS.includes(key))).toEqual([]);
  });

  test.each(DRAFTS)('%s is a draft: no operation, no state, no number on the card (F-80)', (name) => {
    const reply = jsonOf(name);
    expect(reply).not.toHaveProperty('operation');
    expect(reply).not.toHaveProperty('state');
    expect(reply['text']).not.toMatch(/OP-/);
  });

  test.each(['confirm', 'terms-changed', 'approval', 'choose', 'ask'])(
    '%s always has actions (F-95)',
    (kind) => {
      const all = EXAMPLES.filter(({ view }) => view.view === kind);
      for (const { view, reader } of all)
        expect(replyToJson({ view: { ...view, actions: [] }, reader })).toHaveProperty('actions', []);
    },
  );

  test('a choice names its subscription beside its id (F-89)', () => {
    expect(jsonOf('choose')['actions']).toContainEqual({
      id: 'choose-S-1017',
      title: 'Choose S-1017',
      inputs: [],
      subscription: 'S-1017',
    });
  });

  test('the choices of a question back have titles (F-90)', () => {
    expect(jsonOf('ask-term')['actions']).toEqual([
      {
        id: 'answer',
        title: 'Continue…',
        inputs: [
          {
            id: 'termDuration',
            required: true,
            choices: [
              { id: 'P1M', title: '1 month' },
              { id: 'P1Y', title: '1 year' },
              { id: 'P3Y', title: '3 years' },
            ],
            value: 'P1Y',
          },
        ],
      },
    ]);
  });

  test('a wrong input is told beside the same prompt (F-84)', () => {
    expect(jsonOf('cancel-wrong-input')).toMatchObject({
      view: 'confirm',
      state: 'awaiting-confirmation',
      errors: [
        { input: 'reason', code: 'required' },
        { input: 'typedCustomer', code: 'wrong' },
      ],
    });
  });

  test('keeping and withdrawing end an operation (F-87)', () => {
    expect(jsonOf('kept')).toMatchObject({
      view: 'nothing-changed',
      operation: 'OP-7F3K',
      state: 'withdrawn',
      because: 'kept',
    });
  });

  test('a refusal has its rules and alternatives, a conflict the first one’s operation (F-81, F-95)', () => {
    expect(jsonOf('refused-cancel')).toMatchObject({
      code: 'cancel-window-closed',
      decision: { outcome: 'refused', rules: ['X-7'], since: '2021-07-31T00:00:00.000Z' },
    });
    expect(jsonOf('refused-no-approver')).toMatchObject({ code: 'no-approver' });
    expect(jsonOf('conflict')).toMatchObject({
      code: 'operation-open',
      operation: 'OP-7F3K',
      state: 'awaiting-confirmation',
      expires: '2021-09-03T12:15:00.000Z',
    });
  });

  test('who may not is told nothing of it (F-97)', () => {
    expect(Object.keys(jsonOf('not-allowed-not-yours'))).toEqual(['view', 'language', 'text']);
  });

  test('the words are in the reader’s language', () => {
    expect(jsonOf('cancel-nce', 'sv')).toMatchObject({
      language: 'sv',
      actions: expect.arrayContaining([{ id: 'keep', title: 'Behåll prenumerationen', inputs: [] }]),
    });
  });
});
