import type { Binary, ObjectId } from 'bson';
import { bsonType, type Doc } from './bson.ts';
import { commandError, refused } from './errors.ts';
import { inverted, numberKey } from './numbers.ts';

// One encoding for equality, range, prefix and sort: the bytes of a value compare (memcmp) as MongoDB compares the values,
// and no key is the beginning of another. First the rank of the type (BSON comparison order), then the value.

export type Direction = 1 | -1;

/** BSON comparison order, of the types that this database stores. An empty array's index key is below null. */
export const RANK = {
  emptyArray: 0x08,
  null: 0x10,
  number: 0x18,
  string: 0x20,
  document: 0x28,
  array: 0x30,
  binary: 0x38,
  objectId: 0x40,
  boolean: 0x48,
  date: 0x50,
} as const;

const END = Buffer.from([0]);
const EMPTY_ARRAY_KEY = Buffer.from([RANK.emptyArray]);

/** A thing that arrays may hold in an index instead of a value: MongoDB keys an empty array as "undefined". */
export const emptyArray: unique symbol = Symbol('empty array');

/** Rank of a value's type; a type that is not stored here is refused by its name. */
export function rankOf(value: unknown): number {
  if (value === null || value === undefined) return RANK.null;
  if (typeof value === 'string') return RANK.string;
  if (typeof value === 'number') return RANK.number;
  if (typeof value === 'boolean') return RANK.boolean;
  if (Array.isArray(value)) return RANK.array;
  if (value instanceof Date) return dateRank(value);
  return wrapperRank(value);
}

function dateRank(value: Date): number {
  if (Number.isNaN(value.getTime()))
    throw commandError(2, 'a date outside of what a JavaScript Date can hold');
  return RANK.date;
}

function wrapperRank(value: unknown): number {
  const type = bsonType(value);
  if (type === undefined) {
    if (value instanceof RegExp) throw refused('values of type RegExp');
    return RANK.document;
  }
  if (type === 'Int32' || type === 'Double' || type === 'Long' || type === 'Decimal128') return RANK.number;
  if (type === 'ObjectId') return RANK.objectId;
  if (type === 'Binary') return RANK.binary;
  throw refused(`values of type ${type}`);
}

/** The order-preserving bytes of one value. */
export function valueKey(value: unknown): Buffer {
  if (value === emptyArray) return EMPTY_ARRAY_KEY;
  const rank = rankOf(value);
  return Buffer.concat([Buffer.from([rank]), body(rank, value)]);
}

/** The same, for a field that an index or a sort takes in that direction. */
export function directedKey(value: unknown, direction: Direction): Buffer {
  const key = valueKey(value);
  return direction === 1 ? key : inverted(key);
}

/** Equal as MongoDB means it: 1, 1.0 and int64 1 are equal, documents only with the same order of fields. */
export function equal(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  return valueKey(a).equals(valueKey(b));
}

function body(rank: number, value: unknown): Buffer {
  if (rank === RANK.null) return Buffer.alloc(0);
  if (rank === RANK.string) return stringKey(value as string);
  if (rank === RANK.number) return numberKey(value);
  if (rank === RANK.objectId) return Buffer.from((value as ObjectId).id);
  if (rank === RANK.boolean) return Buffer.from([value === true ? 1 : 0]);
  if (rank === RANK.date) return dateKey(value as Date);
  if (rank === RANK.binary) return binaryKey(value as Binary);
  return rank === RANK.array ? arrayKey(value as readonly unknown[]) : documentKey(value as Doc);
}

/** UTF-8, closed by two zero bytes; behind a zero byte inside stands a character that is larger than those. */
function stringKey(text: string): Buffer {
  const bytes = Buffer.from(text.includes('\0') ? text.replaceAll('\0', '\0\u{10ffff}') : text, 'utf8');
  return Buffer.concat([bytes, END, END]);
}

function dateKey(date: Date): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(date.getTime()) + 2n ** 63n);
  return bytes;
}

/** By length, then subtype, then bytes: MongoDB's order. */
function binaryKey(binary: Binary): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(binary.length());
  head.writeUInt8(binary.sub_type, 4);
  return Buffer.concat([head, binary.value()]);
}

function arrayKey(values: readonly unknown[]): Buffer {
  return Buffer.concat([...values.map(valueKey), END]);
}

/** Field by field: type, then name, then value. */
function documentKey(document: Doc): Buffer {
  const fields = Object.entries(document).flatMap(([name, value]) => {
    const rank = rankOf(value);
    return [Buffer.from([rank]), Buffer.from(name, 'utf8'), END, body(rank, value)];
  });
  return Buffer.concat([...fields, END]);
}
