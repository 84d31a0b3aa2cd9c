import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';

const { MongoClient } = mongoose.mongo;
const { Binary, Decimal128, Double, Int32, Long, ObjectId } = mongoose.mongo;

type Doc = Record<string, unknown>;
type Client = mongoose.mongo.MongoClient;
type Collection = mongoose.mongo.Collection<Doc>;
type Filter = mongoose.mongo.Filter<Doc>;
type Update = mongoose.mongo.UpdateFilter<Doc>;

export interface ContractServer {
  readonly uri: string;
  close(): Promise<void>;
}

const ID = new ObjectId('0123456789abcdef01234567');
const DAY = new Date('2026-03-01T00:00:00.000Z');

/** Every shape that a filter may meet, by a telling `_id`. */
const ZOO: readonly Doc[] = [
  { _id: 'missing' },
  { _id: 'null', v: null },
  { _id: 'int', v: 5 },
  { _id: 'double', v: new Double(5.5) },
  { _id: 'long', v: Long.fromString('9007199254740993') },
  { _id: 'nan', v: Number.NaN },
  { _id: 'decimal', v: Decimal128.fromString('5.25') },
  { _id: 'string', v: 'five' },
  { _id: 'upper', v: 'Zoo' },
  { _id: 'empty', v: '' },
  { _id: 'doc', v: { a: 1, b: 2 } },
  { _id: 'docSwapped', v: { b: 2, a: 1 } },
  { _id: 'docNull', v: { a: null } },
  { _id: 'array', v: [1, 5, 9] },
  { _id: 'arrayEmpty', v: [] },
  { _id: 'arrayNull', v: [null] },
  { _id: 'arrayNested', v: [[5, 6]] },
  { _id: 'arrayDocs', v: [{ a: 1 }, { a: 7, b: 2 }] },
  { _id: 'true', v: true },
  { _id: 'false', v: false },
  { _id: 'date', v: DAY },
  { _id: 'oid', v: ID },
  { _id: 'bin', v: new Binary(Buffer.from([1, 2, 3])) },
];

const FILTERS: readonly (readonly [name: string, filter: Doc, ids: string])[] = [
  ['equality finds a value and an array that holds it', { v: 5 }, 'array int'],
  ['numbers of any type are equal by value', { v: Decimal128.fromString('5.50') }, 'double'],
  ['int64 beyond 2^53 is exact', { v: Long.fromString('9007199254740993') }, 'long'],
  ['int64 one beside is another', { v: Long.fromString('9007199254740992') }, ''],
  ['null finds null, missing and an array with null', { v: null }, 'arrayNull missing null'],
  [
    'null at a dotted path counts scalars as missing',
    { 'v.a': null, _id: { $in: ['int', 'missing', 'docNull', 'doc'] } },
    'docNull int missing',
  ],
  ['a document equals only with its order of fields', { v: { a: 1, b: 2 } }, 'doc'],
  ['an array equals as a whole or inside an array', { v: [5, 6] }, 'arrayNested'],
  ['a dotted path looks into documents and arrays of them', { 'v.a': 1 }, 'arrayDocs doc docSwapped'],
  ['a number in a path is a place in an array', { 'v.0': 1 }, 'array'],
  ['a date equals', { v: DAY }, 'date'],
  ['an ObjectId equals', { v: ID }, 'oid'],
  ['a binary equals', { v: new Binary(Buffer.from([1, 2, 3])) }, 'bin'],
  ['true is not 1', { v: true }, 'true'],
  ['NaN equals NaN', { v: Number.NaN }, 'nan'],
  ['$eq is equality', { v: { $eq: 'five' } }, 'string'],
  [
    '$in takes any of several, null among them',
    { v: { $in: ['five', 9, null] } },
    'array arrayNull missing null string',
  ],
  ['$in of nothing finds nothing', { v: { $in: [] } }, ''],
  [
    '$in with an array finds the whole or the element',
    {
      v: {
        $in: [
          [5, 6],
          [1, 5, 9],
        ],
      },
    },
    'array arrayNested',
  ],
  ['$gt compares numbers with numbers only', { v: { $gt: 5 } }, 'array decimal double long'],
  ['$gte includes the value itself', { v: { $gte: 5.5 } }, 'array double long'],
  ['$lt excludes NaN', { v: { $lt: 5 } }, 'array'],
  ['$lte on int64', { v: { $lte: Long.fromString('9007199254740993'), $gt: 100 } }, 'long'],
  ['$gt and $lt may be met by different elements', { v: { $gt: 8, $lt: 2 } }, 'array'],
  ['strings compare by their bytes', { v: { $gte: 'Z', $lt: 'g' } }, 'string upper'],
  ['$lte with an empty string', { v: { $lte: '' } }, 'empty'],
  ['dates compare', { v: { $lt: new Date(DAY.getTime() + 1), $gte: DAY } }, 'date'],
  ['booleans compare', { v: { $gt: false } }, 'true'],
  ['$gte NaN is NaN alone', { v: { $gte: Number.NaN } }, 'nan'],
  [
    '$ne leaves out arrays that hold the value',
    { v: { $ne: 5 }, _id: { $in: ['int', 'array', 'double', 'missing'] } },
    'double missing',
  ],
  [
    '$ne null leaves out missing',
    { v: { $ne: null }, _id: { $in: ['null', 'missing', 'int', 'arrayNull'] } },
    'int',
  ],
  [
    '$exists: true finds null too',
    { v: { $exists: true }, _id: { $in: ['null', 'missing', 'arrayEmpty'] } },
    'arrayEmpty null',
  ],
  ['$exists: false', { v: { $exists: false } }, 'missing'],
  ['$exists at a dotted path', { 'v.b': { $exists: true } }, 'arrayDocs doc docSwapped'],
  ['$or takes either branch', { $or: [{ v: 'five' }, { v: { $lt: 2 } }] }, 'array string'],
  ['$or beside a condition', { _id: { $ne: 'array' }, $or: [{ v: 5 }, { v: true }] }, 'int true'],
  ['$or inside $or', { $or: [{ $or: [{ v: 'five' }, { v: false }] }, { _id: 'int' }] }, 'false int string'],
];

/** update → document after, from the same document before. */
const BEFORE: Doc = {
  _id: 1,
  n: 1,
  big: Long.fromString('9007199254740993'),
  f: 1.5,
  s: 'x',
  nil: null,
  d: { a: 1, b: 2 },
  list: [1, 2, 2, 3],
  docs: [
    { k: 1, t: 'a' },
    { k: 2, t: 'a' },
  ],
  none: [],
};

const UPDATES: readonly (readonly [name: string, update: Doc, changed: Doc])[] = [
  ['$set replaces and adds', { $set: { n: 2, z: 'new' } }, { n: 2, z: 'new' }],
  ['$set makes what is missing on the way', { $set: { 'x.y.z': 1 } }, { x: { y: { z: 1 } } }],
  [
    '$set of a key in a map leaves its neighbours',
    { $set: { 'd.a': null, 'd.7': true } },
    { d: { 7: true, a: null, b: 2 } },
  ],
  ['$set of a document replaces it', { $set: { d: { c: 3 } } }, { d: { c: 3 } }],
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
  ['$push adds at the end', { $push: { list: 4, made: 'x' } }, { list: [1, 2, 2, 3, 4], made: ['x'] }],
  ['$push of an array adds one array', { $push: { none: [1, 2] } }, { none: [[1, 2]] }],
  [
    '$push with $each adds several',
    { $push: { list: { $each: [4, 5] }, none: { $each: [] } } },
    { list: [1, 2, 2, 3, 4, 5] },
  ],
  ['$pull takes out every equal value', { $pull: { list: 2, absent: 1 } }, { list: [1, 3] }],
  ['$pull by some fields', { $pull: { docs: { k: 1 } } }, { docs: [{ k: 2, t: 'a' }] }],
  ['$pull by a shared field', { $pull: { docs: { t: 'a' } } }, { docs: [] }],
  ['$pull of an array is of that array', { $pull: { list: [2] } }, {}],
  [
    'all operators at once',
    { $set: { s: 'y' }, $unset: { nil: 1 }, $inc: { n: 1 }, $push: { none: 1 }, $pull: { list: 1 } },
    { s: 'y', nil: undefined, n: 2, none: [1], list: [2, 2, 3] },
  ],
];

const BAD_UPDATES: readonly (readonly [name: string, update: Doc, code: number])[] = [
  ['$inc of a string', { $inc: { s: 1 } }, 14],
  ['$inc of null', { $inc: { nil: 1 } }, 14],
  ['$inc by a string', { $inc: { n: 'x' } }, 14],
  ['$push to a string', { $push: { s: 1 } }, 2],
  ['$pull from a number', { $pull: { n: 1 } }, 2],
  ['a field below a scalar', { $set: { 'n.x': 1 } }, 28],
  ['another _id', { $set: { _id: 2 } }, 66],
  ['two operators on one path', { $set: { n: 1 }, $inc: { n: 1 } }, 40],
  ['two operators on a path and what is below', { $set: { d: 1 }, $inc: { 'd.a': 1 } }, 40],
];

/** The rules that storage relies on, through the unchanged driver; each runs alike on every server. */
export function describeMongoContract(name: string, connect: () => Promise<ContractServer>): void {
  describe(`the MongoDB contract: ${name}`, () => {
    const open: { server?: ContractServer; client?: Client } = {};
    let things: Collection;
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
      if (open.client) things = open.client.db().collection<Doc>(`things${count}`);
    });
    const all = () => things;

    filterRules(all);
    sortRules(all);
    projectionRules(all);
    updateRules(all);
    insertRules(all);
    findAndModifyRules(all);
    deleteAndCountRules(all);
    indexRules(all);
    cursorRules(all);
    raceRules(all);
  });
}

async function idsOf(things: Collection, filter: Doc): Promise<string> {
  const found = await things.find(filter as Filter).toArray();
  return found
    .map(({ _id }) => String(_id))
    .sort()
    .join(' ');
}

function filterRules(things: () => Collection): void {
  test('every filter finds what MongoDB finds, without an index and with one', async () => {
    const answers = async () => {
      const found: Doc = {};
      for (const [name, filter] of FILTERS) found[name] = await idsOf(things(), filter);
      return found;
    };
    const expected = Object.fromEntries(FILTERS.map(([name, , ids]) => [name, ids]));
    await things().insertMany([...ZOO] as never);
    expect(await answers()).toEqual(expected);
    await things().createIndex({ v: 1 });
    expect(await answers()).toEqual(expected);
  });

  test('a sparse and a descending index change no answer', async () => {
    await things().createIndexes([
      { key: { v: -1 }, name: 'down' },
      { key: { 'v.a': 1 }, name: 'deep', sparse: true },
    ]);
    await things().insertMany([...ZOO] as never);
    for (const [name, filter, ids] of FILTERS)
      expect([name, await idsOf(things(), filter)]).toEqual([name, ids]);
  });

  test('two fields of one array may be met by different elements, with an index on both too', async () => {
    await things().createIndex({ 'l.a': 1, 'l.b': 1 });
    await things().insertMany([
      {
        _id: 1,
        l: [
          { a: 1, b: 1 },
          { a: 2, b: 2 },
        ],
      },
      { _id: 2, l: [{ a: 1, b: 1 }] },
    ] as never);
    expect(await idsOf(things(), { 'l.a': 1, 'l.b': 2 })).toBe('1');
    expect(await idsOf(things(), { 'l.a': 1, 'l.b': 1 })).toBe('1 2');
  });
}

function sortRules(things: () => Collection): void {
  const order = [
    'arrayEmpty',
    'arrayNull',
    'missing',
    'null',
    'nan',
    'array',
    'int',
    'decimal',
    'double',
    'long',
    'empty',
    'upper',
    'string',
    'docNull',
    'arrayDocs',
    'doc',
    'docSwapped',
    'arrayNested',
    'bin',
    'oid',
    'false',
    'true',
    'date',
  ];

  test('types sort in BSON order, ties left to _id, with an index and without', async () => {
    await things().insertMany([...ZOO].reverse() as never);
    const sorted = async () => (await things().find().sort({ v: 1, _id: 1 }).toArray()).map(({ _id }) => _id);
    expect(await sorted()).toEqual(order);
    await things().createIndex({ v: 1, _id: 1 });
    expect(await sorted()).toEqual(order);
  });

  test('a descending sort takes the largest element of an array', async () => {
    await things().insertMany([
      { _id: 1, v: [1, 9] },
      { _id: 2, v: 5 },
      { _id: 3, v: [7] },
    ] as never);
    const ids = async (direction: 1 | -1) =>
      (await things().find().sort({ v: direction }).toArray()).map(({ _id }) => _id);
    expect(await ids(-1)).toEqual([1, 3, 2]);
    expect(await ids(1)).toEqual([1, 2, 3]);
  });

  test('a page is the beginning of the order, by index or not', async () => {
    const documents = Array.from({ length: 60 }, (_, i) => ({
      _id: i,
      g: i % 3,
      at: new Date(1000 * ((i * 7) % 60)),
      x: i % 7,
    }));
    await things().insertMany(documents as never);
    const page = async () => {
      const at = await things()
        .find({ g: 1, at: { $lt: new Date(40_000) } })
        .sort({ at: -1 })
        .limit(5)
        .toArray();
      const two = await things()
        .find({ g: { $in: [0, 2] } })
        .sort({ x: 1, at: -1 })
        .limit(7)
        .toArray();
      return [at, two].map((found) => found.map(({ _id }) => _id));
    };
    const plain = await page();
    expect(plain[0]).toEqual(
      documents
        .filter((d) => d.g === 1 && d.at.getTime() < 40_000)
        .sort((a, b) => b.at.getTime() - a.at.getTime())
        .slice(0, 5)
        .map((d) => d._id),
    );
    await things().createIndexes([{ key: { g: 1, at: 1 } }, { key: { x: -1, at: 1 } }]);
    expect(await page()).toEqual(plain);
  });
}

function projectionRules(things: () => Collection): void {
  test('a projection keeps what it names, in arrays too', async () => {
    await things().insertOne({
      _id: 1,
      a: 1,
      b: { c: 2, d: 3 },
      l: [{ c: 1, d: 2 }, 5, { d: 3 }],
      n: 4,
    } as never);
    const kept = (projection: Doc) => things().findOne({}, { projection });
    expect(await kept({ a: 1 })).toEqual({ _id: 1, a: 1 });
    expect(await kept({ a: 1, _id: 0 })).toEqual({ a: 1 });
    expect(await kept({ 'b.c': 1, 'l.c': true })).toEqual({ _id: 1, b: { c: 2 }, l: [{ c: 1 }, {}] });
    expect(await kept({ 'n.c': 1, _id: 1 })).toEqual({ _id: 1 });
    expect(await kept({ 'a.b.c': 1, 'b.d': 1, _id: false })).toEqual({ b: { d: 3 } });
  });
}

function updateRules(things: () => Collection): void {
  test.each(UPDATES)('%s', async (_name, update, changed) => {
    await things().insertOne({ ...BEFORE } as never);
    const result = await things().updateOne({ _id: 1 } as never, update as Update);
    const expected: Doc = { ...BEFORE, ...changed };
    for (const [field, value] of Object.entries(expected)) if (value === undefined) delete expected[field];
    const untouched = Object.keys(changed).length === 0;
    expect(await things().findOne({})).toEqual(expected);
    expect([result.matchedCount, result.modifiedCount]).toEqual([1, untouched ? 0 : 1]);
  });

  test('a refused update changes nothing and tells why', async () => {
    await things().insertOne({ ...BEFORE } as never);
    const codes: Doc = {};
    for (const [name, update] of BAD_UPDATES) {
      codes[name] = await things()
        .updateOne({ _id: 1 } as never, update as Update)
        .then(won, codeOf);
    }
    expect(codes).toEqual(Object.fromEntries(BAD_UPDATES.map(([name, , code]) => [name, code])));
    expect(await things().findOne({})).toEqual(BEFORE);
  });

  test('types survive an update of another field', async () => {
    const typed = {
      _id: new Int32(1),
      i: new Int32(1),
      l: new Long(1),
      d: new Double(1),
      m: Decimal128.fromString('1.50'),
      o: ID,
      b: new Binary(Buffer.from([9]), 4),
      t: DAY,
    };
    await things().insertOne({ ...typed } as never);
    await things().updateOne({ _id: 1 } as never, { $set: { x: 1 } });
    const raw = await things().findOne(
      {},
      { promoteValues: false, promoteLongs: false, promoteBuffers: false },
    );
    expect(raw).toEqual({ ...typed, x: new Int32(1) });
  });

  test('an update that finds nothing, or changes nothing, says so', async () => {
    await things().insertOne({ _id: 1, n: 1 } as never);
    expect(await things().updateOne({ _id: 2 } as never, { $set: { n: 1 } })).toMatchObject({
      matchedCount: 0,
      modifiedCount: 0,
    });
    expect(await things().updateOne({ _id: 1 } as never, { $set: { n: 1 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
  });

  test('a batch of updates: unordered goes on after a failure, ordered ends', async () => {
    await things().createIndex({ u: 1 }, { unique: true, sparse: true, name: 'u' });
    await things().insertMany([{ _id: 1, u: 1 }, { _id: 2, u: 2 }, { _id: 3 }] as never);
    const batch = [
      { updateOne: { filter: { _id: 2 }, update: { $set: { u: 1 } } } },
      { updateOne: { filter: { _id: 3 }, update: { $set: { u: 3 } } } },
    ] as never;
    const stopped = await things()
      .bulkWrite(batch, { ordered: true })
      .catch((error) => error);
    expect([stopped.code, stopped.writeErrors[0].index, await idsOf(things(), { u: 3 })]).toEqual([
      11000,
      0,
      '',
    ]);
    const went = await things()
      .bulkWrite(batch, { ordered: false })
      .catch((error) => error);
    expect([went.code, went.writeErrors.length, await idsOf(things(), { u: 3 })]).toEqual([11000, 1, '3']);
  });
}

function insertRules(things: () => Collection): void {
  test('a duplicate _id is 11000 and names the index', async () => {
    await things().insertOne({ _id: 'a' } as never);
    const error = await things()
      .insertOne({ _id: 'a' } as never)
      .catch((thrown) => thrown);
    expect([error.code, error.message]).toEqual([11000, expect.stringContaining('_id_')]);
  });

  test('an unordered batch inserts all but the duplicates, an ordered one ends at the first', async () => {
    const batch = () => [{ _id: 1 }, { _id: 1 }, { _id: 2 }, { _id: 2 }, { _id: 3 }] as never;
    const ordered = await things()
      .insertMany(batch())
      .catch((thrown) => thrown);
    expect([ordered.code, ordered.insertedCount, await idsOf(things(), {})]).toEqual([11000, 1, '1']);
    await things().deleteMany({});
    const unordered = await things()
      .insertMany(batch(), { ordered: false })
      .catch((thrown) => thrown);
    expect([
      unordered.insertedCount,
      unordered.writeErrors.map((each: { index: number }) => each.index),
    ]).toEqual([3, [1, 3]]);
    expect(await idsOf(things(), {})).toBe('1 2 3');
  });

  test('finds without a sort come in the order of insertion', async () => {
    await things().insertMany([{ _id: 3 }, { _id: 1 }, { _id: 2 }] as never);
    expect((await things().find().toArray()).map(({ _id }) => _id)).toEqual([3, 1, 2]);
  });

  test('text of any kind comes back as it was', async () => {
    const text = { _id: 'a', nul: 'a\0b', wide: '\u{1f600} Å', '': 'no name', long: 'x'.repeat(100_000) };
    await things().insertOne({ ...text } as never);
    expect(await things().findOne({ nul: 'a\0b' })).toEqual(text);
  });

  test('writes with and without a concern', async () => {
    await things().insertOne({ _id: 1 } as never, { writeConcern: { w: 'majority', j: true } });
    await things().insertOne({ _id: 2 } as never, { writeConcern: { w: 0 } });
    await things().insertOne({ _id: 3 } as never);
    expect(await idsOf(things(), { _id: { $ne: 2 } })).toBe('1 3');
  });
}

function findAndModifyRules(things: () => Collection): void {
  test('findOneAndUpdate takes the first by sort, before or after', async () => {
    await things().insertMany([
      { _id: 1, n: 3 },
      { _id: 2, n: 1 },
      { _id: 3, n: 2 },
    ] as never);
    const first = await things().findOneAndUpdate({ n: { $gte: 1 } }, { $inc: { n: 10 } } as never, {
      sort: { n: 1 },
      returnDocument: 'after',
    });
    expect(first).toEqual({ _id: 2, n: 11 });
    const before = await things().findOneAndUpdate({}, { $inc: { n: 1 } } as never, {
      sort: { n: -1 },
      projection: { n: 1, _id: 0 },
    });
    expect(before).toEqual({ n: 11 });
    expect(await things().findOneAndUpdate({ n: 99 }, { $set: { n: 1 } })).toBeNull();
    expect(await things().findOneAndDelete({ n: 3 })).toEqual({ _id: 1, n: 3 });
    expect(await idsOf(things(), {})).toBe('2 3');
  });

  test('a duplicate in findOneAndUpdate is 11000 and changes nothing', async () => {
    await things().createIndex({ u: 1 }, { unique: true, name: 'onlyOne' });
    await things().insertMany([
      { _id: 1, u: 1 },
      { _id: 2, u: 2 },
    ] as never);
    const error = await things()
      .findOneAndUpdate({ _id: 2 } as never, { $set: { u: 1 } })
      .catch((thrown) => thrown);
    expect(error.code).toBe(11000);
    expect(await things().findOne({ _id: 2 } as never)).toEqual({ _id: 2, u: 2 });
  });
}

function deleteAndCountRules(things: () => Collection): void {
  test('delete takes one or all, and counts agree', async () => {
    await things().insertMany(Array.from({ length: 30 }, (_, i) => ({ _id: i, even: i % 2 === 0 })) as never);
    expect(await things().countDocuments({ even: true })).toBe(15);
    expect(await things().countDocuments({ even: 'x' })).toBe(0);
    expect((await things().deleteOne({ even: true })).deletedCount).toBe(1);
    expect((await things().deleteMany({ even: true })).deletedCount).toBe(14);
    expect((await things().deleteMany({ even: true })).deletedCount).toBe(0);
    expect(await things().countDocuments({})).toBe(15);
    expect((await things().deleteMany({})).deletedCount).toBe(15);
  });

  test('a collection that is not there is empty', async () => {
    expect(await things().findOne({})).toBeNull();
    expect(await things().countDocuments({})).toBe(0);
    expect((await things().deleteMany({})).deletedCount).toBe(0);
    expect((await things().updateOne({}, { $set: { a: 1 } })).matchedCount).toBe(0);
    expect(await things().findOneAndUpdate({}, { $set: { a: 1 } })).toBeNull();
  });
}

function indexRules(things: () => Collection): void {
  const duplicate = (work: Promise<unknown>) => work.then(won, codeOf);

  test('unique takes missing for null; sparse leaves missing out', async () => {
    await things().createIndexes([
      { key: { u: 1 }, name: 'u', unique: true },
      { key: { s: 1 }, name: 's', unique: true, sparse: true },
    ]);
    await things().insertOne({ _id: 1 } as never);
    expect(await duplicate(things().insertOne({ _id: 2 } as never))).toBe(11000);
    expect(await duplicate(things().insertOne({ _id: 3, u: null } as never))).toBe(11000);
    expect(await duplicate(things().insertOne({ _id: 4, u: 4, s: null } as never))).toBe('won');
    expect(await duplicate(things().insertOne({ _id: 5, u: 5, s: null } as never))).toBe(11000);
  });

  test('a compound unique index counts all its fields, an array each element', async () => {
    await things().createIndex({ a: 1, b: 1 }, { unique: true });
    await things().insertMany([
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { a: 2, b: [7, 8, 7] },
    ] as never);
    expect(await duplicate(things().insertOne({ a: 1, b: 2 }))).toBe(11000);
    expect(await duplicate(things().insertOne({ a: 2, b: 8 }))).toBe(11000);
    expect(await duplicate(things().insertOne({ a: 2, b: 9 }))).toBe('won');
  });

  test('a key is free again when its document lets go', async () => {
    await things().createIndex({ u: 1 }, { unique: true });
    await things().insertMany([
      { _id: 1, u: 1 },
      { _id: 2, u: 2 },
    ] as never);
    await things().updateOne({ _id: 1 } as never, { $set: { u: 3 } });
    await things().deleteOne({ _id: 2 } as never);
    expect(await duplicate(things().insertOne({ u: 1 }))).toBe('won');
    expect(await duplicate(things().insertOne({ u: 2 }))).toBe('won');
    expect(await duplicate(things().insertOne({ u: 3 }))).toBe(11000);
  });

  test('indexes are listed, made twice without harm, refused when they differ or the data forbids them', async () => {
    await things().insertMany([{ a: 1 }, { a: 1 }]);
    await things().createIndex({ b: 1, a: -1 }, { name: 'pair', sparse: true });
    await things().createIndex({ b: 1, a: -1 }, { name: 'pair', sparse: true });
    expect(await things().createIndex({ a: 1 }, { unique: true }).then(won, codeOf)).toBe(11000);
    expect(await things().createIndex({ a: 1 }, { name: 'pair' }).then(won, codeOf)).toBe(86);
    const listed = (await things().listIndexes().toArray()).map(({ name, key, unique, sparse }) => ({
      name,
      key,
      unique,
      sparse,
    }));
    expect(listed).toEqual([
      { name: '_id_', key: { _id: 1 }, unique: undefined, sparse: undefined },
      { name: 'pair', key: { b: 1, a: -1 }, unique: undefined, sparse: true },
    ]);
  });

  test('drop takes the documents and the indexes', async () => {
    await things().createIndex({ u: 1 }, { unique: true });
    await things().insertOne({ u: 1 });
    await things().drop();
    await things().insertMany([{ u: 1 }, { u: 1 }]);
    expect(await things().countDocuments({})).toBe(2);
  });
}

function cursorRules(things: () => Collection): void {
  test('a long answer comes in batches, in order, and can be left', async () => {
    const documents = Array.from({ length: 1000 }, (_, i) => ({ _id: i, v: 1000 - i }));
    await things().insertMany(documents as never);
    await things().createIndex({ v: 1 });
    const read = await things()
      .find({ v: { $gt: 100 } })
      .sort({ v: 1 })
      .batchSize(70)
      .toArray();
    expect(read.map(({ v }) => v)).toEqual(Array.from({ length: 900 }, (_, i) => i + 101));
    const some = things().find().batchSize(10);
    for (let i = 0; i < 25; i += 1) await some.next();
    await some.close();
    expect((await things().find().limit(250).batchSize(100).toArray()).length).toBe(250);
  });

  test('documents of many megabytes come in more than one message', async () => {
    await things().insertMany(
      Array.from({ length: 5 }, (_, i) => ({ _id: i, big: 'x'.repeat(5_000_000) })) as never,
    );
    expect((await things().find().toArray()).map(({ _id }) => _id)).toEqual([0, 1, 2, 3, 4]);
  });
}

function raceRules(things: () => Collection): void {
  test('of eight that compare and set at once, one wins', async () => {
    await things().insertMany(Array.from({ length: 25 }, (_, i) => ({ _id: i, version: 0 })) as never);
    for (let id = 0; id < 25; id += 1) {
      const tries = Array.from({ length: 8 }, (_, by) =>
        things().findOneAndUpdate(
          { _id: id, version: 0 } as never,
          { $inc: { version: 1 }, $set: { by } } as never,
        ),
      );
      expect((await Promise.all(tries)).filter((won) => won !== null)).toHaveLength(1);
    }
  });

  test('of eight that insert one unique key at once, one wins', async () => {
    await things().createIndex({ u: 1 }, { unique: true });
    for (let u = 0; u < 25; u += 1) {
      const tries = Array.from({ length: 8 }, () => things().insertOne({ u }).then(won, codeOf));
      const outcomes = await Promise.all(tries);
      expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
      // 112 (write conflict) is another server's way to say that somebody else was first.
      expect(
        outcomes.filter((outcome) => outcome !== 'won').every((code) => code === 11000 || code === 112),
      ).toBe(true);
    }
  });
}

/** Two answers of one type, so that a race can be told by them. */
function won(): string | number | undefined {
  return 'won';
}

function codeOf(error: { code?: number }): string | number | undefined {
  return error.code;
}
