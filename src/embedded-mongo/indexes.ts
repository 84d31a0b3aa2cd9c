import { EJSON } from 'bson';
import { type Doc, isDocument } from './bson.ts';
import { type Collection, type Index, type IndexField, namespace, recordOf } from './catalog.ts';
import { type CommandError, commandError } from './errors.ts';
import { directedKey, emptyArray } from './keys.ts';
import { MAX_KEY_BYTES, SPACE, type Store } from './store.ts';

/** One place of a document in an index or a sort: the bytes, and the values they stand for. */
export interface DocumentKey {
  readonly bytes: Buffer;
  readonly values: readonly unknown[];
}

interface Cursor {
  readonly value: unknown;
  readonly depth: number;
}

const ENTRY_HEAD = 5;
const RECORD_TAIL = 6;
const NOTHING = Buffer.from([1]);

/** All keys of a document under these fields: one, or one per element where there is an array. */
export function documentKeys(document: Doc, fields: readonly IndexField[]): DocumentKey[] {
  const rows = expand(
    fields.map(() => ({ value: document as unknown, depth: 0 })),
    fields,
  );
  const keys = rows.map((values) => ({
    values,
    bytes: Buffer.concat(values.map((value, i) => directedKey(value, fields[i]?.direction ?? 1))),
  }));
  if (keys.length === 1) return keys;
  return [...new Map(keys.map((key) => [key.bytes.toString('latin1'), key])).values()];
}

/** Walks all fields down at once, so that fields under one array are taken from the same element. */
function expand(start: readonly Cursor[], fields: readonly IndexField[]): unknown[][] {
  const cursors = start.map((cursor, i) => descend(cursor, fields[i]?.parts ?? []));
  const arrays = cursors.filter((cursor, i) => isOpenArray(cursor, fields[i]));
  const array = arrays[0]?.value;
  if (!Array.isArray(array)) return [cursors.map((cursor) => cursor.value)];
  if (arrays.some((cursor) => cursor.value !== array)) {
    throw commandError(
      171,
      `cannot index parallel arrays [${fields.map((field) => field.path).join('] [')}]`,
    );
  }
  const elements = array.length === 0 ? [emptyArray] : array;
  return elements.flatMap((element) =>
    expand(
      cursors.map((cursor, i) =>
        isOpenArray(cursor, fields[i]) ? into(element, cursor.depth, fields[i]) : cursor,
      ),
      fields,
    ),
  );
}

// A cursor is at its end one step behind the last part, so that an array inside an array is one value.
function into(element: unknown, depth: number, field: IndexField | undefined): Cursor {
  const parts = field?.parts ?? [];
  if (depth >= parts.length) return { value: element, depth: parts.length + 1 };
  return isDocument(element) ? { value: element, depth } : { value: undefined, depth: parts.length + 1 };
}

function isOpenArray(cursor: Cursor, field: IndexField | undefined): boolean {
  return Array.isArray(cursor.value) && cursor.depth <= (field?.parts.length ?? 0);
}

function descend(cursor: Cursor, parts: readonly string[]): Cursor {
  let { value, depth } = cursor;
  while (depth < parts.length && !Array.isArray(value)) {
    const part = parts[depth] ?? '';
    value = isDocument(value) && Object.hasOwn(value, part) ? value[part] : undefined;
    depth = value === undefined ? parts.length + 1 : depth + 1;
  }
  return { value, depth };
}

/** The document's keys in an index; none in a sparse one when it has none of the fields. */
export function indexKeys(document: Doc, index: Index): DocumentKey[] {
  const keys = documentKeys(document, index.fields);
  const present = index.sparse ? keys.filter((key) => key.values.some((value) => value !== undefined)) : keys;
  if (present.some((key) => key.bytes.length + ENTRY_HEAD + RECORD_TAIL > MAX_KEY_BYTES)) {
    throw commandError(17280, `a value too long for the index ${index.name} of the embedded database`);
  }
  return present;
}

/** The bounds of an index, or of a part of it that begins with these bytes. */
export function entryPrefix(index: Index, bytes: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(ENTRY_HEAD);
  head.writeUInt8(SPACE.entries);
  head.writeUInt32BE(index.id, 1);
  return Buffer.concat([head, bytes]);
}

export function entryKey(index: Index, bytes: Buffer, record: number): Buffer {
  const tail = Buffer.alloc(RECORD_TAIL);
  tail.writeUIntBE(record, 0, RECORD_TAIL);
  return Buffer.concat([entryPrefix(index, bytes), tail]);
}

/** The smallest key behind every key that begins with this prefix. */
export function behind(prefix: Buffer): Buffer {
  const end = Buffer.from(prefix);
  for (let i = end.length - 1; i >= 0; i -= 1) {
    if (end.readUInt8(i) === 255) continue;
    end.writeUInt8(end.readUInt8(i) + 1, i);
    return end.subarray(0, i + 1);
  }
  return Buffer.alloc(MAX_KEY_BYTES, 255);
}

/** Is the key held by another record than this one? */
export function isTaken(store: Store, index: Index, key: DocumentKey, record: number): boolean {
  const from = entryPrefix(index, key.bytes);
  const entries = store.page({ from, to: behind(from), reverse: false, limit: 2 });
  return entries.some((entry) => recordOf(entry.key) !== record);
}

export function putEntry(store: Store, index: Index, key: DocumentKey, record: number): void {
  store.put(entryKey(index, key.bytes, record), NOTHING);
}

/** E11000, in MongoDB's words. */
export function duplicate(collection: Collection, index: Index, key: DocumentKey): CommandError {
  const keyValue = Object.fromEntries(
    index.fields.map((field, i) => [field.path, shownValue(key.values[i])]),
  );
  const keyPattern = Object.fromEntries(index.fields.map((field) => [field.path, field.direction]));
  const words = Object.entries(keyValue).map(([path, value]) => `${path}: ${EJSON.stringify(value)}`);
  return commandError(
    11000,
    `E11000 duplicate key error collection: ${namespace(collection)} index: ${index.name} dup key: { ${words.join(', ')} }`,
    { keyPattern, keyValue },
  );
}

function shownValue(value: unknown): unknown {
  return value === undefined || value === emptyArray ? null : value;
}

/** Does the document stand in the index more than once? */
export function isMultikey(keys: readonly DocumentKey[]): boolean {
  return keys.length > 1;
}
