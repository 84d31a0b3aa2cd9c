import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import { embeddedServer } from '../support/database.ts';

// A loaded machine is no failure.
jest.setTimeout(30_000);

const { Double, MongoClient } = mongoose.mongo;

type Doc = Record<string, unknown>;

let server: Awaited<ReturnType<typeof embeddedServer>>;
let client: mongoose.mongo.MongoClient;
let things: mongoose.mongo.Collection<Doc>;

beforeAll(async () => {
  server = await embeddedServer();
  client = await MongoClient.connect(server.uri);
});
afterAll(async () => {
  await client.close();
  await server.close();
});
beforeEach(async () => {
  things = client.db().collection<Doc>('things');
  await things.drop();
});

describe('as MongoDB, where other servers differ', () => {
  test('E11000 carries the index, its pattern and the value', async () => {
    await things.createIndex({ 'who.email': 1, tenant: -1 }, { unique: true, name: 'person' });
    await things.insertOne({ who: { email: 'x' }, tenant: 1 });
    const error = await things.insertOne({ who: { email: 'x' }, tenant: 1 }).catch((thrown) => thrown);
    expect(error).toMatchObject({
      code: 11000,
      keyPattern: { 'who.email': 1, tenant: -1 },
      keyValue: { 'who.email': 'x', tenant: 1 },
    });
    expect(error.message).toContain('test.things index: person'.replace('test', client.db().databaseName));
  });

  test('so does the duplicate in findOneAndUpdate, as an error of the command', async () => {
    await things.createIndex({ u: 1 }, { unique: true, name: 'onlyOne' });
    await things.insertMany([{ u: 1 }, { u: 2 }]);
    const error = await things.findOneAndUpdate({ u: 2 }, { $set: { u: 1 } }).catch((thrown) => thrown);
    expect(error).toMatchObject({
      code: 11000,
      codeName: 'DuplicateKey',
      keyPattern: { u: 1 },
      keyValue: { u: 1 },
    });
    expect(error.message).toContain('onlyOne');
  });

  test('unique compares numbers by value', async () => {
    await things.createIndex({ u: 1 }, { unique: true });
    await things.insertOne({ u: 4 });
    await expect(things.insertOne({ u: new Double(4) })).rejects.toMatchObject({ code: 11000 });
  });

  test('two arrays side by side cannot be in one index', async () => {
    await things.createIndex({ a: 1, b: 1 });
    await expect(things.insertOne({ a: [1, 2], b: [1, 2] })).rejects.toMatchObject({ code: 171 });
  });

  test('$push with $each of nothing makes an empty array', async () => {
    await things.insertOne({ a: 1 });
    await things.updateOne({}, { $push: { list: { $each: [] } } } as never);
    expect(await things.findOne({}, { projection: { _id: 0, list: 1 } })).toEqual({ list: [] });
  });

  test('estimatedDocumentCount is exact', async () => {
    await things.insertMany([{}, {}, {}]);
    expect(await things.estimatedDocumentCount()).toBe(3);
  });

  test('a value of a type that is not stored is refused, and nothing of it is kept', async () => {
    await expect(things.insertOne({ r: /x/ })).rejects.toMatchObject({ code: 238 });
    await things.insertOne({ r: 'x' });
    expect(await things.countDocuments({ r: 'x' })).toBe(1);
  });
});

const REFUSED: readonly (readonly [name: string, run: () => Promise<unknown>])[] = [
  ['$and', () => things.find({ $and: [{ a: 1 }] }).toArray()],
  ['$nor', () => things.find({ $nor: [{ a: 1 }] }).toArray()],
  ['$not', () => things.find({ a: { $not: { $gt: 1 } } }).toArray()],
  ['$nin', () => things.find({ a: { $nin: [1] } }).toArray()],
  ['$regex', () => things.find({ a: { $regex: 'x' } }).toArray()],
  ['RegExp', () => things.find({ a: /x/ }).toArray()],
  ['$elemMatch', () => things.find({ a: { $elemMatch: { b: 1 } } }).toArray()],
  ['$size', () => things.find({ a: { $size: 1 } }).toArray()],
  ['$expr', () => things.find({ $expr: { $eq: [1, 1] } }).toArray()],
  ['$gt with null', () => things.find({ a: { $gt: null } }).toArray()],
  ['skip', () => things.find().skip(2).toArray()],
  ['collation', () => things.find({}, { collation: { locale: 'en' } }).toArray()],
  ['hint', () => things.find({}, { hint: 'x' }).toArray()],
  ['leaves fields out', () => things.find({}, { projection: { a: 0 } }).toArray()],
  ['a projection of', () => things.find({}, { projection: { a: { $slice: 1 } } }).toArray()],
  ['upsert', () => things.updateOne({ a: 1 }, { $set: { b: 1 } }, { upsert: true })],
  ['multi', () => things.updateMany({ a: 1 }, { $set: { b: 1 } })],
  ['replacing a whole document', () => things.replaceOne({ a: 1 }, { b: 1 })],
  ['an aggregation pipeline', () => things.updateOne({ a: 1 }, [{ $set: { b: 1 } }])],
  ['arrayFilters', () => things.updateOne({ a: 1 }, { $set: { b: 1 } }, { arrayFilters: [{ x: 1 }] })],
  ['positional path l.$', () => things.updateOne({ a: 1 }, { $set: { 'l.$': 1 } } as never)],
  ['one place of an array', () => things.updateOne({ a: 1 }, { $set: { 'l.0': 1 } } as never)],
  ['$mul', () => things.updateOne({ a: 1 }, { $mul: { n: 1 } } as never)],
  ['$addToSet', () => things.updateOne({ a: 1 }, { $addToSet: { l: 1 } } as never)],
  ['$slice in $push', () => things.updateOne({ a: 1 }, { $push: { l: { $each: [1], $slice: 1 } } } as never)],
  ['$gt in $pull', () => things.updateOne({ a: 1 }, { $pull: { l: { $gt: 1 } } } as never)],
  ['upsert', () => things.findOneAndUpdate({ a: 9 }, { $set: { b: 1 } }, { upsert: true })],
  ['aggregation', () => things.aggregate([{ $match: {} }, { $sort: { a: 1 } }]).toArray()],
  ["'distinct'", () => things.distinct('a')],
  ['partialFilterExpression', () => things.createIndex({ a: 1 }, { partialFilterExpression: { a: 1 } })],
  ['expireAfterSeconds', () => things.createIndex({ a: 1 }, { expireAfterSeconds: 1 })],
  ['an index of a', () => things.createIndex({ a: 'text' })],
  ['write concern w: 2', () => things.insertOne({}, { writeConcern: { w: 2 } })],
  ['maxTimeMS', () => things.find().maxTimeMS(5).toArray()],
];

describe('what is not on the list', () => {
  test.each(REFUSED)('%s is refused by name, pointing at MONGODB_URI', async (name, run) => {
    await things.insertOne({ a: 1, l: [1], n: 1 });
    const error = await run().then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error?.message).toContain(name);
    expect(error?.message).toContain('MONGODB_URI');
  });
});
