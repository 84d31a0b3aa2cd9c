import { type Doc, decode, encode, isTrue, MAX_DOCUMENT_BYTES } from './bson.ts';
import { type Collection, type Index, type IndexField, namespace, recordOf, recordRange } from './catalog.ts';
import type { Context } from './context.ts';
import { commandError } from './errors.ts';
import { behind, duplicate, entryPrefix, indexKeys, isTaken, putEntry } from './indexes.ts';

import { matches, parseFilter } from './match.ts';
import { checkOptions, countOption, directionsOption, documentOption, documentsOption } from './options.ts';
import { isPosition } from './paths.ts';
import { openCursor } from './reads.ts';
import type { Data } from './records.ts';
import { scan, write } from './store.ts';
import { MAX_MESSAGE_BYTES } from './wire.ts';

const LIST_BATCH = 1000;

/** What the driver asks first: a standalone, so it uses neither sessions nor retryable writes nor transactions. */
export function hello(): Doc {
  return {
    ismaster: true,
    isWritablePrimary: true,
    helloOk: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  };
}

export function buildInfo(): Doc {
  return {
    version: '7.0.0',
    versionArray: [7, 0, 0, 0],
    modules: ['subdesk embedded'],
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    ok: 1,
  };
}

export function create({ data, database }: Context, command: Doc): Doc {
  const name = String(command['create']);
  if (data.catalog.find(database, name))
    throw commandError(48, `Collection ${database}.${name} already exists.`);
  data.catalog.create(database, name);
  return { ok: 1 };
}

export function listCollections(context: Context, command: Doc): Buffer {
  const filter = parseFilter(documentOption(command, 'filter') ?? {});
  const idIndex = { v: 2, key: { _id: 1 }, name: '_id_' };
  const listed = context.data.catalog.list(context.database).map(({ name }) => {
    const short = { name, type: 'collection' };
    return isTrue(command['nameOnly'])
      ? short
      : { ...short, options: {}, info: { readOnly: false }, idIndex };
  });
  const found = listed.filter((each) => matches(each, filter));
  return openCursor(context, '$cmd.listCollections', found.map(encode).values(), batchSize(command), false);
}

export function listIndexes(context: Context, command: Doc): Buffer {
  const name = String(command['listIndexes']);
  const collection = context.data.catalog.find(context.database, name);
  if (collection === undefined) throw commandError(26, `ns does not exist: ${context.database}.${name}`);
  const listed = collection.indexes.map((index) => ({
    v: 2,
    key: pattern(index.fields),
    name: index.name,
    ...(index.unique && index.name !== '_id_' ? { unique: true } : {}),
    ...(index.sparse ? { sparse: true } : {}),
  }));
  return openCursor(context, name, listed.map(encode).values(), batchSize(command), false);
}

function batchSize(command: Doc): number {
  return countOption(documentOption(command, 'cursor') ?? {}, 'batchSize', LIST_BATCH);
}

function pattern(fields: readonly IndexField[]): Doc {
  return Object.fromEntries(fields.map((field) => [field.path, field.direction]));
}

/** `createIndexes`: all of them or, when the data forbids one, none. */
export function createIndexes({ data, database }: Context, command: Doc): Doc {
  const name = String(command['createIndexes']);
  const wanted = documentsOption(command, 'indexes').map(indexWanted);
  const existing = data.catalog.find(database, name);
  const collection = existing ?? data.catalog.create(database, name);
  const before = collection.indexes.length;
  const added = wanted.filter((index) => !alreadyThere(collection, index));
  const built: Index[] = [];
  try {
    for (const index of added) {
      const made = { ...index, id: data.catalog.nextId() };
      built.push(made);
      build(data, collection, made);
    }
  } catch (thrown) {
    for (const index of built) removeRange(data, ...entryRange(index));
    throw thrown;
  }
  collection.indexes = [...collection.indexes, ...built];
  data.catalog.save(collection);
  return {
    numIndexesBefore: before,
    numIndexesAfter: collection.indexes.length,
    createdCollectionAutomatically: existing === undefined,
    ...(added.length === 0 ? { note: 'all indexes already exist' } : {}),
    ok: 1,
  };
}

function indexWanted(spec: Doc): Omit<Index, 'id'> {
  checkOptions(spec, ['key', 'name', 'unique', 'sparse', 'v', 'background'], 'an index');
  const fields = directionsOption(documentOption(spec, 'key'), 'an index');
  if (fields.length === 0) throw commandError(67, 'Index keys cannot be an empty object');
  const position = fields.find((field) => field.parts.some(isPosition));
  if (position !== undefined) throw commandError(67, `an index by a place in an array (${position.path})`);
  if (typeof spec['name'] !== 'string')
    throw commandError(9, "The 'name' field is a required property of an index");
  return {
    name: spec['name'],
    fields,
    unique: isTrue(spec['unique']),
    sparse: isTrue(spec['sparse']),
    multikey: false,
  };
}

function alreadyThere(collection: Collection, wanted: Omit<Index, 'id'>): boolean {
  // By path and direction alone: an index read back from disk has its properties in another order.
  const shape = ({ name, fields, unique, sparse }: Omit<Index, 'id'>) =>
    JSON.stringify([
      fields.map(({ path, direction }) => [path, direction]),
      name === '_id_' ? false : unique,
      sparse,
    ]);
  const sameName = collection.indexes.find((index) => index.name === wanted.name);
  if (sameName !== undefined) {
    if (shape(sameName) === shape(wanted)) return true;
    throw commandError(
      86,
      `An existing index has the same name as the requested index ${wanted.name} but differs`,
    );
  }
  const sameShape = collection.indexes.find((index) => shape(index) === shape(wanted));
  if (sameShape === undefined) return false;
  if (sameShape.name === '_id_') return true;
  throw commandError(85, `Index already exists with a different name: ${sameShape.name}`);
}

function build(data: Data, collection: Collection, index: Index): void {
  for (const { key, value } of scan(data.store, ...recordRange(collection), false)) {
    const keys = indexKeys(decode(value), index);
    const record = recordOf(key);
    const taken = index.unique ? keys.find((each) => isTaken(data.store, index, each, record)) : undefined;
    if (taken !== undefined) throw duplicate(collection, index, taken);
    write(() => {
      for (const each of keys) putEntry(data.store, index, each, record);
    });
    if (keys.length > 1) index.multikey = true;
  }
}

export function drop(context: Context, command: Doc): Doc {
  const name = String(command['drop']);
  const collection = context.data.catalog.find(context.database, name);
  if (collection === undefined) return { ok: 1 };
  dropCollection(context, collection);
  return { nIndexesWas: collection.indexes.length, ns: namespace(collection), ok: 1 };
}

export function dropDatabase(context: Context): Doc {
  for (const collection of context.data.catalog.list(context.database)) dropCollection(context, collection);
  return { dropped: context.database, ok: 1 };
}

function dropCollection(context: Context, collection: Collection): void {
  for (const index of collection.indexes) removeRange(context.data, ...entryRange(index));
  removeRange(context.data, ...recordRange(collection));
  context.data.catalog.forget(collection);
}

function entryRange(index: Index): readonly [Buffer, Buffer] {
  return [entryPrefix(index), behind(entryPrefix(index))];
}

function removeRange({ store }: Data, from: Buffer, to: Buffer): void {
  for (;;) {
    const entries = store.page({ from, to, reverse: false, limit: 1000 });
    write(() => {
      for (const entry of entries) store.remove(entry.key);
    });
    if (entries.length === 0) return;
  }
}
