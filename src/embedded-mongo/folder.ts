import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

// sockaddr_un holds 108 bytes on Linux and 104 on macOS, with a closing zero.
const MAX_SOCKET_PATH = 103;
const STOPPED = 'STOPPED';

/** Makes the data folder, of this user alone, and gives its real path. */
export function prepareFolder(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  return realpathSync(dataDir);
}

/** Where the folder's owner listens: in it, or where its path is too long in a short folder named by its hash. */
export function socketPathOf(folder: string): string {
  const inside = join(folder, 'mongo.sock');
  if (Buffer.byteLength(inside) <= MAX_SOCKET_PATH) return inside;
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  const short = `/tmp/subdesk-${process.getuid?.() ?? 0}-${hash}`;
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(short);
  if (!lstatSync(short).isDirectory() || uid !== process.getuid?.() || (mode & 0o077) !== 0) {
    throw new Error(`${short} belongs to somebody else; give SUBDESK_DATA_DIR a shorter path`);
  }
  return join(short, 'mongo.sock');
}

/** Leaves word that the owner stopped on a failed commit: nobody takes over before somebody has looked. */
export function markStopped(folder: string, reason: string): void {
  try {
    writeFileSync(join(folder, STOPPED), `${reason}\n`);
  } catch {
    // A full disk may refuse even this; the owner stops all the same.
  }
}

/** Throws when a former owner stopped on a failed commit. */
export function refuseStopped(folder: string): void {
  const mark = join(folder, STOPPED);
  if (!existsSync(mark)) return;
  const reason = readFileSync(mark, 'utf8').trim() || 'the disk took no more';
  throw new Error(
    `The database in ${folder} stopped because it could not write: ${reason}. ` +
      `What was acknowledged is safe. See to the disk (is it full?), then delete ${mark} and start again.`,
  );
}
