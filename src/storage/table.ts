import type { Connection, Model, Schema } from 'mongoose';
import type { Machine } from '../ports/machine.ts';
import { above } from './conditions.ts';
import { despiteConflicts, duplicateIn, onlyDuplicates } from './failures.ts';
import { validateUpdate } from './validate.ts';

export type Filter = Readonly<Record<string, unknown>>;

export interface Update {
  readonly $set?: Readonly<Record<string, unknown>>;
  readonly $unset?: Readonly<Record<string, ''>>;
  readonly $inc?: Readonly<Record<string, number>>;
  readonly $push?: Readonly<Record<string, unknown>>;
}

export interface Reading {
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  readonly limit?: number;
  readonly fields?: readonly string[];
}

const PAGE = 500;

/** A value in a filter that is an object with operators and not one of ours (conditions.ts) is no value. */
const SAFE = { sanitizeFilter: true } as const;

/** A collection through the few operations that every MongoDB-compatible server does alike (README.md lists them). */
export interface Table<Row extends { readonly _id: string }> {
  /** null: inserted; else the name of the index that has it already. */
  insert(row: Row): Promise<string | null>;
  /** Inserts what is not there yet. */
  insertMissing(rows: readonly Row[]): Promise<void>;
  one(filter: Filter, reading?: Reading): Promise<Row | null>;
  find(filter: Filter, reading?: Reading): Promise<Row[]>;
  /** All rows in the order of `_id`, a page at a time: no cursor stays open between pages. */
  each(fields?: Reading['fields']): AsyncIterable<Row>;
  /** True when a row matched. */
  update(filter: Filter, update: Update): Promise<boolean>;
  /** The row after the update, or null when none matched. */
  updateAndGet(filter: Filter, update: Update, sort?: Reading['sort']): Promise<Row | null>;
  /** The same for values that are in their columns' types already: checked against the schema, not cast. */
  updateAsIs(filter: Filter, update: Update): Promise<boolean>;
  /** Many updates in one command, each of one row by its own filter. */
  updateEach(updates: readonly FilteredUpdate[]): Promise<void>;
  remove(filter: Filter): Promise<number>;
}

export interface FilteredUpdate {
  readonly filter: Filter;
  readonly update: Update;
}

/** An update without what says nothing: undefined values, and empty operators, which older servers refuse. */
function compact(update: Update): object {
  const parts = Object.entries(update).map(
    ([operator, part]) =>
      [
        operator,
        Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)),
      ] as const,
  );
  return Object.fromEntries(parts.filter(([, part]) => Object.keys(part).length > 0));
}

/** Opens a collection of the connection under its schema. */
export function openTable<Row extends { readonly _id: string }>(
  connection: Connection,
  machine: Machine,
  name: string,
  schema: Schema,
): Table<Row> {
  const model = connection.model(name, schema, name) as unknown as Model<Row>;
  const retried: Retried = (write) => despiteConflicts(machine, write);
  return { ...reads(model), ...inserts(model, retried), ...updates(model, retried) };
}

type Retried = <T>(write: () => Promise<T>) => Promise<T>;
type Reads<Row extends { readonly _id: string }> = Pick<Table<Row>, 'one' | 'find' | 'each'>;

function reads<Row extends { readonly _id: string }>(model: Model<Row>): Reads<Row> {
  function options({ sort, limit, fields }: Reading): object {
    const projection = fields && Object.fromEntries(fields.map((field) => [field, 1]));
    return {
      ...SAFE,
      lean: true,
      ...(sort && { sort }),
      ...(limit && { limit }),
      ...(fields && { projection }),
    };
  }
  async function find(filter: Filter, reading: Reading = {}): Promise<Row[]> {
    return (await model.find(filter as object, null, options(reading))) as unknown as Row[];
  }
  return {
    find,
    async one(filter, reading = {}) {
      return (await model.findOne(filter as object, null, options(reading))) as unknown as Row | null;
    },
    async *each(fields) {
      const reading: Reading = { sort: { _id: 1 }, limit: PAGE, ...(fields && { fields }) };
      let page = await find({}, reading);
      while (page.length > 0) {
        yield* page;
        const last = page.at(-1)?._id ?? '';
        page = page.length < PAGE ? [] : await find({ _id: above(last) }, reading);
      }
    },
  };
}

type Inserts<Row extends { readonly _id: string }> = Pick<Table<Row>, 'insert' | 'insertMissing'>;

function inserts<Row extends { readonly _id: string }>(model: Model<Row>, retried: Retried): Inserts<Row> {
  async function insertAll(documents: object[]): Promise<void> {
    try {
      await model.insertMany(documents, { ordered: false, lean: true });
    } catch (error) {
      if (!onlyDuplicates(error)) throw error;
    }
  }
  return {
    async insert(row) {
      try {
        await retried(() => model.create([row as object]));
        return null;
      } catch (error) {
        const index = duplicateIn(error);
        if (index === null) throw error;
        return index;
      }
    },
    async insertMissing(rows) {
      // Checked first: an unordered insert would leave out what is not valid without a word.
      const documents = rows.map((row) => new model(row as object));
      await Promise.all(documents.map((document) => document.validate()));
      await retried(() => insertAll(documents.map((document) => document.toObject({ minimize: false }))));
    },
  };
}

type Updates<Row extends { readonly _id: string }> = Pick<
  Table<Row>,
  'update' | 'updateAndGet' | 'updateAsIs' | 'updateEach' | 'remove'
>;

function updates<Row extends { readonly _id: string }>(model: Model<Row>, retried: Retried): Updates<Row> {
  const options = { ...SAFE, runValidators: true, upsert: false } as const;
  return {
    async update(filter, update) {
      const wanted = compact(update);
      const result = await retried(() => model.updateOne(filter as object, wanted, options).exec());
      return result.matchedCount > 0;
    },
    async updateAndGet(filter, update, sort = {}) {
      const wanted = compact(update);
      const how = { ...options, returnDocument: 'after', sort } as const;
      const row = await retried(() =>
        model
          .findOneAndUpdate(filter as object, wanted, how)
          .lean()
          .exec(),
      );
      return row as unknown as Row | null;
    },
    async updateAsIs(filter, update) {
      const wanted = compact(update);
      validateUpdate(model.schema, wanted as Parameters<typeof validateUpdate>[1]);
      const result = await retried(() => model.collection.updateOne(filter as object, wanted));
      return result.matchedCount > 0;
    },
    async updateEach(updates) {
      const statements = updates.map(({ filter, update }) => ({
        updateOne: { filter, update: compact(update) },
      }));
      await retried(() => model.bulkWrite(statements as never, { ordered: false, strict: 'throw' } as never));
    },
    async remove(filter) {
      const result = await retried(() => model.deleteMany(filter as object, SAFE).exec());
      return result.deletedCount;
    },
  };
}
