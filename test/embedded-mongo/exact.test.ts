import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { Thing, Things } from '../contracts/mongoThings.ts';
import { embeddedServer } from '../support/database.ts';

// A loaded machine is no failure.
jest.setTimeout(30_000);

const { Binary, Decimal128, Double, MongoClient, ObjectId } = mongoose.mongo;

let server: Awaited<ReturnType<typeof embeddedServer>>;
let client: mongoose.mongo.MongoClient;
let things: Things;
let count = 0;

beforeAll(async () => {
  server = await embeddedServer();
  client = await MongoClient.connect(server.uri);
});
afterAll(async () => {
  await client.close();
  await server.close();
});
beforeEach(() => {
  count += 1;
  things = client.db().collection<Thing>(`things${count}`);
});

describe('as MongoDB, where other servers differ', () => {
  test('E11000 carries the index, its pattern and the value', async () => {
    const key = { 'who.email': 1, tenant: -1 } as const;
    await things.createIndexes([{ key, unique: true, name: 'person' }]);
    await things.insertOne({ _id: 1, who: { email: 'x' }, tenant: 1 });
    const error = await things
      .insertOne({ _id: 2, who: { email: 'x' }, tenant: 1 })
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 11000, keyPattern: key, keyValue: { 'who.email': 'x', tenant: 1 } });
    expect(error.message).toContain(`${client.db().databaseName}.${things.collectionName} index: person`);
  });

  test('so does the duplicate in findOneAndUpdate, as an error of the command', async () => {
    await things.createIndexes([{ key: { u: 1 }, unique: true, name: 'onlyOne' }]);
    await things.insertMany([
      { _id: 1, u: 1 },
      { _id: 2, u: 2 },
    ]);
    const error = await things.findOneAndUpdate({ u: 2 }, { $set: { u: 1 } }).catch((thrown) => thrown);
    expect(error).toMatchObject({
      code: 11000,
      keyPattern: { u: 1 },
      keyValue: { u: 1 },
    });
    expect(error.message).toContain('onlyOne');
  });

  test('unique compares numbers by value', async () => {
    await things.createIndexes([{ key: { u: 1 }, unique: true, name: 'u' }]);
    await things.insertOne({ _id: 1, u: 4 });
    await expect(things.insertOne({ _id: 2, u: new Double(4) })).rejects.toMatchObject({ code: 11000 });
  });

  test.each([
    ['$push with $each of nothing makes an empty array', { $push: { made: { $each: [] } } }, { made: [] }],
    ['$push with $each of nothing is no change', { $push: { list: { $each: [] } } }, {}],
    ['$inc by nothing is no change', { $inc: { n: 0 } }, {}],
    ['$inc of NaN is no change', { $inc: { nan: 1 } }, {}],
    ['$inc of a double too large for it is no change', { $inc: { large: 1 } }, {}],
    ['$unset of a name below an array does nothing', { $unset: { 'list.x': 1, 'empty.x': 1 } }, {}],
  ])('%s', async (_name, update, changed) => {
    const before = { _id: 1, n: 1, nan: Number.NaN, large: 2 ** 60, list: [1], empty: [] };
    await things.insertOne({ ...before });
    const { modifiedCount } = await things.updateOne({}, update as never);
    expect(await things.findOne({})).toEqual({ ...before, ...changed });
    expect(modifiedCount).toBe(Object.keys(changed).length);
  });

  test.each([
    ['$inc of a truth value', { $inc: { yes: 1 } }, 14],
    ['a field below an array', { $set: { 'list.x': 1 } }, 28],
  ])('%s is refused', async (_name, update, code) => {
    await things.insertOne({ _id: 1, yes: true, list: [1] });
    await expect(things.updateOne({}, update as never)).rejects.toMatchObject({ code });
  });
});

test('a cursor gives what is there when its turn comes, whatever was written since it was opened', async () => {
  await things.createIndexes([{ key: { n: 1 }, name: 'n' }]);
  await things.insertMany(Array.from({ length: 300 }, (_, i) => ({ _id: i, n: i })));
  for (const order of [{}, { n: 1 }] as Record<string, 1>[]) {
    const cursor = things.find().sort(order);
    for (let i = 0; i < 101; i += 1) await cursor.next();
    await things.deleteMany({ n: { $gte: 110, $lt: 290 } });
    await things.insertMany(Array.from({ length: 20 }, (_, i) => ({ _id: 110 + i, n: 110 + i })));
    const rest = (await cursor.toArray()).map(({ n }) => n as number).sort((a, b) => a - b);
    expect(rest).toEqual([...span(101, 130), ...span(290, 300)]);
    await things.deleteMany({});
    await things.insertMany(Array.from({ length: 300 }, (_, i) => ({ _id: i, n: i })));
  }
});

test.each([
  ['finds nothing', () => things.find({ text: 'nowhere' }).toArray()],
  ['sorts without an index', () => things.find().sort({ text: 1 }).limit(1).toArray()],
])('who reads everything and %s lets others be served meanwhile', async (_what, read) => {
  const documents = Array.from({ length: 3_000 }, (_, i) => ({ _id: i, text: 'x'.repeat(500) }));
  await things.insertMany(documents);
  const other = await MongoClient.connect(server.uri);
  const ended: string[] = [];
  const reading = read().then(() => ended.push('read'));
  await other.db().collection<Thing>('served').insertOne({ _id: things.collectionName });
  ended.push('served');
  await reading;
  expect(ended).toEqual(['served', 'read']);
  await other.close();
});

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

const REFUSED: readonly (readonly [name: string, run: () => Promise<unknown>])[] = [
  ['$and', () => things.find({ $and: [{ a: 1 }] } as never).toArray()],
  ['$nor', () => things.find({ $nor: [{ a: 1 }] } as never).toArray()],
  ['$eq', () => things.find({ a: { $eq: 1 } }).toArray()],
  ['$not', () => things.find({ a: { $not: { $gt: 1 } } }).toArray()],
  ['$nin', () => things.find({ a: { $nin: [1] } }).toArray()],
  ['$regex', () => things.find({ a: { $regex: 'x' } }).toArray()],
  ['RegExp', () => things.find({ a: /x/ }).toArray()],
  ['$elemMatch', () => things.find({ a: { $elemMatch: { b: 1 } } }).toArray()],
  ['$size', () => things.find({ a: { $size: 1 } }).toArray()],
  ['$expr', () => things.find({ $expr: { $eq: [1, 1] } } as never).toArray()],
  ['a range by null', () => things.find({ a: { $gt: null } }).toArray()],
  ['a range by boolean', () => things.find({ a: { $lt: true } }).toArray()],
  ['the path a.0', () => things.find({ 'a.0': 1 }).toArray()],
  ['skip', () => things.find().skip(2).toArray()],
  ['collation', () => things.find({}, { collation: { locale: 'en' } }).toArray()],
  ['hint', () => things.find({}, { hint: 'x' }).toArray()],
  ['maxTimeMS', () => things.find().maxTimeMS(5).toArray()],
  ['readConcern', () => things.find({}, { readConcern: 'majority' }).toArray()],
  ['a projection', () => things.find({}, { projection: { a: 0 } }).toArray()],
  ['a projection', () => things.find({}, { projection: { 'a.b': 1 } }).toArray()],
  ['a projection', () => things.find({}, { projection: { a: { $slice: 1 } } }).toArray()],
  ['an array under l', () => things.find().sort({ l: 1 }).toArray()],
  ['the option multi', () => things.updateMany({ a: 1 }, { $set: { b: 1 } })],
  ['the option upsert', () => things.updateOne({ a: 1 }, { $set: { b: 1 } }, { upsert: true })],
  ['the option upsert', () => things.findOneAndUpdate({ a: 9 }, { $set: { b: 1 } }, { upsert: true })],
  [
    'the option fields',
    () => things.findOneAndUpdate({ a: 1 }, { $set: { b: 1 } }, { projection: { a: 1 } }),
  ],
  ['the option remove', () => things.findOneAndDelete({ a: 1 })],
  ['a delete with a limit', () => things.deleteOne({ a: 1 })],
  ['replacing a whole document', () => things.replaceOne({ a: 1 }, { b: 1 })],
  ['an aggregation pipeline', () => things.updateOne({ a: 1 }, [{ $set: { b: 1 } }])],
  ['arrayFilters', () => things.updateOne({ a: 1 }, { $set: { b: 1 } }, { arrayFilters: [{ x: 1 }] })],
  ['the path l.$', () => things.updateOne({ a: 1 }, { $set: { 'l.$': 1 } })],
  ['the path l.0', () => things.updateOne({ a: 1 }, { $set: { 'l.0': 1 } })],
  ['$mul', () => things.updateOne({ a: 1 }, { $mul: { n: 1 } } as never)],
  ['$addToSet', () => things.updateOne({ a: 1 }, { $addToSet: { l: 1 } } as never)],
  ['$pull', () => things.updateOne({ a: 1 }, { $pull: { l: 1 } } as never)],
  ['$push without $each', () => things.updateOne({ a: 1 }, { $push: { l: 1 } } as never)],
  ['$slice in $push', () => things.updateOne({ a: 1 }, { $push: { l: { $each: [1], $slice: 1 } } } as never)],
  ["'aggregate'", () => things.aggregate([{ $match: {} }]).toArray()],
  ["'aggregate'", () => things.countDocuments({})],
  ["'count'", () => things.estimatedDocumentCount()],
  ["'distinct'", () => things.distinct('a')],
  ["'drop'", () => things.drop()],
  ["'listIndexes'", () => things.listIndexes().toArray()],
  ['sparse', () => things.createIndex({ a: 1 }, { sparse: true })],
  ['partialFilterExpression', () => things.createIndex({ a: 1 }, { partialFilterExpression: { a: 1 } })],
  ['expireAfterSeconds', () => things.createIndex({ a: 1 }, { expireAfterSeconds: 1 })],
  ['an index of a', () => things.createIndex({ a: 'text' })],
  ['an array under l', () => things.createIndex({ l: 1 })],
  ['write concern w: 2', () => things.insertOne({ _id: 2 }, { writeConcern: { w: 2 } })],
  ['a field named $x', () => things.insertOne({ _id: 2, $x: 1 })],
  ['values of type ObjectId', () => things.insertOne({ _id: new ObjectId() })],
  ['values of type Decimal128', () => things.insertOne({ _id: 2, d: [Decimal128.fromString('1')] })],
  ['values of type Binary', () => things.updateOne({ a: 1 }, { $set: { b: new Binary(Buffer.from([1])) } })],
  ['values of type RegExp', () => things.insertOne({ _id: 2, r: { x: /x/ } })],
];

describe('what is not on the list', () => {
  test.each(REFUSED)('%s is refused by name, pointing at MONGODB_URI', async (name, run) => {
    const before = { _id: 1, a: 1, l: [1], n: 1 };
    await things.insertOne({ ...before });
    const error = await run().then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error?.message).toContain(name);
    expect(error?.message).toContain('MONGODB_URI');
    expect(await things.find().toArray()).toEqual([before]);
  });

  test('a write that asks for no answer ends the connection: there is no telling', async () => {
    const other = await MongoClient.connect(server.uri);
    const deaf = other.db().collection<Thing>(things.collectionName);
    await deaf.insertOne({ _id: 1 }, { writeConcern: { w: 0 } }).catch(() => undefined);
    await other.close();
    expect(await things.find().toArray()).toEqual([]);
  });
});
