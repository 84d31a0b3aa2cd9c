import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { customer, owned } from '../conversation/support.ts';
import { as, click, ids, type Script, script } from './finePrint.ts';

const NOON = '2021-09-03T12:00:00.000Z';

let desk: Script;
beforeEach(async () => {
  desk = await script();
});
afterEach(() => desk.close());

describe('F-90: asking back', () => {
  test('ask has one action, whose reply is what the whole sentence would have got; a bare value is not understood', async () => {
    const [asked, bare, answered] = await desk.run(
      NOON,
      'pause',
      'contoso visio',
      click('answer', { subscription: 'contoso visio' }),
    );
    expect(asked).toMatchObject({
      view: 'ask',
      command: 'pause',
      actions: [{ id: 'answer', inputs: [{ id: 'subscription', required: true }] }],
    });
    expect(bare).toMatchObject({ view: 'not-understood', because: 'unknown' });
    expect(answered).toMatchObject({ view: 'confirm', subscription: 'S-10' });
  });

  test('a fuzzy match is chosen, never confirmed at once; nothing near is not found', async () => {
    const [fuzzy, none] = await desk.run(NOON, 'pause contso vsio', 'pause xylophone');
    expect(fuzzy).toMatchObject({ view: 'choose', command: 'pause' });
    expect(ids(fuzzy as never)).toContain('choose-S-10');
    expect(none).toMatchObject({ view: 'not-understood', because: 'not-found' });
  });
});

describe('F-92: what is due but not yet run', () => {
  test('views and prompts apply it, export does not, and an execution commits it first at its own instant', async () => {
    const late = '2022-09-02T12:00:00.000Z';
    const [shown, , receipt] = await desk.run(
      late,
      'show S-10',
      'pause S-10 because fraud',
      click('confirm'),
    );
    expect(shown?.text).toContain('1 Sep 2023');
    expect(receipt).toMatchObject({ view: 'receipt' });
    const committed = (await desk.audit()).filter(({ after }) => after);
    expect(committed).toMatchObject([
      { what: 'renewal', at: '2022-09-01T00:00:00.000Z', subscription: 'S-10' },
      { what: 'executed', at: late, command: 'pause' },
    ]);
    await desk.run(late, 'show S-30');
    expect((await desk.desk.subscriptions.get('id-S-30'))?.subscription.commitmentEndDate).toBe(
      '2022-09-01T00:00:00.000Z',
    );
  });

  test('an operation past its time is expired everywhere', async () => {
    const prompt = await desk.say(NOON, 'pause S-10');
    const [status, requests, next] = await desk.run(
      '2021-09-03T12:15:00.000Z',
      `status ${prompt.operation}`,
      'my requests',
      as('agent-2', 'pause S-10'),
    );
    expect(status).toMatchObject({ view: 'operation', state: 'expired' });
    expect(requests?.text).toMatch(/expired/i);
    expect(next).toMatchObject({ view: 'confirm' });
  });
});

describe('F-95: output', () => {
  test('exit 0 whatever the view; a malformed line is bad input; somebody unknown is exit 2', async () => {
    const replies = await desk.run(
      NOON,
      '{',
      '{"click":5}',
      '{"text":"help","click":"keep"}',
      '{"click":"confirm","inputs":[]}',
      'cancel S-21',
    );
    expect(replies.slice(0, 4).map((reply) => reply['because'])).toEqual(Array(4).fill('bad-input'));
    expect(replies[4]?.decision).toMatchObject({
      outcome: 'refused',
      rules: ['X-10'],
      alternatives: ['suspend'],
    });
    expect(await desk.chat(['--json', '--as', 'nobody'], ['help'])).toMatchObject({ code: 2 });
    expect(await desk.chat(['--jsonn'], [])).toMatchObject({ code: 2 });
  });

  test('text is plain: ordinary spaces and hyphens, names as stored, control and bidirectional characters shown', async () => {
    const evil = customer('c-9', 'Ev\u202Eil *b* <i> ${x}\u0007 & Co', 'evil.example');
    await desk.import(
      { kind: 'customer', ...evil },
      { kind: 'subscription', ...owned(evil, 'S-90', 'Plan_x_ @here') },
    );
    const replies = await desk.run(
      NOON,
      'cancel S-90',
      as('agent-sv', 'visa S-90'),
      as('agent-sv', 'lista S-90'),
      as('agent-sv', 'hjälp'),
      click('confirm', { reason: 'fraud', typedCustomer: 'evil.example' }),
    );
    for (const { text } of replies) expect(plain(text)).toBe(text);
    for (const { text } of replies.filter(({ view }) => view !== 'help')) {
      expect(text).toContain('Ev\\u202Eil *b* <i> ${x}\\u0007 & Co');
      expect(text).toContain('Plan_x_ @here');
    }
  });
});

describe('F-96: words', () => {
  test('F-62: unknown and incomplete are not understood', async () => {
    const [unknown, incomplete] = await desk.run(NOON, 'blargh', 'cancel that');
    expect(unknown).toMatchObject({ view: 'not-understood', because: 'unknown' });
    expect(incomplete).toMatchObject({ view: 'not-understood', because: 'incomplete' });
  });

  test("command is the command's name, not the intent's", async () => {
    const [off, asked] = await desk.run(NOON, 'cancel S-10 at renewal', 'turn off auto-renew');
    expect(off).toMatchObject({ view: 'confirm', command: 'set-auto-renew' });
    expect(off?.text).toMatch(/^Cancel at renewal/);
    expect(asked).toMatchObject({ view: 'ask', command: 'set-auto-renew' });
  });
});

describe('F-99: it, that one, den', () => {
  test('means the one last shown to this person within 15 minutes, and is still chosen', async () => {
    const at = (now: string, line: string) => () => {
      desk.clock.set(now);
      return line;
    };
    const [, it, , den, other] = await desk.run(
      NOON,
      'show S-10',
      'pause it',
      as('agent-sv', 'visa S-30'),
      as('agent-sv', 'pausa den'),
      as('agent-2', 'pause it'),
    );
    expect(it).toMatchObject({ view: 'choose', actions: [{ id: 'choose-S-10' }, { id: 'search' }] });
    expect(den).toMatchObject({ view: 'choose', language: 'sv', actions: [{ id: 'choose-S-30' }, {}] });
    expect(other).toMatchObject({ view: 'ask' });
    const [, late] = await desk.run(NOON, 'show S-10', at('2021-09-03T12:15:00.000Z', 'pause it'));
    expect(late).toMatchObject({ view: 'ask' });
  });

  test.each(['cancel that', 'cancel it', 'avbryt det där'])(
    '%s stays unclear: the open prompt or the subscription',
    async (sentence) => {
      const [prompt, unclear] = await desk.run(NOON, 'pause S-10', sentence);
      expect(unclear).toMatchObject({
        view: 'not-understood',
        because: 'incomplete',
        suggestions: [`withdraw ${prompt?.operation}`, 'cancel S-10'],
      });
    },
  );
});

/** Without no-break spaces and hyphens, invisible characters and markdown. */
function plain(text: string): string {
  return text.replace(/[\p{Zl}\p{Zp}\p{Cf}\u00A0\u202F\u2009\u2011]|\*\*/gu, '');
}
