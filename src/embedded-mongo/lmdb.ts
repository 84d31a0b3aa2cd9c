import { dirname } from 'node:path';
import { open } from 'lmdb';
import { decode } from './bson.ts';
import { headOf } from './disk.ts';
import type { Store } from './store.ts';
import { RECORDS_EACH } from './tables.ts';

// Format 1 was one ordered key space in LMDB. The first byte of a key says what it is: 0 the format; 1 and
// `database.collection`: a collection with its indexes; 2, collection (4 bytes), record (6): a document; 3, index (4), key,
// record (6): an entry.

interface OldCollection {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly indexes: readonly { id: number; name: string; fields: unknown; unique: boolean }[];
}

/** Copies a file of format 1. Throws when it is another program's. */
export async function copyFromLmdb(file: string, store: Store): Promise<void> {
  refuseOther(file);
  const folder = dirname(file);
  const old = open<Buffer, Buffer>(folder, { encoding: 'binary', keyEncoding: 'binary', readOnly: true });
  try {
    if (String(old.get(Buffer.from([0]))) !== 'subdesk embedded-mongo 1') throw new Error('not of format 1');
    store.commit(() => {
      const collectionOf = copyCatalog(old.getRange(space(1)), store);
      copyDocuments(old.getRange(space(2)), store);
      copyEntries(old.getRange(space(3)), store, collectionOf);
    });
  } finally {
    await old.close();
  }
}

/** LMDB takes a file for its own without a look, and a foreign one ends the process: its mark is at 24, its version at 28. */
function refuseOther(file: string): void {
  if (headOf(file, 32).toString('hex', 24) !== 'dec0efbe02000000') throw new Error('not of LMDB');
}

type Entries = Iterable<{ readonly key: Buffer; readonly value: Buffer }>;

function space(first: number) {
  return { start: Buffer.from([first]), end: Buffer.from([first + 1]) };
}

/** Gives the collection of each index. */
function copyCatalog(entries: Entries, store: Store): ReadonlyMap<number, number> {
  const addCollection = store.prepare('INSERT INTO collections VALUES (?, ?)');
  const addIndex = store.prepare('INSERT INTO indexes VALUES (?, ?, ?, ?, ?)');
  const collectionOf = new Map<number, number>();
  for (const { value } of entries) {
    const { id, database, name, indexes } = JSON.parse(JSON.stringify(decode(value))) as OldCollection;
    addCollection.run(id, `${database}.${name}`);
    for (const index of indexes) {
      addIndex.run(index.id, id, index.name, JSON.stringify(index.fields), index.unique ? 1 : 0);
      collectionOf.set(index.id, id);
    }
  }
  return collectionOf;
}

function copyDocuments(entries: Entries, { prepare }: Store): void {
  const add = prepare('INSERT INTO documents VALUES (?, ?)');
  for (const { key, value } of entries) add.run(recordIn(key.readUInt32BE(1), key), value);
}

function copyEntries(entries: Entries, { prepare }: Store, collectionOf: ReadonlyMap<number, number>): void {
  const add = prepare('INSERT INTO entries VALUES (?, ?, ?)');
  for (const { key } of entries) {
    const index = key.readUInt32BE(1);
    add.run(index, key.subarray(5, -6), recordIn(collectionOf.get(index) ?? 0, key));
  }
}

function recordIn(collection: number, key: Buffer): number {
  return collection * RECORDS_EACH + key.readUIntBE(key.length - 6, 6);
}
