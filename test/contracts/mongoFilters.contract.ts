import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type Doc, idsOf, type Thing, type Things } from './mongoThings.ts';

const { Double, Long } = mongoose.mongo;

const DAY = new Date('2026-03-01T00:00:00.000Z');
const BIG = Long.fromString('9007199254740993');

/** Every shape that a filter may meet, by a telling `_id`; an array is never under an index. */
const FLAT: readonly Thing[] = [
  { _id: 'missing' },
  { _id: 'null', v: null },
  { _id: 'int', v: 5 },
  { _id: 'double', v: new Double(5.5) },
  { _id: 'long', v: BIG },
  { _id: 'nan', v: Number.NaN },
  { _id: 'string', v: 'five' },
  { _id: 'upper', v: 'Zoo' },
  { _id: 'empty', v: '' },
  { _id: 'doc', v: { a: 1, b: 2 } },
  { _id: 'docSwapped', v: { b: 2, a: 1 } },
  { _id: 'docNull', v: { a: null } },
  { _id: 'true', v: true },
  { _id: 'false', v: false },
  { _id: 'date', v: DAY },
];
const ARRAYS: readonly Thing[] = [
  { _id: 'array', v: [1, 5, 9] },
  { _id: 'arrayEmpty', v: [] },
  { _id: 'arrayNull', v: [null] },
  { _id: 'arrayNested', v: [[5, 6]] },
  { _id: 'arrayDocs', v: [{ a: 1 }, { a: 7, b: 2 }] },
];

const FILTERS: readonly (readonly [name: string, filter: Doc, ids: string])[] = [
  ['equality finds a value and an array that holds it', { v: 5 }, 'array int'],
  ['numbers of any type are equal by value', { v: Long.fromNumber(5) }, 'array int'],
  ['int64 beyond 2^53 is exact', { v: BIG }, 'long'],
  ['int64 one beside is another', { v: BIG.subtract(1) }, ''],
  ['null finds null, missing and an array with null', { v: null }, 'arrayNull missing null'],
  [
    'null at a dotted path counts scalars as missing',
    { 'v.a': null, _id: { $in: ['int', 'missing', 'docNull', 'doc'] } },
    'docNull int missing',
  ],
  ['a document equals only with its order of fields', { v: { a: 1, b: 2 } }, 'doc'],
  ['an array equals as a whole or inside an array', { v: [5, 6] }, 'arrayNested'],
  ['a dotted path looks into documents and arrays of them', { 'v.a': 1 }, 'arrayDocs doc docSwapped'],
  ['a date equals', { v: DAY }, 'date'],
  ['true is not 1', { v: true }, 'true'],
  ['NaN equals NaN', { v: Number.NaN }, 'nan'],
  [
    '$in takes any of several, null among them',
    { v: { $in: ['five', 9, null] } },
    'array arrayNull missing null string',
  ],
  [
    '$in names a value once though it is there twice',
    { v: { $in: [5, Long.fromNumber(5), 5.5] } },
    'array double int',
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
  ['$gt compares numbers with numbers only', { v: { $gt: 5 } }, 'array double long'],
  ['$gte includes the value itself', { v: { $gte: 5.5 } }, 'array double long'],
  ['$lt excludes NaN', { v: { $lt: 5 } }, 'array'],
  ['$lte on int64', { v: { $lte: BIG, $gt: 100 } }, 'long'],
  ['$gt and $lt may be met by different elements', { v: { $gt: 8, $lt: 2 } }, 'array'],
  ['strings compare by their bytes', { v: { $gte: 'Z', $lt: 'g' } }, 'string upper'],
  ['$lte with an empty string', { v: { $lte: '' } }, 'empty'],
  ['dates compare', { v: { $lt: new Date(DAY.getTime() + 1), $gte: DAY } }, 'date'],
  ['bounds of two types leave nothing', { v: { $gt: 1, $lt: 'z' }, _id: { $ne: 'array' } }, ''],
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
  ['$in and $ne on one field are both met', { v: { $in: [5, 'five'], $ne: 5 } }, 'string'],
  [
    '$exists: true finds null too',
    { v: { $exists: true }, _id: { $in: ['null', 'missing', 'arrayEmpty'] } },
    'arrayEmpty null',
  ],
  ['$exists: false', { v: { $exists: false } }, 'missing'],
  ['$exists at a dotted path', { 'v.b': { $exists: true } }, 'arrayDocs doc docSwapped'],
  ['$or takes either branch', { $or: [{ v: 'five' }, { v: { $lt: 2 } }] }, 'array string'],
  ['$or beside a condition', { _id: { $ne: 'array' }, $or: [{ v: 5 }, { v: true }] }, 'int true'],
];

async function answers(things: Things, filters: typeof FILTERS): Promise<Doc> {
  const found: Doc = {};
  for (const [name, filter] of filters) found[name] = await idsOf(things, filter);
  return found;
}

export function filterRules(things: () => Things): void {
  test('every filter finds what MongoDB finds, arrays among it', async () => {
    await things().insertMany([...FLAT, ...ARRAYS]);
    expect(await answers(things(), FILTERS)).toEqual(
      Object.fromEntries(FILTERS.map(([name, , ids]) => [name, ids])),
    );
  });

  test.each([[{ v: 1 }], [{ v: -1 }], [{ 'v.a': 1, v: 1 }], [{ v: 1, _id: -1 }]] as const)(
    'the index %j changes no answer',
    async (key) => {
      await things().createIndexes([{ key, name: 'index' }]);
      await things().insertMany([...FLAT]);
      const flat = (ids: string) =>
        ids
          .split(' ')
          .filter((id) => !id.startsWith('array'))
          .join(' ');
      expect(await answers(things(), FILTERS)).toEqual(
        Object.fromEntries(FILTERS.map(([name, , ids]) => [name, flat(ids)])),
      );
    },
  );

  test('two fields of one array may be met by different elements', async () => {
    const both = [
      { a: 1, b: 1 },
      { a: 2, b: 2 },
    ];
    await things().insertMany([
      { _id: 1, l: both },
      { _id: 2, l: both.slice(0, 1) },
    ]);
    expect(await idsOf(things(), { 'l.a': 1, 'l.b': 2 })).toBe('1');
    expect(await idsOf(things(), { 'l.a': 1, 'l.b': 1 })).toBe('1 2');
  });
}

const ORDER =
  'missing null nan int double long empty upper string docNull doc docSwapped false true date'.split(' ');

export function sortRules(things: () => Things): void {
  const sorted = async (sort: Record<string, 1 | -1>) =>
    (await things().find().sort(sort).toArray()).map(({ _id }) => _id);

  test('types sort in BSON order, ties left to _id, with an index and without', async () => {
    await things().insertMany([...FLAT].reverse());
    expect(await sorted({ v: 1, _id: 1 })).toEqual(ORDER);
    expect(await sorted({ v: -1, _id: -1 })).toEqual([...ORDER].reverse());
    await things().createIndexes([{ key: { v: 1, _id: 1 }, name: 'index' }]);
    expect(await sorted({ v: 1, _id: 1 })).toEqual(ORDER);
    expect(await sorted({ v: -1, _id: -1 })).toEqual([...ORDER].reverse());
  });

  test('a page is the beginning of the order, by index or not', async () => {
    const documents = Array.from({ length: 60 }, (_, i) => ({
      _id: i,
      g: i % 3,
      at: new Date(1000 * ((i * 7) % 60)),
      x: i % 7,
    }));
    await things().insertMany(documents);
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
    await things().createIndexes([
      { key: { g: 1, at: 1 }, name: 'up' },
      { key: { x: -1, at: 1 }, name: 'down' },
    ]);
    expect(await page()).toEqual(plain);
  });

  test('a projection keeps the fields that it names, and _id', async () => {
    await things().insertOne({ _id: 1, a: 1, b: { c: 2 }, l: [1] });
    const kept = (projection: Doc) => things().findOne({}, { projection });
    expect(await kept({ a: 1, l: 1 })).toEqual({ _id: 1, a: 1, l: [1] });
    expect(await kept({ _id: 1, absent: 1 })).toEqual({ _id: 1 });
  });
}
