import { type Doc, encode, isDocument, MAX_DOCUMENT_BYTES } from './bson.ts';
import type { Collection } from './catalog.ts';
import { commandError } from './errors.ts';
import type { Found } from './find.ts';
import { addToIndex, documentKey } from './indexes.ts';
import { rankOf } from './keys.ts';
import { valueAt } from './paths.ts';
import type { Tables } from './tables.ts';

// Documents with their index entries. Each throws E11000 half way; `atomically` takes that half back.

export function insertRecord(tables: Tables, collection: Collection, document: Doc): void {
  const record = tables.addDocument(collection.id, encoded(document));
  for (const index of collection.indexes) addToIndex(tables, collection, index, document, record);
}

/** Puts a changed document in its place; false when not a byte differs. */
export function replaceRecord(tables: Tables, collection: Collection, before: Found, after: Doc): boolean {
  const { record } = before;
  const bytes = encoded(after);
  if (bytes.equals(before.bytes)) return false;
  tables.replaceDocument(record, bytes);
  const touched = collection.indexes.filter(({ fields }) =>
    fields.some(({ path }) => valueAt(before.document, path) !== valueAt(after, path)),
  );
  for (const index of touched) {
    tables.removeEntry(index.id, documentKey(before.document, index.fields), record);
    addToIndex(tables, collection, index, after, record);
  }
  return true;
}

export function removeRecord(tables: Tables, collection: Collection, { record, document }: Found): void {
  tables.removeDocument(record);
  for (const { id, fields } of collection.indexes)
    tables.removeEntry(id, documentKey(document, fields), record);
}

function encoded(document: Doc): Buffer {
  checkTypes(document);
  const bytes = encode(document);
  if (bytes.length <= MAX_DOCUMENT_BYTES) return bytes;
  throw commandError(
    10334,
    `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`,
  );
}

/** Refuses, by its name, a type that is not on the list. */
function checkTypes(value: unknown): void {
  rankOf(value);
  if (Array.isArray(value)) value.forEach(checkTypes);
  else if (isDocument(value)) Object.values(value).forEach(checkTypes);
}
