import { afterEach, describe, expect, test } from '@jest/globals';
import { anOperation } from '../../support/operations.ts';
import { type BotOptions, type RunningBot, startBot } from '../../support/teams/bot.ts';
import { fixture } from '../../support/teams/fixture.ts';
import { aReply, scripted } from '../../support/teams/scripted.ts';

const PROMPT = {
  view: 'confirm',
  on: 'OP-7F3K',
  operation: anOperation({ rev: 1 }),
  people: {},
  approvers: [],
  actions: [],
} as const;
const WAITING = { ...PROMPT, view: 'operation' } as const;

let bot: RunningBot;
afterEach(() => bot.stop());

async function start(options: BotOptions): Promise<RunningBot> {
  bot = await startBot(options);
  return bot;
}

describe('a sentence', () => {
  test('is answered by one activity: a card with a summary, in the same conversation', async () => {
    const { send, connector } = await start({ conversation: scripted() });
    expect(await send(fixture('personal-message'))).toEqual({ status: 200, text: '', json: null });
    expect(connector.messages()).toHaveLength(1);
    const [posted] = connector.messages();
    expect(posted?.path).toMatch(/^\/v3\/conversations\/a:1personal\/activities/);
    expect(posted?.body).toMatchObject({
      attachments: [
        { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } },
      ],
    });
    expect(posted?.body.summary).not.toBe('');
    expect(posted?.body.text ?? '').toBe('');
  });

  test('sent twice by Teams is answered once', async () => {
    const conversation = scripted();
    const { send, connector } = await start({ conversation });
    expect((await send(fixture('personal-message'))).status).toBe(200);
    expect((await send(fixture('personal-message'))).status).toBe(200);
    expect(connector.messages()).toHaveLength(1);
    expect(conversation.received).toHaveLength(1);
  });

  test('in a personal chat posts the prompt itself, refreshed for the one who asked, and says where it stands', async () => {
    const conversation = scripted({ reply: () => aReply(PROMPT) });
    const { send, connector } = await start({ conversation });
    await send(fixture('personal-message'));
    const card = connector.messages()[0]?.body.attachments[0].content;
    expect(card.refresh.userIds).toEqual(['29:1maja']);
    expect(conversation.shown).toEqual([
      {
        operation: 'OP-7F3K',
        revision: 1,
        address: expect.objectContaining({ message: 'posted-1', conversation: 'a:1personal' }),
      },
    ]);
  });

  test('in a group posts everybody’s view; the requester’s client asks for the buttons', async () => {
    const asked: unknown[] = [];
    const conversation = scripted({
      reply: () => aReply(PROMPT),
      present: (operation, person) => {
        asked.push([operation, person]);
        return aReply(WAITING);
      },
    });
    const { send, connector } = await start({ conversation });
    await send(fixture('group-message'));
    expect(asked).toEqual([['OP-7F3K', null]]);
    expect(connector.messages()[0]?.body.attachments[0].content.refresh.userIds).toEqual(['29:1maja']);
    expect(conversation.shown).toHaveLength(1);
  });

  test('in the demo’s group posts the prompt itself: the playground never asks again', async () => {
    const conversation = scripted({ reply: () => aReply(PROMPT), present: () => aReply(WAITING) });
    const { send, connector } = await start({ conversation, mode: 'demo' });
    await send(fixture('group-message'), null);
    expect(JSON.stringify(connector.messages()[0]?.body)).not.toContain('Waiting');
    expect(connector.messages()[0]?.body.attachments[0].content.refresh).toBeUndefined();
  });

  test('whose answer names data and is for one person goes to that person’s own chat', async () => {
    const view = { view: 'my-requests', operations: [], people: {}, actions: [] } as const;
    const { send, connector } = await start({
      conversation: scripted({ reply: () => aReply(view, { audience: 'person' }) }),
    });
    await send(fixture('group-message'));
    expect(connector.recorded.map(({ path }) => path)).toEqual([
      '/v3/conversations',
      expect.stringMatching(/^\/v3\/conversations\/a:alone\/activities/),
    ]);
    expect(connector.recorded[0]?.body).toMatchObject({ isGroup: false, members: [{ id: '29:1maja' }] });
  });

  test('where that person has no chat with the bot, the group reads nothing but a greeting', async () => {
    const view = { view: 'my-requests', operations: [anOperation()], people: {}, actions: [] } as const;
    const { send, connector } = await start({
      conversation: scripted({ reply: () => aReply(view, { audience: 'person' }) }),
    });
    connector.refuseNext({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    await send(fixture('group-message'));
    expect(connector.messages()).toHaveLength(1);
    expect(connector.messages()[0]?.path).toContain('19:group@thread.v2');
    expect(JSON.stringify(connector.messages()[0]?.body)).not.toContain('OP-7F3K');
  });

  test('a private word without names may stand in the group (F-97)', async () => {
    const view = { view: 'not-allowed', mayClick: [], why: 'no-role', actions: [] } as const;
    const { send, connector } = await start({
      conversation: scripted({ reply: () => aReply(view, { audience: 'person' }) }),
    });
    await send(fixture('group-message'));
    expect(connector.recorded).toHaveLength(1);
    expect(connector.recorded[0]?.path).toContain('19:group@thread.v2');
  });

  test('that takes long shows typing first', async () => {
    const conversation = scripted({
      reply: () =>
        new Promise((resolve) => setTimeout(() => resolve(aReply({ view: 'welcome', actions: [] })), 20)),
    });
    const machine = { now: () => Date.now(), sleep: async () => {} };
    const { send, connector } = await start({ conversation, machine });
    await send(fixture('personal-message'));
    expect(connector.recorded.map(({ body }) => body.type)).toEqual(['typing', 'message']);
  });
});

describe('the bot’s arrival', () => {
  test('is greeted once, however often Teams tells it', async () => {
    const conversation = scripted();
    const { send, connector } = await start({ conversation });
    await send(fixture('bot-added'));
    await send(fixture('installation-add'));
    expect(conversation.received.map(({ input }) => input)).toEqual([{ kind: 'arrival' }]);
    expect(connector.messages()).toHaveLength(1);
  });
});

describe('what means nothing to us', () => {
  test.each([
    'installation-remove',
    'member-added',
    'channel-renamed',
    'reaction',
    'unknown-type',
    'deleted-message',
    'task-fetch',
  ])('%s is acknowledged and nothing else', async (name) => {
    const conversation = scripted();
    const { send, connector } = await start({ conversation });
    expect((await send(fixture(name))).status).toBe(200);
    expect(conversation.received).toEqual([]);
    expect(connector.recorded).toEqual([]);
  });
});

describe('when something is broken', () => {
  test('a database that is gone is told to the person, with the number that is in the log', async () => {
    const conversation = {
      ...scripted(),
      receive: async () => {
        throw new Error('no primary');
      },
    };
    const { send, connector, logged } = await start({ conversation });
    expect((await send(fixture('personal-message'))).status).toBe(200);
    const line = logged.find(({ level }) => level === 'error');
    expect(JSON.stringify(connector.messages()[0]?.body)).toContain(line?.fields['correlation']);
    expect(JSON.stringify(connector.messages()[0]?.body)).not.toContain('no primary');
  });

  test('a post that Teams put off (429) is posted once more, one that may have been posted (503) is not', async () => {
    const { send, connector } = await start({ conversation: scripted() });
    connector.refuseNext({ status: 429, headers: { 'Retry-After': '1' } });
    await send(fixture('personal-message'));
    expect(connector.messages()).toHaveLength(2);
    connector.refuseNext({ status: 503 });
    expect((await send(fixture('personal-message', { id: 'another' }))).status).toBe(200);
    expect(connector.messages()).toHaveLength(3);
  });

  test('a chat that put the bot out is no error of ours', async () => {
    const conversation = scripted({ reply: () => aReply(PROMPT) });
    const { send, connector, logged } = await start({ conversation });
    connector.refuseNext({
      status: 403,
      body: { error: { code: 'ConversationBlockedByUser', message: 'Maja Lind' } },
    });
    expect((await send(fixture('personal-message'))).status).toBe(200);
    expect(conversation.shown).toEqual([]);
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 'warn', fields: expect.objectContaining({ outcome: 'gone' }) }),
    );
    expect(JSON.stringify(logged)).not.toContain('Maja');
  });
});
