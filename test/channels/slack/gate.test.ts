import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scriptedConversation } from '../../support/scriptedConversation.ts';
import {
  type Body,
  encoded,
  type Fixture,
  FORM,
  send,
  sendSigned,
  slackFixture,
} from '../../support/slackClient.ts';
import { SECOND_SECRET, SECRET, type SlackServer, startSlackServer } from '../../support/slackServer.ts';

const conversation = scriptedConversation({});
let server: SlackServer;
let drawn = 0;

beforeAll(async () => {
  server = await startSlackServer({ conversation });
});
beforeEach(() => {
  conversation.heard.length = 0;
});
afterEach(async () => {
  await Promise.all(others.splice(0).map((other) => other.stop()));
});
afterAll(() => server.stop());

const others: SlackServer[] = [];

/** Another process, stopped whatever becomes of the test. */
async function another(options: Parameters<typeof startSlackServer>[0]): Promise<SlackServer> {
  const other = await startSlackServer(options);
  others.push(other);
  return other;
}

function fresh(name: Fixture): Body {
  drawn += 1;
  const body = slackFixture(name);
  return 'event' in body ? { ...body, event_id: `Ev${drawn}` } : { ...body, trigger_id: `${drawn}.trigger` };
}

const now = () => Math.floor(Date.now() / 1000);

describe('only what Slack signed, now and once, is heard', () => {
  test('a signed command is heard and acknowledged with an empty answer', async () => {
    const answer = await send(server.url, fresh('command'), { secret: SECRET });
    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(conversation.heard.map((one) => one.input)).toEqual([
      { kind: 'sentence', text: 'cancel contoso visio' },
    ]);
  });

  test('either of two secrets is good during rotation', async () => {
    expect((await send(server.url, fresh('command'), { secret: SECOND_SECRET })).status).toBe(200);
    expect(conversation.heard).toHaveLength(1);
  });

  test.each([
    ['another secret', { secret: 'wrong' }],
    ['five minutes and one second old', { secret: SECRET, timestamp: now() - 301 }],
    ['five minutes and ten seconds in the future', { secret: SECRET, timestamp: now() + 310 }],
    ['another body than was signed', { secret: SECRET, sentBody: 'command=%2Fsub&text=cancel+everything' }],
    ['no signature', { secret: SECRET, headers: { 'x-slack-signature': '' } }],
    [
      'a signature of another version',
      { secret: SECRET, headers: { 'x-slack-signature': `v1=${'0'.repeat(64)}` } },
    ],
    ['a timestamp that is no number', { secret: SECRET, headers: { 'x-slack-request-timestamp': 'NaN' } }],
  ])('401 without detail: %s', async (_why, signing) => {
    expect(await send(server.url, fresh('command'), signing)).toMatchObject({ status: 401, text: '' });
    expect(conversation.heard).toHaveLength(0);
  });

  test('the same signed request a second time is refused', async () => {
    const body = fresh('command');
    const signing = { secret: SECRET, timestamp: now() };
    expect((await send(server.url, body, signing)).status).toBe(200);
    expect((await send(server.url, body, signing)).status).toBe(401);
    expect(conversation.heard).toHaveLength(1);
  });

  test('a replay at another process is a duplicate: acknowledged, without effect', async () => {
    const other = await another({ conversation });
    const body = fresh('command');
    const signing = { secret: SECRET, timestamp: now() };
    await send(server.url, body, signing);
    expect((await send(other.url, body, signing)).status).toBe(200);
    expect(conversation.heard).toHaveLength(1);
  });

  test.each([1, 2, 3])(
    'Slack’s redelivery number %s of an event is acknowledged and heard once',
    async (retry) => {
      const body = fresh('app-mention');
      const timestamp = now();
      await send(server.url, body, { secret: SECRET, timestamp });
      const headers = { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' };
      for (const again of [timestamp, timestamp + 1]) {
        expect((await send(server.url, body, { secret: SECRET, timestamp: again, headers })).status).toBe(
          200,
        );
      }
      expect(conversation.heard).toHaveLength(1);
    },
  );
});

describe('what is not for us', () => {
  test('url_verification is answered with its challenge', async () => {
    const body = slackFixture('url-verification');
    const answer = await send(server.url, body, { secret: SECRET });
    expect(JSON.parse(answer.text)).toEqual({ challenge: body['challenge'] });
  });

  test('url_verification is not answered without a signature', async () => {
    const answer = await send(server.url, slackFixture('url-verification'), { secret: 'wrong' });
    expect(answer).toMatchObject({ status: 401, text: '' });
  });

  test('ssl_check needs no signature and does nothing besides', async () => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': FORM },
      body: 'ssl_check=1&command=%2Fsub&text=cancel',
    });
    expect(response.status).toBe(200);
    expect(conversation.heard).toHaveLength(0);
  });

  test.each<Fixture>(['message-bot', 'shortcut'])('%s is acknowledged and ignored', async (name) => {
    expect(await send(server.url, fresh(name), { secret: SECRET })).toMatchObject({ status: 200, text: '' });
    expect(conversation.heard).toHaveLength(0);
  });

  test('an event that we did not ask for is acknowledged and ignored', async () => {
    const body = { ...fresh('app-mention'), event: { type: 'team_join', user: { id: 'U1' } } };
    expect((await send(server.url, body, { secret: SECRET })).status).toBe(200);
    expect(conversation.heard).toHaveLength(0);
  });

  test('a body over the limit is 413', async () => {
    const text = 'x'.repeat(600_000);
    const answer = await send(server.url, { ...fresh('command'), text }, { secret: SECRET });
    expect(answer.status).toBe(413);
  });
});

describe('malformed payloads, signed', () => {
  test.each([
    ['null', 'application/json', 'null'],
    ['an array', 'application/json', '[]'],
    ['no JSON', 'application/json', '{'],
    ['an empty body', 'application/json', ''],
    ['an empty form', FORM, ''],
    ['a payload that is no JSON', FORM, 'payload=%7B'],
    ['a payload that is null', FORM, 'payload=null'],
    ['a command twice', FORM, 'command=%2Fsub&command=%2Fsub&text=a&team_id=T&user_id=U&channel_id=C'],
    ['an event that is null', 'application/json', '{"type":"event_callback","event":null,"event_id":"E"}'],
    [
      'no actions',
      FORM,
      `payload=${encodeURIComponent('{"type":"block_actions","actions":[],"user":{"id":"U"}}')}`,
    ],
    ['a view without an id', FORM, `payload=${encodeURIComponent('{"type":"view_submission","view":{}}')}`],
  ])('%s is 400', async (_what, contentType, body) => {
    expect((await sendSigned(server.url, body, contentType, { secret: SECRET })).status).toBe(400);
    expect(conversation.heard).toHaveLength(0);
  });

  const fixtures: readonly Fixture[] = [
    'command',
    'app-mention',
    'message-im',
    'message-changed',
    'block-actions',
    'view-submission',
    'view-closed',
  ];

  test('no payload whatever gives a 5xx', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtures),
        fc.array(mutation(), { maxLength: 4 }),
        async (name, changes) => {
          const body = changes.reduce((made, change) => change(made), fresh(name));
          const { body: text, contentType } = encoded(body);
          const answer = await sendSigned(server.url, text, contentType, { secret: SECRET });
          expect(answer.status).toBeLessThan(500);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Replaces, at a random place, what stands there with anything. */
function mutation(): fc.Arbitrary<(body: Body) => Body> {
  return fc.tuple(fc.infiniteStream(fc.nat(30)), fc.jsonValue()).map(([choices, value]) => (body: Body) => {
    const picks = choices[Symbol.iterator]();
    return changed(body, value, () => Number(picks.next().value)) as Body;
  });
}

function changed(node: unknown, value: unknown, pick: () => number): unknown {
  if (typeof node !== 'object' || node === null) return value;
  const keys = Object.keys(node);
  const key = keys[pick() % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const stop = pick() % 3 === 0;
  const inner = (node as Record<string, unknown>)[key];
  const replaced = stop ? value : changed(inner, value, pick);
  return Array.isArray(node)
    ? node.map((part, index) => (String(index) === key ? replaced : part))
    : { ...node, [key]: replaced };
}

describe('acknowledged before any slow work', () => {
  test('while the database is slow, Slack has its answer in time and the turn is not lost', async () => {
    let release = (): void => undefined;
    const stored = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = scriptedConversation({ receive: () => stored });
    const waits: number[] = [];
    const impatient = { now: () => Date.now(), sleep: async (wait: number) => void waits.push(wait) };
    const other = await another({ conversation: slow, machine: impatient });
    const answer = await send(other.url, fresh('command'), { secret: SECRET });
    const heardBefore = slow.heard.length;
    release();
    expect(answer.status).toBe(200);
    expect(heardBefore).toBe(0);
    expect(Math.max(...waits)).toBeLessThan(2_500);
    await other.idle();
    expect(slow.heard).toHaveLength(1);
  });

  test.each<Fixture>(['command', 'app-mention', 'block-actions', 'view-closed'])(
    '%s: what is acknowledged is stored',
    async (name) => {
      const slow = scriptedConversation({ receive: () => new Promise((resolve) => setTimeout(resolve, 20)) });
      const other = await another({ conversation: slow });
      expect((await send(other.url, fresh(name), { secret: SECRET })).status).toBe(200);
      expect(slow.heard).toHaveLength(1);
    },
  );
});
