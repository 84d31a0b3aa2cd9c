import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runChat } from '../../src/cli/chat.ts';
import type { Io } from '../../src/cli/io.ts';
import { createConversation } from '../../src/conversation/converse.ts';
import { type Talking, talking } from '../conversation/support.ts';
import { PEOPLE } from '../support/desk.ts';

let talk: Talking;

beforeEach(async () => {
  talk = await talking();
});
afterEach(() => talk.close());

interface Ran {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

async function chat(
  argv: readonly string[],
  lines: readonly (string | ((out: readonly string[]) => string))[],
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  async function* stdin(): AsyncGenerator<string> {
    for (const line of lines) yield typeof line === 'string' ? line : line(out);
  }
  const io: Io = {
    stdin: stdin(),
    stdout: (line) => void out.push(line),
    stderr: (line) => void err.push(line),
    env: {},
    now: talk.clock.now,
    terminal: false,
    stop: new AbortController().signal,
  };
  const code = await runChat(argv, io, async () => ({
    desk: talk.desk,
    conversation: createConversation(talk.desk),
    close: async () => {},
  }));
  return { code, out, err };
}

async function json(
  lines: readonly (string | object)[],
  as = 'agent-1',
): Promise<readonly Record<string, unknown>[]> {
  const ran = await chat(
    ['--json', '--as', as],
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))),
  );
  expect(ran).toMatchObject({ code: 0, err: [] });
  expect(ran.out).toHaveLength(lines.length);
  return ran.out.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('chat --json', () => {
  test('plays pause, resume and cancel with the clock moved between runs', async () => {
    const [paused, first] = await json(['pause contoso visio for non-payment', { click: 'confirm' }]);
    expect(paused).toMatchObject({
      view: 'confirm',
      command: 'pause',
      language: 'en',
      state: 'awaiting-confirmation',
      subscription: 'S-1042',
      expires: '2021-09-03T12:15:00.000Z',
    });
    expect(paused?.['actions']).toMatchObject([{ id: 'confirm' }, { id: 'keep', inputs: [] }]);
    expect(first).toMatchObject({ view: 'receipt', state: 'done', operation: paused?.['operation'] });

    talk.clock.set('2021-09-05T12:00:00.000Z');
    const [, resumed, history] = await json([
      { text: 'resume S-1042' },
      { click: 'confirm' },
      'history S-1042',
    ]);
    expect(resumed).toMatchObject({ view: 'receipt', command: 'resume' });
    expect(String(history?.['text'])).toContain('Ada Agent');

    talk.clock.set('2021-09-10T12:00:00.000Z');
    const [prompt, missing, cancelled, gone] = await json([
      'cancel S-1042 reason customer request',
      { click: 'confirm' },
      { click: 'confirm', inputs: { typedCustomer: 'contoso.com' } },
      'cancel S-1042',
    ]);
    expect(prompt).toMatchObject({
      view: 'confirm',
      decision: { outcome: 'accepted', rules: expect.arrayContaining(['X-6']) },
    });
    expect(missing).toMatchObject({
      view: 'confirm',
      operation: prompt?.['operation'],
      errors: [{ input: 'typedCustomer', code: 'required' }],
    });
    expect(cancelled).toMatchObject({
      view: 'receipt',
      state: 'done',
      decision: { refund: { basis: 'prorated' } },
    });
    expect(gone).toMatchObject({ view: 'refused', decision: { outcome: 'refused' } });
  });

  test('F-88: a click without an operation goes to the latest prompt of the run, other ids to the latest card that had them', async () => {
    const [none, choice, chosen, done, late, again] = await json([
      { click: 'confirm' },
      'pause contoso e3',
      { click: 'choose-S-1021' },
      { click: 'confirm', inputs: { reason: 'fraud' } },
      { click: 'confirm', inputs: { reason: 'fraud' } },
      { click: 'resume' },
    ]);
    expect(none).toMatchObject({ view: 'not-understood', because: 'unknown-action' });
    expect(choice).not.toHaveProperty('operation');
    expect(choice?.['actions']).toMatchObject([
      { id: 'choose-S-1017', subscription: 'S-1017' },
      { id: 'choose-S-1021' },
      { id: 'search' },
    ]);
    expect(chosen).toMatchObject({ view: 'confirm', subscription: 'S-1021' });
    expect(done).toMatchObject({ view: 'receipt' });
    expect(late).toMatchObject({ view: 'already-decided', state: 'done' });
    expect(again).toMatchObject({ view: 'confirm', command: 'resume', subscription: 'S-1021' });
  });

  test('an operation of an earlier run is clicked by its reference', async () => {
    const [prompt] = await json(['pause S-1017 for fraud']);
    const [done] = await json([{ click: 'confirm', operation: prompt?.['operation'] }]);
    expect(done).toMatchObject({ view: 'receipt', operation: prompt?.['operation'] });
  });

  test('F-95, F-97: malformed lines and unknown people are answered in their place', async () => {
    const [bad, list, who, guest, fine] = await json([
      '{"text":',
      { text: 'help', click: 'confirm' },
      { text: 'help', as: 'nobody-7' },
      { text: 'pause S-1017', as: PEOPLE.guest.id },
      'whoami',
    ]);
    expect(bad).toMatchObject({ view: 'not-understood', because: 'bad-input' });
    expect(list).toMatchObject({ view: 'not-understood', because: 'bad-input' });
    expect(Object.keys(who ?? {}).sort()).toEqual(['language', 'text', 'view']);
    expect(who).toMatchObject({ view: 'not-allowed' });
    expect(guest).toMatchObject({ view: 'not-allowed' });
    expect(fine).toMatchObject({ view: 'who-am-i' });
  });

  test('speaks as somebody else where a line says so', async () => {
    const [prompt, other] = await json([
      'pause S-1017',
      { click: 'confirm', as: 'agent-2', inputs: { reason: 'fraud' } },
    ]);
    expect(prompt).toMatchObject({ view: 'confirm' });
    expect(other).toMatchObject({ view: 'not-allowed' });
  });

  test('a person that does not exist is wrong usage', async () => {
    expect(await chat(['--as', 'nobody-7'], [])).toMatchObject({ code: 2 });
    expect(await chat(['--jsn'], [])).toMatchObject({ code: 2 });
  });
});

/** The number of a button on the last card drawn. */
function numberOf(title: string): (out: readonly string[]) => string {
  return (out) => new RegExp(`\\[(\\d+)\\] ${title}`).exec(out.join('\n'))?.[1] ?? 'no such button';
}

describe('chat at the keyboard', () => {
  test('draws the card, takes an action by its number and asks for its inputs one by one', async () => {
    const ran = await chat(
      ['--as', 'agent-1'],
      ['cancel contoso visio', '99', numberOf('Yes, cancel'), '3', '', 'contoso.com'],
    );
    expect(ran.code).toBe(0);
    const text = ran.out.join('\n');
    expect(text).toContain('Cancel now: 10 × Visio Plan 2 for Contoso');
    expect(text).toContain('No such action.');
    expect(text).toContain('Cancelled');
    expect((await talk.desk.subscriptions.byReference('S-1042'))?.subscription.status).toBe('deleted');
  });

  test('who leaves while an input is asked for has not clicked; exit leaves', async () => {
    const left = await chat(['--as', 'agent-1'], ['pause contoso visio', '1']);
    expect(left).toMatchObject({ code: 0 });
    expect(left.out.at(-1)).toMatch(/^Reason/);
    await chat(['--as', 'agent-1'], ['exit', 'pause contoso visio for fraud', '1', '', '']);
    expect((await talk.desk.subscriptions.byReference('S-1042'))?.subscription.status).toBe('active');
  });
});
