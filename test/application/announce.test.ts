import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { announceDays } from '../../src/application/announce.ts';
import type { News } from '../../src/application/announcing.ts';
import { relay } from '../../src/application/relay.ts';
import { runAllDue } from '../../src/application/runDue.ts';
import { type Posted, tell } from '../../src/application/tell.ts';
import { unwish, wish } from '../../src/application/wishes.ts';
import { TOPICS, type Topic } from '../../src/domain/announcement.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { NoticeBoard } from '../../src/domain/noticeBoard.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { aStored } from '../support/operations.ts';

const { agent } = PEOPLE;
const PLACE = { channel: 'slack', workspace: 'T1', conversation: 'C1' } as const;
const SENT: Posted = { outcome: 'sent' };

let t: TestDesk;
/** Two renewals on one day, one end of service the day after. */
beforeEach(async () => {
  t = await testDesk({
    now: '2021-09-03T12:00:00.000Z',
    subscriptions: [
      renewing('one', '2021-11-01T00:00:00.000Z'),
      renewing('two', '2021-11-01T10:30:00.000Z'),
      { ...renewing('three', '2021-11-02T00:00:00.000Z'), autoRenewEnabled: false },
    ],
  });
});
afterEach(() => t.close());

function renewing(id: string, commitmentEndDate: Instant) {
  return aStored({ id, reference: `S-${id}`, unitPrice: '36.50', commitmentEndDate });
}

/** A chat that answers as told and remembers what it was told. */
function chat(answer: (board: NoticeBoard) => Posted = () => SENT) {
  const said: string[] = [];
  const post = async (board: NoticeBoard, news: News) => {
    const answered = answer(board);
    if (answered.outcome === 'sent') said.push(words(board, news));
    return answered;
  };
  return { channels: ['slack', 'teams'] as const, post, patience: new Map<string, number>(), said };
}

function words({ address }: NoticeBoard, news: News): string {
  const items = news.map(
    ({ subscription, what, at, happened }) =>
      `${subscription.id} ${what}${happened ? ' happened' : ''} ${at.slice(5, 10)}`,
  );
  return `${address.conversation}: ${items.join(', ')}`;
}

/** What a worker does at that moment. */
async function work(desk: Desk, now: Instant, teller = chat()): Promise<readonly string[]> {
  t.clock.set(now);
  await runAllDue(desk);
  await relay(desk);
  await announceDays(desk);
  await tell(desk, teller);
  return teller.said;
}

async function asked(topics: readonly Topic[] = TOPICS, customer: string | null = null): Promise<void> {
  await wish(t.desk, t.actor(agent, PLACE), { topics, customer });
}

async function announced(): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { what, subscription, because, place } of t.desk.audit.all())
    if (what === 'announced') found.push(`${subscription} ${because} ${place}`);
  return found;
}

describe('announcements', () => {
  test('30, 7 and 1 days ahead and when it happens; one message for what falls on one day', async () => {
    await asked();
    expect(await work(t.desk, '2021-10-01T23:59:59.999Z')).toEqual([]);
    expect(await work(t.desk, '2021-10-02T00:00:00.000Z')).toEqual([
      'C1: one renewal 11-01, two renewal 11-01',
    ]);
    expect(await work(t.desk, '2021-10-03T09:00:00.000Z')).toEqual(['C1: three end-of-service 11-02']);
    expect(await work(t.desk, '2021-10-25T00:00:00.000Z')).toEqual([
      'C1: one renewal 11-01, two renewal 11-01',
    ]);
    expect(await work(t.desk, '2021-10-26T00:00:00.000Z')).toEqual(['C1: three end-of-service 11-02']);
    expect(await work(t.desk, '2021-10-31T00:00:00.000Z')).toEqual([
      'C1: one renewal 11-01, two renewal 11-01',
    ]);
    expect(await work(t.desk, '2021-11-01T00:00:00.000Z')).toEqual([
      'C1: one renewal happened 11-01, three end-of-service 11-02',
    ]);
    expect(await work(t.desk, '2021-11-01T10:30:00.000Z')).toEqual(['C1: two renewal happened 11-01']);
    expect(await work(t.desk, '2021-11-02T00:00:00.000Z')).toEqual([
      'C1: three end-of-service happened 11-02',
    ]);
  });

  test('once each, however often and by however many workers it is looked', async () => {
    await asked();
    const teller = chat();
    t.clock.set('2021-10-02T00:00:00.000Z');
    const both = [t.desk, t.twin, t.desk, t.twin];
    await Promise.all(both.map((desk) => announceDays(desk)));
    await Promise.all(both.map((desk) => tell(desk, teller)));
    await work(t.twin, '2021-10-02T18:00:00.000Z', teller);
    expect(teller.said).toEqual(['C1: one renewal 11-01, two renewal 11-01']);
    expect(await announced()).toEqual(['S-one renewal slack/T1/C1/', 'S-two renewal slack/T1/C1/']);
  });

  test('a late worker says only the latest mark that has come', async () => {
    await asked();
    expect(await work(t.desk, '2021-10-28T00:00:00.000Z')).toEqual([
      'C1: one renewal 11-01, two renewal 11-01, three end-of-service 11-02',
    ]);
    expect(await work(t.desk, '2021-12-01T00:00:00.000Z')).toEqual([
      'C1: one renewal happened 11-01, two renewal happened 11-01, three end-of-service happened 11-02',
    ]);
  });

  test('what was written down and posted late is not stale either', async () => {
    await asked();
    t.clock.set('2021-10-02T00:00:00.000Z');
    await announceDays(t.desk);
    t.clock.set('2021-10-31T00:00:00.000Z');
    const teller = chat();
    await tell(t.desk, teller);
    expect(teller.said).toEqual([]);
    expect(await work(t.desk, '2021-10-31T00:00:00.000Z')).toEqual([
      'C1: one renewal 11-01, two renewal 11-01, three end-of-service 11-02',
    ]);
  });

  test('a crash between writing down and noting it is taken up by another', async () => {
    await asked();
    t.clock.set('2021-10-02T00:00:00.000Z');
    const [board] = await t.desk.boards.all();
    if (!board) throw new Error('no board');
    expect(await t.desk.boards.begin(board.id, board.told, '2021-10-02T00:00:00.000Z')).toBe(true);
    expect(await work(t.twin, '2021-10-03T00:00:00.000Z')).toEqual([
      'C1: one renewal 11-01, two renewal 11-01',
    ]);
    expect(await work(t.twin, '2021-10-03T00:00:01.000Z')).toEqual(['C1: three end-of-service 11-02']);
  });

  test('only the topics and the customer asked for', async () => {
    await asked(['endings']);
    await wish(t.desk, t.actor(agent, { ...PLACE, conversation: 'C2' }), {
      topics: TOPICS,
      customer: 'somebody-else',
    });
    expect(await work(t.desk, '2021-10-03T00:00:00.000Z')).toEqual(['C1: three end-of-service 11-02']);
  });

  test('asking twice is asking once, and a thread is its channel', async () => {
    await asked(['renewals']);
    const again = await wish(t.twin, t.actor(agent, { ...PLACE, message: 'm', extra: { thread: '1.2' } }), {
      topics: ['renewals'],
      customer: null,
    });
    expect(again).toMatchObject({ changed: false, wishes: [{ topic: 'renewals' }] });
    expect(await t.desk.boards.all()).toHaveLength(1);
  });

  test('stopping takes away only what is named, and then everything', async () => {
    await asked();
    const here = t.actor(agent, PLACE);
    const rest = await unwish(t.desk, here, { topics: ['renewals'], customer: null });
    expect(rest.wishes.map(({ topic }) => topic)).toEqual(['endings', 'deletions']);
    expect(await unwish(t.desk, here, { topics: TOPICS, customer: 'somebody-else' })).toMatchObject({
      changed: false,
    });
    expect(await work(t.desk, '2021-10-03T00:00:00.000Z')).toEqual(['C1: three end-of-service 11-02']);
    await unwish(t.desk, here, { topics: TOPICS, customer: null });
    expect(await t.desk.boards.all()).toEqual([]);
    expect(await work(t.desk, '2021-12-01T00:00:00.000Z')).toEqual([]);
  });
});

/** The same numbers for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test.each([1, 2, 3])(
  'at random moments (seed %i) nothing is said twice, and what happens is said',
  async (seed) => {
    await asked();
    const next = numbers(seed);
    const teller = chat();
    for (let day = 28; day < 62; day += 1 + Math.floor(next() * 4)) {
      const now = new Date(Date.UTC(2021, 8, 1 + day, Math.floor(next() * 24))).toISOString();
      await Promise.all([work(t.desk, now, teller), work(t.twin, now, teller)]);
    }
    await work(t.desk, '2021-11-10T00:00:00.000Z', teller);
    const said = teller.said.flatMap((message) => message.replace('C1: ', '').split(', '));
    // The trail has one event a subscription, date and mark, however often it is said.
    expect(said).toHaveLength((await announced()).length);
    expect(said.filter((one) => one.includes('happened')).sort()).toEqual([
      'one renewal happened 11-01',
      'three end-of-service happened 11-02',
      'two renewal happened 11-01',
    ]);
  },
  30_000,
);

describe('a chat that does not take it', () => {
  test('Retry-After is waited for, of the whole workspace, and nothing is lost', async () => {
    await asked();
    await wish(t.desk, t.actor(agent, { ...PLACE, conversation: 'C2' }), { topics: TOPICS, customer: null });
    let calls = 0;
    const busy = chat(() => {
      calls += 1;
      return calls === 1 ? { outcome: 'later', retryAfter: 30_000 } : SENT;
    });
    expect(await work(t.desk, '2021-10-02T00:00:00.000Z', busy)).toEqual([]);
    expect(await work(t.desk, '2021-10-02T00:00:01.000Z', busy)).toEqual([]);
    expect(calls).toBe(1);
    t.machine.forward(31_001);
    const said = await work(t.desk, '2021-10-02T00:00:31.000Z', busy);
    expect([...said].sort()).toEqual([
      'C1: one renewal 11-01, two renewal 11-01',
      'C2: one renewal 11-01, two renewal 11-01',
    ]);
  });

  test('a place that is gone is told nothing more', async () => {
    await asked();
    const gone = chat(() => ({ outcome: 'gone' }));
    await work(t.desk, '2021-10-02T00:00:00.000Z', gone);
    expect(await t.desk.boards.all()).toEqual([]);
    expect(await work(t.desk, '2021-10-25T00:00:00.000Z')).toEqual([]);
    expect(await announced()).toEqual([]);
  });

  test('a place in trouble keeps no other place of its workspace back', async () => {
    await asked();
    await wish(t.desk, t.actor(agent, { ...PLACE, conversation: 'C2' }), { topics: TOPICS, customer: null });
    const troubled = chat(({ address }) =>
      address.conversation === 'C1' ? { outcome: 'later', retryAfter: 10_000 } : SENT,
    );
    for (let look = 0; look < 10; look += 1) {
      t.machine.forward(3_000);
      await work(t.desk, '2021-10-02T00:00:00.000Z', troubled);
    }
    expect(troubled.said).toEqual(['C2: one renewal 11-01, two renewal 11-01']);
  });

  test('a chat that throws is tried again', async () => {
    await asked();
    const broken = chat(() => {
      throw new Error('no route');
    });
    await work(t.desk, '2021-10-02T00:00:00.000Z', broken);
    t.machine.forward(6_001);
    expect(await work(t.desk, '2021-10-02T00:00:06.000Z')).toHaveLength(1);
  });

  test('a channel that this process does not have is left to another', async () => {
    await asked();
    const elsewhere = { ...chat(), channels: ['teams'] as const };
    expect(await work(t.desk, '2021-10-02T00:00:00.000Z', elsewhere as never)).toEqual([]);
    expect(await work(t.twin, '2021-10-02T00:00:00.000Z')).toHaveLength(1);
  });
});
