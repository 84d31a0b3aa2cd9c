import { type Doc, decode } from './bson.ts';
import { type Collection, type Index, recordOf, recordRange } from './catalog.ts';
import type { Context } from './context.ts';
import { commandError } from './errors.ts';
import { checkUnique, entryRange, indexKey, putEntry } from './indexes.ts';
import { checkOptions, directionsOption, documentsOption } from './options.ts';
import { EVERYTHING } from './ranges.ts';
import { type Store, scan, write } from './store.ts';

type Wanted = Omit<Index, 'id'>;

/** `createIndexes`: all of them or, when the data forbids one, none. */
export function createIndexes({ data, database }: Context, command: Doc): Doc {
  const name = String(command['createIndexes']);
  const wanted = documentsOption(command, 'indexes').map(indexWanted);
  const existing = data.catalog.find(database, name);
  const collection = existing ?? data.catalog.create(database, name);
  const numIndexesBefore = collection.indexes.length;
  const added = wanted
    .filter((index) => !isThere(collection, index))
    .map((index) => ({ id: data.catalog.nextId(), ...index }));
  buildAll(data.store, collection, added);
  if (added.length > 0) {
    collection.indexes = [...collection.indexes, ...added];
    data.catalog.save(collection);
  }
  return {
    numIndexesBefore,
    numIndexesAfter: collection.indexes.length,
    createdCollectionAutomatically: existing === undefined,
    ok: 1,
  };
}

function indexWanted(spec: Doc): Wanted {
  checkOptions(spec, 'an index');
  const fields = directionsOption(spec, 'key');
  if (fields.length === 0) throw commandError(67, 'Index keys cannot be an empty object');
  if (typeof spec['name'] === 'string')
    return { name: spec['name'], fields, unique: spec['unique'] === true };
  throw commandError(9, "The 'name' field is a required property of an index");
}

/** Throws when another index has its name, or its fields under another name. */
function isThere({ indexes }: Collection, wanted: Wanted): boolean {
  const sameName = indexes.find((index) => index.name === wanted.name);
  if (sameName !== undefined && shape(sameName) !== shape(wanted))
    throw commandError(86, `An existing index has the name ${wanted.name} but differs`);
  const sameShape = indexes.find((index) => shape(index) === shape(wanted));
  if (sameName === undefined && sameShape !== undefined)
    throw commandError(85, `Index already exists with a different name: ${sameShape.name}`);
  return sameName !== undefined;
}

function shape({ fields, unique }: Wanted): string {
  return JSON.stringify([fields.map(({ path, direction }) => [path, direction]), unique]);
}

function buildAll(store: Store, collection: Collection, indexes: readonly Index[]): void {
  try {
    for (const index of indexes) build(store, collection, index);
  } catch (thrown) {
    for (const index of indexes) removeAll(store, ...entryRange(index, EVERYTHING));
    throw thrown;
  }
}

function build(store: Store, collection: Collection, index: Index): void {
  for (const { key: recordKey, value } of scan(store, ...recordRange(collection), false)) {
    const [document, record] = [decode(value), recordOf(recordKey)];
    const key = indexKey(document, index);
    checkUnique(store, collection, index, key, record, document);
    write(() => putEntry(store, index, key, record));
  }
}

function removeAll(store: Store, from: Buffer, to: Buffer): void {
  for (const { key } of scan(store, from, to, false)) write(() => store.remove(key));
}
