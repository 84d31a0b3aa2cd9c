import { deserialize } from 'bson';
import { decode } from '../../src/embedded-mongo/bson.ts';
import type { Index } from '../../src/embedded-mongo/catalog.ts';
import { type Data, openData } from '../../src/embedded-mongo/context.ts';
import { documentKey } from '../../src/embedded-mongo/indexes.ts';
import { takeLock } from '../../src/embedded-mongo/lock.ts';
import { openStore } from '../../src/embedded-mongo/opening.ts';
import type { Row } from '../../src/embedded-mongo/tables.ts';

export interface Checked<T> {
  readonly documents: readonly T[];
  /** Indexes whose entries are not exactly those that the documents ask for. */
  readonly wrongIndexes: readonly string[];
  readonly indexes: number;
}

const ALL = Number.MAX_SAFE_INTEGER;

/** Opens the files as the next owner does, and reads one collection and all entries of all of its indexes. */
export async function checkFiles<T>(dataDir: string, name: string): Promise<Checked<T>> {
  const lock = takeLock(dataDir);
  if (lock === undefined) throw new Error('the killed owner still has the lock');
  const store = await openStore(dataDir, true);
  try {
    const data = openData(store);
    expectWhole(data);
    const collection = data.catalog.find(`subdesk.${name}`);
    if (collection === undefined) return { documents: [], wrongIndexes: [], indexes: 0 };
    const rows = data.tables.documents(collection.id, undefined, ALL);
    return {
      documents: rows.map(({ bytes }) => deserialize(bytes) as T),
      wrongIndexes: collection.indexes.flatMap((index) => wrong(data, rows, index)),
      indexes: collection.indexes.length,
    };
  } finally {
    await store.close();
    lock.free();
  }
}

/** SQLite's own look at every page. */
function expectWhole({ store }: Data): void {
  const found = store.prepare('PRAGMA integrity_check').all();
  if (JSON.stringify(found) !== '[{"integrity_check":"ok"}]') throw new Error(JSON.stringify(found));
}

function wrong({ store }: Data, rows: readonly Row[], { id, name, fields }: Index): string[] {
  const wanted = rows.map(({ bytes, record }) => place(documentKey(decode(bytes), fields), record));
  const entries = store.prepare('SELECT key, record FROM entries WHERE indexId = ?').all(id) as Row[];
  const found = entries.map(({ key, record }) => place(Buffer.from(key), record));
  const [wantedSet, foundSet] = [new Set(wanted), new Set(found)];
  const missing = wanted.filter((each) => !foundSet.has(each)).length;
  const stale = found.filter((each) => !wantedSet.has(each)).length;
  return missing + stale === 0 ? [] : [`${name}: ${missing} missing, ${stale} stale`];
}

function place(key: Buffer, record: number): string {
  return `${key.toString('hex')} ${record}`;
}
