import { randomInt } from 'node:crypto';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { Long } from 'bson';
import { encode, MAX_DOCUMENT_BYTES } from './bson.ts';
import { commandError } from './errors.ts';
import { PAUSE, type Paused } from './pause.ts';

// MongoDB's own idle time: for clients that died or left in the middle.
const IDLE_MS = 10 * 60_000;
const FIRST_BATCH = 101;

// BSON's element types.
const DOCUMENT = 3;
const ARRAY = 4;

interface Cursor {
  readonly documents: Iterator<Buffer | Paused>;
  /** Already read: the first of the next piece, undefined when there is none. */
  ahead: Buffer | undefined;
}

interface Waiting extends Cursor {
  readonly namespace: string;
  readonly idle: NodeJS.Timeout;
}

/** Results that are fetched in several pieces; each answer is BSON. */
export type Cursors = ReturnType<typeof openCursors>;

export function openCursors() {
  const waiting = new Map<string, Waiting>();
  let last = randomInt(2 ** 40);

  /** An id to go on with, 0 at the end. */
  function kept(id: Long, namespace: string, cursor: Cursor): Long {
    if (cursor.ahead === undefined) return Long.ZERO;
    const idle = setTimeout(() => waiting.delete(id.toString()), IDLE_MS).unref();
    waiting.set(id.toString(), { ...cursor, namespace, idle });
    return id;
  }

  return {
    /** `single` leaves the rest alone. */
    async first(namespace: string, documents: Iterator<Buffer | Paused>, single: boolean): Promise<Buffer> {
      const cursor = { documents, ahead: undefined };
      const batch = await take(cursor, FIRST_BATCH);
      last += 1;
      const id = single ? Long.ZERO : kept(Long.fromNumber(last), namespace, cursor);
      return reply('firstBatch', batch, id, namespace);
    },
    async next(namespace: string, id: Long): Promise<Buffer> {
      const cursor = waiting.get(id.toString());
      if (cursor?.namespace !== namespace) throw commandError(43, `cursor id ${id.toString()} not found`);
      clearTimeout(cursor.idle);
      waiting.delete(id.toString());
      const batch = await take(cursor, Number.POSITIVE_INFINITY);
      return reply('nextBatch', batch, kept(id, namespace, cursor), namespace);
    },
  };
}

/** Up to `size` documents, and no more bytes than a message carries. In the pauses others are served. */
async function take(cursor: Cursor, size: number): Promise<Buffer[]> {
  const taken = cursor.ahead === undefined ? [] : [cursor.ahead];
  let bytes = cursor.ahead?.length ?? 0;
  cursor.ahead = undefined;
  for (let next = cursor.documents.next(); !next.done; next = cursor.documents.next()) {
    if (next.value === PAUSE) {
      await othersFirst();
      continue;
    }
    bytes += next.value.length;
    if (taken.length === size || (bytes > MAX_DOCUMENT_BYTES && taken.length > 0)) {
      cursor.ahead = next.value;
      return taken;
    }
    taken.push(next.value);
  }
  return taken;
}

/** `{cursor: {<name>: [...], id, ns}, ok: 1}`, put together from documents that are BSON already. */
function reply(name: string, documents: readonly Buffer[], id: Long, ns: string): Buffer {
  const elements = documents.flatMap((bytes, i) => [field(DOCUMENT, String(i)), bytes]);
  const cursor = enclosed([field(ARRAY, name), enclosed(elements), fieldsOf({ id, ns })]);
  return enclosed([field(DOCUMENT, 'cursor'), cursor, fieldsOf({ ok: 1 })]);
}

function field(type: number, name: string): Buffer {
  return Buffer.from(`${String.fromCharCode(type)}${name}\0`, 'latin1');
}

function fieldsOf(document: Parameters<typeof encode>[0]): Buffer {
  return encode(document).subarray(4, -1);
}

function enclosed(parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...parts, Buffer.from([0])], length);
}
