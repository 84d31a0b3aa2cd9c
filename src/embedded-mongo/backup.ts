import { chmod, link, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import type { Doc } from './bson.ts';
import { syncFolder } from './disk.ts';
import type { Store } from './store.ts';

// The one command that is not MongoDB's: `{backup: <absolute path>}`. Whoever may connect may run it: the same user.

/** Copies the database to a file while it is served; undefined when the command is another one. Never rejects. */
export function backup(store: Store, command: Doc): Promise<Doc> | undefined {
  if (Object.keys(command)[0] !== 'backup') return undefined;
  return copyTo(store, String(command['backup'])).then(
    (bytes) => ({ bytes, ok: 1 }),
    (thrown: Error) => ({ ok: 0, errmsg: thrown.message, code: 96, codeName: 'OperationFailed' }),
  );
}

/** Gives the size in bytes. Under its name it is whole and on disk, or it is not there. */
async function copyTo(store: Store, path: string): Promise<number> {
  if (!isAbsolute(path)) throw new Error(`${path} is no absolute path`);
  if (await isThere(path)) throw new Error(`${path} is there already; name another file`);
  // A folder of this user alone: the copy is as private as the original from its first byte.
  const aside = await mkdtemp(`${path}.part-`);
  try {
    const copy = join(aside, 'copy');
    await store.copyTo(copy);
    await chmod(copy, 0o600);
    await name(copy, path);
    syncFolder(dirname(path));
    return (await stat(path)).size;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** A link refuses a name that somebody took meanwhile; not every disk has links. */
async function name(copy: string, path: string): Promise<void> {
  try {
    await link(copy, path);
  } catch (thrown) {
    if (await isThere(path)) throw thrown;
    await rename(copy, path);
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
