import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
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
  await client.db().collection('things').createIndex({ a: 1, b: -1 }, { name: 'a' });
  await client.db().collection('things').insertOne({ a: 1 });
  const count = await client.db().collection('things').countDocuments();
  await client.close();
  await embedded.close();
  return count;
}

describe('the data folder', () => {
  test('is closed to other users, and so is the socket', async () => {
    const embedded = await openEmbedded({ dataDir: join(dataDir, 'made'), durable: false });
    expect(statSync(join(dataDir, 'made')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'made', 'mongo.sock')).mode & 0o777).toBe(0o600);
    await embedded.close();
  });

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

  test('written by a newer program is refused, and left as it is', async () => {
    await addOne(dataDir);
    const file = join(dataDir, 'data', 'data.mdb');
    const bytes = readFileSync(file);
    const newer = Buffer.from(
      bytes.toString('latin1').replaceAll('embedded-mongo 1', 'embedded-mongo 9'),
      'latin1',
    );
    writeFileSync(file, newer);
    expect(await refusal()).toMatch(/written in the format "subdesk embedded-mongo 9".*Start the version/);
    expect(readFileSync(file).equals(newer)).toBe(true);
  });

  test('with a foreign or truncated file is refused, saying what to do', async () => {
    mkdirSync(join(dataDir, 'data'));
    const file = join(dataDir, 'data', 'data.mdb');
    writeFileSync(file, 'not a database at all\n'.repeat(1000));
    expect(await refusal()).toMatch(/does not hold a database of Subdesk.*backup/);
    rmSync(join(dataDir, 'data'), { recursive: true });
    await addOne(dataDir);
    writeFileSync(file, readFileSync(file).subarray(0, 9000));
    expect(await refusal()).toMatch(/does not hold a database of Subdesk.*backup/);
  });

  test('of an owner that stopped on a failed commit waits for somebody to look', async () => {
    writeFileSync(join(dataDir, 'STOPPED'), 'no space left on device\n');
    expect(await refusal()).toMatch(/could not write: no space left on device.*delete/);
  });
});
