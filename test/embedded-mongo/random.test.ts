import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import mongoose from 'mongoose';
import type { Thing, Things } from '../contracts/mongoThings.ts';
import { embeddedServer, testDatabase } from '../support/database.ts';
import { runScript, type Told } from './randomAnswers.ts';
import { OPERATIONS_PER_SCRIPT, type Script, script } from './randomScripts.ts';

const { EJSON } = mongoose.mongo.BSON;

type IndexSpec = mongoose.mongo.IndexDescription;

/** One collection each, filled and asked side by side. Sorts end in `_id`, and so must the indexes that serve them. */
const INDEXES: readonly (readonly IndexSpec[])[] = [
  [{ key: { b: 1, _id: 1 }, name: 'b' }],
  [
    { key: { b: 1, c: -1, _id: 1 }, name: 'bc' },
    { key: { 'c.x': -1, _id: 1 }, name: 'cx' },
  ],
  [
    { key: { u: 1 }, name: 'u', unique: true },
    { key: { c: -1, b: 1, _id: 1 }, name: 'cb' },
  ],
  [
    { key: { u: 1, w: -1 }, name: 'uw', unique: true },
    { key: { n: 1 }, name: 'n' },
    { key: { 'b.x': 1, u: 1, _id: -1 }, name: 'bx' },
  ],
];

const named = process.env['SUBDESK_TEST_MONGODB_URI'] !== undefined;
/** Each run is a script for every collection. 200 of them are 20,000 operations. */
const RUNS = Number(process.env['SUBDESK_TEST_RANDOM_RUNS'] ?? (named ? 200 : 40));

const open: { close(): Promise<void> }[] = [];
const pairs: (readonly [Things, Things])[] = [];

async function connect(server: { uri: string; close(): Promise<void> }): Promise<mongoose.mongo.Db> {
  const client = await mongoose.mongo.MongoClient.connect(server.uri);
  open.unshift(client, server);
  return client.db();
}

async function collection(
  db: mongoose.mongo.Db,
  name: string,
  indexes: readonly IndexSpec[],
): Promise<Things> {
  const things = db.collection<Thing>(name);
  if (indexes.length > 0) await things.createIndexes([...indexes]);
  return things;
}

beforeAll(async () => {
  const one = await connect(await embeddedServer());
  const other = named ? await connect(await testDatabase()) : one;
  for (const [i, indexes] of INDEXES.entries()) {
    // The other side has only the indexes that forbid something: so an index is compared with none as well.
    const forbidding = indexes.filter(({ unique }) => unique);
    pairs.push([
      await collection(one, `indexed${i}`, indexes),
      await collection(other, `bare${i}`, forbidding),
    ]);
  }
}, 60_000);
afterAll(async () => {
  for (const each of open) await each.close();
});

/** The first operation of which two servers tell two stories. */
function difference({ documents, operations }: Script, [one, other]: readonly [Told[], Told[]]) {
  const at = one.findIndex((told, i) => !isDeepStrictEqual(told, other[i]));
  if (at === -1) return undefined;
  return {
    before: one[at - 1]?.state,
    asked: operations[at - 1] ?? documents,
    one: one[at],
    other: other[at],
  };
}

test('random work has the same answers and leaves the same documents, here and on the server that was named', async () => {
  let cases = 0;
  const scripts = fc.tuple(...INDEXES.map(() => script));
  const property = fc.asyncProperty(scripts, async (each) => {
    const told = await Promise.all(
      pairs.map(async ([indexed, bare], i) => {
        const work = each[i] as Script;
        return difference(work, await Promise.all([runScript(indexed, work), runScript(bare, work)]));
      }),
    );
    cases += each.length * OPERATIONS_PER_SCRIPT;
    expect(told.filter((found) => found !== undefined).map((found) => EJSON.stringify(found))).toEqual([]);
  });
  const { seed, failed, errorInstance, counterexamplePath } = await fc.check(property, {
    numRuns: RUNS,
    // A difference shows the documents before and what was asked: there is nothing to shrink.
    endOnFailure: true,
    ...(process.env['SUBDESK_TEST_SEED'] ? { seed: Number(process.env['SUBDESK_TEST_SEED']) } : {}),
  });
  process.stdout.write(`random comparison: ${cases} operations, seed ${seed} ${counterexamplePath ?? ''}\n`);
  if (failed) throw errorInstance;
}, 600_000);
