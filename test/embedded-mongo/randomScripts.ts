import fc from 'fast-check';
import mongoose from 'mongoose';

const { Double, Long } = mongoose.mongo;

export type Doc = Record<string, unknown>;
export type Sort = Record<string, 1 | -1>;

/** One operation: its answer, and what the collection holds after it, are one case. */
export type Operation =
  | {
      readonly do: 'find';
      readonly filter: Doc;
      readonly sort: Sort;
      readonly limit: number;
      readonly projection: Doc;
    }
  | { readonly do: 'insert'; readonly documents: readonly Doc[]; readonly ordered: boolean }
  | { readonly do: 'update'; readonly batch: readonly Statement[]; readonly ordered: boolean }
  | {
      readonly do: 'findOneAndUpdate';
      readonly filter: Doc;
      readonly sort: Sort;
      readonly update: Doc;
      readonly after: boolean;
    }
  | { readonly do: 'delete'; readonly filter: Doc };

export interface Statement {
  readonly filter: Doc;
  readonly update: Doc;
}

/** Documents to begin with, and what is done to them one after the other. */
export interface Script {
  readonly documents: readonly Doc[];
  readonly operations: readonly Operation[];
}

export const OPERATIONS_PER_SCRIPT = 25;

// A field's part in a script: `a` and `list` hold arrays and are under no index; `u` and `w` are unique in some collections, and
// their values differ by more than their numeric type (see the README's table of differences); `n` is counted.
const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -2, max: 3 }) },
  fc.constantFrom(new Double(1.5), new Double(2), Long.fromString('9007199254740993'), Number.NaN),
  { weight: 2, arbitrary: fc.constantFrom('', 'a', 'b', 'Å') },
  fc.constantFrom(null, true, false, new Date(0), new Date(5)),
);
// What $inc may meet: the other server takes true for 1, and NaN + 1 for a change.
const number = scalar.filter((each) => typeof each !== 'boolean' && !Number.isNaN(each));
const inner = fc.record({ x: scalar, y: number }, { requiredKeys: [], noNullPrototype: true });
const plain = fc.oneof({ weight: 4, arbitrary: scalar }, inner);
const list = fc.array(fc.oneof(scalar, inner), { maxLength: 3 });
const value = fc.oneof({ weight: 2, arbitrary: plain }, list);
const unique = fc.constantFrom(0, 1, 2, 3, null, '0', '1', new Date(1), 0.5, { x: 1 }, true);
const id = fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 'a', 'b', 2.5, new Date(7));

const content = { a: value, b: plain, c: plain, u: unique, w: unique, n: number, list };
const document = fc
  .tuple(id, fc.record(content, { requiredKeys: [], noNullPrototype: true }))
  .map(([_id, fields]) => ({ _id, ...fields }));

const path = fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y', 'b.x', 'c.y', 'n', 'u', 'w', 'list', 'list.x');
const bound = scalar.filter((each) => each !== null && typeof each !== 'boolean');
const condition = fc.oneof(
  { weight: 2, arbitrary: value },
  fc.record({ $in: fc.array(plain, { maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }), $ne: scalar }),
  fc.record({ $gt: bound, $lte: bound }, { requiredKeys: ['$gt'] }),
  fc.record({ $gte: bound, $lt: bound }, { requiredKeys: ['$lt'] }),
);
const conditions = fc.dictionary(path, condition, { maxKeys: 2, noNullPrototype: true });
const branches = fc.array(conditions, { minLength: 1, maxLength: 2 });
const filter: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 4, arbitrary: conditions },
  fc.tuple(conditions, branches).map(([and, $or]) => ({ ...and, $or })),
  fc
    .tuple(fc.array(id, { maxLength: 4 }), conditions)
    .map(([ids, and]) => ({ _id: { $in: ids }, ...and }) as Doc),
);
/** Of one document: which of several is taken is nobody's promise. */
const one = fc.tuple(id, conditions).map(([_id, and]) => ({ _id, ...and }) as Doc);

const direction = fc.constantFrom(1 as const, -1 as const);
const sort: fc.Arbitrary<Sort> = fc
  .tuple(
    fc.uniqueArray(fc.tuple(fc.constantFrom('b', 'c', 'c.x', 'u'), direction), {
      maxLength: 2,
      selector: ([field]) => field.split('.')[0],
    }),
    direction,
  )
  .map(([fields, last]) => Object.fromEntries([...fields, ['_id', last]]));
const projection = fc.constantFrom({}, {}, { a: 1, u: 1 }, { _id: 1 }, { absent: 1, b: 1 });

// Setting a field of the document itself cannot fail, save under a unique index.
const setField = fc.oneof(
  fc.constantFrom('a', 'd', 'list').chain((at) => value.map((each) => ({ [at]: each }))),
  fc.constantFrom('b', 'c').chain((at) => plain.map((each) => ({ [at]: each }))),
  unique.map((u) => ({ u })),
  unique.map((w) => ({ w })),
);
const setBelow = fc.constantFrom('b.x', 'c.x', 'c.z.w').chain((at) => plain.map((each) => ({ [at]: each })));
// Large enough to change even a double that has lost its last digits: the other server counts what stays the same as modified.
const [WHOLE, BROKEN] = [1_000_003, 1_000_000.5];
const parts = {
  $set: fc.oneof(setField, setBelow),
  $unset: fc.constantFrom({ a: 1 }, { 'b.y': 1 }, { c: 1 }, { u: 1 }, { absent: 1 }, { list: '' }),
  $inc: fc.constantFrom(
    { n: WHOLE },
    { n: BROKEN },
    { n: Long.fromString('9007199254740993') },
    { counted: 1 },
    { 'c.y': -3 },
  ),
  $push: fc
    .tuple(fc.constantFrom('list', 'a', 'made'), fc.array(plain, { minLength: 1, maxLength: 2 }))
    .map(([at, $each]) => ({ [at]: { $each } })),
};
// Of two operators one at most can fail: which of two errors is told differs (see the README's table).
const update: fc.Arbitrary<Doc> = fc.oneof(
  fc.record({ $set: parts.$set }),
  fc.record({ $unset: parts.$unset, $set: parts.$set }),
  fc.record({ $set: setField, $inc: parts.$inc }),
  fc.record({ $inc: parts.$inc, $unset: parts.$unset }, { requiredKeys: ['$inc'] }),
  fc.record({ $push: parts.$push, $set: setField }, { requiredKeys: ['$push'] }),
);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('find' as const),
      filter,
      sort,
      limit: fc.constantFrom(0, 0, 1, 3),
      projection,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('insert' as const),
      documents: fc.array(document, { minLength: 1, maxLength: 4 }),
      ordered: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('update' as const),
      batch: fc.array(fc.record({ filter: one, update }), { minLength: 1, maxLength: 3 }),
      ordered: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('findOneAndUpdate' as const),
      filter,
      sort,
      update,
      after: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), filter: one }) },
);

export const script: fc.Arbitrary<Script> = fc.record({
  documents: fc.array(document, { minLength: 4, maxLength: 12 }),
  operations: fc.array(operation, {
    minLength: OPERATIONS_PER_SCRIPT,
    maxLength: OPERATIONS_PER_SCRIPT,
  }),
});
