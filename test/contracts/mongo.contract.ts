import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { filterRules, sortRules } from './mongoFilters.contract.ts';
import { idsOf, outcome, type Thing, type Things } from './mongoThings.ts';
import { findAndModifyRules, updateRules } from './mongoUpdates.contract.ts';

const { MongoClient } = mongoose.mongo;

export interface ContractServer {
  readonly uri: string;
  close(): Promise<void>;
}

/** Everything on the embedded database's list, through the unchanged driver; each rule runs alike on every server. */
export function describeMongoContract(name: string, connect: () => Promise<ContractServer>): void {
  describe(`the MongoDB contract: ${name}`, () => {
    const open: { server?: ContractServer; client?: mongoose.mongo.MongoClient } = {};
    let things: Things;
    let count = 0;

    beforeAll(async () => {
      open.server = await connect();
      open.client = await MongoClient.connect(open.server.uri);
    });
    afterAll(async () => {
      await open.client?.close();
      await open.server?.close();
    });
    beforeEach(() => {
      count += 1;
      if (open.client) things = open.client.db().collection<Thing>(`things${count}`);
    });
    const all = () => things;

    filterRules(all);
    sortRules(all);
    updateRules(all);
    findAndModifyRules(all);
    insertRules(all);
    deleteRules(all);
    indexRules(all);
    cursorRules(all);
  });
}

function insertRules(things: () => Things): void {
  test('a duplicate _id is 11000 and names the index', async () => {
    await things().insertOne({ _id: 'a' });
    const error = await things()
      .insertOne({ _id: 'a' })
      .catch((thrown) => thrown);
    expect([error.code, error.message]).toEqual([11000, expect.stringContaining('_id_')]);
  });

  test('an unordered batch inserts all but the duplicates, an ordered one ends at the first', async () => {
    const batch = () => [1, 1, 2, 2, 3].map((_id) => ({ _id }));
    const ordered = await things()
      .insertMany(batch())
      .catch((thrown) => thrown);
    expect([ordered.code, ordered.insertedCount, await idsOf(things(), {})]).toEqual([11000, 1, '1']);
    await things().deleteMany({});
    const unordered = await things()
      .insertMany(batch(), { ordered: false })
      .catch((thrown) => thrown);
    const places = unordered.writeErrors.map((each: { index: number }) => each.index);
    expect([unordered.insertedCount, places, await idsOf(things(), {})]).toEqual([3, [1, 3], '1 2 3']);
  });

  test('finds without a sort come in the order of insertion', async () => {
    await things().insertMany([3, 1, 2].map((_id) => ({ _id })));
    expect((await things().find().toArray()).map(({ _id }) => _id)).toEqual([3, 1, 2]);
  });

  test('text of any kind comes back as it was', async () => {
    const text = { _id: 'a', nul: 'a\0b', wide: '\u{1f600} Å', '': 'no name', long: 'x'.repeat(100_000) };
    await things().insertOne({ ...text });
    expect(await things().findOne({ nul: 'a\0b' })).toEqual(text);
  });

  test('writes with and without a concern', async () => {
    await things().insertOne({ _id: 1 }, { writeConcern: { w: 'majority', j: true } });
    await things().insertOne({ _id: 2 }, { writeConcern: { w: 1 } });
    await things().insertOne({ _id: 3 });
    expect(await idsOf(things(), {})).toBe('1 2 3');
  });

  test('of eight that insert one unique key at once, one wins', async () => {
    await things().createIndexes([{ key: { u: 1 }, unique: true, name: 'u' }]);
    for (let u = 0; u < 25; u += 1) {
      const tries = Array.from({ length: 8 }, (_, by) => things().insertOne({ _id: `${u}/${by}`, u }));
      const outcomes = await Promise.all(tries.map(outcome));
      const lost = outcomes.filter((each) => each !== 'won');
      expect(lost).toHaveLength(7);
      // 112 (write conflict) is another server's way to say that somebody else was first.
      expect(lost.filter((code) => code !== 11000 && code !== 112)).toEqual([]);
    }
  });
}

function deleteRules(things: () => Things): void {
  test('a delete takes all that match', async () => {
    await things().insertMany(Array.from({ length: 30 }, (_, i) => ({ _id: i, even: i % 2 === 0 })));
    expect((await things().deleteMany({ even: true, _id: { $lt: 10 } })).deletedCount).toBe(5);
    expect((await things().deleteMany({ even: 'x' })).deletedCount).toBe(0);
    expect((await things().deleteMany({})).deletedCount).toBe(25);
    expect(await idsOf(things(), {})).toBe('');
  });

  test('a collection that is not there is empty', async () => {
    expect(await things().findOne({})).toBeNull();
    expect((await things().deleteMany({})).deletedCount).toBe(0);
    expect((await things().updateOne({}, { $set: { a: 1 } })).matchedCount).toBe(0);
    expect(await things().findOneAndUpdate({}, { $set: { a: 1 } })).toBeNull();
  });
}

function indexRules(things: () => Things): void {
  test('unique takes missing for null, and numbers of any size', async () => {
    await things().createIndexes([{ key: { u: 1 }, name: 'u', unique: true }]);
    expect(await outcome(things().insertOne({ _id: 1 }))).toBe('won');
    expect(await outcome(things().insertOne({ _id: 2 }))).toBe(11000);
    expect(await outcome(things().insertOne({ _id: 3, u: null }))).toBe(11000);
    const big = mongoose.mongo.Long.fromString('9007199254740993');
    expect(await outcome(things().insertOne({ _id: 4, u: big }))).toBe('won');
    expect(await outcome(things().insertOne({ _id: 5, u: big.subtract(1) }))).toBe('won');
    expect(await outcome(things().insertOne({ _id: 6, u: big }))).toBe(11000);
  });

  test('a compound unique index counts all its fields', async () => {
    await things().createIndexes([{ key: { a: 1, 'b.c': -1 }, name: 'ab', unique: true }]);
    await things().insertMany([
      { _id: 1, a: 1, b: { c: 1 } },
      { _id: 2, a: 1, b: { c: 2 } },
    ]);
    expect(await outcome(things().insertOne({ _id: 3, a: 1, b: { c: 2 } }))).toBe(11000);
    expect(await outcome(things().insertOne({ _id: 4, a: 2, b: { c: 2 } }))).toBe('won');
  });

  test('values of any length are found and unique by an index', async () => {
    const long = 'å'.repeat(5_000);
    await things().createIndexes([{ key: { u: 1 }, unique: true, name: 'long' }]);
    await things().insertMany([
      { _id: 1, u: `${long}a` },
      { _id: 2, u: `${long}b` },
    ]);
    expect(
      (
        await things()
          .find({ u: `${long}b` })
          .toArray()
      ).map(({ _id }) => _id),
    ).toEqual([2]);
    await expect(things().insertOne({ _id: 3, u: `${long}a` })).rejects.toMatchObject({ code: 11000 });
  });

  test('a key is free again when its document lets go', async () => {
    await things().createIndexes([{ key: { u: 1 }, name: 'u', unique: true }]);
    await things().insertMany([
      { _id: 1, u: 1 },
      { _id: 2, u: 2 },
    ]);
    await things().updateOne({ _id: 1 }, { $set: { u: 3 } });
    await things().deleteMany({ _id: 2 });
    expect(await outcome(things().insertOne({ _id: 3, u: 1 }))).toBe('won');
    expect(await outcome(things().insertOne({ _id: 4, u: 2 }))).toBe('won');
    expect(await outcome(things().insertOne({ _id: 5, u: 3 }))).toBe(11000);
  });

  test('indexes are made twice without harm, refused when they differ or the data forbids them', async () => {
    await things().insertMany([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    const make = (key: Record<string, 1 | -1>, name: string, unique = false) =>
      outcome(things().createIndexes([{ key, name, unique }]));
    expect(await make({ b: 1, a: -1 }, 'pair')).toBe('won');
    expect(await make({ b: 1, a: -1 }, 'pair')).toBe('won');
    expect(await make({ a: 1 }, 'pair')).toBe(86);
    expect(await make({ a: 1 }, 'only', true)).toBe(11000);
    // Nothing of the failed one is left in the way.
    expect(await make({ a: 1 }, 'only')).toBe('won');
    expect(await idsOf(things(), { a: 1 })).toBe('1 2');
  });
}

function cursorRules(things: () => Things): void {
  test('a long answer comes in batches, in order, and can be left', async () => {
    await things().insertMany(Array.from({ length: 1000 }, (_, i) => ({ _id: i, v: 1000 - i })));
    await things().createIndexes([{ key: { v: 1 }, name: 'v' }]);
    const read = await things()
      .find({ v: { $gt: 100 } })
      .sort({ v: 1 })
      .toArray();
    expect(read.map(({ v }) => v)).toEqual(Array.from({ length: 900 }, (_, i) => i + 101));
    const some = things().find();
    for (let i = 0; i < 25; i += 1) await some.next();
    await some.close();
    expect(await things().find().limit(250).toArray()).toHaveLength(250);
    expect(await things().find().limit(101).toArray()).toHaveLength(101);
  });

  test('documents of many megabytes come in more than one message', async () => {
    const big = 'x'.repeat(5_000_000);
    await things().insertMany(Array.from({ length: 5 }, (_, i) => ({ _id: i, big })));
    expect((await things().find().toArray()).map(({ _id }) => _id)).toEqual([0, 1, 2, 3, 4]);
  });
}
