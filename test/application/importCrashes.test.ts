import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportEverything } from '../../src/application/exportLinesEverything.ts';
import { importLines } from '../../src/application/importLines.ts';
import { memorySpool } from '../../src/application/memorySpool.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { Crashed, crashingStores } from '../support/crashing.ts';
import { deskOver, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { clicks, nce, prompted } from '../support/stories.ts';

const LONG = 120_000;
const { agent } = PEOPLE;

let lines: readonly string[];
let from: TestDesk;
beforeAll(async () => {
  from = await testDesk({ people: [agent], subscriptions: [nce('one'), nce('two')] });
  await clicks(from.desk, agent, (await prompted(from.desk, agent, 'one')).reference, 'confirm');
  await prompted(from.desk, agent, 'two');
  lines = await everything(from.desk);
}, LONG);
afterAll(() => from.close());

async function everything(desk: Desk): Promise<readonly string[]> {
  const read = await exportEverything(desk, memorySpool());
  if (read.outcome !== 'exported') throw new Error(read.outcome);
  const all: string[] = [];
  for await (const line of read.lines) all.push(line);
  return all;
}

/** Dies after that write and does it again; the writes of the first time, or null when it lived. */
async function diesAfter(write: number): Promise<readonly string[] | null> {
  const to = await testDesk({ people: [], customers: [], subscriptions: [] });
  const crashing = crashingStores(to.desk);
  crashing.crashAt({ write, when: 'after' });
  const first = importLines(deskOver(crashing.stores, to.desk), lines);
  const died = await first.then(
    () => false,
    (error: unknown) => {
      if (error instanceof Crashed) return true;
      throw error;
    },
  );
  expect((await importLines(to.desk, lines)).problems).toEqual([]);
  expect(await everything(to.desk)).toEqual(lines);
  expect((await to.desk.subscriptions.get('two'))?.hold).not.toBeNull();
  expect((await to.desk.subscriptions.get('one'))?.hold).toBeNull();
  await to.close();
  return died ? crashing.writes() : null;
}

test(
  'F-93: an import that dies after any of its writes is completed by running it again',
  async () => {
    let last: readonly string[] = [];
    let write = 1;
    for (let died = await diesAfter(write); died !== null; died = await diesAfter(write)) {
      last = died;
      write += 1;
    }
    expect(new Set(last)).toEqual(
      new Set([
        ...['directory.putPartner', 'directory.putPerson', 'directory.putCustomer'],
        ...['subscriptions.insert', 'subscriptions.hold', 'operations.restore', 'audit.restore'],
      ]),
    );
  },
  LONG,
);
