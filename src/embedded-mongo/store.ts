import { open } from 'lmdb';

// Everything is one ordered key space. What each first byte holds:
export const SPACE = { format: 0, catalog: 1, records: 2, entries: 3 } as const;

export const MAX_KEY_BYTES = 1978;

export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

export interface Page {
  readonly from: Buffer;
  readonly to: Buffer;
  readonly reverse: boolean;
  /** Begin behind this key. */
  readonly after?: Buffer | undefined;
  readonly limit: number;
}

export interface Store {
  get(key: Buffer): Buffer | undefined;
  /** Up to `limit` entries with from ≤ key < to, as of the last commit (or of the running one). */
  page(page: Page): Entry[];
  /** Only inside `commit`. */
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
  /** Runs the work in one transaction that is on disk when this returns. Whatever it throws leaves no trace on disk. */
  commit(work: () => void): void;
  /** Copies the last commit into a folder while commits go on. */
  copyTo(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** A write that failed half way: nothing may be acknowledged from here on. */
export class StoreFailure extends Error {}

/** Runs what changes the store; a failure in there is the store's, not the client's. */
export function write(work: () => void): void {
  try {
    work();
  } catch (thrown) {
    throw new StoreFailure(`writing failed: ${(thrown as Error).message}`, { cause: thrown });
  }
}

/** Opens a folder's files as they are (opening.ts looks at them first). `durable: false` leaves the disk to the system. */
export function openFiles(folder: string, durable: boolean): Store {
  // Without overlappingSync a commit returns after fdatasync: that is what an acknowledgement rests on.
  const db = open<Buffer, Buffer>(folder, {
    encoding: 'binary',
    keyEncoding: 'binary',
    overlappingSync: false,
    noSync: !durable,
  });
  return {
    get: (key) => db.get(key),
    page: (page) => [...db.getRange(range(page))] as Entry[],
    put: (key, value) => void db.putSync(key, value),
    remove: (key) => void db.removeSync(key),
    commit: (work) => void db.transactionSync(work),
    // Compacting copies from a snapshot; the other way holds writers up meanwhile.
    copyTo: (folder) => db.backup(folder, true),
    close: () => db.close(),
  };
}

function range({ from, to, reverse, after, limit }: Page) {
  if (!reverse) return { start: after ?? from, end: to, limit, exclusiveStart: after !== undefined };
  return { start: after ?? to, end: from, limit, reverse, inclusiveEnd: true, exclusiveStart: true };
}

/** All entries of a range, read in growing pages: no snapshot is held between them, so a slow reader costs nothing. */
export function* scan(store: Store, from: Buffer, to: Buffer, reverse: boolean): Generator<Entry> {
  let after: Buffer | undefined;
  for (let limit = 4; ; limit = Math.min(limit * 4, 256)) {
    const entries = store.page({ from, to, reverse, after, limit });
    yield* entries;
    after = entries.at(-1)?.key;
    if (entries.length < limit) return;
  }
}
