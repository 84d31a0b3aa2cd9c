import type { JsonObject } from './reader.ts';

/** A value as one line. U+2028 and U+2029 are escaped: readers of lines take them for line ends. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (end) =>
    end === '\u2028' ? '\\u2028' : '\\u2029',
  );
}

/** The same with all keys in one order, which a database need not keep. */
export function inKeyOrder(value: JsonObject): JsonObject;
export function inKeyOrder(value: unknown): unknown;
export function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, held]) => [key, inKeyOrder(held)]));
}
