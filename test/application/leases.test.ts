import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { runAllDue, runDue } from '../../src/application/runDue.ts';
import { retryAll, setAsides } from '../../src/application/setAsides.ts';
import { TRIES } from '../../src/application/setBack.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { deskOver, NOW, type TestDesk, testDesk } from '../support/desk.ts';
import { aBuyer } from '../support/operations.ts';
import { nce, trailOf } from '../support/stories.ts';

const DUE = {
  commitmentEndDate: '2021-09-02T00:00:00.000Z',
  effectiveStartDate: '2020-09-02T00:00:00.000Z',
} as const;
const HOURS = 3_600_000;

let t: TestDesk;
beforeAll(async () => {
  t = await testDesk({ subscriptions: [] });
});
afterAll(() => t.close());
afterEach(async () => {
  t.machine.forward(HOURS);
  await runAllDue(t.desk);
});

/** This process stands still before its commit until `wake` is called. */
function pausedBeforeCommit(desk: Desk): { readonly desk: Desk; wake(): void; asleep: Promise<void> } {
  let wake = () => {};
  let fellAsleep = () => {};
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const asleep = new Promise<void>((resolve) => {
    fellAsleep = resolve;
  });
  const commit: Desk['subscriptions']['commit'] = async (one) => {
    fellAsleep();
    await awake;
    return desk.subscriptions.commit(one);
  };
  const paused = deskOver({ ...desk, subscriptions: { ...desk.subscriptions, commit } }, t.desk);
  return { desk: paused, wake: () => wake(), asleep };
}

describe('a worker’s lease', () => {
  test('who is away beyond it has no effect any more: another has finished', async () => {
    await t.add(nce('l1', DUE));
    const away = pausedBeforeCommit(t.desk);
    const late = runDue(away.desk);
    await away.asleep;
    expect((await runDue(t.twin)).done).toEqual([]);
    t.machine.forward(10_001);
    expect(await runAllDue(t.twin)).toMatchObject([{ what: 'renewal', subscription: 'S-l1' }]);
    away.wake();
    expect((await late).done).toEqual([]);
    expect((await trailOf(t.desk, 'S-l1')).map(({ what }) => what)).toEqual(['renewal']);
    expect(await t.desk.subscriptions.get('l1')).toMatchObject({ version: 1 });
  });

  test('also when the other has only taken it: the write itself carries the counter', async () => {
    await t.add(nce('l2', DUE));
    const away = pausedBeforeCommit(t.desk);
    const late = runDue(away.desk);
    await away.asleep;
    t.machine.forward(10_001);
    const until = t.machine.now() + 10_000;
    const claimed = await t.twin.subscriptions.claimDue(NOW, {
      limit: 9,
      until,
      by: 'other',
      except: new Set(),
    });
    expect(claimed.map(({ lease }) => lease)).toEqual([2]);
    away.wake();
    await expect(late).resolves.toMatchObject({ done: [] });
    expect(await t.desk.subscriptions.get('l2')).toMatchObject({ version: 0 });
  });
});

describe('poisoned due work', () => {
  test('is tried a few times with longer pauses, set aside, and stops nobody else', async () => {
    await t.add(nce('p1', { ...DUE, customerId: 'nobody' }), nce('p2', DUE));
    expect((await runAllDue(t.desk)).map(({ subscription }) => subscription)).toEqual(['S-p2']);
    for (const seconds of [4, 16, 64, 256]) {
      t.machine.forward(HOURS);
      await runDue(t.desk);
      expect(await pauseOf('p1')).toBe(seconds);
    }
    t.machine.forward(HOURS);
    await runDue(t.desk);
    const { subscriptions, operations } = await setAsides(t.desk);
    expect([subscriptions, operations]).toEqual([
      [{ id: 'p1', since: NOW, tries: TRIES, why: 'customer nobody of p1 is not there' }],
      [],
    ]);
    t.machine.forward(24 * HOURS);
    expect(await runAllDue(t.twin)).toEqual([]);
  });

  test('is put back by hand once its cause is mended, and done at its contractual instant', async () => {
    await t.desk.directory.putCustomer(aBuyer({ id: 'nobody' }));
    expect(await retryAll(t.desk)).toBe(1);
    expect(await runAllDue(t.twin)).toMatchObject([{ what: 'renewal', at: DUE.commitmentEndDate }]);
    expect(await setAsides(t.desk)).toEqual({ subscriptions: [], operations: [] });
  });
});

/** Seconds that the row is left alone from now on. */
async function pauseOf(id: string): Promise<number> {
  const isFree = async (seconds: number) => {
    t.machine.forward(seconds * 1000);
    const free = (await t.desk.subscriptions.due(NOW, 100)).includes(id);
    t.machine.forward(-seconds * 1000);
    return free;
  };
  for (const seconds of [1, 4, 16, 64, 256]) if (await isFree(seconds)) return seconds;
  return Number.NaN;
}
