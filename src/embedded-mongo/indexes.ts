import { EJSON } from 'bson';
import type { Doc } from './bson.ts';
import type { Collection, Index, IndexField } from './catalog.ts';
import { type CommandError, commandError } from './errors.ts';
import { directedKey } from './keys.ts';
import { valueAt } from './paths.ts';
import type { Tables } from './tables.ts';

/** A document's place in an index, or in a sort. */
export function documentKey(document: Doc, fields: readonly IndexField[]): Buffer {
  return Buffer.concat(fields.map(({ path, direction }) => directedKey(valueAt(document, path), direction)));
}

/** Throws E11000 when another document has the key in a unique index. */
export function addToIndex(
  tables: Tables,
  collection: Collection,
  index: Index,
  document: Doc,
  record: number,
): void {
  const key = documentKey(document, index.fields);
  if (index.unique && tables.isTaken(index.id, key, record)) throw duplicate(collection, index, document);
  tables.addEntry(index.id, key, record);
}

/** E11000, in MongoDB's words. */
function duplicate({ namespace }: Collection, { name, fields }: Index, document: Doc): CommandError {
  const keyPattern = Object.fromEntries(fields.map(({ path, direction }) => [path, direction]));
  const keyValue = Object.fromEntries(fields.map(({ path }) => [path, valueAt(document, path) ?? null]));
  const words = Object.entries(keyValue).map(([path, value]) => `${path}: ${EJSON.stringify(value)}`);
  return commandError(
    11000,
    `E11000 duplicate key error collection: ${namespace} index: ${name} dup key: { ${words.join(', ')} }`,
    { keyPattern, keyValue },
  );
}
