import { type Document, deserialize, serialize } from 'bson';

/** A BSON document, its numbers kept in their wrappers (Int32, Double, Long) so that no type changes by a round trip. */
export type Doc = Record<string, unknown>;

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Bytes to a document; every numeric type stays what it was. */
export function decode(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteValues: false, promoteLongs: false, promoteBuffers: false });
}

/** A document to bytes. */
export function encode(document: Doc): Buffer {
  const bytes = serialize(document as Document, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Name of the wrapper class that bson put around a value, or undefined for what JavaScript has itself. */
export function bsonType(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as { _bsontype?: string })._bsontype;
}

/** Is it an embedded document (not an array, a date or a wrapper)? */
export function isDocument(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date) && bsonType(value) === undefined;
}

/** A BSON number (Int32, Double, Long) as a JavaScript number; undefined when it is none. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  const type = bsonType(value);
  if (type === 'Int32' || type === 'Double') return (value as { value: number }).value;
  return type === 'Long' ? (value as { toNumber(): number }).toNumber() : undefined;
}

/** What MongoDB takes for true in an option: true or a number that is not 0. */
export function isTrue(value: unknown): boolean {
  return value === true || (asNumber(value) ?? 0) !== 0;
}
