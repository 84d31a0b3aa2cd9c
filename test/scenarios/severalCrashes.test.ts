import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { relay } from '../../src/application/relay.ts';
import { runAllDue } from '../../src/application/runDue.ts';
import type { Operation } from '../../src/domain/operation/operation.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { Crashed, type CrashingStores, type CrashPoint, crashingStores } from '../support/crashing.ts';
import { deskOver, NOW, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { faultsOf } from '../support/invariants.ts';
import { clicks, nce, prompted } from '../support/stories.ts';
import { licencesOf, OFFERS, planThree, sending } from '../support/upgrades.ts';

const RANDOM_RUNS = Number(process.env['SUBDESK_CRASH_RUNS'] ?? 12);
const RENEWED = '2022-09-01T00:00:00.000Z';
const OFF = { autoRenewEnabled: false } as const;

/** What one process does until it dies. */
interface Story {
  readonly name: string;
  readonly prepare: (t: TestDesk, id: string) => Promise<void>;
  readonly play: (mortal: Desk, id: string, t: TestDesk) => Promise<void>;
  /** U-7: over all its subscriptions, before and after, whatever happens. */
  readonly licences: number;
}

async function upgrade(mortal: Desk, id: string, target?: string): Promise<void> {
  const into = target === undefined ? {} : { target };
  const command = { type: 'upgrade', sku: '0002', quantity: 4, timing: 'now', ...into } as const;
  const { reference } = await prompted(mortal, PEOPLE.agent, id, command);
  await clicks(mortal, PEOPLE.agent, reference, 'confirm');
  await relay(mortal);
}

async function renew(mortal: Desk, _id: string, { clock }: TestDesk): Promise<void> {
  clock.set(RENEWED);
  await runAllDue(mortal);
  await relay(mortal);
}

const STORIES: readonly Story[] = [
  {
    name: 'U-7: an upgrade of 4 of 10 into a new subscription',
    prepare: (t, id) => t.add(nce(id)),
    play: (mortal, id) => upgrade(mortal, id),
    licences: 10,
  },
  {
    name: 'U-7: an upgrade of 4 of 10 into an existing subscription',
    prepare: (t, id) => t.add(nce(id), planThree(`${id}-t`)),
    play: (mortal, id) => upgrade(mortal, id, `${id}-t`),
    licences: 13,
  },
  {
    name: 'A-6: the end of a base with two add-ons',
    prepare: (t, id) =>
      t.add(
        nce(id, OFF),
        nce(`${id}-a`, { parentSubscriptionId: id }),
        nce(`${id}-b`, { parentSubscriptionId: id }),
      ),
    play: renew,
    licences: 0,
  },
  {
    name: 'F-47: a scheduled upgrade into a new subscription at the renewal',
    prepare: (t, id) => t.add(nce(id, sending(4, 6, null))),
    play: renew,
    licences: 10,
  },
  {
    name: 'F-47: the same into an existing one, which renews at that instant too',
    prepare: (t, id) => t.add(nce(id, sending(4, 6, `${id}-t`)), planThree(`${id}-t`)),
    play: renew,
    licences: 13,
  },
];

let t: TestDesk;
beforeAll(async () => {
  t = await testDesk({ offers: OFFERS });
});
afterAll(() => t.close());

let serial = 0;
const FRESH_AFTER = 12;

/** What was left by another story would be due in this one too, and be counted. */
async function freshDesk(): Promise<void> {
  const full = t;
  t = await testDesk({ offers: OFFERS });
  await full.close();
}

async function begin(story: Story): Promise<string> {
  serial += 1;
  if (serial % FRESH_AFTER === 0) await freshDesk();
  t.clock.set(NOW);
  await story.prepare(t, `c${serial}`);
  return `c${serial}`;
}

async function survives(
  crashing: CrashingStores,
  work: (mortal: Desk) => Promise<unknown>,
): Promise<boolean> {
  try {
    await work(deskOver(crashing.stores, t.desk));
    return !crashing.isDead();
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

async function countWrites(story: Story): Promise<readonly string[]> {
  await freshDesk();
  const id = await begin(story);
  const counting = crashingStores(t.desk);
  expect(await survives(counting, (mortal) => story.play(mortal, id, t))).toBe(true);
  const writes = counting.writes();
  await recover();
  expect(await licencesOf(t.desk, id)).toBe(story.licences);
  return writes;
}

/** Everything that must be true once the desk is quiet again. */
async function verdictOn(id: string) {
  const unfinished: string[] = [];
  for await (const { reference, state, subjects, at } of t.desk.operations.all()) {
    if (!subjects.includes(id)) continue;
    if (at !== null && !ENDED.includes(state)) unfinished.push(`${reference} ${state}`);
    tally.set(state, (tally.get(state) ?? 0) + 1);
  }
  return {
    faults: await faultsOf(t.desk, { settled: true }),
    unfinished,
    licences: await licencesOf(t.desk, id),
  };
}

const ENDED: readonly Operation['state'][] = ['done', 'failed'];
/** How the operations ended: a test in which none is done proves nothing. */
const tally = new Map<string, number>();

describe.each(STORIES.map((story) => [story.name, story] as const))('%s', (name, story) => {
  test('is done or not, never between, wherever its process dies', async () => {
    const writes = await countWrites(story);
    tally.clear();
    for (let write = 1; write <= writes.length; write += 1) {
      for (const when of ['before', 'after'] as const) await dieAt(story, [{ write, when }], writes);
    }
    const ends = JSON.stringify(Object.fromEntries(tally));
    process.stdout.write(`${name}: ${writes.length} writes, ${2 * writes.length} crash points, ${ends}\n`);
    expect(tally.get('done')).toBeGreaterThan(0);
  }, 180_000);

  test('the same when who recovers dies too, at random', async () => {
    const writes = await countWrites(story);
    for (let run = 0; run < RANDOM_RUNS; run += 1) {
      const points = [1, 2, 3].map(() => ({
        write: 1 + Math.floor(Math.random() * writes.length),
        when: Math.random() < 0.5 ? ('before' as const) : ('after' as const),
      }));
      await dieAt(story, points, writes);
    }
  }, 180_000);
});

/** The first process dies at the first point, whoever recovers at the next. */
async function dieAt(story: Story, points: readonly CrashPoint[], writes: readonly string[]): Promise<void> {
  const id = await begin(story);
  for (const [index, point] of points.entries()) {
    const crashing = crashingStores(t.desk);
    crashing.crashAt(point);
    const work = index === 0 ? (mortal: Desk) => story.play(mortal, id, t) : runAllDue;
    await survives(crashing, work);
    t.machine.forward(11_000);
  }
  await recover();
  const at = points.map(({ write, when }) => `${when} ${write} ${writes[write - 1]}`).join(', ');
  expect({ at, ...(await verdictOn(id)) }).toEqual({
    at,
    faults: [],
    unfinished: [],
    licences: story.licences,
  });
}
