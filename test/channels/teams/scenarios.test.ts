import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createConversation } from '../../../src/conversation/converse.ts';
import { wordsOf } from '../../support/stories.ts';
import { type RunningBot, startBot } from '../../support/teams/bot.ts';
import { ELSA, GUS, MAJA, type TeamsDesk, teamsDesk } from '../../support/teams/desk.ts';
import { fixture } from '../../support/teams/fixture.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

/** Whole stories over the real conversation, the real database and real tokens. */
jest.setTimeout(20_000);

describe('in Teams', () => {
  let desk: TeamsDesk;
  let bot: RunningBot;
  let sent = 0;

  beforeAll(async () => {
    desk = await teamsDesk();
    bot = await startBot({ conversation: desk.conversation });
  });
  afterAll(async () => {
    await bot.stop();
    await desk.close();
  });

  function now() {
    sent += 1;
    return { id: `${sent}`, timestamp: new Date(desk.machine.now()).toISOString() };
  }

  function by(user: string) {
    return { from: { id: `29:${user}`, aadObjectId: user } };
  }

  /** A sentence in the group; the card that was posted, and where. */
  async function say(text: string, user = MAJA) {
    const before = bot.connector.messages().length;
    const entities = fixture('group-message').entities;
    const { status } = await bot.send(
      fixture('group-message', { ...now(), ...by(user), text: `<at>Subdesk</at> ${text}`, entities }),
    );
    expect(status).toBe(200);
    const posted = bot.connector.messages().slice(before);
    expect(posted).toHaveLength(1);
    const card = posted[0]?.body.attachments[0].content;
    return { card, text: JSON.stringify(card), message: `posted-${countPosts()}` };
  }

  function countPosts(): number {
    return bot.connector.recorded.filter(({ method }) => method === 'POST').length;
  }

  async function press(verb: string, operation: string, message: string, user = MAJA, inputs: object = {}) {
    const value = {
      action: { type: 'Action.Execute', verb, data: { operation, ...inputs } },
      trigger: 'manual',
    };
    const activity = fixture('execute-confirm-group', { ...now(), ...by(user), replyToId: message, value });
    const { json } = await bot.send(activity);
    await bot.settled();
    return { ...json, text: JSON.stringify(json.value), activity };
  }

  function operationIn(text: string): string {
    return /OP-[0-9A-Z]{4,}/.exec(text)?.[0] ?? 'no operation';
  }

  test('the group reads the state, the requester’s own client the buttons, and nobody else may click', async () => {
    const posted = await say('pause contoso e3');
    const operation = operationIn(posted.text);
    expect(posted.text).not.toContain('"verb":"confirm"');
    expect(posted.text).toContain('Maja Lind');
    expect(posted.card.refresh).toMatchObject({ userIds: [`29:${MAJA}`], action: { data: { operation } } });

    const mine = await press('refresh', operation, posted.message);
    expect(mine.type).toBe(CARD);
    expect(mine.text).toContain('"verb":"confirm"');
    const theirs = await press('refresh', operation, posted.message, ELSA);
    expect(theirs.text).not.toContain('"verb":"confirm"');

    const refused = await press('confirm', operation, posted.message, ELSA, { reason: 'fraud' });
    expect(refused.type).toBe(MESSAGE);
    expect(refused.text).toContain('Maja Lind');
    expect(await desk.statusOf('S-1017')).toBe('active');
  });

  test('a missing reason is asked for again, the click changes the card for everybody, and twice is once', async () => {
    const posted = await say('pause contoso e3');
    const operation = operationIn(posted.text);
    const missing = await press('confirm', operation, posted.message);
    expect(missing.text).toContain('"verb":"confirm"');
    expect(bot.connector.recorded.at(-1)?.method).toBe('POST');

    const done = await press('confirm', operation, posted.message, MAJA, { reason: 'non-payment' });
    expect(done).toMatchObject({ statusCode: 200, type: CARD });
    expect(done.text).toContain('Paused: 25');
    expect(bot.connector.recorded.at(-1)).toMatchObject({
      method: 'PUT',
      path: `/v3/conversations/19:group@thread.v2/activities/${posted.message}`,
    });
    expect(JSON.stringify(bot.connector.recorded.at(-1)?.body)).toContain('Paused: 25');
    expect(await desk.statusOf('S-1017')).toBe('suspended');

    const redelivered = await bot.send(done.activity);
    expect(JSON.stringify(redelivered.json.value)).toContain('Paused: 25');
    const again = await press('confirm', operation, posted.message, MAJA, { reason: 'non-payment' });
    expect(again.text).toContain('Already decided');
    const words = await wordsOf(desk.desk, operation);
    expect(words.filter((what) => what === 'executed')).toHaveLength(1);
  });

  test('two processes that get the same message answer it once', async () => {
    const other = await startBot({ conversation: createConversation(desk.twin) });
    try {
      const message = fixture('group-message', { ...now(), ...by(MAJA) });
      const before = countPosts();
      const statuses = await Promise.all([bot.send(message), other.send(message), bot.send(message)]);
      expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(countPosts() - before + other.connector.messages().length).toBe(1);
    } finally {
      await other.stop();
    }
  });

  test('a prompt clicked after its time is expired, changes nothing, and can be had anew in its place', async () => {
    const posted = await say('cancel contoso visio');
    const operation = operationIn(posted.text);
    desk.clock.set('2021-09-03T12:20:00.000Z');
    const expired = await press('confirm', operation, posted.message, MAJA, {
      reason: 'fraud',
      typedCustomer: 'contoso.com',
    });
    expect(expired.text).toContain('Expired: ');
    expect(await desk.statusOf('S-1042')).toBe('active');
    const anew = await press('prepare-again', operation, posted.message);
    expect(anew.type).toBe(CARD);
    expect(operationIn(anew.text)).not.toBe(operation);
    const stale = await desk.desk.operations.staleCards(['teams'], 10);
    expect(stale.map(({ reference }) => reference)).not.toContain(operation);
  });

  test('somebody without a role learns nothing, not even whether it exists (F-97)', async () => {
    const there = await say('pause contoso e3', GUS);
    const nowhere = await say('pause fabrikam teams', GUS);
    expect(there.text).not.toMatch(/Contoso|S-10|OP-/);
    expect(nowhere.card).toEqual(there.card);
    const clicked = await press('confirm', 'OP-7F3K', '1', GUS);
    expect(clicked.type).toBe(MESSAGE);
    expect(clicked.text).not.toMatch(/Contoso|S-10|Maja/);
  });

  test('a name with markup, mentions and marks is only ever text on a card', async () => {
    const name = 'Evil <at>Maja</at> **Corp** [x](https://evil.example) ${title} \u202Egpj';
    await desk.desk.directory.putCustomer({ ...(await contoso()), name });
    const { card } = await say('show S-1042');
    const drawn = JSON.stringify(card.body);
    expect(drawn).toContain('Evil');
    expect(drawn).not.toMatch(/[^\\]<at|[^\\]\]\(|[^\\*]\*\*Corp|\$\{/);
    expect(JSON.stringify(card)).not.toContain('\u202E');
    expect(card.msteams).toBeUndefined();
  });

  async function contoso() {
    const row = await desk.desk.subscriptions.byReference('S-1042');
    const customer = await desk.desk.directory.customer(row?.subscription.customerId ?? '');
    if (customer === null) throw new Error('Contoso is gone');
    return customer;
  }
});
