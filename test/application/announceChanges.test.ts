import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { announceDays } from '../../src/application/announce.ts';
import type { News } from '../../src/application/announcing.ts';
import { relay } from '../../src/application/relay.ts';
import { runAllDue } from '../../src/application/runDue.ts';
import { tell } from '../../src/application/tell.ts';
import { wish } from '../../src/application/wishes.ts';
import { TOPICS } from '../../src/domain/announcement.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { NoticeBoard } from '../../src/domain/noticeBoard.ts';
import { PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { changedElsewhere, clicks, nce, prompted } from '../support/stories.ts';

const { agent } = PEOPLE;
const OLD = {
  orderPlacedAt: '2020-11-01T00:00:00.000Z',
  effectiveStartDate: '2020-11-01T00:00:00.000Z',
  commitmentEndDate: '2021-11-01T00:00:00.000Z',
};

let t: TestDesk;
beforeEach(async () => {
  t = await testDesk({ now: '2021-09-03T12:00:00.000Z', subscriptions: [nce('one', OLD)] });
  await wish(t.desk, t.actor(agent, { channel: 'slack', workspace: 'T1', conversation: 'C1' }), {
    topics: TOPICS,
    customer: null,
  });
  expect(await work('2021-10-25T00:00:00.000Z')).toEqual(['one renewal 2021-11-01']);
});
afterEach(() => t.close());

/** What a worker says at that moment. */
async function work(now: Instant): Promise<readonly string[]> {
  const said: string[] = [];
  const post = async (_board: NoticeBoard, news: News) => {
    said.push(news.map(wordsOf).join(', '));
    return { outcome: 'sent' } as const;
  };
  t.clock.set(now);
  await runAllDue(t.desk);
  await relay(t.desk);
  await announceDays(t.desk);
  await tell(t.desk, { channels: ['slack'], post, patience: new Map() });
  return said;
}

function wordsOf({ subscription: { id }, what, at, happened }: News[number]): string {
  return `${id} ${what}${happened ? ' happened' : ''} ${at.slice(0, 10)}`;
}

describe('a date that moves', () => {
  test('what ends instead of renewing is said at once, then at its own marks', async () => {
    t.clock.set('2021-10-27T09:00:00.000Z');
    const { reference } = await prompted(t.desk, agent, 'one', { type: 'set-auto-renew', enabled: false });
    await clicks(t.desk, agent, reference, 'confirm');
    expect(await work('2021-10-27T09:00:01.000Z')).toEqual(['one end-of-service 2021-11-01']);
    expect(await work('2021-10-27T09:00:02.000Z')).toEqual([]);
    expect(await work('2021-10-31T00:00:00.000Z')).toEqual(['one end-of-service 2021-11-01']);
    expect(await work('2021-11-01T00:00:00.000Z')).toEqual(['one end-of-service happened 2021-11-01']);
  });

  test('a date further away is said at its marks only, the old one no more', async () => {
    await changedElsewhere(t.desk, 'one', { commitmentEndDate: '2021-12-15T00:00:00.000Z' });
    expect(await work('2021-10-31T00:00:00.000Z')).toEqual([]);
    expect(await work('2021-11-15T00:00:00.000Z')).toEqual(['one renewal 2021-12-15']);
  });

  test('a date that comes nearer than its mark is said at once', async () => {
    t.clock.set('2021-10-26T09:00:00.000Z');
    await changedElsewhere(t.desk, 'one', { commitmentEndDate: '2021-10-28T00:00:00.000Z' });
    expect(await work('2021-10-26T09:00:01.000Z')).toEqual(['one renewal 2021-10-28']);
    expect(await work('2021-10-27T00:00:00.000Z')).toEqual(['one renewal 2021-10-28']);
  });

  test('a change that moves no date says nothing', async () => {
    await changedElsewhere(t.desk, 'one', { quantity: 11 });
    expect(await work('2021-10-26T09:00:00.000Z')).toEqual([]);
  });

  test('of two changes only what holds in the end is said', async () => {
    await changedElsewhere(t.desk, 'one', { autoRenewEnabled: false });
    await relay(t.desk);
    await changedElsewhere(t.desk, 'one', { autoRenewEnabled: true });
    expect(await work('2021-10-26T09:00:00.000Z')).toEqual(['one renewal 2021-11-01']);
  });
});

test('data that will be deleted is announced ahead and when it is gone (S-2, S-4)', async () => {
  await t.add(
    nce('held', {
      productClass: 'legacy',
      status: 'suspended',
      suspendedAt: '2021-08-10T06:00:00.000Z',
      dataDeletionAt: '2021-11-08T06:00:00.000Z',
    }),
  );
  expect(await work('2021-11-07T00:00:00.000Z')).toEqual([
    'one renewal happened 2021-11-01, held data-deletion 2021-11-08',
  ]);
  expect(await work('2021-11-08T06:00:00.000Z')).toEqual(['held data-deletion happened 2021-11-08']);
});

test('of several missed periods the last is told', async () => {
  await t.add(
    nce('monthly', {
      termDuration: 'P1M',
      billingCycle: 'monthly',
      effectiveStartDate: '2021-10-10T00:00:00.000Z',
      commitmentEndDate: '2021-11-10T00:00:00.000Z',
    }),
  );
  expect(await work('2022-02-01T00:00:00.000Z')).toEqual([
    'one renewal happened 2021-11-01, monthly renewal happened 2022-01-10',
  ]);
});

test('an outbox that is relayed again tells nothing again', async () => {
  t.clock.set('2021-11-01T00:00:00.000Z');
  await runAllDue(t.desk);
  await Promise.all([relay(t.desk), relay(t.twin)]);
  expect(await work('2021-11-01T00:00:01.000Z')).toEqual(['one renewal happened 2021-11-01']);
  expect(await work('2021-11-01T00:00:02.000Z')).toEqual([]);
});
