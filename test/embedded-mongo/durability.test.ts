import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { addressIn, uriOf } from '../../src/embedded-mongo/address.ts';
import { stoppedMark } from '../../src/embedded-mongo/folder.ts';
import { openEmbedded } from '../../src/embedded-mongo/open.ts';
import { checkFiles } from './check.ts';
import { INDEXES, type Load, runLoad } from './load.ts';
import { createModel, type Thing } from './model.ts';
import { startWriter, type WriterProcess } from './processes.ts';
import { numbersFrom, seedOf, sleep } from './random.ts';

// SIGKILL at random instants, in the middle of the load and of the start. More of them: SUBDESK_TEST_KILLS=300.

const KILLS = Number(process.env['SUBDESK_TEST_KILLS'] ?? 8);
const FIRST_STARTS = Math.ceil(KILLS / 4);
const SEED = seedOf('SUBDESK_TEST_SEED');
const COLLECTION = 'things';

let dataDir = '';
const standby: WriterProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'subdesk-kill-'));
});
afterEach(async () => {
  await Promise.all(standby.map((each) => each.kill()));
  rmSync(dataDir, { recursive: true, force: true });
});

/** The next process to kill has loaded while its forerunner ran. */
function nextOwner(): WriterProcess {
  while (standby.length < 3) standby.push(startWriter({ dataDir, run: 'owner', writers: 0 }));
  return standby.shift() as WriterProcess;
}

/** Under the load, after some writes and some time; one in eight times so early that it still opens its files. */
async function killOnce(load: Load): Promise<void> {
  const owner = nextOwner();
  await owner.until((line) => line === 'ready');
  owner.go();
  if (load.pick(8) === 0) {
    await sleep(load.pick(150));
    return owner.kill();
  }
  await owner.until((line) => line === 'owner');
  await runLoad(uri(), load, killSoon(owner, load));
}

async function killSoon(owner: WriterProcess, { model, pick }: Load): Promise<void> {
  const enough = model.acknowledged() + pick(pick(4) === 0 ? 500 : 80);
  for (let waited = 0; model.acknowledged() < enough && waited < 5000; waited += 1) await sleep(1);
  await sleep(pick(10));
  await owner.kill();
}

function uri(): string {
  const address = addressIn(dataDir, true);
  return address === undefined ? '' : uriOf(address);
}

async function begin(): Promise<void> {
  const embedded = await openEmbedded({ dataDir });
  await withThings(embedded.uri, (things) => things.createIndexes([...INDEXES]));
  await embedded.close();
}

async function withThings<T>(
  at: string,
  use: (things: mongoose.mongo.Collection<Thing>) => Promise<T>,
): Promise<T> {
  const client = await mongoose.mongo.MongoClient.connect(at);
  try {
    return await use(client.db().collection<Thing>(COLLECTION));
  } finally {
    await client.close();
  }
}

test(
  `kill -9 loses no acknowledged write, halves none, and every index agrees (seed ${SEED}, ${KILLS} kills)`,
  async () => {
    const pick = numbersFrom(SEED);
    const load: Load = { model: createModel(), pick, numbers: { next: 0 } };
    await begin();
    const started = performance.now();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await killOnce(load);
      const found = await checkFiles<Thing>(dataDir, COLLECTION);
      const wrong = [...load.model.settle(found.documents), ...found.wrongIndexes];
      expect({ kill, wrong, indexes: found.indexes }).toEqual({
        kill,
        wrong: [],
        indexes: INDEXES.length + 1,
      });
      if (kill % 50 === 0 || kill === KILLS)
        report(kill, performance.now() - started, load, found.documents.length);
    }
    expect(load.model.acknowledged()).toBeGreaterThan(KILLS * 10);
    const embedded = await openEmbedded({ dataDir });
    await expectSameByEveryIndex(embedded.uri);
    await embedded.close();
  },
  60_000 + KILLS * 5_000,
);

test('an owner that closes in the middle of the load ends in order', async () => {
  const load: Load = { model: createModel(), pick: numbersFrom(SEED), numbers: { next: 0 } };
  await begin();
  for (let round = 1; round <= 4; round += 1) {
    const embedded = await openEmbedded({ dataDir });
    const closed = sleep(100 + load.pick(200)).then(() => embedded.close());
    await runLoad(embedded.uri, load, closed);
    const found = await checkFiles<Thing>(dataDir, COLLECTION);
    expect([...load.model.settle(found.documents), ...found.wrongIndexes]).toEqual([]);
    expect(stoppedMark(dataDir)).toBeUndefined();
  }
}, 60_000);

test(
  `a first start that was killed leaves a folder that starts (seed ${SEED}, ${FIRST_STARTS} kills)`,
  async () => {
    const pick = numbersFrom(SEED);
    for (let kill = 1; kill <= FIRST_STARTS; kill += 1) {
      const folder = join(dataDir, `${kill}`);
      const owner = startWriter({ dataDir: folder, run: 'first', writers: 0 });
      await owner.until((line) => line === 'ready');
      owner.go();
      await sleep(pick(200));
      await owner.kill();
      const embedded = await openEmbedded({ dataDir: folder });
      expect(embedded.owner()).toBe(true);
      await embedded.close();
    }
  },
  60_000 + FIRST_STARTS * 5_000,
);

function report(kill: number, lasted: number, { model }: Load, documents: number): void {
  process.stdout.write(
    `durability: seed ${SEED}, ${kill} kills survived in ${Math.round(lasted / 1000)} s, ` +
      `${model.acknowledged()} writes acknowledged, ${documents} documents in ${INDEXES.length + 1} indexes\n`,
  );
}

/** What a client reads by an index is what it reads without. */
async function expectSameByEveryIndex(at: string): Promise<void> {
  await withThings(at, async (things) => {
    const all = await things.find().toArray();
    const filters = {
      key: { key: { $gte: '' } },
      state: { state: { $in: ['new', 'open', 'done'] } },
      sub: { 'sub.kind': { $gte: '' } },
      group: { group: { $gte: '' } },
      maybe: { maybe: { $gte: 0 } },
    };
    for (const [name, filter] of Object.entries(filters)) {
      const by = await things.find(filter).toArray();
      const wanted = all.filter((thing) => name !== 'maybe' || thing.maybe !== undefined);
      expect({ name, ids: by.map(({ _id }) => _id).sort() }).toEqual({
        name,
        ids: wanted.map(({ _id }) => _id).sort(),
      });
    }
  });
}
