import { type Compared, compare } from '../measure.ts';
import { costRow, type Row, rateRow } from '../table.ts';
import type { Pair } from './pair.ts';

/** Of one side, round by round. */
export type Costs = readonly number[];

/** The embedded database at each size beside itself at the smallest. */
export function flatRows(
  what: string,
  unit: 'MB' | 'ms' | '/s',
  pairs: readonly Pair[],
  costs: readonly Costs[],
): Row[] {
  return pairs.slice(1).map(({ documents }, index) => {
    const name = `${what}: ${words(documents)} | ${words(pairs[0]?.documents)}`;
    const compared = besideEach(costs[index + 1], costs[0]);
    return unit === '/s' ? rateRow(name, compared) : costRow(name, compared, unit);
  });
}

export function besideEach(one: Costs = [], another: Costs = []): Compared {
  return compare(one.map((cost, round) => [cost, another[round] ?? Number.NaN]));
}

export function words(count: number | undefined): string {
  return (count ?? Number.NaN).toLocaleString('en');
}
