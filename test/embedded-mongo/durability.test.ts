import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import { openEmbedded } from '../../src/embedded-mongo/open.ts';
import { startWriter, type WriterProcess } from './processes.ts';

// A loaded machine is no failure.
jest.setTimeout(30_000);

type Thing = { _id: string; unique: string; state: string; list: unknown[] };

/** More of them on request. */
const KILLS = Number(process.env['SUBDESK_TEST_KILLS'] ?? 4);

let dataDir = '';
let running: WriterProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'subdesk-kill-'));
});
afterEach(async () => {
  for (const each of running) await each.kill();
  running = [];
  rmSync(dataDir, { recursive: true, force: true });
});

function start(run: string, writers: number): WriterProcess {
  const started = startWriter(dataDir, run, writers);
  running.push(started);
  return started;
}

async function kill(victim: WriterProcess): Promise<void> {
  running = running.filter((each) => each !== victim);
  await victim.kill();
}

async function withThings<T>(
  uri: string,
  use: (things: mongoose.mongo.Collection<Thing>) => Promise<T>,
): Promise<T> {
  const client = await mongoose.mongo.MongoClient.connect(uri);
  try {
    return await use(client.db().collection<Thing>('things'));
  } finally {
    await client.close();
  }
}

/** Nothing acknowledged is missing, nothing is half there, and the index tells the same as the documents. */
async function expectWhole(uri: string, acknowledged: readonly string[]): Promise<void> {
  await withThings(uri, async (things) => {
    const all = await things.find().toArray();
    const byId = new Map(all.map((each) => [each._id, each]));
    const lost = acknowledged.filter((line) => {
      const [what, id = ''] = line.split(' ');
      return what === 'update' ? byId.get(id)?.state !== 'done' : what === 'insert' && !byId.has(id);
    });
    expect(lost).toEqual([]);
    expect(all.filter(({ state, list }) => list.length !== (state === 'done' ? 3 : 2))).toEqual([]);
    const indexed = await things.find({ unique: { $gte: '' } }).toArray();
    expect(indexed.map(({ _id }) => _id).sort()).toEqual([...byId.keys()].sort());
  });
}

describe('the embedded database', () => {
  test(
    'keeps every acknowledged write over kill -9',
    async () => {
      const acknowledged: string[] = [];
      for (let round = 0; round < KILLS; round += 1) {
        const writer = start(`r${round}`, 8);
        await writer.until((line) => line.startsWith('update'), 20 + ((round * 37) % 90));
        await kill(writer);
        acknowledged.push(...writer.lines);
        const embedded = await openEmbedded({ dataDir });
        expect(embedded.owner()).toBe(true);
        if (round === 0) {
          await withThings(embedded.uri, (things) => things.createIndex({ unique: 1 }, { unique: true }));
        }
        await expectWhole(embedded.uri, acknowledged);
        await embedded.close();
      }
      expect(acknowledged.filter((line) => line.startsWith('insert')).length).toBeGreaterThan(100);
    },
    20_000 + KILLS * 10_000,
  );

  test('has one owner; when it is killed another process takes over the same socket', async () => {
    const first = start('first', 0);
    await first.until((line) => line === 'owner');
    const second = start('second', 4);
    await second.until((line) => line === 'client');
    await second.until((line) => line.startsWith('update'), 10);
    const embedded = await openEmbedded({ dataDir });
    expect(embedded.owner()).toBe(false);

    await withThings(embedded.uri, async (things) => {
      await kill(first);
      await until(() => embedded.owner() || second.lines.includes('serving'));
      await things
        .insertOne({ _id: 'after', unique: 'after', state: 'new', list: [1, 2] })
        .catch(async () => {
          await things.insertOne({ _id: 'after', unique: 'after', state: 'new', list: [1, 2] });
        });
    });
    expect(second.lines.includes('serving')).toBe(!embedded.owner());
    await expectWhole(embedded.uri, [...second.lines, 'insert after']);
    await embedded.close();
  }, 30_000);

  test('when three start at once, one owns', async () => {
    const three = ['a', 'b', 'c'].map((run) => start(run, 0));
    await Promise.all(three.map((each) => each.until((line) => line === 'owner' || line === 'client')));
    expect(three.filter((each) => each.lines.includes('owner'))).toHaveLength(1);
  }, 30_000);
});

async function until(test: () => boolean): Promise<void> {
  while (!test()) await new Promise((resolve) => setTimeout(resolve, 5));
}
