import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';

// LMDB maps its file and trusts it: a foreign or cut one ends the process with a signal. So what matters is read here
// first (layout of LMDB data version 2). Meta page: magic at 24, version at 28, page size at 48, roots at 88 and 136,
// last page at 144, transaction at 152. Every page: flags at 18, then from 24 on the places of its nodes, counted from 24.
// Node: size of the value or page below, in three times 16 bits; size of the key; the key; the value.

const MAGIC = 0xbeefc0de;
const DATA_VERSION = 2;
const META_BYTES = 160;
const PAGE_HEAD = 24;
const BRANCH = 1;
const NO_PAGE = 2n ** 64n - 1n;
// A transaction may number pages at the end that it then gives up unwritten; so much the file may rightly be short.
const MAX_UNWRITTEN_PAGES = 1024;
// No tree is so deep: this one is being changed by its owner.
const MAX_DEPTH = 32;

interface Meta {
  readonly pageSize: number;
  readonly freeRoot: bigint;
  readonly mainRoot: bigint;
  readonly pages: number;
}

/** Throws when the file is no LMDB file, or has lost its end. */
export function checkFile(path: string): void {
  withFile(path, 'r+', (fd) => {
    const { size } = fstatSync(fd);
    const { pageSize, freeRoot, mainRoot, pages } = newestMeta(fd);
    const isCut = [freeRoot, mainRoot].some(
      (page) => page !== NO_PAGE && (Number(page) + 1) * pageSize > size,
    );
    const whole = pages * pageSize;
    if (isCut || whole - size > MAX_UNWRITTEN_PAGES * pageSize) throw new Error('the file has lost its end');
    if (whole > size) ftruncateSync(fd, whole);
  });
}

/** The value of the file's smallest key, without opening the database; undefined when it is empty. Throws as above. */
export function firstValue(path: string): Buffer | undefined {
  return withFile(path, 'r', (fd) => {
    const { pageSize, mainRoot } = newestMeta(fd);
    let number = mainRoot;
    for (let depth = 0; number !== NO_PAGE && depth < MAX_DEPTH; depth += 1) {
      const page = bytesAt(fd, Number(number) * pageSize, pageSize);
      const node = page.subarray(PAGE_HEAD + page.readUInt16LE(PAGE_HEAD));
      if ((page.readUInt16LE(18) & BRANCH) === 0) return valueIn(node);
      number = BigInt(node.readUIntLE(0, 6));
    }
    return undefined;
  });
}

function valueIn(node: Buffer): Buffer {
  const start = 8 + node.readUInt16LE(6);
  return node.subarray(start, start + node.readUInt32LE(0));
}

function newestMeta(fd: number): Meta {
  const first = metaAt(fd, 0);
  const pageSize = first.readUInt32LE(48);
  if (pageSize < 512 || pageSize > 65_536) throw new Error('no such page size');
  const second = metaAt(fd, pageSize);
  const meta = first.readBigUInt64LE(152) > second.readBigUInt64LE(152) ? first : second;
  return {
    pageSize,
    freeRoot: meta.readBigUInt64LE(88),
    mainRoot: meta.readBigUInt64LE(136),
    pages: Number(meta.readBigUInt64LE(144)) + 1,
  };
}

function metaAt(fd: number, place: number): Buffer {
  const bytes = bytesAt(fd, place, META_BYTES);
  const isOurs = bytes.readUInt32LE(24) === MAGIC && bytes.readUInt16LE(28) === DATA_VERSION;
  if (!isOurs) throw new Error('this is no LMDB file of version 2');
  return bytes;
}

function bytesAt(fd: number, place: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(fd, bytes, 0, length, place) < length) throw new Error('the file has lost its end');
  return bytes;
}

function withFile<T>(path: string, flags: 'r' | 'r+', use: (fd: number) => T): T {
  const fd = openSync(path, flags);
  try {
    return use(fd);
  } finally {
    closeSync(fd);
  }
}
