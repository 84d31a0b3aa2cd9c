import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import { checkFile } from './files.ts';

// Everything is one ordered key space. What each first byte holds:
export const SPACE = { format: 0, catalog: 1, records: 2, entries: 3 } as const;

/** Of the files; a newer one is refused, an older one will be migrated after a copy is kept. */
export const FORMAT = 'subdesk embedded-mongo 1';

export const MAX_KEY_BYTES = 1978;
const FORMAT_KEY = Buffer.from([SPACE.format]);

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
  /** How many keys lie in from ≤ key < to. */
  count(from: Buffer, to: Buffer): number;
  /** Only inside `commit`. */
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
  /** Runs the work in one transaction that is on disk when this returns. Whatever it throws leaves no trace on disk. */
  commit(work: () => void): void;
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

/** Opens the files in the folder, made if absent. `durable: false` leaves the disk to the system (tests only). */
export function openStore(dataDir: string, { durable }: { readonly durable: boolean }): Store {
  const folder = join(dataDir, 'data');
  const existed = existsSync(join(folder, 'data.mdb'));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = openFiles(folder, durable);
  const store: Store = {
    get: (key) => db.get(key),
    page: (page) => [...db.getRange(range(page))] as Entry[],
    count: (from, to) => db.getKeysCount({ start: from, end: to }),
    put: (key, value) => void db.putSync(key, value),
    remove: (key) => void db.removeSync(key),
    commit: (work) => void db.transactionSync(work),
    close: () => db.close(),
  };
  checkFormat(store, folder, existed);
  return store;
}

// Without overlappingSync a commit returns after fdatasync: that is what an acknowledgement rests on.
function openFiles(folder: string, durable: boolean) {
  try {
    const file = join(folder, 'data.mdb');
    if (existsSync(file)) checkFile(file);
    return open<Buffer, Buffer>(folder, {
      encoding: 'binary',
      keyEncoding: 'binary',
      overlappingSync: false,
      noSync: !durable,
    });
  } catch (thrown) {
    throw new Error(
      `${folder} does not hold a database of Subdesk, or a damaged one (${(thrown as Error).message}). ` +
        'Put a backup there, or move the folder away to begin a new one.',
    );
  }
}

function checkFormat(store: Store, folder: string, existed: boolean): void {
  const found = store.get(FORMAT_KEY)?.toString();
  if (found === FORMAT) return;
  if (found !== undefined) {
    throw new Error(
      `${folder} was written in the format "${found}", this program knows "${FORMAT}". ` +
        'Start the version of Subdesk that wrote it, or move the folder away.',
    );
  }
  if (existed && store.count(Buffer.from([0]), Buffer.from([255])) > 0) {
    throw new Error(
      `${folder} holds an LMDB file of another program. Name another folder in SUBDESK_DATA_DIR.`,
    );
  }
  store.commit(() => store.put(FORMAT_KEY, Buffer.from(FORMAT)));
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
