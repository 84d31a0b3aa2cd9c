import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { announceDays } from '../../src/application/announce.ts';
import { relay } from '../../src/application/relay.ts';
import { runAllDue } from '../../src/application/runDue.ts';
import { tell } from '../../src/application/tell.ts';
import type { Outbound } from '../../src/channels/channel.ts';
import { announcementReply } from '../../src/conversation/announcement.ts';
import { createConversation } from '../../src/conversation/converse.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { type SlackEmulator, startSlackEmulator } from '../support/slackEmulator.ts';
import { buttonsOf, type SlackPerson, slackPerson } from '../support/slackPerson.ts';
import { type SlackServer, startSlackServer } from '../support/slackServer.ts';
import { type RunningBot, startBot } from '../support/teams/bot.ts';
import { MAJA, type TeamsDesk, teamsDesk } from '../support/teams/desk.ts';
import { fixture } from '../support/teams/fixture.ts';

jest.setTimeout(20_000);

/** What a worker with that channel does at that moment, as compose wires it. */
async function work(t: TestDesk, outbound: Outbound, now: Instant): Promise<number> {
  const { desk } = t;
  t.clock.set(now);
  await runAllDue(desk);
  await relay(desk);
  await announceDays(desk);
  return tell(desk, {
    channels: [outbound.channel],
    post: async (board, news) => outbound.post(board.address, await announcementReply(desk, board, news)),
    patience: new Map(),
  });
}

describe('in Slack', () => {
  let slack: SlackEmulator;
  let t: TestDesk;
  let server: SlackServer;
  let maja: SlackPerson;
  beforeEach(async () => {
    slack = await startSlackEmulator();
    const identities = [{ channel: 'slack', team: slack.team, user: slack.users.maja }] as const;
    t = await testDesk({ people: [{ ...PEOPLE.agent, identities }] });
    server = await startSlackServer({ conversation: createConversation(t.desk), apiUrl: slack.apiUrl });
    maja = slackPerson(slack, slack.users.maja, () => server.url);
    await maja.mention('<@U0SUBDESK1> notify here about renewals of fabrikam');
    await server.idle();
  });
  afterEach(async () => {
    await server.stop();
    await t.close();
    await slack.stop();
  });
  const outbound = () => server.channel.outbound;

  async function texts(): Promise<readonly string[]> {
    return (await slack.messages()).map((message) => String(message['text']));
  }

  test('what is coming stands in the channel once, with a button that shows it', async () => {
    expect((await texts()).at(-1)).toMatch(/^Announced here from now on\. Renewals · Fabrikam/);
    expect(await work(t, outbound(), '2022-08-02T00:00:00.000Z')).toBe(1);
    expect(await work(t, outbound(), '2022-08-02T08:00:00.000Z')).toBe(0);
    const message = (await slack.messages()).at(-1) ?? {};
    expect(String(message['text'])).toMatch(/^10 × Visio Plan 2 · Fabrikam.* renews in 30 days\.$/);
    expect(buttonsOf(message)).toEqual(['show-S-1042']);
    await maja.press(message, 'show-S-1042');
    await server.idle();
    expect(JSON.stringify(slack.arrived().at(-1)?.body)).toContain('S-1042');
    expect(await work(t, outbound(), '2022-09-01T00:00:00.000Z')).toBe(1);
    expect((await texts()).at(-1)).toMatch(/Visio Plan 2 · Fabrikam.* has renewed\.$/);
  });

  test('Retry-After is respected', async () => {
    slack.forget();
    const body = { ok: false, error: 'ratelimited' };
    slack.refuseNext('chat.postMessage', { status: 429, headers: { 'retry-after': '30' }, body });
    expect(await work(t, outbound(), '2022-08-02T00:00:00.000Z')).toBe(0);
    t.machine.forward(29_000);
    expect(await work(t, outbound(), '2022-08-02T00:00:29.000Z')).toBe(0);
    expect(slack.arrived('chat.postMessage')).toHaveLength(1);
    t.machine.forward(2_000);
    expect(await work(t, outbound(), '2022-08-02T00:00:31.000Z')).toBe(1);
  });

  test('a channel that is gone is told nothing more', async () => {
    const body = { ok: false, error: 'channel_not_found' };
    slack.refuseNext('chat.postMessage', { status: 200, body });
    expect(await work(t, outbound(), '2022-08-02T00:00:00.000Z')).toBe(0);
    expect(await t.desk.boards.all()).toEqual([]);
  });
});

describe('in Teams', () => {
  let desk: TeamsDesk;
  let bot: RunningBot;
  beforeEach(async () => {
    desk = await teamsDesk();
    bot = await startBot({ conversation: desk.conversation });
    const from = { id: `29:${MAJA}`, aadObjectId: MAJA };
    const timestamp = new Date(desk.machine.now()).toISOString();
    const text = '<at>Subdesk</at> notify here about renewals of contoso';
    const { entities } = fixture('group-message');
    await bot.send(fixture('group-message', { id: '1', timestamp, from, text, entities }));
  });
  afterEach(async () => {
    await bot.stop();
    await desk.close();
  });

  test('two renewals of one day are one card in the chat, once', async () => {
    expect(await work(desk, bot.outbound, '2022-08-02T00:00:00.000Z')).toBe(1);
    expect(await work(desk, bot.outbound, '2022-08-02T08:00:00.000Z')).toBe(0);
    const { path, body } = bot.connector.messages().at(-1) ?? {};
    expect(path).toContain('/v3/conversations/19:group@thread.v2/activities');
    const card = JSON.stringify(body.attachments[0].content);
    expect(card).toContain('2 subscriptions renew or end soon');
    for (const reference of ['S-1017', 'S-1042']) expect(card).toContain(`"verb":"show-${reference}"`);
  });

  test('Retry-After is respected', async () => {
    bot.connector.refuseNext({ status: 429, headers: { 'Retry-After': '30' } });
    expect(await work(desk, bot.outbound, '2022-08-02T00:00:00.000Z')).toBe(0);
    const before = bot.connector.recorded.length;
    desk.machine.forward(29_000);
    expect(await work(desk, bot.outbound, '2022-08-02T00:00:29.000Z')).toBe(0);
    expect(bot.connector.recorded).toHaveLength(before);
    desk.machine.forward(2_000);
    expect(await work(desk, bot.outbound, '2022-08-02T00:00:31.000Z')).toBe(1);
  });

  test('where the bot was removed nothing is told any more', async () => {
    bot.connector.refuseNext({ status: 403 });
    expect(await work(desk, bot.outbound, '2022-08-02T00:00:00.000Z')).toBe(0);
    expect(await desk.desk.boards.all()).toEqual([]);
  });
});
