import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clearStopped, prepareFolder } from './folder.ts';
import { takeLock } from './lock.ts';

/**
 * Removes a folder's database, whatever its state, as its owner: a process that waits for the lock goes on with an empty
 * one. False, and nothing is touched, while another process owns it. Anything else in the folder stays.
 */
export function forgetData(dataDir: string): boolean {
  if (!existsSync(dataDir)) return true;
  const folder = prepareFolder(dataDir);
  const lock = takeLock(folder);
  if (lock === undefined) return false;
  rmSync(join(folder, 'data'), { recursive: true, force: true });
  clearStopped(folder);
  lock.free();
  return true;
}
