import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type Doc, idsOf, outcome, type Thing, type Things } from './mongoThings.ts';

const { Double, Int32, Long } = mongoose.mongo;

type Update = mongoose.mongo.UpdateFilter<Thing>;

const BEFORE = {
  _id: 1,
  n: 1,
  big: Long.fromString('9007199254740993'),
  f: 1.5,
  s: 'x',
  nil: null,
  d: { a: 1, b: 2 },
  list: [1, 2, 2, 3],
  none: [],
};

/** update → what differs after; undefined is gone. */
const UPDATES: readonly (readonly [name: string, update: Doc, changed: Doc])[] = [
  ['$set replaces and adds', { $set: { n: 2, z: 'new' } }, { n: 2, z: 'new' }],
  ['$set makes what is missing on the way', { $set: { 'x.y.z': 1 } }, { x: { y: { z: 1 } } }],
  [
    '$set of a key in a map leaves its neighbours',
    { $set: { 'd.a': null, 'd.c': true } },
    { d: { a: null, b: 2, c: true } },
  ],
  [
    '$set of a document or an array replaces it',
    { $set: { d: { c: 3 }, list: [] } },
    { d: { c: 3 }, list: [] },
  ],
  [
    '$unset removes, also inside',
    { $unset: { s: '', 'd.a': 1, 'q.r': 1, 'n.m': 1 } },
    { s: undefined, d: { b: 2 } },
  ],
  [
    '$inc adds, to nothing too',
    { $inc: { n: 2, m: 5, f: 1, 'd.a': -1 } },
    { n: 3, m: 5, f: 2.5, d: { a: 0, b: 2 } },
  ],
  ['$inc keeps int64 exact', { $inc: { big: 2 } }, { big: Long.fromString('9007199254740995') }],
  ['$inc passes 32 bits', { $inc: { n: 2147483647 } }, { n: 2147483648 }],
  [
    '$push adds at the end',
    { $push: { list: { $each: [4, [5]] }, made: { $each: ['x'] }, none: { $each: [] } } },
    { list: [1, 2, 2, 3, 4, [5]], made: ['x'] },
  ],
  [
    'all operators at once',
    { $set: { s: 'y' }, $unset: { nil: 1 }, $inc: { n: 1 }, $push: { none: { $each: [1] } } },
    { s: 'y', nil: undefined, n: 2, none: [1] },
  ],
];

const BAD_UPDATES: readonly (readonly [name: string, update: Doc, code: number])[] = [
  ['$inc of a string', { $inc: { s: 1 } }, 14],
  ['$inc of null', { $inc: { nil: 1 } }, 14],
  ['$inc by a string', { $inc: { n: 'x' } }, 14],
  ['$inc beyond 64 bits', { $inc: { big: Long.MAX_VALUE } }, 2],
  ['$push to a string', { $push: { s: { $each: [1] } } }, 2],
  ['$push of no list', { $push: { list: { $each: 1 } } }, 2],
  ['a field below a scalar', { $set: { 'n.x': 1 } }, 28],
  ['another _id', { $set: { _id: 2 } }, 66],
  ['two operators on one path', { $set: { n: 1 }, $inc: { n: 1 } }, 40],
  ['two operators on a path and what is below', { $set: { d: 1 }, $inc: { 'd.a': 1 } }, 40],
];

export function updateRules(things: () => Things): void {
  test.each(UPDATES)('%s', async (_name, update, changed) => {
    await things().insertOne({ ...BEFORE });
    const result = await things().updateOne({ _id: 1 }, update as Update);
    const expected: Doc = { ...BEFORE, ...changed };
    for (const [field, value] of Object.entries(expected)) if (value === undefined) delete expected[field];
    expect(await things().findOne({})).toEqual(expected);
    expect([result.matchedCount, result.modifiedCount]).toEqual([1, 1]);
  });

  test('a refused update changes nothing and tells why', async () => {
    await things().insertOne({ ...BEFORE });
    const codes: Doc = {};
    for (const [name, update] of BAD_UPDATES)
      codes[name] = await outcome(things().updateOne({ _id: 1 }, update as Update));
    expect(codes).toEqual(Object.fromEntries(BAD_UPDATES.map(([name, , code]) => [name, code])));
    expect(await things().findOne({})).toEqual(BEFORE);
  });

  test('types survive an update of another field', async () => {
    const typed = { _id: new Int32(1), i: new Int32(1), l: new Long(1), d: new Double(1), t: new Date(5) };
    await things().insertOne({ ...typed });
    await things().updateOne({ _id: 1 }, { $set: { x: 1 } });
    const raw = await things().findOne({}, { promoteValues: false, promoteLongs: false });
    expect(raw).toEqual({ ...typed, x: new Int32(1) });
  });

  test('$inc takes the wider of two types, and int32 grows to int64', async () => {
    await things().insertOne({ _id: 1, i: 1, l: new Long(1), d: new Double(1), edge: 2147483647 });
    await things().updateOne({ _id: 1 }, { $inc: { i: new Long(1), l: 1, d: 1, edge: 1 } } as never);
    const raw = await things().findOne({}, { promoteValues: false, promoteLongs: false });
    expect(raw).toMatchObject({
      i: new Long(2),
      l: new Long(2),
      d: new Double(2),
      edge: new Long(2147483648),
    });
  });

  test('an update that finds nothing, or changes nothing, says so', async () => {
    await things().insertOne({ _id: 1, n: 1 });
    const counts = async (_id: number, update: Doc) => {
      const { matchedCount, modifiedCount } = await things().updateOne({ _id }, update as Update);
      return [matchedCount, modifiedCount];
    };
    expect(await counts(2, { $set: { n: 1 } })).toEqual([0, 0]);
    expect(await counts(1, { $set: { n: 1 }, $unset: { q: 1 } })).toEqual([1, 0]);
  });

  test('a batch of updates: unordered goes on after a failure, ordered ends', async () => {
    await things().createIndexes([{ key: { u: 1 }, unique: true, name: 'u' }]);
    await things().insertMany([
      { _id: 1, u: 1 },
      { _id: 2, u: 2 },
      { _id: 3, u: 0 },
    ]);
    const batch = [
      { updateOne: { filter: { _id: 2 }, update: { $set: { u: 1 } } } },
      { updateOne: { filter: { _id: 3 }, update: { $set: { u: 3 } } } },
    ];
    const failed = (ordered: boolean) =>
      things()
        .bulkWrite(batch, { ordered })
        .catch((error) => error);
    const stopped = await failed(true);
    expect([stopped.code, stopped.writeErrors[0].index, await idsOf(things(), { u: 3 })]).toEqual([
      11000,
      0,
      '',
    ]);
    const went = await failed(false);
    expect([went.code, went.writeErrors.length, await idsOf(things(), { u: 3 })]).toEqual([11000, 1, '3']);
  });
}

export function findAndModifyRules(things: () => Things): void {
  test('findOneAndUpdate takes the first by sort, before or after', async () => {
    await things().insertMany([
      { _id: 1, n: 3 },
      { _id: 2, n: 1 },
      { _id: 3, n: 2 },
    ]);
    const first = await things().findOneAndUpdate({ n: { $gte: 1 } }, { $inc: { n: 10 } } as never, {
      sort: { n: 1 },
      returnDocument: 'after',
    });
    expect(first).toEqual({ _id: 2, n: 11 });
    const before = await things().findOneAndUpdate({}, { $inc: { n: 1 } } as never, { sort: { n: -1 } });
    expect(before).toEqual({ _id: 2, n: 11 });
    expect(await things().findOneAndUpdate({ n: 99 }, { $set: { n: 1 } })).toBeNull();
  });

  test('a duplicate in findOneAndUpdate is 11000 and changes nothing', async () => {
    await things().createIndexes([{ key: { u: 1 }, unique: true, name: 'onlyOne' }]);
    await things().insertMany([
      { _id: 1, u: 1 },
      { _id: 2, u: 2 },
    ]);
    expect(await outcome(things().findOneAndUpdate({ _id: 2 }, { $set: { u: 1 } }))).toBe(11000);
    expect(await things().findOne({ _id: 2 })).toEqual({ _id: 2, u: 2 });
  });

  test('of eight that compare and set at once, one wins', async () => {
    await things().insertMany(Array.from({ length: 25 }, (_, i) => ({ _id: i, version: 0 })));
    for (let id = 0; id < 25; id += 1) {
      const tries = Array.from({ length: 8 }, (_, by) =>
        things().findOneAndUpdate({ _id: id, version: 0 }, { $inc: { version: 1 }, $set: { by } } as never),
      );
      expect((await Promise.all(tries)).filter((won) => won !== null)).toHaveLength(1);
    }
  });
}
