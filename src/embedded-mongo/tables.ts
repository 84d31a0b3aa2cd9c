import type { Range } from './ranges.ts';
import type { Store } from './store.ts';

// Every statement on documents and on the entries of indexes. A document is known by its record: a number that grows.

export const SCHEMA: readonly string[] = [
  'CREATE TABLE collections (id INTEGER PRIMARY KEY, namespace TEXT NOT NULL UNIQUE) STRICT',
  `CREATE TABLE indexes (
    id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL, isUnique INTEGER NOT NULL
  ) STRICT`,
  'CREATE TABLE documents (record INTEGER PRIMARY KEY, bson BLOB NOT NULL) STRICT',
  `CREATE TABLE entries (
    indexId INTEGER, key BLOB, record INTEGER, PRIMARY KEY (indexId, key, record)
  ) STRICT, WITHOUT ROWID`,
];

/** Records of one collection lie together: behind its number times this. */
export const RECORDS_EACH = 2 ** 40;

/** A document as it is stored, and where an index has it (empty when none was asked). */
export interface Row {
  readonly record: number;
  readonly bytes: Buffer;
  readonly key: Buffer;
}

export type Tables = ReturnType<typeof openTables>;

// CROSS: entries first, whatever the planner thinks of it.
const ENTRIES =
  'SELECT record, bson, key FROM entries CROSS JOIN documents USING (record) WHERE indexId = ? AND';

export function openTables({ prepare }: Store) {
  const add = prepare(
    'INSERT INTO documents SELECT coalesce(max(record), ?) + 1, ? FROM documents WHERE record > ? AND record < ?',
  );
  const get = prepare("SELECT record, bson, x'' AS key FROM documents WHERE record = ?");
  const next = prepare(
    "SELECT record, bson, x'' AS key FROM documents WHERE record > ? AND record < ? ORDER BY record LIMIT ?",
  );
  const replace = prepare('UPDATE documents SET bson = ? WHERE record = ?');
  const remove = prepare('DELETE FROM documents WHERE record = ?');
  const addEntry = prepare('INSERT INTO entries VALUES (?, ?, ?)');
  const removeEntry = prepare('DELETE FROM entries WHERE indexId = ? AND key = ? AND record = ?');
  const other = prepare('SELECT 1 FROM entries WHERE indexId = ? AND key = ? AND record <> ? LIMIT 1');
  const at = prepare(`${ENTRIES} key = ?`);
  const up = prepare(`${ENTRIES} (key, record) > (?, ?) AND key < ? ORDER BY key, record LIMIT ?`);
  const down = prepare(
    `${ENTRIES} (key, record) < (?, ?) AND key >= ? ORDER BY key DESC, record DESC LIMIT ?`,
  );
  return {
    /** Gives its record. */
    addDocument(collection: number, bytes: Buffer): number {
      const [from, to] = recordsOf(collection);
      return Number(add.run(from, bytes, from, to).lastInsertRowid);
    },
    replaceDocument: (record: number, bytes: Buffer) => void replace.run(bytes, record),
    removeDocument: (record: number) => void remove.run(record),
    /** None when it is gone. */
    document: (record: number): Row[] => get.all(record).map(asRow),
    /** In order of insertion. */
    documents(collection: number, after: Row | undefined, limit: number): Row[] {
      const [from, to] = recordsOf(collection);
      return next.all(after?.record ?? from, to, limit).map(asRow);
    },
    addEntry: (index: number, key: Buffer, record: number) => void addEntry.run(index, key, record),
    removeEntry: (index: number, key: Buffer, record: number) => void removeEntry.run(index, key, record),
    /** Has the index this key for another record? */
    isTaken: (index: number, key: Buffer, record: number) => other.get(index, key, record) !== undefined,
    /** The one with that key of a unique index, or none. */
    entry: (index: number, key: Buffer): Row[] => at.all(index, key).map(asRow),
    /** In order of the keys, then of insertion; in reverse all the other way round. */
    entries(index: number, range: Range, reverse: boolean, after: Row | undefined, limit: number): Row[] {
      const { from, to } = range;
      const start = after ?? { key: reverse ? to : from, record: -1 };
      const [statement, end] = reverse ? [down, from] : [up, to];
      return statement.all(index, start.key, start.record, end, limit).map(asRow);
    },
  };
}

function recordsOf(collection: number): readonly [number, number] {
  return [collection * RECORDS_EACH, (collection + 1) * RECORDS_EACH];
}

interface Stored {
  readonly record: number;
  readonly bson: Uint8Array;
  readonly key: Uint8Array;
}

function asRow({ record, bson, key }: Stored): Row {
  return { record, bytes: asBuffer(bson), key: asBuffer(key) };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
