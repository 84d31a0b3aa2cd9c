import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { open } from 'lmdb';
import mongoose from 'mongoose';
import { decode, encode } from '../../src/embedded-mongo/bson.ts';
import { documentKey } from '../../src/embedded-mongo/indexes.ts';
import { openEmbedded } from '../../src/embedded-mongo/open.ts';
import { checkFiles } from './check.ts';

// A folder as the program of format 1 left it (src/embedded-mongo/lmdb.ts says how).

const OF_ID = { id: 1, name: '_id_', fields: [{ path: '_id', direction: 1 as const }], unique: true };
const DOWN = { id: 3, name: 'down', fields: [{ path: 'n', direction: -1 as const }], unique: false };
const THINGS = { id: 2, database: 'subdesk', name: 'things', indexes: [OF_ID, DOWN] };

let dataDir = '';
let old = '';

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'subdesk-old-'));
  old = join(dataDir, 'data', 'data.mdb');
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function key(space: number, id: number, middle: Buffer, record: number): Buffer {
  const head = Buffer.from([space, 0, 0, 0, 0]);
  head.writeUInt32BE(id, 1);
  const tail = Buffer.alloc(6);
  tail.writeUIntBE(record, 0, 6);
  return Buffer.concat([head, middle, tail]);
}

async function writeOld(mark: string): Promise<void> {
  const lmdb = open<Buffer, Buffer>(join(dataDir, 'data'), { encoding: 'binary', keyEncoding: 'binary' });
  lmdb.transactionSync(() => {
    lmdb.putSync(Buffer.from([0]), Buffer.from(mark));
    lmdb.putSync(Buffer.concat([Buffer.from([1]), Buffer.from('subdesk.things')]), encode(THINGS));
    for (const [record, n] of [4, 9, 1].entries()) {
      const bytes = encode({ _id: `t${n}`, n });
      lmdb.putSync(key(2, THINGS.id, Buffer.alloc(0), record + 1), bytes);
      for (const { id, fields } of THINGS.indexes)
        lmdb.putSync(key(3, id, documentKey(decode(bytes), fields), record + 1), Buffer.from([1]));
    }
  });
  await lmdb.close();
}

test('a folder of format 1 becomes one of this format, its file kept', async () => {
  await writeOld('subdesk embedded-mongo 1');
  const before = readFileSync(old);
  const embedded = await openEmbedded({ dataDir });
  const client = await mongoose.mongo.MongoClient.connect(embedded.uri);
  const things = client.db().collection<{ _id: string; n: number }>('things');
  await things.insertOne({ _id: 't5', n: 5 });
  await expect(things.insertOne({ _id: 't9', n: 2 })).rejects.toThrow(/E11000/);
  expect((await things.find().toArray()).map(({ n }) => n)).toEqual([4, 9, 1, 5]);
  expect((await things.find().sort({ n: -1 }).toArray()).map(({ n }) => n)).toEqual([9, 5, 4, 1]);
  await client.close();
  await embedded.close();
  const checked = await checkFiles(dataDir, 'things');
  expect(checked).toMatchObject({ wrongIndexes: [], indexes: 2 });
  expect(readFileSync(`${old}.v1`).equals(before)).toBe(true);
  expect(existsSync(old)).toBe(false);
});

test.each([
  ['of another program', () => writeOld('theirs')],
  [
    'that is none of LMDB’s',
    async () => {
      mkdirSync(join(dataDir, 'data'));
      writeFileSync(old, 'not a database at all\n'.repeat(1000));
    },
  ],
])('an old file %s is refused, and left as it is', async (_what, write) => {
  await write();
  const before = readFileSync(old);
  await expect(openEmbedded({ dataDir })).rejects.toThrow(
    /data\.mdb is damaged, or no database of Subdesk .*SUBDESK_DATA_DIR/,
  );
  expect(readFileSync(old).equals(before)).toBe(true);
  expect(readdirSync(join(dataDir, 'data'))).not.toContain('database.sqlite');
});
