import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import mongoose from 'mongoose';
import { embeddedServer, testDatabase } from '../support/database.ts';

// A loaded machine is no failure.
jest.setTimeout(30_000);

const { Double, Long, MongoClient } = mongoose.mongo;

type Doc = Record<string, unknown>;
type Collection = mongoose.mongo.Collection<Doc>;

interface Question {
  readonly documents: readonly Doc[];
  readonly filters: readonly Doc[];
  readonly sort: Record<string, 1 | -1>;
  readonly update: Doc;
}

const INDEXES = [
  { key: { a: 1, b: -1 }, name: 'ab' },
  { key: { b: 1 }, name: 'b', sparse: true },
  { key: { 'a.x': -1 }, name: 'ax' },
  { key: { c: -1, a: 1 }, name: 'ca' },
] as never;

const RUNS = Number(process.env['SUBDESK_TEST_RANDOM_RUNS'] ?? 40);

const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -2, max: 3 }) },
  fc.constantFrom(new Double(1.5), new Double(2), Long.fromString('9007199254740993'), Number.NaN),
  { weight: 2, arbitrary: fc.constantFrom('', 'a', 'b', 'Å') },
  fc.constantFrom(null, true, false, new Date(0), new Date(5)),
);
const inner = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] });
// Not empty: the other server sorts [] as null, MongoDB below it.
const list = fc.array(fc.oneof(scalar, inner), { minLength: 1, maxLength: 3 });
const value = fc.oneof({ weight: 4, arbitrary: scalar }, inner, list);
// The other server takes true for 1 in $inc, and NaN + 1 for a change.
const number = scalar.filter((each) => typeof each !== 'boolean' && !Number.isNaN(each));
// One array a document: two side by side cannot be in one index.
const plain = fc.oneof({ weight: 4, arbitrary: scalar }, inner);
const document = fc.record({ a: value, b: plain, c: plain, n: number }, { requiredKeys: [] });

const path = fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y', 'b.x');
const bound = scalar.filter((each) => each !== null);
const test1 = fc.oneof(
  value,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $gt: bound, $lte: bound }, { requiredKeys: ['$gt'] }),
  fc.record({ $gte: bound, $lt: bound }, { requiredKeys: ['$lt'] }),
);
const conditions = fc.dictionary(path, test1, { maxKeys: 3, noNullPrototype: true });
const filter: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 3, arbitrary: conditions },
  fc
    .tuple(conditions, fc.array(conditions, { minLength: 1, maxLength: 2 }))
    .map(([and, $or]) => ({ ...and, $or })),
);
const sort = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'a.x'), fc.constantFrom(1 as const, -1 as const)), {
    maxLength: 2,
    selector: ([field]) => field.split('.')[0],
  })
  .map((fields) => Object.fromEntries([...fields, ['_id', 1 as const]]));
const update: fc.Arbitrary<Doc> = fc.oneof(
  fc.record({
    $set: fc.constantFrom('a', 'b.x', 'c.z.w', 'd').chain((at) => value.map((v) => ({ [at]: v }))),
  }),
  fc.record({ $unset: fc.constantFrom({ a: 1 }, { 'b.x': 1, c: 1 }, { d: 1 }) }),
  fc.record({
    $inc: fc.constantFrom({ n: 1 }, { n: 2.5 }, { n: Long.fromString('9007199254740993') }, { d: 1 }),
  }),
  fc.record({
    $push: fc
      .oneof(value, fc.record({ $each: fc.array(scalar, { minLength: 1, maxLength: 2 }) }))
      .map((a) => ({ a })),
  }),
  fc.record({ $pull: fc.oneof(scalar, inner, fc.array(scalar, { maxLength: 2 })).map((a) => ({ a })) }),
);
const question: fc.Arbitrary<Question> = fc.record({
  documents: fc.array(document, { minLength: 1, maxLength: 12 }),
  filters: fc.array(filter, { minLength: 6, maxLength: 6 }),
  sort,
  update,
});

/** Everything that a server tells of a question, in a form to compare. */
async function answers(
  things: Collection,
  { documents, filters, sort, update }: Question,
): Promise<unknown[]> {
  await things.deleteMany({});
  await things.insertMany(documents.map((each, _id) => ({ _id, ...each })) as never);
  const told: unknown[] = [];
  for (const each of filters) {
    const found = await things
      .find(each as never)
      .sort(sort)
      .toArray();
    told.push([each, found.map(({ _id }) => _id), await things.countDocuments(each as never)]);
    told.push(
      (
        await things
          .find(each as never)
          .sort(sort)
          .limit(2)
          .toArray()
      ).map(({ _id }) => _id),
    );
  }
  for (const _id of documents.keys()) {
    const changed = await things.updateOne({ _id } as never, update as never).then(
      (result) => result.modifiedCount,
      (error: { code: number }) => error.code,
    );
    told.push([changed, await things.findOne({ _id } as never, { promoteValues: false })]);
  }
  const removed = await things.deleteMany(filters[0] as never);
  return [...told, removed.deletedCount, await things.countDocuments({})];
}

describe('random documents, filters, sorts and updates', () => {
  const open: { close(): Promise<void> }[] = [];
  let one: mongoose.mongo.Db;
  let other: mongoose.mongo.Db;

  async function connect(server: { uri: string; close(): Promise<void> }): Promise<mongoose.mongo.Db> {
    const client = await MongoClient.connect(server.uri);
    open.unshift(client, server);
    return client.db();
  }

  beforeAll(async () => {
    one = await connect(await embeddedServer());
    other = process.env['SUBDESK_TEST_MONGODB_URI'] ? await connect(await testDatabase()) : one;
  });
  afterAll(async () => {
    for (const each of open) await each.close();
  });

  test('have the same answers with indexes and without, here and on the server that was named', async () => {
    const indexed = one.collection<Doc>('indexed');
    await indexed.createIndexes(INDEXES);
    const bare = other.collection<Doc>('bare');
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        expect(await answers(indexed, asked)).toEqual(await answers(bare, asked));
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
