import type { Doc } from './bson.ts';
import type { Collection, Index, IndexSpec } from './catalog.ts';
import type { Context, Data } from './context.ts';
import { commandError } from './errors.ts';
import { find } from './find.ts';
import { addToIndex } from './indexes.ts';
import { parseFilter } from './match.ts';
import { checkOptions, directionsOption, documentsOption } from './options.ts';
import { PAUSE } from './pause.ts';

const ALL = { filter: parseFilter({}), sort: [], limit: 0 };

/** `createIndexes`: all of them or, when the data forbids one, none. */
export function createIndexes(context: Context, command: Doc): Doc {
  const namespace = `${context.database}.${String(command['createIndexes'])}`;
  const wanted = documentsOption(command, 'indexes').map(indexWanted);
  const existing = context.catalog.find(namespace);
  const collection = existing ?? context.catalog.create(namespace);
  const numIndexesBefore = collection.indexes.length;
  const missing = wanted.filter((index) => !isThere(collection, index));
  const added = context.store.atomically(() => missing.map((index) => build(context, collection, index)));
  collection.indexes = [...collection.indexes, ...added];
  return {
    numIndexesBefore,
    numIndexesAfter: collection.indexes.length,
    createdCollectionAutomatically: existing === undefined,
    ok: 1,
  };
}

function indexWanted(spec: Doc): IndexSpec {
  checkOptions(spec, 'an index');
  const fields = directionsOption(spec, 'key');
  if (fields.length === 0) throw commandError(67, 'Index keys cannot be an empty object');
  if (typeof spec['name'] === 'string')
    return { name: spec['name'], fields, unique: spec['unique'] === true };
  throw commandError(9, "The 'name' field is a required property of an index");
}

/** Throws when another index has its name, or its fields under another name. */
function isThere({ indexes }: Collection, wanted: IndexSpec): boolean {
  const sameName = indexes.find((index) => index.name === wanted.name);
  if (sameName !== undefined && shape(sameName) !== shape(wanted))
    throw commandError(86, `An existing index has the name ${wanted.name} but differs`);
  const sameShape = indexes.find((index) => shape(index) === shape(wanted));
  if (sameName === undefined && sameShape !== undefined)
    throw commandError(85, `Index already exists with a different name: ${sameShape.name}`);
  return sameName !== undefined;
}

function shape({ fields, unique }: IndexSpec): string {
  return JSON.stringify([fields.map(({ path, direction }) => [path, direction]), unique]);
}

function build(data: Data, collection: Collection, spec: IndexSpec): Index {
  const index = data.catalog.addIndex(collection.id, spec);
  for (const found of find(data, collection, ALL))
    if (found !== PAUSE) addToIndex(data.tables, collection, index, found.document, found.record);
  return index;
}
