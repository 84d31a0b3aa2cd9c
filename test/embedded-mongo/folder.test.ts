import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import mongoose from 'mongoose';
import { clearStopped, stoppedMark } from '../../src/embedded-mongo/folder.ts';
import { forgetData } from '../../src/embedded-mongo/forget.ts';
import { openEmbedded } from '../../src/embedded-mongo/open.ts';

// A loaded machine is no failure.
jest.setTimeout(30_000);

let dataDir = '';

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'subdesk-folder-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function refusal(folder = dataDir): Promise<string> {
  return openEmbedded({ dataDir: folder }).then(
    async (opened) => {
      await opened.close();
      return 'opened';
    },
    (error: Error) => error.message,
  );
}

async function addOne(folder: string): Promise<number> {
  const embedded = await openEmbedded({ dataDir: folder, durable: false });
  const client = await mongoose.mongo.MongoClient.connect(embedded.uri);
  // Asked for at every start, as by the product: one read back from disk must be recognised.
  await client.db().collection<{ _id: string }>('things').createIndex({ a: 1, b: -1 }, { name: 'a' });
  await client.db().collection<{ _id: string; a: number }>('things').insertOne({ _id: randomUUID(), a: 1 });
  const count = (await client.db().collection('things').find().toArray()).length;
  await client.close();
  await embedded.close();
  return count;
}

describe('the data folder', () => {
  test('keeps its documents, indexes and catalogue over a restart', async () => {
    expect([await addOne(dataDir), await addOne(dataDir), await addOne(dataDir)]).toEqual([1, 2, 3]);
  });

  test('may have a path too long for a socket', async () => {
    const deep = join(dataDir, 'x'.repeat(120));
    const { uri, close } = await openEmbedded({ dataDir: deep, durable: false });
    await close();
    expect([await addOne(deep), await addOne(deep)]).toEqual([1, 2]);
    const elsewhere = dirname(decodeURIComponent(uri.split('/')[2] ?? ''));
    expect(statSync(elsewhere).mode & 0o777).toBe(0o700);
    rmSync(elsewhere, { recursive: true });
  });

  test('with a foreign or truncated file is refused, naming it and the ways out', async () => {
    const file = join(dataDir, 'data', 'database.sqlite');
    const words = (why: string) =>
      new RegExp(`^${file} is ${why}.*Put a backup in its place, move its folder away.*SUBDESK_DATA_DIR`);
    mkdirSync(join(dataDir, 'data'));
    for (const foreign of ['', 'not a database at all\n', 'not a database at all\n'.repeat(1000)]) {
      writeFileSync(file, foreign);
      expect(await refusal()).toMatch(words('damaged, or no database of Subdesk'));
      expect(readFileSync(file, 'utf8')).toBe(foreign);
    }
    rmSync(join(dataDir, 'data'), { recursive: true });
    await addOne(dataDir);
    const whole = readFileSync(file);
    for (const length of [50, 100, 5000, 9000, whole.length - 4096]) {
      writeFileSync(file, whole.subarray(0, length));
      expect(await refusal()).toMatch(words('damaged'));
    }
    writeFileSync(file, whole);
    expect(await addOne(dataDir)).toBe(2);
  });

  test('with the SQLite file of another program is refused, and left as it is', async () => {
    const file = join(dataDir, 'data', 'database.sqlite');
    mkdirSync(join(dataDir, 'data'));
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE theirs (n INTEGER)');
    other.close();
    const bytes = readFileSync(file);
    expect(await refusal()).toMatch(/is a file of another program.*SUBDESK_DATA_DIR/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('that another program has open is refused, saying so', async () => {
    await addOne(dataDir);
    const other = new DatabaseSync(join(dataDir, 'data', 'database.sqlite'));
    other.exec('BEGIN EXCLUSIVE');
    expect(await refusal()).toMatch(/^Another program has .* open\. End it/);
    other.exec('ROLLBACK');
    other.close();
    expect(await addOne(dataDir)).toBe(2);
  });

  test('whose first start was killed half way begins again', async () => {
    mkdirSync(join(dataDir, 'data-new'));
    writeFileSync(join(dataDir, 'data-new', 'database.sqlite'), '');
    expect(await addOne(dataDir)).toBe(1);
    expect(existsSync(join(dataDir, 'data-new'))).toBe(false);
  });

  test('of an owner that stopped on a failed commit waits for somebody to look', async () => {
    await addOne(dataDir);
    expect(stoppedMark(dataDir)).toBeUndefined();
    writeFileSync(join(dataDir, 'STOPPED'), 'no space left on device\n');
    expect(await refusal()).toMatch(/could not write \(no space left on device\).*doctor/);
    expect(stoppedMark(dataDir)).toBe('no space left on device');
    clearStopped(dataDir);
    expect(await addOne(dataDir)).toBe(2);
  });
});

test('a folder is forgotten only when nobody owns it, also when it is damaged; who waits goes on with an empty one', async () => {
  await addOne(dataDir);
  const owner = await openEmbedded({ dataDir, durable: false });
  expect(forgetData(dataDir)).toBe(false);
  await owner.close();
  writeFileSync(join(dataDir, 'data', 'database.sqlite'), 'damaged');
  writeFileSync(join(dataDir, 'mine.txt'), 'not the database');
  expect(forgetData(dataDir)).toBe(true);
  expect(readdirSync(dataDir).sort()).toEqual(['lock', 'mine.txt']);
  expect(await addOne(dataDir)).toBe(1);
  expect(forgetData(join(dataDir, 'nothing'))).toBe(true);
});

// Somebody who is root can be somebody else for a moment; the modes are what keeps others out, so they are checked always.
const NOBODY = 65_534;

describe('another user of the machine', () => {
  test('gets neither into the folder nor to the socket', async () => {
    const folder = join(dataDir, 'made');
    chmodSync(dataDir, 0o755);
    const embedded = await openEmbedded({ dataDir: folder, durable: false });
    expect([modeOf(folder), modeOf(join(folder, 'mongo.sock')), modeOf(join(folder, 'lock'))]).toEqual([
      0o700, 0o600, 0o600,
    ]);
    if (process.getuid?.() === 0) {
      expect(connectAs(NOBODY, join(folder, 'mongo.sock'))).toBe('EACCES');
      chmodSync(folder, 0o755);
      expect(connectAs(NOBODY, join(folder, 'mongo.sock'))).toBe('EACCES');
      chmodSync(join(folder, 'mongo.sock'), 0o666);
      expect(connectAs(NOBODY, join(folder, 'mongo.sock'))).toBe('connected');
    }
    await embedded.close();
  });
});

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

function connectAs(uid: number, path: string): string {
  const script = `
    const socket = require('node:net').connect(process.argv[1]);
    const say = (word) => { process.stdout.write(word); socket.destroy(); };
    socket.once('connect', () => say('connected')).once('error', (error) => say(error.code));`;
  const { stdout } = spawnSync(process.execPath, ['-e', script, path], {
    uid,
    gid: uid,
    encoding: 'utf8',
    cwd: '/',
  });
  return stdout;
}
