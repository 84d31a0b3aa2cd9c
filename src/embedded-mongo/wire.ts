import { type Doc, decode, encode } from './bson.ts';

// MongoDB's frames: a header of four int32 (length, request id, answer to, opcode), then the message.
// The driver greets with OP_QUERY and then speaks OP_MSG only.

export const MAX_MESSAGE_BYTES = 48_000_000;

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const REQUIRED_FLAGS = 0xffff;

export interface Request {
  readonly id: number;
  /** Of OP_QUERY, which wants its own form of answer. */
  readonly legacy: boolean;
  /** False for writes with w: 0. */
  readonly wantsReply: boolean;
  readonly command: Doc;
}

/** Cuts a stream of bytes into frames. Throws when the other side cannot be MongoDB's protocol. */
export function frameReader(): (chunk: Buffer) => Buffer[] {
  let pending: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    pending.push(chunk);
    size += chunk.length;
    const frames: Buffer[] = [];
    for (let length = expected(pending, size); length !== undefined; length = expected(pending, size)) {
      const all = pending.length === 1 ? (pending[0] ?? chunk) : Buffer.concat(pending, size);
      frames.push(all.subarray(0, length));
      pending = [all.subarray(length)];
      size -= length;
    }
    return frames;
  };
}

/** Length of the next frame once it is there as a whole. */
function expected(pending: Buffer[], size: number): number | undefined {
  if (size < 4) return undefined;
  let first = pending[0] ?? Buffer.alloc(0);
  if (first.length < 4) {
    first = Buffer.concat(pending, size);
    pending.splice(0, pending.length, first);
  }
  const length = first.readInt32LE(0);
  if (length < HEADER || length > MAX_MESSAGE_BYTES) throw new Error(`a frame of ${length} bytes`);
  return size >= length ? length : undefined;
}

/** Reads a frame into a command; document sequences are folded into it. */
export function readRequest(frame: Buffer): Request {
  const id = frame.readInt32LE(4);
  const opcode = frame.readInt32LE(12);
  if (opcode === OP_QUERY) return { id, legacy: true, wantsReply: true, command: readQuery(frame) };
  if (opcode !== OP_MSG) throw new Error(`opcode ${opcode}`);
  const flags = frame.readUInt32LE(HEADER);
  if ((flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0)
    throw new Error(`message flags ${flags}`);
  const end = (flags & CHECKSUM_PRESENT) === 0 ? frame.length : frame.length - 4;
  const command = readSections(frame.subarray(HEADER + 4, end));
  return { id, legacy: false, wantsReply: (flags & MORE_TO_COME) === 0, command };
}

function readQuery(frame: Buffer): Doc {
  const nameEnd = frame.indexOf(0, HEADER + 4);
  const command = decode(documentAt(frame, nameEnd + 9));
  const database = frame.toString('utf8', HEADER + 4, nameEnd).split('.')[0];
  return { ...command, $db: database };
}

function readSections(bytes: Buffer): Doc {
  let command: Doc = {};
  for (let at = 0; at < bytes.length; ) {
    const kind = bytes.readUInt8(at);
    const length = bytes.readInt32LE(at + 1);
    if (kind > 1 || length < 5 || at + 1 + length > bytes.length)
      throw new Error(`a section of kind ${kind}`);
    const section = bytes.subarray(at + 1, at + 1 + length);
    command = kind === 0 ? { ...decode(section), ...command } : { ...command, ...readSequence(section) };
    at += 1 + length;
  }
  return command;
}

function readSequence(section: Buffer): Doc {
  const nameEnd = section.indexOf(0, 4);
  const documents: Doc[] = [];
  for (let at = nameEnd + 1; at < section.length; ) {
    const bytes = documentAt(section, at);
    documents.push(decode(bytes));
    at += bytes.length;
  }
  return { [section.toString('utf8', 4, nameEnd)]: documents };
}

function documentAt(bytes: Buffer, at: number): Buffer {
  const length = bytes.readInt32LE(at);
  if (length < 5 || at + length > bytes.length) throw new Error('a document longer than its frame');
  return bytes.subarray(at, at + length);
}

/** The frame that answers a request. */
export function replyFrame(request: Request, reply: Doc | Buffer): Buffer {
  const body = Buffer.isBuffer(reply) ? reply : encode(reply);
  // OP_REPLY: flags, cursor id (8 bytes), starting from, number returned. OP_MSG: flags, kind of section.
  const fixed = Buffer.alloc(request.legacy ? 20 : 5);
  if (request.legacy) fixed.writeInt32LE(1, 16);
  const header = Buffer.alloc(HEADER);
  header.writeInt32LE(HEADER + fixed.length + body.length, 0);
  header.writeInt32LE(request.id, 8);
  header.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  return Buffer.concat([header, fixed, body]);
}
