import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
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

/** Why a former owner stopped on a failed commit, or undefined; a folder that is not there has no mark. */
export function stoppedMark(dataDir: string): string | undefined {
  const mark = join(dataDir, STOPPED);
  if (!existsSync(mark)) return undefined;
  return readFileSync(mark, 'utf8').trim() || 'the disk took no more';
}

/** Lets an owner start again after somebody has looked at the disk (`doctor`). */
export function clearStopped(dataDir: string): void {
  rmSync(join(dataDir, STOPPED), { force: true });
}

/** Throws when a former owner stopped on a failed commit. */
export function refuseStopped(folder: string): void {
  const reason = stoppedMark(folder);
  if (reason !== undefined) throw new Error(`The last owner of ${folder} ${wordsOfStop(folder, reason)}`);
}

/** What happened to the owner, and what to do. */
export function wordsOfStop(folder: string, reason: string): string {
  return (
    `stopped because it could not write (${reason}). What was acknowledged is safe. See to the disk (is it full?), ` +
    `then let \`subdesk doctor\` clear the mark, or delete ${join(folder, STOPPED)}, and start again.`
  );
}
