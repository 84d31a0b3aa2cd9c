import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { wish } from '../../src/application/wishes.ts';
import { workAllOnce } from '../../src/application/workOnce.ts';
import { TOPICS } from '../../src/domain/announcement.ts';
import { startWorker } from '../../src/worker/worker.ts';
import { PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';

let t: TestDesk;
beforeAll(async () => {
  t = await testDesk();
});
afterAll(() => t.close());

test('a worker without channels writes down what is coming, one that has the channel posts it, once', async () => {
  const place = { channel: 'slack', workspace: 'T1', conversation: 'C1' } as const;
  await wish(t.desk, t.actor(PEOPLE.agent, place), { topics: TOPICS, customer: null });
  t.clock.set('2022-08-25T00:00:00.000Z');
  await workAllOnce(t.twin);
  await workAllOnce(t.twin);
  const posted: string[] = [];
  const looked = await new Promise<number>((resolve) => {
    const post = async (_: unknown, [first]: readonly { readonly at: string }[]) => {
      posted.push(first?.at ?? '');
      setTimeout(() => void worker.stop().then(() => resolve(posted.length)), 5);
      return { outcome: 'sent' } as const;
    };
    const worker = startWorker(t.desk, { every: 1, announcing: { channels: ['slack'], post } });
  });
  expect(looked).toBe(1);
  expect(posted).toEqual(['2022-09-01T00:00:00.000Z']);
});
