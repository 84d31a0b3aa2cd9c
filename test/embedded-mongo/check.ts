import { deserialize } from 'bson';
import { decode } from '../../src/embedded-mongo/bson.ts';
import {
  type Collection,
  type Index,
  openCatalog,
  recordOf,
  recordRange,
} from '../../src/embedded-mongo/catalog.ts';
import { documentKey } from '../../src/embedded-mongo/indexes.ts';
import { takeLock } from '../../src/embedded-mongo/lock.ts';
import { openStore } from '../../src/embedded-mongo/opening.ts';
import { SPACE, type Store, scan } from '../../src/embedded-mongo/store.ts';

export interface Checked<T> {
  readonly documents: readonly T[];
  /** Indexes whose entries are not exactly those that the documents ask for. */
  readonly wrongIndexes: readonly string[];
  readonly indexes: number;
}

/** Opens the files as the next owner does, and reads one collection and all entries of all of its indexes. */
export async function checkFiles<T>(dataDir: string, name: string): Promise<Checked<T>> {
  const lock = takeLock(dataDir);
  if (lock === undefined) throw new Error('the killed owner still has the lock');
  const store = await openStore(dataDir, true);
  try {
    const collection = openCatalog(store).find('subdesk', name);
    if (collection === undefined) return { documents: [], wrongIndexes: [], indexes: 0 };
    const records = [...scan(store, ...recordRange(collection), false)];
    return {
      documents: records.map(({ value }) => deserialize(value) as T),
      wrongIndexes: collection.indexes.flatMap((index) => wrong(store, collection, index)),
      indexes: collection.indexes.length,
    };
  } finally {
    await store.close();
    lock.free();
  }
}

function wrong(store: Store, collection: Collection, index: Index): string[] {
  const records = [...scan(store, ...recordRange(collection), false)];
  const wanted = records.map(({ key, value }) =>
    entryKey(index, documentKey(decode(value), index.fields), recordOf(key)),
  );
  const [from, to] = [head(index.id), head(index.id + 1)];
  const found = [...scan(store, from, to, false)].map(({ key }) => key.toString('hex'));
  const [wantedSet, foundSet] = [new Set(wanted), new Set(found)];
  const missing = wanted.filter((key) => !foundSet.has(key)).length;
  const stale = found.filter((key) => !wantedSet.has(key)).length;
  return missing + stale === 0 ? [] : [`${index.name}: ${missing} missing, ${stale} stale`];
}

/** Written down here once more, so that a wrong place is not looked up where it was put. */
function entryKey(index: Index, key: Buffer, record: number): string {
  const tail = Buffer.alloc(6);
  tail.writeUIntBE(record, 0, 6);
  return Buffer.concat([head(index.id), key, tail]).toString('hex');
}

function head(index: number): Buffer {
  const bytes = Buffer.from([SPACE.entries, 0, 0, 0, 0]);
  bytes.writeUInt32BE(index, 1);
  return bytes;
}
