import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createConversation } from '../../../src/conversation/converse.ts';
import type { Person } from '../../../src/domain/person.ts';
import type { Policy } from '../../../src/domain/policies/policy.ts';
import { PEOPLE, type TestDesk, testDesk } from '../../support/desk.ts';
import { type Body, send, slackFixture } from '../../support/slackClient.ts';
import { type SlackEmulator, startSlackEmulator } from '../../support/slackEmulator.ts';
import {
  buttonsOf,
  type Dialog,
  type Message,
  type SlackPerson,
  slackPerson,
} from '../../support/slackPerson.ts';
import { patient, SECRET, type SlackServer, startSlackServer } from '../../support/slackServer.ts';

/** Two processes over one database; each request goes to either at random. */
let slack: SlackEmulator;
let at: TestDesk;
let servers: readonly SlackServer[];
let maja: SlackPerson;
let erik: SlackPerson;
let boss: SlackPerson;

beforeAll(async () => {
  slack = await startSlackEmulator();
});
afterAll(() => slack.stop());

beforeEach(() => start({}));
afterEach(end);

async function start(policy: Partial<Policy>): Promise<void> {
  const inSlack = (person: Person, user: string): Person => ({
    ...person,
    identities: [{ channel: 'slack', team: slack.team, user }],
  });
  const { agent, other, boss: chief } = PEOPLE;
  const { maja: asker, erik: colleague, bea } = slack.users;
  at = await testDesk({
    policy,
    people: [inSlack(agent, asker), inSlack(other, colleague), inSlack(chief, bea)],
  });
  servers = await Promise.all(
    [at.desk, at.twin].map((desk) =>
      startSlackServer({ conversation: createConversation(desk), apiUrl: slack.apiUrl, machine: patient }),
    ),
  );
  const any = () => servers[Math.random() < 0.5 ? 0 : 1]?.url ?? '';
  maja = slackPerson(slack, asker, any);
  erik = slackPerson(slack, colleague, any);
  boss = slackPerson(slack, bea, any);
}

async function end(): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
  await at.close();
  slack.forget();
}

async function restart(policy: Partial<Policy>): Promise<void> {
  await end();
  await start(policy);
}

async function settled(): Promise<void> {
  await Promise.all(servers.map((server) => server.idle()));
}

async function status(): Promise<string | undefined> {
  const stored = await at.desk.subscriptions.byReference('S-1042');
  return stored?.subscription.suspensionKind ?? stored?.subscription.status;
}

/** The newest message that stands in the channel. */
async function newest(): Promise<Message> {
  return (await slack.messages()).at(-1) ?? {};
}

function lastDialog(): Dialog {
  const opened = slack.arrived().filter(({ method }) => method === 'views.open' || method === 'views.update');
  return opened.at(-1)?.answer['view'] as Dialog;
}

async function promptOf(text: string): Promise<{ readonly prompt: Message; readonly dialog: Dialog }> {
  await maja.command(text);
  await settled();
  return { prompt: await newest(), dialog: lastDialog() };
}

const FILLED = { reason: 'customer-request', typedCustomer: 'fabrikam.example' };

describe('pausing by slash command', () => {
  test('prompt in the channel, dialog at once; confirmed, it is paused and the prompt is its receipt', async () => {
    const { prompt, dialog } = await promptOf('pause S-1042 for non-payment');
    expect(String(prompt['text'])).toMatch(/^Pause .*Visio Plan 2.*S-1042/);
    expect(buttonsOf(prompt)).toEqual(['review', 'keep']);
    expect(await status()).toBe('active');
    const answer = await maja.submit(dialog, { reason: 'non-payment' });
    expect(JSON.parse(answer.text)).toEqual({ response_action: 'clear' });
    await settled();
    expect(await status()).toBe('paused');
    const receipt = await newest();
    expect(receipt['ts']).toBe(prompt['ts']);
    expect(String(receipt['text'])).toMatch(/^Paused: /);
    expect(buttonsOf(receipt)).not.toContain('confirm');
  });

  test('closing the dialog keeps', async () => {
    const { prompt, dialog } = await promptOf('pause S-1042 for non-payment');
    await maja.close(dialog);
    await settled();
    expect(await status()).toBe('active');
    const message = await newest();
    expect(message['ts']).toBe(prompt['ts']);
    expect(String(message['text'])).toMatch(/^Kept: /);
  });
});

describe('cancelling by slash command', () => {
  test('a wrong typed check stays in the dialog, the right one cancels', async () => {
    const { dialog } = await promptOf('cancel S-1042');
    const wrong = await maja.submit(dialog, { ...FILLED, typedCustomer: 'contoso.com' });
    expect(JSON.parse(wrong.text)).toEqual({
      response_action: 'errors',
      errors: { typedCustomer: expect.stringContaining('fabrikam.example') },
    });
    expect(await status()).toBe('active');
    await maja.submit(dialog, FILLED);
    await settled();
    expect(await status()).toBe('deleted');
    expect(String((await newest())['text'])).toMatch(/^Cancelled: /);
  });

  test('every input that is missing is named at its block', async () => {
    const { dialog } = await promptOf('cancel S-1042');
    const answer = JSON.parse((await maja.submit(dialog, {})).text) as { errors: object };
    expect(Object.keys(answer.errors).sort()).toEqual(['reason', 'typedCustomer']);
  });

  test('changed terms come in the same dialog with a prompt of their own; nothing is cancelled', async () => {
    const { prompt, dialog } = await promptOf('cancel S-1042');
    const stored = await at.desk.subscriptions.byReference('S-1042');
    await at.desk.subscriptions.commit({
      id: stored?.subscription.id ?? '',
      version: stored?.version ?? 0,
      operation: String(dialog['private_metadata']),
      after: { quantity: 12 },
      events: [],
      nextDue: null,
    });
    const answer = JSON.parse((await maja.submit(dialog, FILLED)).text) as {
      response_action: string;
      view: Dialog;
    };
    await settled();
    expect(answer.response_action).toBe('update');
    expect(answer.view['private_metadata']).not.toBe(dialog['private_metadata']);
    expect(await status()).toBe('active');
    const texts = (await slack.messages())
      .slice(-2)
      .map((message) => [message['ts'], String(message['text'])]);
    expect(texts[0]?.[0]).toBe(prompt['ts']);
    expect(texts[1]?.[1]).toMatch(/12 × Visio Plan 2/);
    // Slack keeps the dialog's id.
    await maja.submit({ ...answer.view, id: dialog.id }, FILLED);
    await settled();
    expect(await status()).toBe('deleted');
  });
});

describe('in the channel', () => {
  test('a mention is prompted there, "Review…" opens the dialog for its requester', async () => {
    await maja.mention('pause S-1042 for non-payment');
    await settled();
    const prompt = await newest();
    await maja.press(prompt, 'review');
    await settled();
    expect(lastDialog()['callback_id']).toBe('confirm');
    await maja.submit(lastDialog(), { reason: 'non-payment' });
    await settled();
    expect(await status()).toBe('paused');
  });

  test('somebody else’s click changes nothing and gets a private word with the requester’s name', async () => {
    const { prompt } = await promptOf('cancel S-1042');
    slack.forget();
    await erik.press(prompt, 'keep');
    await erik.press(prompt, 'review');
    await settled();
    const words = slack.arrived().filter(({ method }) => method !== 'users.info');
    expect(words.map(({ method }) => method)).toEqual(['hook', 'hook']);
    for (const { body } of words) {
      expect(body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
      expect(JSON.stringify(body)).toContain('Ada Agent');
    }
    expect(await newest()).toEqual(prompt);
    expect(await status()).toBe('active');
  });

  test('a click after expiry shows the prompt as expired', async () => {
    const { prompt } = await promptOf('cancel S-1042');
    at.clock.set('2021-09-03T12:20:00.000Z');
    await maja.press(prompt, 'keep');
    await settled();
    expect(String((await newest())['text'])).toMatch(/^Expired: /);
    expect(await status()).toBe('active');
  });

  test('a direct message is read and answered there', async () => {
    await maja.direct('show S-1042');
    await settled();
    expect(String((await newest())['text'])).toContain('S-1042');
  });

  test('an unlinked account sees nothing of the desk', async () => {
    const stranger = slackPerson(slack, 'U0STRANGER', () => servers[0]?.url ?? '');
    const before = await slack.messages();
    await stranger.mention('show S-1042');
    await settled();
    expect(JSON.stringify(slack.arrived())).not.toContain('Visio');
    expect(await slack.messages()).toEqual(before);
  });
});

describe('a second person', () => {
  const approval = [{ when: { tier: 4 }, by: ['admin-agent'] }] as const;

  test('who asked cannot approve; the approver’s buttons stand on the one card', async () => {
    await restart({ approval });
    const { prompt, dialog } = await promptOf('cancel S-1042');
    await maja.submit(dialog, FILLED);
    await settled();
    const waiting = await newest();
    expect(waiting['ts']).toBe(prompt['ts']);
    expect(buttonsOf(waiting)).toEqual(['approve', 'decline']);
    await maja.press(waiting, 'approve');
    await settled();
    expect(await status()).toBe('active');
    await boss.press(waiting, 'approve');
    await settled();
    expect(await status()).toBe('deleted');
    expect(String((await newest())['text'])).toMatch(/^Cancelled: /);
  });

  test('declining asks for a comment in a dialog', async () => {
    await restart({ approval });
    const { dialog } = await promptOf('cancel S-1042');
    await maja.submit(dialog, FILLED);
    await settled();
    await boss.press(await newest(), 'decline');
    await settled();
    expect(lastDialog()).toMatchObject({ callback_id: 'decline' });
    await boss.submit(lastDialog(), { comment: 'They will renew' });
    await settled();
    expect(String((await newest())['text'])).toMatch(/^Declined: /);
    expect(await status()).toBe('active');
  });
});

describe('several processes', () => {
  test('an event that Slack delivers to both is one prompt', async () => {
    const body: Body = { ...slackFixture('app-mention'), event_id: 'Ev0TWICE01' };
    const event = { ...(body['event'] as object), user: slack.users.maja, channel: slack.channel };
    const mention = {
      ...body,
      event: { ...event, ts: String(Date.now() / 1000), text: '<@U0SUBDESK1> pause S-1042' },
    };
    const sent = servers.map(({ url }, retry) =>
      send(url, mention, { secret: SECRET, headers: { 'x-slack-retry-num': String(retry) } }),
    );
    expect((await Promise.all(sent)).map(({ status: code }) => code)).toEqual([200, 200]);
    await settled();
    expect(slack.arrived('chat.postMessage')).toHaveLength(1);
  });

  test('the same dialog sent off ten times has one effect', async () => {
    const { dialog } = await promptOf('cancel S-1042');
    const answers = await Promise.all(Array.from({ length: 10 }, () => maja.submit(dialog, FILLED)));
    await settled();
    expect(answers.every(({ status: code }) => code === 200)).toBe(true);
    const events = await at.desk.audit.ofOperation(String(dialog['private_metadata']));
    expect(events.filter(({ what }) => what === 'executed').length).toBeLessThanOrEqual(1);
    expect(await status()).toBe('deleted');
  });
});
