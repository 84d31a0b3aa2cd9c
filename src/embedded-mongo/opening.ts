import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { checkFile } from './files.ts';
import { dataFile, FORMAT, type Format, formatVersion, migrate, stamp } from './format.ts';
import { openFiles, type Store } from './store.ts';

/**
 * Opens a data folder's files, begun if absent and migrated if older. Throws, with nothing touched and saying what to
 * do, when they are damaged, of another program, or newer than this one.
 */
export async function openStore(dataDir: string, durable: boolean, format = FORMAT): Promise<Store> {
  const path = dataFile(dataDir);
  if (!existsSync(path)) await begin(dataDir, format);
  const found = admit(path, format.version);
  if (found < format.version) keepCopy(path, `${path}.v${found}`);
  const store = openFiles(dirname(path), durable);
  if (found < format.version) migrate(store, format);
  return store;
}

/** The first file appears whole or not at all: after a kill in between, nothing looks like a damaged database. */
async function begin(dataDir: string, { version }: Format): Promise<void> {
  // LMDB takes a path with a dot for a file.
  const draft = join(dataDir, 'data-new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const store = openFiles(draft, true);
  store.commit(() => stamp(store, version));
  await store.close();
  const path = dataFile(dataDir);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  renameSync(join(draft, 'data.mdb'), path);
  rmSync(draft, { recursive: true });
  syncFolder(dirname(path));
  syncFolder(dataDir);
}

/** The file's format version, when this program can use the file. */
function admit(path: string, known: number): number {
  const found = whole(path, () => formatVersion(path));
  if (found === null) throw new Error(`${path} is a file of another program. ${WAY_OUT}`);
  if (found > known) {
    throw new Error(
      `${path} has the format version ${found}, this program knows ${known}. Nothing was touched: ` +
        'start the version of Subdesk that wrote it, or name another folder in SUBDESK_DATA_DIR.',
    );
  }
  whole(path, () => checkFile(path));
  return found;
}

function whole<T>(path: string, look: () => T): T {
  try {
    return look();
  } catch (thrown) {
    const reason = (thrown as Error).message;
    throw new Error(`${path} is damaged, or no database of Subdesk (${reason}). ${WAY_OUT}`);
  }
}

const WAY_OUT =
  'Put a backup in its place, move its folder away to begin a new one, or name another folder in SUBDESK_DATA_DIR.';

/** Under another name until it is on disk: a kill meanwhile leaves no half copy that looks like one. */
function keepCopy(path: string, copy: string): void {
  copyFileSync(path, `${copy}.part`);
  withOpen(`${copy}.part`, 'r+', fsyncSync);
  renameSync(`${copy}.part`, copy);
  syncFolder(dirname(copy));
}

/** A new name is only on disk when its folder is. */
function syncFolder(folder: string): void {
  // Windows opens no folders.
  if (process.platform !== 'win32') withOpen(folder, 'r', fsyncSync);
}

function withOpen(path: string, flags: string, use: (fd: number) => void): void {
  const fd = openSync(path, flags);
  try {
    use(fd);
  } finally {
    closeSync(fd);
  }
}
