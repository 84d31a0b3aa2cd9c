import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { escaped } from '../../../src/channels/slack/entities.ts';
import type { Envelope, Reply } from '../../../src/conversation/inbound.ts';
import type { Machine } from '../../../src/ports/machine.ts';
import { describe as inWords } from '../../../src/views/describe.ts';
import { aBuyer, anOperation } from '../../support/operations.ts';
import { type Scripted, scriptedConversation } from '../../support/scriptedConversation.ts';
import { type Body, type Fixture, send, slackFixture } from '../../support/slackClient.ts';
import { type SlackEmulator, startSlackEmulator } from '../../support/slackEmulator.ts';
import {
  aReply,
  confirmView,
  keptView,
  notYours,
  termsChangedView,
  whoAmI,
  wrongView,
} from '../../support/slackReplies.ts';
import { SECRET, type SlackServer, startSlackServer } from '../../support/slackServer.ts';

let slack: SlackEmulator;
let server: SlackServer | null = null;
let conversation: Scripted;
const slept: number[] = [];
const machine: Machine = {
  now: () => Date.now(),
  // Short waits are cut; the patience of a turn (a second and more) is only ended by its result.
  sleep: (milliseconds, signal) =>
    milliseconds >= 5_000
      ? Promise.resolve(void slept.push(milliseconds))
      : new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
};

beforeAll(async () => {
  slack = await startSlackEmulator();
});
afterEach(async () => {
  await server?.stop();
  server = null;
  slack.forget();
  slept.length = 0;
});
afterAll(() => slack.stop());

type Answer = Reply | Error | ((envelope: Envelope) => Promise<Reply>);

/** One turn: the fixture, sent as this workspace would, answered so; resolves when all of it was delivered. */
async function turn(
  name: Fixture,
  answer: Answer,
  changes: Body = {},
  present: Reply | null = null,
): Promise<{ readonly status: number; readonly text: string }> {
  conversation = scriptedConversation({
    answer: async (envelope) => {
      if (answer instanceof Error) throw answer;
      return typeof answer === 'function' ? answer(envelope) : answer;
    },
    present: async () => present,
  });
  await server?.stop();
  server = await startSlackServer({ conversation, apiUrl: slack.apiUrl, machine });
  const answered = await send(server.url, { ...(await here(name)), ...changes }, { secret: SECRET });
  await server.idle();
  return answered;
}

/** The fixture with this workspace's ids, a live trigger and response URL. */
async function here(name: Fixture): Promise<Body> {
  const text = JSON.stringify(slackFixture(name))
    .replaceAll('U0MAJA0001', slack.users.maja)
    .replaceAll('C000000003', slack.channel)
    .replaceAll('D000000001', slack.channel)
    .replace(/https:\/\/hooks[^"]+/, slack.responseUrl());
  const body = JSON.parse(text) as Body;
  return 'trigger_id' in body ? { ...body, trigger_id: await slack.trigger(slack.users.maja) } : body;
}

/** A message of ours that a click can stand on. */
async function posted(): Promise<string> {
  return String((await slack.call('chat.postMessage', { channel: slack.channel, text: 'prompt' }))['ts']);
}

function onMessage(ts: string, action = 'review', value = 'OP-7F3K'): Body {
  return {
    container: { type: 'message', message_ts: ts, channel_id: slack.channel, is_ephemeral: false },
    actions: [{ type: 'button', action_id: action, value }],
  };
}

async function formOn(ts: string): Promise<Body> {
  const body = await here('view-submission');
  const view = { ...(body['view'] as object), external_id: `${slack.channel}|${ts}||nonce` };
  return { view };
}

async function standing(ts: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  return (await slack.messages()).find((message) => message['ts'] === ts);
}

const summary = (reply: Reply) => escaped(inWords(reply.view, reply.reader).summary);
const methods = () =>
  slack
    .arrived()
    .map((one) => one.method)
    .filter((method) => method !== 'users.info');

describe('a slash command', () => {
  test('posts the prompt for everybody and opens its dialog, which knows both', async () => {
    const reply = aReply(confirmView());
    expect(await turn('command', reply)).toMatchObject({ status: 200, text: '' });
    expect(methods()).toEqual(['chat.postMessage', 'views.open']);
    const [post] = slack.arrived('chat.postMessage');
    expect(post?.body).toMatchObject({
      channel: slack.channel,
      text: summary(reply),
      unfurl_links: false,
      unfurl_media: false,
    });
    const ts = String(post?.answer['ts']);
    const [open] = slack.arrived('views.open');
    expect(open?.answer).toMatchObject({ ok: true });
    expect(open?.body['view']).toMatchObject({
      type: 'modal',
      callback_id: 'confirm',
      private_metadata: 'OP-7F3K',
      external_id: expect.stringContaining(`${slack.channel}|${ts}|`),
    });
    expect(conversation.shown).toEqual([{ operation: 'OP-7F3K', message: ts, revision: 0 }]);
  });

  test('with an expired trigger the message with its button stands alone', async () => {
    const { trigger_id: used } = await here('command');
    await slack.call('views.open', { trigger_id: used, view: { type: 'modal', title: {}, blocks: [] } });
    await turn('command', aReply(confirmView()), { trigger_id: used });
    expect(slack.arrived('views.open')[0]?.answer).toMatchObject({ ok: false });
    expect(slack.arrived('chat.postMessage')[0]?.answer).toMatchObject({ ok: true });
  });

  test('that reads is answered to its sender alone', async () => {
    const before = await slack.messages();
    await turn('command', whoAmI());
    expect(methods()).toEqual(['hook']);
    expect(slack.arrived('hook')[0]?.body).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
      text: summary(whoAmI()),
    });
    expect(await slack.messages()).toEqual(before);
  });

  test('where the bot is no member the prompt goes by the response URL', async () => {
    await turn('command', aReply(confirmView()), { channel_id: 'C0NOTOURS' });
    expect(methods()).toEqual(['chat.postMessage', 'hook', 'views.open']);
    expect(slack.arrived('hook')[0]?.body).toMatchObject({ response_type: 'in_channel' });
    expect(conversation.shown).toEqual([]);
  });

  test('whose response URL is not Slack’s is answered in the channel’s ephemeral message', async () => {
    await turn('command', whoAmI(), { response_url: 'https://hooks.slack.com.example.com/steal' });
    expect(methods()).toEqual(['chat.postEphemeral']);
    expect(slack.arrived('chat.postEphemeral')[0]?.body).toMatchObject({ user: slack.users.maja });
  });

  test('the next turn knows the sender’s locale and zone', async () => {
    const user = { locale: 'sv-SE', tz: 'Europe/Stockholm' };
    slack.refuseNext('users.info', { status: 200, body: { ok: true, user } });
    await turn('command', whoAmI());
    await send(server?.url ?? '', await here('command'), { secret: SECRET });
    expect(conversation.heard[0]).toMatchObject({ locale: null, timeZone: null });
    expect(conversation.heard[1]).toMatchObject({ locale: 'sv-SE', timeZone: 'Europe/Stockholm' });
  });
});

describe('what came from a customer', () => {
  test('is no mention and no link, neither in the blocks nor in the notification', async () => {
    const name = '<!channel> <@U123> <https://x.example|y> &amp; *b*';
    const snapshot = { ...anOperation().snapshot, customer: aBuyer({ name }) };
    await turn('command', aReply(confirmView({ snapshot })));
    const [post] = slack.arrived('chat.postMessage');
    expect(String(post?.body['text'])).toContain('&lt;!channel&gt; &lt;@U123&gt;');
    const drawn = JSON.stringify([post?.body, slack.arrived('views.open')[0]?.body]);
    const inMrkdwn = drawn.match(/"type":"mrkdwn","text":"[^"]*"/g) ?? [];
    for (const text of inMrkdwn) expect(text).not.toMatch(/<!channel>|<@U123>|<https:\/\/x/);
  });
});

describe('a mention and a direct message', () => {
  test('are answered where they stand', async () => {
    for (const name of ['app-mention', 'message-im'] as const) {
      await turn(name, aReply(confirmView()));
      expect(methods()).toEqual(['chat.postMessage']);
      slack.forget();
    }
  });

  test('a mention in a thread is answered in the thread', async () => {
    const thread = await posted();
    const body = await here('app-mention');
    await turn('app-mention', whoAmI(), { event: { ...(body['event'] as object), thread_ts: thread } });
    expect(slack.arrived('chat.postMessage')[0]?.body).toMatchObject({ thread_ts: thread });
  });

  test('a private word after a mention is ephemeral', async () => {
    await turn('app-mention', notYours());
    expect(methods()).toEqual(['chat.postEphemeral']);
  });
});

describe('a button', () => {
  test('"Review…" of the requester opens the dialog, the message stays', async () => {
    const ts = await posted();
    await turn('block-actions', aReply(confirmView()), onMessage(ts));
    expect(methods()).toEqual(['views.open']);
  });

  test('of somebody else gives a private word and changes nothing', async () => {
    const ts = await posted();
    await turn('block-actions', notYours(), onMessage(ts, 'keep'));
    expect(methods()).toEqual(['hook']);
    expect(slack.arrived('hook')[0]?.body).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
    });
    expect(await standing(ts)).toMatchObject({ text: 'prompt' });
  });

  test('that ends the prompt changes its message in place', async () => {
    const ts = await posted();
    const reply = aReply(keptView(), { replaces: true });
    await turn('block-actions', reply, onMessage(ts, 'keep'));
    expect(await standing(ts)).toMatchObject({ text: summary(reply) });
    expect(conversation.shown).toEqual([{ operation: 'OP-7F3K', message: ts, revision: 2 }]);
  });

  test('on a message that is gone gives a new message', async () => {
    const reply = aReply(keptView(), { replaces: true });
    await turn('block-actions', reply, onMessage('1795000000.000001', 'keep'));
    expect(methods()).toEqual(['chat.update', 'chat.postMessage']);
    const [post] = slack.arrived('chat.postMessage');
    expect(conversation.shown).toEqual([
      { operation: 'OP-7F3K', message: String(post?.answer['ts']), revision: 2 },
    ]);
  });

  test('on a message that cannot be changed any more replaces it by the response URL', async () => {
    const ts = await posted();
    slack.refuseNext('chat.update', { status: 200, body: { ok: false, error: 'cant_update_message' } });
    await turn('block-actions', aReply(keptView(), { replaces: true }), onMessage(ts, 'keep'));
    expect(methods()).toEqual(['chat.update', 'hook']);
    expect(slack.arrived('hook')[0]?.body).toMatchObject({ replace_original: true });
  });

  test('on somebody’s own ephemeral message replaces that, and a prompt goes to the channel', async () => {
    const ephemeral = (body: Body) => ({
      ...body,
      container: { ...(body['container'] as object), is_ephemeral: true },
    });
    await turn(
      'block-actions',
      aReply(confirmView()),
      ephemeral(onMessage('1.2', 'choose-S-1042', 'draft-1')),
    );
    expect(methods()).toEqual(['chat.postMessage', 'views.open', 'hook']);
    expect(slack.arrived('hook')[0]?.body).toEqual({ delete_original: true });
  });

  test('that begins another operation leaves the old card true and posts the new one', async () => {
    const ts = await posted();
    const fresh = aReply(confirmView({ reference: 'OP-NEW2' }), { replaces: true });
    const old = aReply(keptView());
    await turn('block-actions', fresh, onMessage(ts, 'prepare-again'), old);
    expect(methods()).toEqual(['chat.postMessage', 'views.open', 'chat.update']);
    expect(await standing(ts)).toMatchObject({ text: summary(old) });
    expect(conversation.shown.map((one) => one.operation)).toEqual(['OP-NEW2', 'OP-7F3K']);
  });
});

describe('the dialog', () => {
  test('says at the input what was wrong and stays', async () => {
    const answer = await turn('view-submission', aReply(wrongView()));
    expect(JSON.parse(answer.text)).toEqual({
      response_action: 'errors',
      errors: { typedCustomer: expect.stringMatching(/\S/) },
    });
    expect(methods()).toEqual([]);
  });

  test('closes when it is done, and the prompt shows what became of it', async () => {
    const ts = await posted();
    const reply = aReply(keptView(), { replaces: true });
    const answer = await turn('view-submission', reply, await formOn(ts));
    expect(JSON.parse(answer.text)).toEqual({ response_action: 'clear' });
    expect(await standing(ts)).toMatchObject({ text: summary(reply) });
  });

  test('shows changed terms in its own place, with a new prompt in the channel', async () => {
    const ts = await posted();
    const old = aReply(keptView());
    const answer = await turn('view-submission', aReply(termsChangedView()), await formOn(ts), old);
    const [post] = slack.arrived('chat.postMessage');
    expect(JSON.parse(answer.text)).toMatchObject({
      response_action: 'update',
      view: {
        private_metadata: 'OP-NEW2',
        external_id: expect.stringContaining(`${slack.channel}|${String(post?.answer['ts'])}|`),
      },
    });
    expect(await standing(ts)).toMatchObject({ text: summary(old) });
  });

  test('closed by its way out keeps', async () => {
    const ts = await posted();
    const body = await here('view-closed');
    const view = { ...(body['view'] as object), external_id: `${slack.channel}|${ts}||nonce` };
    await turn('view-closed', aReply(keptView(), { replaces: true }), { view });
    expect(conversation.heard[0]?.input).toMatchObject({ action: 'keep', on: 'OP-7F3K' });
    expect(methods()).toEqual(['chat.update']);
  });

  test('that does not know its message tells the person alone', async () => {
    const body = await here('view-submission');
    const view = { ...(body['view'] as object), external_id: '' };
    await turn('view-submission', aReply(keptView(), { replaces: true }), { view });
    expect(slack.arrived('chat.postMessage').map((one) => one.body['channel'])).toEqual([slack.users.maja]);
  });

  test('a button in it exchanges it for the new prompt’s', async () => {
    const ts = await posted();
    const opened = await slack.call('views.open', {
      trigger_id: await slack.trigger(slack.users.maja),
      view: { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] },
    });
    const view = {
      ...(opened['view'] as object),
      external_id: `${slack.channel}|${ts}||n`,
      private_metadata: 'OP-7F3K',
    };
    const { actions } = onMessage(ts, 'pause');
    const changes = {
      container: { type: 'view' },
      view,
      actions,
      response_url: '',
      message: undefined,
      channel: undefined,
    };
    await turn('block-actions', aReply(confirmView({ reference: 'OP-NEW2' })), changes, aReply(keptView()));
    expect(methods()).toEqual(['chat.postMessage', 'views.update', 'chat.update']);
    expect(slack.arrived('views.update')[0]?.body['view']).toMatchObject({ private_metadata: 'OP-NEW2' });
    expect(slack.arrived('views.update')[0]?.answer).toMatchObject({ ok: true });
  });
});

describe('when Slack refuses', () => {
  const limited = { status: 429, headers: { 'retry-after': '7' }, body: { ok: false, error: 'ratelimited' } };

  test('429: the post waits as long as Slack says', async () => {
    slack.refuseNext('chat.postMessage', limited);
    await turn('app-mention', aReply(confirmView()));
    expect(slept).toContain(7_000);
    expect(methods()).toEqual(['chat.postMessage', 'chat.postMessage']);
    expect(conversation.shown).toHaveLength(1);
  });

  test('429 for long: the change of an operation’s card is left to the worker', async () => {
    const ts = await posted();
    slack.refuseNext('chat.update', { ...limited, headers: { 'retry-after': '60' } });
    await turn('block-actions', aReply(keptView(), { replaces: true }), onMessage(ts, 'keep'));
    expect(methods()).toEqual(['chat.update']);
    expect(conversation.shown).toEqual([]);
  });

  test('blocks that it does not take are said in plain text', async () => {
    slack.refuseNext('chat.postMessage', { status: 200, body: { ok: false, error: 'invalid_blocks' } });
    await turn('app-mention', whoAmI());
    const second = slack.arrived('chat.postMessage')[1];
    expect(second?.body).toMatchObject({ text: summary(whoAmI()) });
    expect(second?.body).not.toHaveProperty('blocks');
  });
});

describe('the worker’s outbound', () => {
  const outbound = () => (server as SlackServer).channel.outbound;
  const at = (message: string) =>
    ({ channel: 'slack', workspace: slack.team, conversation: slack.channel, message, extra: {} }) as const;

  test('updates a card, posts one, and tells a card that is gone from a Slack that is busy', async () => {
    await turn('message-bot', whoAmI());
    const ts = await posted();
    const reply = aReply(keptView());
    expect(await outbound().update(at(ts), reply)).toEqual({ outcome: 'sent', address: at(ts) });
    expect(await standing(ts)).toMatchObject({ text: summary(reply) });
    expect(await outbound().post(at(''), reply)).toMatchObject({ outcome: 'sent' });
    expect(await outbound().update(at('1795000000.000001'), reply)).toEqual({ outcome: 'gone' });
    expect(await outbound().update(at(''), reply)).toEqual({ outcome: 'gone' });
    slack.refuseNext('chat.update', { status: 429, headers: { 'retry-after': '9' }, body: {} });
    expect(await outbound().update(at(ts), reply)).toEqual({ outcome: 'later', retryAfter: 9_000 });
    slack.refuseNext('chat.update', { status: 503, body: {} });
    expect(await outbound().update(at(ts), reply)).toMatchObject({ outcome: 'later' });
  });
});

describe('when something of ours breaks', () => {
  test('a clear word to the person, one line with its correlation id, and Slack has its answer', async () => {
    const answer = await turn('command', Object.assign(new Error('gone'), { name: 'MongoNetworkError' }));
    expect(answer.status).toBe(200);
    expect(slack.arrived('hook')[0]?.body).toMatchObject({ response_type: 'ephemeral' });
    const lines = (server as SlackServer).log.filter((line) => line.startsWith('error'));
    expect(lines).toHaveLength(1);
    const correlation = /"correlation":"([^"]+)"/.exec(lines[0] ?? '')?.[1] ?? 'none';
    expect(JSON.stringify(slack.arrived('hook')[0]?.body)).toContain(correlation);
  });

  test('no line holds what people typed, a token, or a response URL', async () => {
    await turn('command', new Error('boom'), { text: 'cancel secretcustomer' });
    const log = (server as SlackServer).log.join('\n');
    for (const word of ['secretcustomer', 'xoxb-', '/hooks/', SECRET]) expect(log).not.toContain(word);
  });
});
