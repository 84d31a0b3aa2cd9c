import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { headOf } from './disk.ts';
import type { Store } from './store.ts';

/** The version that a program writes, and for each older one the step from it to the next. */
export interface Format {
  readonly version: number;
  readonly migrations: Readonly<Record<number, (store: Store) => void>>;
}

// 1 was a file of LMDB's (lmdb.ts), which becomes 2 when this file is begun.
export const FORMAT: Format = { version: 2, migrations: {} };

/** A data folder's file, as far as it can be read beside its owner. */
export interface DataDescription {
  readonly bytes: number;
  /** Null when the file is empty, foreign or damaged. */
  readonly format: number | null;
}

// Says in the file's header whose it is (https://sqlite.org/fileformat.html, 1.3): "subd".
const APPLICATION = 0x73756264;
const SQLITE = 'SQLite format 3\0';

/** Where the documents of a data folder are. */
export function dataFile(dataDir: string): string {
  return join(dataDir, 'data', 'database.sqlite');
}

/** Size and format for `doctor`, without opening the database; null where there is none yet. */
export function describeData(dataDir: string): DataDescription | null {
  const path = dataFile(dataDir);
  if (!existsSync(path)) return null;
  const log = `${path}-wal`;
  const bytes = statSync(path).size + (existsSync(log) ? statSync(log).size : 0);
  try {
    return { bytes, format: formatInHeader(path) };
  } catch {
    return { bytes, format: null };
  }
}

/** The format of a file nobody has opened; null when it is another program's. Throws when it is none of SQLite's. */
export function formatInHeader(path: string): number | null {
  const header = headOf(path, 72);
  if (header.length < 72 || header.toString('latin1', 0, SQLITE.length) !== SQLITE)
    throw new Error('it does not begin as one');
  return header.readUInt32BE(68) === APPLICATION ? header.readUInt32BE(60) : null;
}

/** The format of an open file. */
export function formatOf(store: Store): number {
  return (store.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

/** Brings the file from an older format to this one; every step, and that it was done, in one commit. */
export function migrate(store: Store, { version, migrations }: Format): void {
  store.commit(() => {
    for (let at = formatOf(store); at < version; at += 1) migrations[at]?.(store);
    stamp(store, version);
  });
}

/** Only inside `commit`. */
export function stamp(store: Store, version: number): void {
  store.prepare(`PRAGMA application_id = ${APPLICATION}`).run();
  store.prepare(`PRAGMA user_version = ${version}`).run();
}
