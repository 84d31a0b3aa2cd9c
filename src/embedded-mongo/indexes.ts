import { EJSON } from 'bson';
import type { Doc } from './bson.ts';
import { type Collection, type Index, type IndexField, namespace, recordOf } from './catalog.ts';
import { type CommandError, commandError } from './errors.ts';
import { directedKey } from './keys.ts';
import { valueAt } from './paths.ts';
import { behind, type Range } from './ranges.ts';
import { MAX_KEY_BYTES, SPACE, type Store } from './store.ts';

const ENTRY_HEAD = 5;
const RECORD_TAIL = 6;
const NOTHING = Buffer.from([1]);

/** A document's place in an index, or in a sort. */
export function documentKey(document: Doc, fields: readonly IndexField[]): Buffer {
  return Buffer.concat(fields.map(({ path, direction }) => directedKey(valueAt(document, path), direction)));
}

/** The same, no longer than the store can keep it. */
export function indexKey(document: Doc, index: Index): Buffer {
  const key = documentKey(document, index.fields);
  if (key.length + ENTRY_HEAD + RECORD_TAIL <= MAX_KEY_BYTES) return key;
  throw commandError(17280, `a value too long for the index ${index.name} of the embedded database`);
}

/** The entries of an index between these keys, as bounds in the store: perhaps too wide, never too narrow. */
export function entryRange(index: Index, { from, to, point }: Range): readonly [Buffer, Buffer] {
  const first = entryPrefix(index, from);
  if (point) return [first, behind(first)];
  const last = entryPrefix(index, to);
  return [first, last.length < MAX_KEY_BYTES ? last : behind(last)];
}

export function putEntry(store: Store, index: Index, key: Buffer, record: number): void {
  store.put(entryKey(index, key, record), NOTHING);
}

export function removeEntry(store: Store, index: Index, key: Buffer, record: number): void {
  store.remove(entryKey(index, key, record));
}

/** Throws E11000 when another record than this one has the key in a unique index. */
export function checkUnique(
  store: Store,
  collection: Collection,
  index: Index,
  key: Buffer,
  record: number,
  document: Doc,
): void {
  if (!index.unique) return;
  const from = entryPrefix(index, key);
  const entries = store.page({ from, to: behind(from), reverse: false, limit: 2 });
  if (entries.some((entry) => recordOf(entry.key) !== record)) throw duplicate(collection, index, document);
}

function entryPrefix(index: Index, key: Buffer): Buffer {
  const head = Buffer.alloc(ENTRY_HEAD);
  head.writeUInt8(SPACE.entries);
  head.writeUInt32BE(index.id, 1);
  return Buffer.concat([head, key]).subarray(0, MAX_KEY_BYTES);
}

function entryKey(index: Index, key: Buffer, record: number): Buffer {
  const tail = Buffer.alloc(RECORD_TAIL);
  tail.writeUIntBE(record, 0, RECORD_TAIL);
  return Buffer.concat([entryPrefix(index, key), tail]);
}

/** E11000, in MongoDB's words. */
function duplicate(collection: Collection, { name, fields }: Index, document: Doc): CommandError {
  const keyPattern = Object.fromEntries(fields.map(({ path, direction }) => [path, direction]));
  const keyValue = Object.fromEntries(fields.map(({ path }) => [path, valueAt(document, path) ?? null]));
  const words = Object.entries(keyValue).map(([path, value]) => `${path}: ${EJSON.stringify(value)}`);
  return commandError(
    11000,
    `E11000 duplicate key error collection: ${namespace(collection)} index: ${name} dup key: { ${words.join(', ')} }`,
    { keyPattern, keyValue },
  );
}
