import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DueLine } from '../../src/application/dueRun.ts';
import { startWorker } from '../../src/worker/worker.ts';
import { PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { nce, prompted } from '../support/stories.ts';

let t: TestDesk;
beforeAll(async () => {
  t = await testDesk();
});
afterAll(() => t.close());

test('the worker does what is due by itself and stops when told', async () => {
  await t.add(nce('w1'));
  const { reference } = await prompted(t.desk, PEOPLE.agent, 'w1');
  t.clock.set('2021-09-03T13:00:00.000Z');
  const line = await new Promise<DueLine>((resolve) => {
    const worker = startWorker(t.desk, {
      every: 1,
      onDone: (done) => void worker.stop().then(() => resolve(done)),
    });
  });
  expect(line).toMatchObject({ what: 'expired', operation: reference });
});

test('an outage slows it down, does not end it, and the next look is at full pace again', async () => {
  const pauses: number[] = [];
  const outage = { left: 4 };
  const sleep = async (milliseconds: number, signal?: AbortSignal) => {
    pauses.push(milliseconds);
    await t.machine.sleep(1, signal);
  };
  const due = async () => {
    if (outage.left-- > 0) throw new Error('the database is gone');
    return [];
  };
  const relay = { unrelayed: async () => [] };
  const desk = {
    ...t.desk,
    machine: { ...t.machine, sleep },
    operations: { ...t.desk.operations, ...relay, due },
  };
  const worker = startWorker(desk, { every: 1000 });
  while (pauses.length < 6) await t.machine.sleep(2);
  await worker.stop();
  expect(pauses.slice(0, 6)).toEqual([2000, 4000, 8000, 16_000, 1000, 1000]);
});
