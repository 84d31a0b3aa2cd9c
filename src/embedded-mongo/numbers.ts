import type { Decimal128, Long } from 'bson';
import { bsonType } from './bson.ts';

// A number's key is its nearest double in an order-preserving form, then one byte that says whether the number is below
// (0x7f), equal to (0x80) or above (0x81) that double, then, unless equal, its exact decimal digits. So int32, int64,
// double and Decimal128 compare by value, as MongoDB compares them, and the common case takes nine bytes.

interface Exact {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const EQUAL = Buffer.from([0x80]);

/** The order-preserving bytes of a BSON number. */
export function numberKey(value: unknown): Buffer {
  const type = bsonType(value);
  if (type === 'Long') return longKey(value as Long);
  if (type === 'Decimal128') return decimalKey((value as Decimal128).toString());
  return doubleKey(typeof value === 'number' ? value : (value as { value: number }).value);
}

function longKey(value: Long): Buffer {
  const near = value.toNumber();
  if (Number.isSafeInteger(near)) return doubleKey(near);
  return exactKey({ coefficient: value.toBigInt(), exponent: 0 }, near);
}

function decimalKey(text: string): Buffer {
  const near = Number(text);
  if (/nan|inf/i.test(text))
    return doubleKey(/nan/i.test(text) ? NaN : text.startsWith('-') ? -Infinity : Infinity);
  const [digits = '0', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '0', fraction = ''] = digits.split('.');
  const coefficient = BigInt(whole + fraction);
  return coefficient === 0n
    ? doubleKey(0)
    : exactKey({ coefficient, exponent: Number(exponent) - fraction.length }, near);
}

function doubleKey(value: number): Buffer {
  return Buffer.concat([doubleOrder(value), EQUAL]);
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

function exactKey(exact: Exact, near: number): Buffer {
  const sign = compareToDouble(exact, near);
  if (sign === 0) return doubleKey(near);
  return Buffer.concat([doubleOrder(near), Buffer.from([sign < 0 ? 0x7f : 0x81]), digitsKey(exact)]);
}

/** Sign of exact − near, by integers alone. */
function compareToDouble(exact: Exact, near: number): number {
  if (!Number.isFinite(near)) return near > 0 ? -1 : 1;
  const { mantissa, power } = doubleParts(near);
  const left = exact.coefficient * 10n ** positive(exact.exponent) * 2n ** positive(-power);
  const right = mantissa * 10n ** positive(-exact.exponent) * 2n ** positive(power);
  return left < right ? -1 : left > right ? 1 : 0;
}

function positive(n: number): bigint {
  return BigInt(Math.max(0, n));
}

/** near = mantissa · 2^power, exactly. */
function doubleParts(near: number): { readonly mantissa: bigint; readonly power: number } {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(near);
  const bits = bytes.readBigUInt64BE();
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  return { mantissa: near < 0 ? -magnitude : magnitude, power: Math.max(exponent, 1) - 1075 };
}

/** 0.d1d2d3… · 10^e as e, the digits and an end; all inverted below zero. */
function digitsKey({ coefficient, exponent }: Exact): Buffer {
  const negative = coefficient < 0n;
  const text = (negative ? -coefficient : coefficient).toString();
  const head = Buffer.alloc(2);
  head.writeUInt16BE(exponent + text.length + 0x8000);
  const key = Buffer.concat([head, Buffer.from(text.replace(/0+$/, '')), Buffer.from([0])]);
  return negative ? inverted(key) : key;
}

/** Every bit turned over: the same keys in the opposite order. */
export function inverted(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => 255 - byte));
}
