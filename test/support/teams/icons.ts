import { deflateSync, inflateSync, crc32 as zlibCrc32 } from 'node:zlib';

/** A picture of `size` × `size` points, RGBA. */
export interface Picture {
  readonly size: number;
  readonly points: Uint8Array;
}

type Shape = (x: number, y: number) => boolean;

const INDIGO = [0x3d, 0x4e, 0xac] as const;
const WHITE = [0xff, 0xff, 0xff] as const;
/** Each point is the mean of so many by so many samples. */
const SAMPLES = 4;

/** A card with the two bars of a pause, in units of the picture's width. */
const CARD = rounded(0.23, 0.27, 0.77, 0.73, 0.07);
const INSIDE = rounded(0.285, 0.325, 0.715, 0.675, 0.035);
const BARS: Shape = (x, y) =>
  rounded(0.4, 0.4, 0.46, 0.6, 0.02)(x, y) || rounded(0.54, 0.4, 0.6, 0.6, 0.02)(x, y);

/** The full-colour icon: white card, indigo bars, on indigo to the edge. */
export function colorIcon(): Picture {
  return draw(192, (x, y) => (CARD(x, y) && !BARS(x, y) ? [...WHITE, 255] : [...INDIGO, 255]));
}

/** The outline icon: the same drawn larger in white lines on nothing. */
export function outlineIcon(): Picture {
  const larger = (at: number) => 0.5 + (at - 0.5) * 0.6;
  return draw(32, (x, y) => {
    const [u, v] = [larger(x), larger(y)];
    const line = (CARD(u, v) && !INSIDE(u, v)) || BARS(u, v);
    return [...WHITE, line ? 255 : 0];
  });
}

function rounded(left: number, top: number, right: number, bottom: number, radius: number): Shape {
  return (x, y) => {
    const dx = Math.max(left + radius - x, x - right + radius, 0);
    const dy = Math.max(top + radius - y, y - bottom + radius, 0);
    return dx * dx + dy * dy <= radius * radius && x >= left && x <= right && y >= top && y <= bottom;
  };
}

function draw(size: number, colour: (x: number, y: number) => readonly number[]): Picture {
  const points = new Uint8Array(size * size * 4);
  for (let index = 0; index < size * size; index += 1) {
    const [column, row] = [index % size, Math.floor(index / size)];
    points.set(mean(samples(column, row).map(([x, y]) => colour(x / size, y / size))), index * 4);
  }
  return { size, points };
}

function samples(column: number, row: number): readonly (readonly [number, number])[] {
  const steps = Array.from({ length: SAMPLES }, (_, step) => (step + 0.5) / SAMPLES);
  return steps.flatMap((dy) => steps.map((dx) => [column + dx, row + dy] as const));
}

function mean(colours: readonly (readonly number[])[]): number[] {
  return [0, 1, 2, 3].map((part) =>
    Math.round(colours.reduce((sum, colour) => sum + (colour[part] ?? 0), 0) / colours.length),
  );
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** As a PNG file: 8 bits, RGBA, no filter. */
export function toPng({ size, points }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1) {
    rows.set(points.subarray(row * size * 4, (row + 1) * size * 4), row * (size * 4 + 1) + 1);
  }
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A picture that `toPng` wrote. */
export function fromPng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file);
  const size = bytes.readUInt32BE(16);
  const at = bytes.indexOf('IDAT');
  const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
  const points = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    const start = row * (size * 4 + 1) + 1;
    points.set(rows.subarray(start, start + size * 4), row * size * 4);
  }
  return { size, points };
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(zlibCrc32(body));
  return Buffer.concat([length, body, sum]);
}
