import type { Compared } from './measure.ts';

/** A line of the table; figures are already in the unit. */
export interface Row extends Compared {
  readonly name: string;
  readonly unit: string;
}

const COLUMNS = ['case', 'product', 'floor', 'unit', 'ratio'] as const;

/** A row of what each took; costs come in milliseconds. */
export function costRow(name: string, compared: Compared | undefined, unit = 'ms'): Row {
  return { name, unit, ...(compared ?? { product: Number.NaN, floor: Number.NaN, ratio: Number.NaN }) };
}

/** The same as so many a second. */
export function rateRow(name: string, compared: Compared | undefined): Row {
  const { product, floor, ratio } = costRow(name, compared);
  return { name, unit: '/s', product: 1000 / product, floor: 1000 / floor, ratio };
}

/** The table as text: names to the left, figures to the right. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    figure(row.product),
    figure(row.floor),
    row.unit,
    Number.isFinite(row.ratio) ? `${row.ratio.toFixed(2)}×` : '–',
  ]);
  const widths = COLUMNS.map((title, column) =>
    Math.max(title.length, ...cells.map((line) => line[column]?.length ?? 0)),
  );
  const rule = widths.map((width) => '─'.repeat(width));
  return [[...COLUMNS], rule, ...cells].map((line) => lineOf(line, widths)).join('\n');
}

function lineOf(line: readonly string[], widths: readonly number[]): string {
  const padded = line.map((cell, column) => {
    const width = widths[column] ?? 0;
    return column === 0 || column === 3 ? cell.padEnd(width) : cell.padStart(width);
  });
  return padded.join('  ').trimEnd();
}

/** Three figures that say something. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
