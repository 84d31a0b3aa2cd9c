import { type Doc, encode, MAX_DOCUMENT_BYTES } from './bson.ts';
import { type Catalog, type Collection, type Index, recordKey } from './catalog.ts';
import { commandError } from './errors.ts';
import {
  type DocumentKey,
  duplicate,
  entryKey,
  indexKeys,
  isMultikey,
  isTaken,
  putEntry,
} from './indexes.ts';
import { RANK, rankOf } from './keys.ts';
import { type Store, write } from './store.ts';

// Documents with their index entries. Everything is checked before the first byte is written, so that a statement which is
// refused leaves nothing behind though other statements share its transaction.

export interface Data {
  readonly store: Store;
  readonly catalog: Catalog;
}

/** Adds a document; throws E11000 and writes nothing when a unique index has its key. */
export function insertRecord(data: Data, collection: Collection, document: Doc): void {
  const record = collection.nextRecord;
  const bytes = encoded(document);
  const keys = collection.indexes.map((index) => indexKeys(document, index));
  checkUnique(data.store, collection, keys, record);
  write(() => {
    collection.nextRecord += 1;
    data.store.put(recordKey(collection, record), bytes);
    markMultikey(data.catalog, collection, keys);
    for (const [i, index] of collection.indexes.entries()) putAll(data.store, index, keys[i] ?? [], record);
  });
}

/** Puts a changed document in its place; false when not a byte differs. */
export function replaceRecord(
  data: Data,
  collection: Collection,
  record: number,
  before: Doc,
  after: Doc,
): boolean {
  const bytes = encoded(after);
  if (bytes.equals(encode(before))) return false;
  const old = collection.indexes.map((index) => indexKeys(before, index));
  const now = collection.indexes.map((index) => indexKeys(after, index));
  const gone = old.map((keys, i) => without(keys, now[i] ?? []));
  const come = now.map((keys, i) => without(keys, old[i] ?? []));
  checkUnique(data.store, collection, come, record);
  write(() => {
    data.store.put(recordKey(collection, record), bytes);
    markMultikey(data.catalog, collection, now);
    collection.indexes.forEach((index, i) => {
      removeAll(data.store, index, gone[i] ?? [], record);
      putAll(data.store, index, come[i] ?? [], record);
    });
  });
  return true;
}

export function removeRecord(data: Data, collection: Collection, record: number, document: Doc): void {
  const keys = collection.indexes.map((index) => indexKeys(document, index));
  write(() => {
    data.store.remove(recordKey(collection, record));
    for (const [i, index] of collection.indexes.entries())
      removeAll(data.store, index, keys[i] ?? [], record);
  });
}

/** Several keys from one document: the index must know, for bounds and sorts. */
export function markMultikey(
  catalog: Catalog,
  collection: Collection,
  keys: readonly (readonly DocumentKey[])[],
): void {
  const turned = collection.indexes.filter((index, i) => !index.multikey && isMultikey(keys[i] ?? []));
  if (turned.length === 0) return;
  for (const index of turned) index.multikey = true;
  catalog.save(collection);
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

/** Refuses, by its name, a type that could not be compared. */
function checkTypes(value: unknown): void {
  const rank = rankOf(value);
  if (rank === RANK.array) for (const each of value as readonly unknown[]) checkTypes(each);
  if (rank === RANK.document) for (const each of Object.values(value as Doc)) checkTypes(each);
}

function checkUnique(
  store: Store,
  collection: Collection,
  keys: readonly (readonly DocumentKey[])[],
  record: number,
): void {
  collection.indexes.forEach((index, i) => {
    if (!index.unique) return;
    const taken = keys[i]?.find((key) => isTaken(store, index, key, record));
    if (taken !== undefined) throw duplicate(collection, index, taken);
  });
}

function without(keys: readonly DocumentKey[], others: readonly DocumentKey[]): DocumentKey[] {
  return keys.filter((key) => !others.some((other) => other.bytes.equals(key.bytes)));
}

function putAll(store: Store, index: Index, keys: readonly DocumentKey[], record: number): void {
  for (const key of keys) putEntry(store, index, key, record);
}

function removeAll(store: Store, index: Index, keys: readonly DocumentKey[], record: number): void {
  for (const key of keys) store.remove(entryKey(index, key.bytes, record));
}
