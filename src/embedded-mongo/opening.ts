import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from './disk.ts';
import { dataFile, FORMAT, type Format, formatInHeader, formatOf, migrate, stamp } from './format.ts';
import { openFile, type Store } from './store.ts';
import { SCHEMA } from './tables.ts';

/**
 * Opens a data folder's file, begun if absent and migrated if older. Throws, with nothing touched and saying what to do,
 * when it is damaged, of another program, or newer than this one.
 */
export async function openStore(dataDir: string, durable: boolean, format = FORMAT): Promise<Store> {
  const path = dataFile(dataDir);
  if (!existsSync(path)) await begin(dataDir, format);
  await admit(path, format.version);
  const store = await whole(path, () => openFile(path, durable));
  const found = formatOf(store);
  if (found < format.version) {
    await keepCopy(store, `${path}.v${found}`);
    migrate(store, format);
  }
  return store;
}

/** The file appears whole or not at all: after a kill in between, nothing looks like a damaged database. */
async function begin(dataDir: string, { version }: Format): Promise<void> {
  const path = dataFile(dataDir);
  const old = join(dirname(path), 'data.mdb');
  const draft = join(dataDir, 'data-new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const store = openFile(join(draft, 'database.sqlite'), true);
  store.commit(() => {
    for (const statement of SCHEMA) store.prepare(statement).run();
    stamp(store, version);
  });
  // Loaded only here: nobody else needs LMDB.
  if (existsSync(old)) await whole(old, async () => (await import('./lmdb.ts')).copyFromLmdb(old, store));
  await store.close();
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  renameSync(join(draft, 'database.sqlite'), path);
  rmSync(draft, { recursive: true });
  if (existsSync(old)) renameSync(old, `${old}.v1`);
  rmSync(join(dirname(path), 'lock.mdb'), { force: true });
  syncFolder(dirname(path));
  syncFolder(dataDir);
}

/** Throws when the file is not one that this program can use. */
async function admit(path: string, known: number): Promise<void> {
  const found = await whole(path, () => formatInHeader(path));
  if (found === null) throw new Error(`${path} is a file of another program. ${WAY_OUT}`);
  if (found > known) {
    throw new Error(
      `${path} has the format version ${found}, this program knows ${known}. Nothing was touched: ` +
        'start the version of Subdesk that wrote it, or name another folder in SUBDESK_DATA_DIR.',
    );
  }
}

/** Gives what the look at a file gives, and says what to do when it cannot be had. */
async function whole<T>(path: string, look: () => T | Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (thrown) {
    const reason = (thrown as Error).message;
    if (reason === 'database is locked')
      throw new Error(`Another program has ${path} open. End it, then start again.`);
    throw new Error(`${path} is damaged, or no database of Subdesk (${reason}). ${WAY_OUT}`);
  }
}

const WAY_OUT =
  'Put a backup in its place, move its folder away to begin a new one, or name another folder in SUBDESK_DATA_DIR.';

/** Under another name until it is whole: a kill meanwhile leaves no half copy that looks like one. */
async function keepCopy(store: Store, copy: string): Promise<void> {
  rmSync(`${copy}.part`, { force: true });
  await store.copyTo(`${copy}.part`);
  renameSync(`${copy}.part`, copy);
  syncFolder(dirname(copy));
}
