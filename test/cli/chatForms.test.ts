import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { runChat } from '../../src/cli/chat.ts';
import type { Io } from '../../src/cli/io.ts';
import { createConversation } from '../../src/conversation/converse.ts';
import { changing, E5_ID, stored } from '../conversation/changing.ts';
import type { Talking } from '../conversation/support.ts';

jest.setTimeout(20_000);

let talk: Talking;

beforeEach(async () => {
  talk = await changing();
});
afterEach(() => talk.close());

async function chat(argv: readonly string[], lines: readonly string[]): Promise<readonly string[]> {
  const out: string[] = [];
  async function* stdin(): AsyncGenerator<string> {
    yield* lines;
  }
  const io: Io = {
    stdin: stdin(),
    stdout: (line) => void out.push(line),
    stderr: () => undefined,
    env: {},
    now: talk.clock.now,
    terminal: false,
    stop: new AbortController().signal,
  };
  const open = async () => ({
    desk: talk.desk,
    conversation: createConversation(talk.desk),
    close: async () => {},
  });
  expect(await runChat([...argv, '--as', 'agent-1'], io, open)).toBe(0);
  return out;
}

async function json(...lines: readonly object[]): Promise<readonly Record<string, unknown>[]> {
  const out = await chat(
    ['--json'],
    lines.map((line) => JSON.stringify(line)),
  );
  return out.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('F-90: an ask names its inputs with what stands, in text and with titles', async () => {
  const [ask, prompt, done] = await json(
    { text: 'schedule a change for S-1017' },
    { click: 'answer', inputs: { quantity: 20 } },
    { click: 'confirm' },
  );
  expect(ask).toMatchObject({ view: 'ask', command: 'schedule-change', subscription: 'S-1017' });
  expect(ask).not.toHaveProperty('operation');
  expect(String(ask?.['text']).split('\n')).toEqual(
    expect.arrayContaining([
      'Product: Microsoft 365 E3 (Microsoft 365 E3, Microsoft 365 Business Premium, Microsoft 365 E5)',
      'Licences: 25',
      'Term: 1 year (1 month, 1 year, 3 years)',
      'Billing: billed monthly (billed monthly, billed yearly, billed every three years)',
    ]),
  );
  expect(ask?.['actions']).toMatchObject([
    {
      id: 'answer',
      inputs: [
        {
          id: 'sku',
          required: false,
          value: '0001',
          choices: [{ id: '0001', title: 'Microsoft 365 E3' }, {}, { id: E5_ID, title: 'Microsoft 365 E5' }],
        },
        { id: 'quantity', value: '25' },
        { id: 'termDuration', value: 'P1Y', choices: [{}, { id: 'P1Y', title: '1 year' }, {}] },
        { id: 'billingCycle', value: 'monthly' },
      ],
    },
  ]);
  expect(prompt).toMatchObject({ view: 'confirm', command: 'schedule-change' });
  expect(done).toMatchObject({ view: 'receipt', state: 'done' });
});

test('F-84: a wrong answer is answered by the same view with its errors', async () => {
  const [, again, refused] = await json(
    { text: 'upgrade S-1017' },
    { click: 'answer', inputs: { sku: E5_ID, quantity: 'ten' } },
    { click: 'answer', inputs: { sku: E5_ID, quantity: 26, timing: 'now' } },
  );
  expect(again).toMatchObject({
    view: 'ask',
    errors: [
      { input: 'quantity', code: 'wrong' },
      { input: 'timing', code: 'required' },
    ],
  });
  expect(refused).toMatchObject({ view: 'refused', code: 'quantity-out-of-range' });
});

test('at the keyboard the inputs are asked for one by one; an empty line keeps what stands', async () => {
  const out = await chat([], ['schedule a change for S-1017', '1', '', '20', '', '2', '1', 'exit']);
  const asked = out.join('\n');
  expect(asked).toContain('Product (may be empty) [Microsoft 365 E3]:');
  expect(asked).toContain('Licences (may be empty) [25]:');
  expect(asked).toContain('Term (may be empty) [1 year]:');
  expect((await stored(talk, 'S-1017')).scheduledNextTermInstructions).toEqual({
    product: { productId: 'CFQ7TTC0LFLX', skuId: '0001', termDuration: 'P1Y', billingCycle: 'annual' },
    quantity: 20,
  });
});
