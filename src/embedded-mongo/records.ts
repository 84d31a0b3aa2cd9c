import { type Doc, encode, isDocument, MAX_DOCUMENT_BYTES } from './bson.ts';
import { type Catalog, type Collection, recordKey } from './catalog.ts';
import { commandError } from './errors.ts';
import type { Found } from './find.ts';
import { checkUnique, indexKey, putEntry, removeEntry } from './indexes.ts';
import { rankOf } from './keys.ts';
import { valueAt } from './paths.ts';
import { type Store, write } from './store.ts';

// Documents with their index entries. Everything is checked before the first byte is written, so that a statement which is
// refused leaves nothing behind though other statements share its transaction.

export interface Data {
  readonly store: Store;
  readonly catalog: Catalog;
}

/** Adds a document; throws E11000 and writes nothing when a unique index has its key. */
export function insertRecord({ store }: Data, collection: Collection, document: Doc): void {
  const record = collection.nextRecord;
  const bytes = encoded(document);
  const entries = collection.indexes.map((index) => ({ index, key: indexKey(document, index) }));
  for (const { index, key } of entries) checkUnique(store, collection, index, key, record, document);
  write(() => {
    collection.nextRecord += 1;
    store.put(recordKey(collection, record), bytes);
    for (const { index, key } of entries) putEntry(store, index, key, record);
  });
}

/** Puts a changed document in its place; false when not a byte differs. */
export function replaceRecord({ store }: Data, collection: Collection, before: Found, after: Doc): boolean {
  const { record } = before;
  const bytes = encoded(after);
  if (bytes.equals(before.bytes)) return false;
  const moved = collection.indexes
    .filter(({ fields }) =>
      fields.some(({ path }) => valueAt(before.document, path) !== valueAt(after, path)),
    )
    .map((index) => ({ index, old: indexKey(before.document, index), key: indexKey(after, index) }))
    .filter(({ old, key }) => !old.equals(key));
  for (const { index, key } of moved) checkUnique(store, collection, index, key, record, after);
  write(() => {
    store.put(recordKey(collection, record), bytes);
    for (const { index, old, key } of moved) {
      removeEntry(store, index, old, record);
      putEntry(store, index, key, record);
    }
  });
  return true;
}

export function removeRecord({ store }: Data, collection: Collection, { record, document }: Found): void {
  write(() => {
    store.remove(recordKey(collection, record));
    for (const index of collection.indexes) removeEntry(store, index, indexKey(document, index), record);
  });
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
