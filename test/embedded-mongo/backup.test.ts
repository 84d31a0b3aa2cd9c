import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { openEmbedded } from '../../src/embedded-mongo/open.ts';

const LONG = 60_000;
const { MongoClient } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;

interface Row {
  readonly _id: string;
  readonly twin: string;
  readonly even: boolean;
}

let folder: string;
const closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'subdesk-backup-'));
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

/** A client of a folder's database. */
async function opened(name: string): Promise<Client> {
  const embedded = await openEmbedded({ dataDir: join(folder, name) });
  const client = await MongoClient.connect(embedded.uri);
  closing.push(() => embedded.close());
  closing.push(() => client.close());
  return client;
}

/** What README says: the copy becomes data/database.sqlite of a data folder. */
function restored(copy: string): Promise<Client> {
  mkdirSync(join(folder, 'restored', 'data'), { recursive: true });
  copyFileSync(copy, join(folder, 'restored', 'data', 'database.sqlite'));
  return opened('restored');
}

const rowsOf = (client: Client) => client.db().collection<Row>('rows');

async function withIndexes(client: Client): Promise<void> {
  await rowsOf(client).createIndexes([{ name: 'twin', key: { twin: 1 }, unique: true }]);
}

function row(writer: number, nth: number): Row {
  return { _id: `${writer}/${nth}`, twin: `t${writer}/${nth}`, even: nth % 2 === 0 };
}

/** Sixteen writers until they are stopped; what was acknowledged is in `told`. */
function load(client: Client) {
  const told: string[] = [];
  let over = false;
  const writers = Array.from({ length: 16 }, async (_, writer) => {
    for (let nth = 0; !over; nth += 1) {
      await rowsOf(client).insertOne(row(writer, nth));
      told.push(row(writer, nth)._id);
      if (nth > 0) await rowsOf(client).updateOne({ _id: `${writer}/${nth - 1}` }, { $set: { even: true } });
    }
  });
  return {
    told,
    async reaches(count: number) {
      while (told.length < count) await new Promise((done) => setImmediate(done));
    },
    async stop() {
      over = true;
      await Promise.all(writers);
    },
  };
}

describe('backup', () => {
  test(
    'under load: the copy opens as a data folder and has whatever was acknowledged before, its indexes agreeing',
    async () => {
      const client = await opened('live');
      await withIndexes(client);
      const writing = load(client);
      await writing.reaches(300);
      const before = [...writing.told];
      const copy = join(folder, 'copy');
      await client.db('admin').command({ backup: copy });
      await writing.reaches(before.length + 50);
      await writing.stop();

      const copied = rowsOf(await restored(copy));
      const found = await copied.find({}).toArray();
      expect(new Set(found.map(({ _id }) => _id))).toEqual(expect.objectContaining({ size: found.length }));
      const ids = new Set(found.map(({ _id }) => _id));
      expect(before.filter((id) => !ids.has(id))).toEqual([]);
      const byIndex = await copied
        .find({ twin: { $gte: 't' } })
        .sort({ twin: 1 })
        .toArray();
      expect(byIndex.map(({ _id }) => _id).sort()).toEqual([...ids].sort());
      await expect(copied.insertOne({ ...row(0, 0), _id: 'another' })).rejects.toThrow(/E11000/);
      await copied.insertOne(row(99, 1));
    },
    LONG,
  );

  test('an owner that is told to end makes the copy first', async () => {
    const embedded = await openEmbedded({ dataDir: join(folder, 'live') });
    const client = await MongoClient.connect(embedded.uri);
    closing.push(() => client.close());
    const rows = Array.from({ length: 20_000 }, (_, nth) => ({ ...row(0, nth), text: 'x'.repeat(1000) }));
    await rowsOf(client).insertMany(rows);
    const copy = join(folder, 'copy');
    const told = client
      .db('admin')
      .command({ backup: copy })
      .catch(() => 'cut off');
    while (!readdirSync(folder).some((name) => name.startsWith('copy'))) await new Promise(setImmediate);
    await embedded.close();
    await told;
    expect(readdirSync(folder).sort()).toEqual(['copy', 'live']);
    expect(
      await rowsOf(await restored(copy))
        .find({})
        .toArray(),
    ).toHaveLength(rows.length);
  });

  test('nobody else may read it, and nothing is left beside it', async () => {
    const client = await opened('live');
    await withIndexes(client);
    await client.db('admin').command({ backup: join(folder, 'copy') });
    expect(statSync(join(folder, 'copy')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['copy', 'live']);
  });

  test('a file that is there is not touched, and a folder that is not is named', async () => {
    const client = await opened('live');
    writeFileSync(join(folder, 'mine'), 'precious');
    const admin = client.db('admin');
    await expect(admin.command({ backup: join(folder, 'mine') })).rejects.toThrow(/is there already/);
    await expect(admin.command({ backup: join(folder, 'no', 'where') })).rejects.toThrow(/no\/where/);
    await expect(admin.command({ backup: 'copy' })).rejects.toThrow(/absolute/);
    expect(statSync(join(folder, 'mine')).size).toBe('precious'.length);
    expect(existsSync(join(folder, 'no'))).toBe(false);
    await withIndexes(client);
  });
});
