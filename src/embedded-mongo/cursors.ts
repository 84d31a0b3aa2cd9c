import { randomInt } from 'node:crypto';
import { Long } from 'bson';
import { encode, MAX_DOCUMENT_BYTES } from './bson.ts';
import { commandError } from './errors.ts';

// MongoDB's own idle time; drivers end what they leave, only a client that died does not.
const IDLE_MS = 10 * 60_000;

// BSON's element types.
const DOCUMENT = 3;
const ARRAY = 4;

interface Cursor {
  readonly namespace: string;
  readonly documents: Iterator<Buffer>;
  readonly idle: NodeJS.Timeout;
}

export interface Batch {
  readonly id: Long;
  /** As BSON. */
  readonly documents: readonly Buffer[];
}

/** Results that are fetched in several pieces. */
export interface Cursors {
  /** The first piece; id 0 when that was all, or when `single` asks for no more. */
  open(namespace: string, documents: Iterator<Buffer>, size: number, single: boolean): Batch;
  next(namespace: string, id: Long, size: number): Batch;
  /** Was there such a cursor? */
  kill(id: Long): boolean;
}

export function openCursors(): Cursors {
  const cursors = new Map<string, Cursor>();
  let last = randomInt(2 ** 40);

  function kill(id: Long): boolean {
    clearTimeout(cursors.get(id.toString())?.idle);
    return cursors.delete(id.toString());
  }

  function keep(id: Long, namespace: string, documents: Iterator<Buffer>): void {
    const idle = setTimeout(() => kill(id), IDLE_MS);
    idle.unref();
    cursors.set(id.toString(), { namespace, documents, idle });
  }

  return {
    open(namespace, documents, size, single) {
      const batch = take(documents, size);
      if (batch.ended || single) return { id: Long.ZERO, documents: batch.documents };
      last += 1;
      const id = Long.fromNumber(last);
      keep(id, namespace, batch.rest);
      return { id, documents: batch.documents };
    },
    next(namespace, id, size) {
      const cursor = cursors.get(id.toString());
      if (cursor?.namespace !== namespace) throw commandError(43, `cursor id ${id.toString()} not found`);
      kill(id);
      const batch = take(cursor.documents, size);
      if (batch.ended) return { id: Long.ZERO, documents: batch.documents };
      keep(id, namespace, batch.rest);
      return { id, documents: batch.documents };
    },
    kill,
  };
}

/** Up to `size` documents, and no more bytes than a message carries; a document too much is put back. */
function take(documents: Iterator<Buffer>, size: number) {
  const taken: Buffer[] = [];
  let bytes = 0;
  while (taken.length < size) {
    const next = documents.next();
    if (next.done) return { documents: taken, ended: true, rest: documents };
    bytes += next.value.length;
    if (bytes > MAX_DOCUMENT_BYTES && taken.length > 0) {
      return { documents: taken, ended: false, rest: resumed(next.value, documents) };
    }
    taken.push(next.value);
  }
  return { documents: taken, ended: false, rest: documents };
}

function* resumed(first: Buffer, rest: Iterator<Buffer>): Generator<Buffer> {
  yield first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

/** The answer `{cursor: {<name>: [...], id, ns}, ok: 1}`, put together from documents that are BSON already. */
export function cursorReply(name: 'firstBatch' | 'nextBatch', batch: Batch, ns: string): Buffer {
  const elements = batch.documents.flatMap((bytes, i) => [field(DOCUMENT, String(i)), bytes]);
  const tail = encode({ id: batch.id, ns });
  const cursor = enclosed([field(ARRAY, name), enclosed(elements), tail.subarray(4, -1)]);
  return enclosed([field(DOCUMENT, 'cursor'), cursor, encode({ ok: 1 }).subarray(4, -1)]);
}

function field(type: number, name: string): Buffer {
  return Buffer.from(`${String.fromCharCode(type)}${name}\0`, 'latin1');
}

function enclosed(parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...parts, Buffer.from([0])], length);
}
