import { type Document, deserialize, serialize } from 'bson';

/** A BSON document, its numbers kept in their wrappers (Int32, Double, Long) so that no type changes by a round trip. */
export type Doc = Record<string, unknown>;

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const NUMBERS: Readonly<Record<string, string>> = { Int32: 'int32', Long: 'int64', Double: 'double' };

/** Bytes to a document; every numeric type stays what it was. */
export function decode(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteValues: false, promoteLongs: false, promoteBuffers: false });
}

/** A document to bytes. */
export function encode(document: Doc): Buffer {
  const bytes = serialize(document as Document, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Name of a value's type as the list has it, or what else it is; a missing field counts as null. */
export function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'date (out of range)' : 'date';
  if (value instanceof RegExp) return 'RegExp';
  const wrapper = (value as { _bsontype?: string })._bsontype;
  return wrapper === undefined ? 'document' : (NUMBERS[wrapper] ?? wrapper);
}

/** Is it an embedded document (not an array, a date or a wrapper)? */
export function isDocument(value: unknown): value is Doc {
  return typeOf(value) === 'document';
}

/** A BSON number (Int32, Double, Long) as a JavaScript number; undefined when it is none. */
export function asNumber(value: unknown): number | undefined {
  const type = typeOf(value);
  if (type === 'int32' || type === 'double') return (value as { value: number }).value;
  return type === 'int64' ? (value as { toNumber(): number }).toNumber() : undefined;
}
