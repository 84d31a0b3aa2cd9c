import { closeSync, fstatSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tryLock } from 'fs-native-extensions';

/** Takes the folder's one lock, freed by the kernel when this process ends; undefined while somebody else has it. */
export function takeLock(folder: string): { free(): void } | undefined {
  const path = join(folder, 'lock');
  const fd = openSync(path, 'a+', 0o600);
  // A lock on a file that was replaced meanwhile is a lock on nothing.
  if (tryLock(fd) && fstatSync(fd).ino === statSync(path).ino) return { free: () => closeSync(fd) };
  closeSync(fd);
  return undefined;
}
