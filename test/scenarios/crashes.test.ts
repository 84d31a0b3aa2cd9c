import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { relay } from '../../src/application/relay.ts';
import { runAllDue } from '../../src/application/runDue.ts';
import type { Operation } from '../../src/domain/operation/operation.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { Crashed, type CrashingStores, type CrashPoint, crashingStores } from '../support/crashing.ts';
import { deskOver, NOW, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { faultsOf } from '../support/invariants.ts';
import { CANCEL, clicks, nce, PAUSE, prompted } from '../support/stories.ts';

const { agent, boss } = PEOPLE;
const APPROVAL = [{ when: { tier: 4 }, by: ['admin-agent'] }] as const;
const MONTHLY = {
  termDuration: 'P1M',
  billingCycle: 'monthly',
  effectiveStartDate: '2021-06-15T00:00:00.000Z',
  commitmentEndDate: '2021-07-15T00:00:00.000Z',
} as const;

/** A story that one process plays until it dies; `id` names its subscriptions. */
interface Story {
  readonly name: string;
  readonly prepare: (t: TestDesk, id: string) => Promise<void>;
  readonly play: (mortal: Desk, id: string, t: TestDesk) => Promise<void>;
  /** What has to be true if the last click was taken. */
  readonly status: 'suspended' | 'deleted' | 'active';
}

async function moveElsewhere({ desk }: TestDesk, id: string): Promise<void> {
  const row = await desk.subscriptions.get(id);
  if (!row) throw new Error('no row');
  const after = { quantity: (row.subscription.quantity ?? 0) + 1 };
  const event = {
    id: `${id}/${row.version + 1}`,
    at: NOW,
    what: 'imported',
    subscription: `S-${id}`,
    rules: [],
    after,
  } as const;
  await desk.subscriptions.commit({
    id,
    version: row.version,
    operation: null,
    after,
    events: [event],
    nextDue: row.subscription.commitmentEndDate,
  });
}

const STORIES: readonly Story[] = [
  {
    name: 'a pause, one subject',
    prepare: (t, id) => t.add(nce(id)),
    play: async (mortal, id) => {
      const { reference } = await prompted(mortal, agent, id, PAUSE);
      await clicks(mortal, agent, reference, 'confirm');
      await relay(mortal);
    },
    status: 'suspended',
  },
  {
    name: 'a pause of a subscription with renewals due',
    prepare: (t, id) => t.add(nce(id, MONTHLY)),
    play: async (mortal, id) => {
      const { reference } = await prompted(mortal, agent, id, PAUSE);
      await clicks(mortal, agent, reference, 'confirm');
      await relay(mortal);
    },
    status: 'suspended',
  },
  {
    name: 'a cancellation with two add-ons and an approval',
    prepare: (t, id) =>
      t.add(
        nce(id),
        nce(`${id}-a`, { parentSubscriptionId: id }),
        nce(`${id}-b`, { parentSubscriptionId: id }),
      ),
    play: async (mortal, id) => {
      const { reference } = await prompted(mortal, agent, id, CANCEL);
      await clicks(mortal, agent, reference, 'confirm');
      await clicks(mortal, boss, reference, 'approve');
      await relay(mortal);
    },
    status: 'deleted',
  },
  {
    name: 'terms that changed',
    prepare: (t, id) => t.add(nce(id)),
    play: async (mortal, id, t) => {
      const { reference } = await prompted(mortal, agent, id, { type: 'set-auto-renew', enabled: false });
      await moveElsewhere(t, id);
      await clicks(mortal, agent, reference, 'keep');
      const second = await prompted(mortal, agent, id, CANCEL);
      await moveElsewhere(t, id);
      await clicks(mortal, agent, second.reference, 'confirm');
      await relay(mortal);
    },
    status: 'active',
  },
];

let t: TestDesk;
beforeAll(async () => {
  t = await testDesk({ policy: { approval: APPROVAL } });
});
afterAll(() => t.close());

let serial = 0;

/** Looking at everything after each crash stays quick in a database that is not full of earlier ones. */
const FRESH_AFTER = 12;

async function begin(story: Story): Promise<string> {
  serial += 1;
  if (serial % FRESH_AFTER === 0) {
    const full = t;
    t = await testDesk({ policy: { approval: APPROVAL } });
    await full.close();
  }
  await relay(t.desk);
  await story.prepare(t, `c${serial}`);
  return `c${serial}`;
}

/** Plays the story in a process of its own; true if it lived to the end. */
async function playUntilCrash(story: Story, crashing: CrashingStores, id: string): Promise<boolean> {
  const mortal = deskOver(crashing.stores, t.desk);
  try {
    await story.play(mortal, id, t);
    return true;
  } catch (error) {
    if (!(error instanceof Crashed) && !crashing.isDead()) throw error;
    return false;
  }
}

/** Another process, after the dead one's leases are over. */
async function recover(): Promise<void> {
  t.machine.forward(11_000);
  await runAllDue(t.twin);
  await relay(t.twin);
}

async function crashOnce(story: Story, point: CrashPoint): Promise<readonly Operation[]> {
  const id = await begin(story);
  const crashing = crashingStores(t.desk);
  crashing.crashAt(point);
  const lived = await playUntilCrash(story, crashing, id);
  expect({ point, lived }).toEqual({ point, lived: false });
  await recover();
  return (await operationsOf(id)).filter(({ state }) => state !== 'draft');
}

async function operationsOf(id: string): Promise<readonly Operation[]> {
  const found: Operation[] = [];
  for await (const one of t.desk.operations.all()) if (one.subjects.includes(id)) found.push(one);
  return found;
}

describe.each(STORIES.map((story) => [story.name, story] as const))(
  'a crash at every write of %s',
  (name, story) => {
    test('is recovered from: done once or not at all, and nobody is left in the way', async () => {
      const count = await countWrites(story);
      process.stdout.write(`${name}: ${count.length} writes, ${2 * count.length} crash points\n`);
      for (let write = 1; write <= count.length; write += 1) {
        for (const when of ['before', 'after'] as const) {
          const operations = await approve(await crashOnce(story, { write, when }));
          const at = `${count[write - 1]} (${when})`;
          expect({ at, faults: await faultsOf(t.desk, { settled: true }) }).toEqual({ at, faults: [] });
          for (const operation of operations)
            expect({ at, state: operation.state }).not.toMatchObject({ state: 'running' });
          expect({ at, end: await endOf(story, `c${serial}`, operations) }).toEqual({
            at,
            end: 'as it should be',
          });
        }
      }
    }, 120_000);
  },
);

async function countWrites(story: Story): Promise<readonly string[]> {
  const id = await begin(story);
  const counting = crashingStores(t.desk);
  expect(await playUntilCrash(story, counting, id)).toBe(true);
  return counting.writes();
}

/** A confirmation that was taken still waits for its approver, as it should. */
async function approve(operations: readonly Operation[]): Promise<readonly Operation[]> {
  for (const { state, reference } of operations) {
    if (state === 'awaiting-approval') await clicks(t.twin, boss, reference, 'approve');
  }
  await relay(t.twin);
  const present = operations.map(({ reference }) => t.desk.operations.get(reference));
  return (await Promise.all(present)).filter((one) => one !== null);
}

/** If a click was taken, the effect is there; if none was, nothing is, and the subscription can be had again. */
async function endOf(story: Story, id: string, operations: readonly Operation[]): Promise<string> {
  const row = await t.desk.subscriptions.get(id);
  const last = operations.at(-1);
  const status = operations.some(({ state }) => state === 'done') ? story.status : 'active';
  if (row?.subscription.status !== status && story.status !== 'active')
    return `${row?.subscription.status} with ${last?.state}`;
  const again = await prompted(t.twin, agent, id, {
    type: row?.subscription.status === 'suspended' ? 'resume' : 'pause',
    reason: 'fraud',
  }).catch((error: Error) => error.message);
  if (typeof again === 'string' && row?.subscription.status !== 'deleted') return again;
  if (typeof again !== 'string') await clicks(t.twin, agent, again.reference, 'keep');
  return 'as it should be';
}
