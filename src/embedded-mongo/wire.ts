import { type Doc, decode, encode } from './bson.ts';

// MongoDB's frames: a header of four int32 (length, request id, answer to, opcode), then the message.
// The driver greets with OP_QUERY and then speaks OP_MSG only.

export const MAX_MESSAGE_BYTES = 48_000_000;

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER = 16;
/** Of the flags these may not be ignored (a checksum, no answer wanted): none is on the list. */
const REQUIRED_FLAGS = 0xffff;

export interface Request {
  readonly id: number;
  /** Of OP_QUERY, which wants its own form of answer. */
  readonly legacy: boolean;
  readonly command: Doc;
}

/** Cuts a stream of bytes into frames. Throws when the other side cannot be MongoDB's protocol. */
export function frameReader(): (chunk: Buffer) => Buffer[] {
  let pending: Buffer[] = [];
  let size = 0;
  let wanted = 4;
  return (chunk) => {
    pending.push(chunk);
    size += chunk.length;
    // One big message comes in many pieces: they are put together when it is whole, not at each.
    if (size < wanted) return [];
    const frames: Buffer[] = [];
    let rest = pending.length === 1 ? chunk : Buffer.concat(pending, size);
    for (wanted = lengthOf(rest); rest.length >= wanted; wanted = lengthOf(rest)) {
      frames.push(rest.subarray(0, wanted));
      rest = rest.subarray(wanted);
    }
    pending = rest.length === 0 ? [] : [rest];
    size = rest.length;
    return frames;
  };
}

/** Length of the frame that begins here; 4 until that can be read. */
function lengthOf(bytes: Buffer): number {
  if (bytes.length < 4) return 4;
  const length = bytes.readInt32LE(0);
  if (length < HEADER || length > MAX_MESSAGE_BYTES) throw new Error(`a frame of ${length} bytes`);
  return length;
}

/** Reads a frame into a command; document sequences are folded into it. */
export function readRequest(frame: Buffer): Request {
  const id = frame.readInt32LE(4);
  const opcode = frame.readInt32LE(12);
  if (opcode === OP_QUERY) return { id, legacy: true, command: readQuery(frame) };
  const flags = frame.readUInt32LE(HEADER);
  if (opcode !== OP_MSG || (flags & REQUIRED_FLAGS) !== 0)
    throw new Error(`a message of kind ${opcode} with the flags ${flags}`);
  return { id, legacy: false, command: readSections(frame.subarray(HEADER + 4)) };
}

function readQuery(frame: Buffer): Doc {
  const nameEnd = frame.indexOf(0, HEADER + 4);
  const database = frame.toString('utf8', HEADER + 4, nameEnd).split('.')[0];
  return { ...decode(documentAt(frame, nameEnd + 9)), $db: database };
}

function readSections(bytes: Buffer): Doc {
  let command: Doc = {};
  for (let at = 0; at < bytes.length; ) {
    const kind = bytes.readUInt8(at);
    const section = documentAt(bytes, at + 1);
    if (kind > 1) throw new Error(`a section of kind ${kind}`);
    command = kind === 0 ? { ...decode(section), ...command } : { ...command, ...readSequence(section) };
    at += 1 + section.length;
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

/** Documents and sections both begin with their own length. */
function documentAt(bytes: Buffer, at: number): Buffer {
  const length = bytes.readInt32LE(at);
  if (length < 5 || at + length > bytes.length) throw new Error('a part longer than its frame');
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
