import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { firstValue } from './files.ts';
import type { Store } from './store.ts';

// The smallest key of the file says in which format the rest is written.
const FORMAT_KEY = Buffer.from([0]);
const NAME = 'subdesk embedded-mongo';

/** The version that a program writes, and for each older one the step from it to the next. */
export interface Format {
  readonly version: number;
  readonly migrations: Readonly<Record<number, (store: Store) => void>>;
}

export const FORMAT: Format = { version: 1, migrations: {} };

/** A data folder's file, as far as it can be read beside its owner. */
export interface DataDescription {
  readonly bytes: number;
  /** Null when the file is empty, foreign or damaged. */
  readonly format: number | null;
}

/** Where LMDB keeps the documents of a data folder. */
export function dataFile(dataDir: string): string {
  return join(dataDir, 'data', 'data.mdb');
}

/** Size and format for `doctor`, without opening the database; null where there is none yet. */
export function describeData(dataDir: string): DataDescription | null {
  const path = dataFile(dataDir);
  if (!existsSync(path)) return null;
  const bytes = statSync(path).size;
  try {
    return { bytes, format: formatVersion(path) };
  } catch {
    return { bytes, format: null };
  }
}

/** The format of a file nobody has opened; null when it is not one of ours. Throws when it is damaged. */
export function formatVersion(path: string): number | null {
  return versionIn(firstValue(path));
}

/** Brings the files from an older format to this one; every step, and that it was done, in one commit. */
export function migrate(store: Store, { version, migrations }: Format): void {
  const found = versionIn(store.get(FORMAT_KEY)) ?? version;
  store.commit(() => {
    for (let at = found; at < version; at += 1) migrations[at]?.(store);
    stamp(store, version);
  });
}

/** Only inside `commit`. */
export function stamp(store: Store, version: number): void {
  store.put(FORMAT_KEY, Buffer.from(`${NAME} ${version}`));
}

function versionIn(value: Buffer | undefined): number | null {
  const digits = new RegExp(`^${NAME} (\\d+)$`).exec(value?.toString('latin1') ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
