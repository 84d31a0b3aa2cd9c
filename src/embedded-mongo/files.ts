import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';

// LMDB maps its file and trusts it: a foreign or cut one ends the process with a signal. So its two meta pages are read
// here first (layout of LMDB data version 2: magic at 24, page size at 48, roots at 88 and 136, last page at 144,
// transaction at 152).

const MAGIC = 0xbeefc0de;
const META_BYTES = 160;
const NO_PAGE = 2n ** 64n - 1n;
// A transaction may number pages at the end that it then gives up unwritten; so much the file may rightly be short.
const MAX_UNWRITTEN_PAGES = 1024;

/** Throws when the file is no LMDB file, or has lost its end. */
export function checkFile(path: string): void {
  const fd = openSync(path, 'r+');
  try {
    const { size } = fstatSync(fd);
    const first = metaAt(fd, 0);
    const pageSize = first.readUInt32LE(48);
    if (pageSize < 512 || pageSize > 65_536) throw new Error('no such page size');
    const second = metaAt(fd, pageSize);
    const meta = first.readBigUInt64LE(152) > second.readBigUInt64LE(152) ? first : second;
    const roots = [meta.readBigUInt64LE(88), meta.readBigUInt64LE(136)].filter((page) => page !== NO_PAGE);
    if (roots.some((page) => (Number(page) + 1) * pageSize > size))
      throw new Error('the file has lost its end');
    const whole = (Number(meta.readBigUInt64LE(144)) + 1) * pageSize;
    if (whole - size > MAX_UNWRITTEN_PAGES * pageSize) throw new Error('the file has lost its end');
    if (whole > size) ftruncateSync(fd, whole);
  } finally {
    closeSync(fd);
  }
}

function metaAt(fd: number, place: number): Buffer {
  const bytes = Buffer.alloc(META_BYTES);
  const read = readSync(fd, bytes, 0, META_BYTES, place);
  if (read < META_BYTES || bytes.readUInt32LE(24) !== MAGIC) throw new Error('this is no LMDB file');
  return bytes;
}
