import type { Double, Int32, Long } from 'bson';
import { type Doc, typeOf } from './bson.ts';
import { refused } from './errors.ts';
import { isListed, type ValueType } from './list.ts';

// One encoding for equality, range, prefix and sort: the bytes of a value compare (memcmp) as MongoDB compares the values,
// and no key is the beginning of another. First the rank of the type (BSON comparison order), then the value.

export type Direction = 1 | -1;

const RANKS = {
  null: 0x10,
  int32: 0x18,
  int64: 0x18,
  double: 0x18,
  string: 0x20,
  document: 0x28,
  array: 0x30,
  boolean: 0x48,
  date: 0x50,
} as const satisfies Readonly<Record<ValueType, number>>;

const END = Buffer.from([0]);

/** Rank of a value's type; a type that is not on the list is refused by its name. */
export function rankOf(value: unknown): number {
  return RANKS[listedType(value)];
}

/** The order-preserving bytes of one value. */
export function valueKey(value: unknown): Buffer {
  const type = listedType(value);
  return Buffer.concat([Buffer.from([RANKS[type]]), ...body(type, value)]);
}

/** The same, for a field that an index or a sort takes in that direction. */
export function directedKey(value: unknown, direction: Direction): Buffer {
  const key = valueKey(value);
  return direction === 1 ? key : inverted(key);
}

/** Every bit turned over: the same keys in the opposite order. */
export function inverted(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => 255 - byte));
}

function listedType(value: unknown): ValueType {
  const type = typeOf(value);
  if (isListed('types of values', type)) return type;
  throw refused(`values of type ${type}`);
}

function body(type: ValueType, value: unknown): Buffer[] {
  if (type === 'null') return [];
  if (type === 'string') return [textKey(value as string)];
  if (type === 'boolean') return [Buffer.from([value === true ? 1 : 0])];
  if (type === 'date') return [dateKey(value as Date)];
  if (type === 'array') return [...(value as readonly unknown[]).map(valueKey), END];
  if (type === 'document') return documentKey(value as Doc);
  return type === 'int64' ? longKey(value as Long) : doubleKey((value as Int32 | Double).value);
}

/** UTF-8, closed by two zero bytes; behind a zero inside stands a character that is larger than those. */
function textKey(text: string): Buffer {
  return Buffer.from(`${text.includes('\0') ? text.replaceAll('\0', '\0\u{10ffff}') : text}\0\0`, 'utf8');
}

function dateKey(date: Date): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(date.getTime()) + 2n ** 63n);
  return bytes;
}

/** Field by field: type, then name, then value. */
function documentKey(document: Doc): Buffer[] {
  const fields = Object.entries(document).flatMap(([name, value]) => {
    const type = listedType(value);
    return [Buffer.from([RANKS[type]]), Buffer.from(`${name}\0`, 'utf8'), ...body(type, value)];
  });
  return [...fields, END];
}

// A number is its nearest double, then whether it is below (0x7f), equal to (0x80) or above (0x81) that, then by how much:
// so int32, int64 and double compare by value, and the common case takes nine bytes.
function doubleKey(value: number): Buffer[] {
  return [doubleOrder(value), Buffer.from([0x80])];
}

function longKey(value: Long): Buffer[] {
  const near = value.toNumber();
  const rest = Number(value.toBigInt() - BigInt(near));
  if (rest === 0) return doubleKey(near);
  const beside = Buffer.from([rest < 0 ? 0x7f : 0x81, 0, 0]);
  // Between two neighbouring doubles of this size lie at most 1024 whole numbers.
  beside.writeUInt16BE(rest + 0x8000, 1);
  return [doubleOrder(near), beside];
}

/** IEEE bits that sort as the numbers do: NaN lowest (as in MongoDB), -0 equal to 0. */
function doubleOrder(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  if (value < 0) return inverted(bytes);
  bytes.writeUInt8(bytes.readUInt8(0) | 0x80, 0);
  return bytes;
}
