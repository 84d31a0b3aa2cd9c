import { type Direction, inverted } from './keys.ts';

/** Keys with from ≤ key < to; a point holds one key and those that begin with it. */
export interface Range {
  readonly from: Buffer;
  readonly to: Buffer;
  readonly point: boolean;
}

export const EVERYTHING: Range = pointAt(Buffer.alloc(0));

/** All keys that are or begin with these bytes. */
export function pointAt(key: Buffer): Range {
  return { from: key, to: behind(key), point: true };
}

/** The smallest key behind every key that begins with this prefix. */
export function behind(prefix: Buffer): Buffer {
  const last = prefix.findLastIndex((byte) => byte !== 255);
  const end = Buffer.from(prefix.subarray(0, last + 1));
  if (last === -1) return Buffer.alloc(8, 255);
  end.writeUInt8(end.readUInt8(last) + 1, last);
  return end;
}

/** What lies in both. */
export function intersection(some: readonly Range[], others: readonly Range[]): Range[] {
  return some.flatMap((a) =>
    others.flatMap((b) => {
      const from = Buffer.compare(a.from, b.from) < 0 ? b.from : a.from;
      const to = Buffer.compare(a.to, b.to) < 0 ? a.to : b.to;
      return Buffer.compare(from, to) < 0 ? [{ from, to, point: a.point || b.point }] : [];
    }),
  );
}

/** The same keys as an index in that direction holds them. */
export function directed(range: Range, direction: Direction): Range {
  if (direction === 1) return range;
  if (range.point) return pointAt(inverted(range.from));
  return { from: inverted(range.to), to: behind(inverted(range.from)), point: false };
}

/** The range behind a prefix that is a point. */
export function below(prefix: Range, range: Range): Range {
  const from = Buffer.concat([prefix.from, range.from]);
  return { from, to: Buffer.concat([prefix.from, range.to]), point: range.point };
}
