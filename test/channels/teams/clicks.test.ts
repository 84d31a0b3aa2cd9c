import { afterEach, describe, expect, test } from '@jest/globals';
import type { Machine } from '../../../src/ports/machine.ts';
import { anOperation } from '../../support/operations.ts';
import { type BotOptions, type RunningBot, startBot } from '../../support/teams/bot.ts';
import { fixture } from '../../support/teams/fixture.ts';
import { aReply, scripted } from '../../support/teams/scripted.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
const about = { on: 'OP-7F3K', people: {}, approvers: [], actions: [] } as const;
const DONE = {
  ...about,
  view: 'operation',
  operation: anOperation({ state: 'withdrawn', because: 'kept', rev: 2 }),
} as const;
const PROMPT = { ...about, view: 'confirm', operation: anOperation({ rev: 1 }) } as const;

let bot: RunningBot;
afterEach(() => bot.stop());

async function start(options: BotOptions): Promise<RunningBot> {
  bot = await startBot(options);
  return bot;
}

describe('a click by Action.Execute', () => {
  test('is answered with the new card, and the message is changed for everybody', async () => {
    const conversation = scripted({
      reply: () => aReply(DONE, { replaces: true }),
      present: () => aReply(DONE),
    });
    const { send, connector, settled } = await start({ conversation });
    const { status, json } = await send(fixture('execute-confirm-group'));
    expect(status).toBe(200);
    expect(json).toMatchObject({ statusCode: 200, type: CARD, value: { type: 'AdaptiveCard' } });
    await settled();
    expect(connector.recorded).toEqual([
      expect.objectContaining({
        method: 'PUT',
        path: '/v3/conversations/19:group@thread.v2/activities/1630670401000',
      }),
    ]);
    expect(conversation.shown).toEqual([
      { operation: 'OP-7F3K', revision: 2, address: expect.objectContaining({ message: '1630670401000' }) },
    ]);
  });

  test('that asks anew puts the new prompt there for good: the old operation’s card stands there no more', async () => {
    const successor = {
      ...PROMPT,
      on: 'OP-NEW2',
      operation: anOperation({ reference: 'OP-NEW2', rev: 1 }),
    } as const;
    const conversation = scripted({ reply: () => aReply(successor, { replaces: true }) });
    const { send, settled } = await start({ conversation });
    await send(fixture('execute-confirm'));
    await settled();
    expect(conversation.shown.map(({ operation, revision }) => [operation, revision])).toEqual([
      ['OP-NEW2', 1],
      ['OP-7F3K', Number.MAX_SAFE_INTEGER],
    ]);
  });

  test('by somebody who may not is a word to that person alone: nobody else’s card moves', async () => {
    const view = { view: 'not-allowed', mayClick: [], why: 'not-yours', actions: [] } as const;
    const { send, connector, settled } = await start({
      conversation: scripted({ reply: () => aReply(view, { audience: 'person' }) }),
    });
    const { json } = await send(fixture('execute-confirm-group'));
    expect(json).toMatchObject({ statusCode: 200, type: MESSAGE, value: expect.any(String) });
    await settled();
    expect(connector.recorded).toEqual([]);
  });

  test('with a wrong input keeps the card of everybody else as it is (F-84)', async () => {
    const view = { ...PROMPT, errors: [{ input: 'reason', code: 'required' }] } as const;
    const { send, connector, settled } = await start({
      conversation: scripted({ reply: () => aReply(view, { replaces: true }) }),
    });
    expect((await send(fixture('execute-confirm'))).json).toMatchObject({ type: CARD });
    await settled();
    expect(connector.recorded).toEqual([]);
  });

  test('delivered twice is answered with the present card', async () => {
    const conversation = scripted({
      reply: () => aReply(DONE, { replaces: true }),
      present: () => aReply(DONE),
    });
    const { send, connector, settled } = await start({ conversation });
    await send(fixture('execute-confirm'));
    const again = await send(fixture('execute-confirm'));
    expect(again.json).toMatchObject({ statusCode: 200, type: CARD });
    expect(conversation.received).toHaveLength(1);
    await settled();
    expect(connector.recorded).toHaveLength(1);
  });

  test('whose answer is a new message posts it and leaves the clicked card', async () => {
    const list = { view: 'help', topic: null, entries: [], person: null, actions: [] } as const;
    const conversation = scripted({ reply: () => aReply(list), present: () => aReply(DONE) });
    const { send, connector } = await start({ conversation });
    expect((await send(fixture('execute-confirm'))).json).toMatchObject({ statusCode: 200, type: CARD });
    expect(connector.messages().map(({ method }) => method)).toEqual(['POST']);
  });

  test('that takes longer than Teams waits is answered with the present card; the result follows', async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const conversation = scripted({
      reply: async () => {
        await slow;
        return aReply(DONE, { replaces: true });
      },
      present: () => aReply(PROMPT),
    });
    const machine: Machine = { now: () => Date.now(), sleep: async () => {} };
    const { send, connector, settled } = await start({ conversation, machine });
    expect((await send(fixture('execute-confirm'))).json).toMatchObject({ statusCode: 200, type: CARD });
    expect(connector.recorded).toEqual([]);
    finish();
    await settled();
    expect(connector.recorded.map(({ method }) => method)).toEqual(['PUT']);
  });

  test('on a message that is deleted or put off by Teams still answers', async () => {
    const conversation = scripted({ reply: () => aReply(DONE, { replaces: true }) });
    const { send, connector, settled, logged } = await start({ conversation });
    for (const status of [404, 429, 502]) {
      connector.refuseNext({ status });
      const answered = await send(fixture('execute-confirm', { id: `click-${status}` }));
      expect(answered.json).toMatchObject({ statusCode: 200, type: CARD });
      await settled();
    }
    expect(conversation.shown).toEqual([]);
    expect(logged.map(({ fields }) => fields['outcome'])).toEqual(['gone', 'later', 'later']);
    expect(logged.every(({ fields }) => fields['correlation'] === 'correlation-1')).toBe(true);
  });

  test('that names no operation is the client’s error, without a stack', async () => {
    const { send } = await start({ conversation: scripted() });
    const { status, json, text } = await send(
      fixture('execute-confirm', { value: { action: { verb: 'confirm', data: {} } } }),
    );
    expect(status).toBe(200);
    expect(json).toEqual({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest', message: expect.any(String) },
    });
    expect(text).not.toMatch(/at .*\.(ts|js)/);
  });

  test('while the database is gone gets a word, and the card keeps its buttons', async () => {
    const conversation = {
      ...scripted(),
      receive: async () => {
        throw new Error('no primary');
      },
    };
    const { send, connector, settled } = await start({ conversation });
    const { json } = await send(fixture('execute-confirm'));
    expect(json).toMatchObject({ statusCode: 200, type: MESSAGE });
    expect(json.value).not.toContain('no primary');
    await settled();
    expect(connector.recorded).toEqual([]);
  });
});

describe('a refresh', () => {
  test('answers with the view of the one who looks and changes nothing', async () => {
    const conversation = scripted({ reply: () => aReply(PROMPT) });
    const { send, connector, settled } = await start({ conversation });
    const { json } = await send(fixture('execute-refresh'));
    expect(conversation.received[0]?.input).toEqual({ kind: 'refresh', on: 'OP-7F3K' });
    expect(json).toMatchObject({ statusCode: 200, type: CARD });
    await settled();
    expect(connector.recorded).toEqual([]);
    expect(conversation.shown).toEqual([]);
  });
});

describe('a click by Action.Submit, from a client without Action.Execute', () => {
  test('changes the card by an update', async () => {
    const conversation = scripted({ reply: () => aReply(DONE, { replaces: true }) });
    const { send, connector } = await start({ conversation });
    expect(await send(fixture('submit-confirm'))).toMatchObject({ status: 200, text: '' });
    expect(connector.recorded).toEqual([
      expect.objectContaining({
        method: 'PUT',
        path: '/v3/conversations/a:1personal/activities/1630670401000',
      }),
    ]);
    expect(conversation.shown).toHaveLength(1);
  });

  test('on a message that is deleted gets its answer as a new one', async () => {
    const conversation = scripted({ reply: () => aReply(DONE, { replaces: true }) });
    const { send, connector } = await start({ conversation });
    connector.refuseNext({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } });
    await send(fixture('submit-confirm'));
    expect(connector.recorded.map(({ method }) => method)).toEqual(['PUT', 'POST']);
  });
});
