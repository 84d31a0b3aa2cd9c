import type { Collection, Index, IndexField } from './catalog.ts';
import type { Direction } from './keys.ts';
import type { Condition, Filter } from './match.ts';
import { below, directed, EVERYTHING, intersection, type Range } from './ranges.ts';

/** Where to look: these ranges of that index, and whether they come out in the order of the sort. */
export interface Plan {
  readonly index: Index;
  readonly ranges: readonly Range[];
  readonly reverse: boolean;
  readonly sorted: boolean;
  /** Is each range one key of a unique index? */
  readonly single: boolean;
  /** Does all that lies there match? */
  readonly exact: boolean;
}

/** What a filter says of the leading fields of an index. */
interface Leading {
  readonly ranges: readonly Range[];
  /** How many fields are bound to values, and whether the one behind them lies in a range. */
  readonly bound: number;
  readonly open: boolean;
}

const MANY = 10_000;

/** The best index for a filter and a sort; undefined when the whole collection has to be read in order of insertion. */
export function choosePlan(
  collection: Collection,
  filter: Filter,
  sort: readonly IndexField[],
): Plan | undefined {
  const candidates = collection.indexes.map((index) => candidate(index, filter, sort));
  const [best] = candidates.sort((a, b) => b.score - a.score);
  return best && best.score > 0 ? best.plan : undefined;
}

function candidate(index: Index, filter: Filter, sort: readonly IndexField[]) {
  const { ranges, bound, open } = leading(index, filter.conditions);
  const order = ranges.length === 1 ? sortOrder(index, bound, sort) : undefined;
  const single = index.unique && bound === index.fields.length;
  const exact = isExact(filter, index.fields.slice(0, bound));
  const score = bound * 10 + (open ? 5 : 0) + (order ? 3 : 0) + (single ? 100 : 0);
  return {
    score,
    plan: { index, ranges, reverse: order === -1, sorted: order !== undefined, single, exact },
  };
}

/** Only equality with values of these fields, which the index has as they are. */
function isExact({ conditions, anyOf }: Filter, bound: readonly IndexField[]): boolean {
  return (
    anyOf.length === 0 &&
    conditions.every(({ exact, path }) => exact && bound.some((field) => field.path === path))
  );
}

function leading(index: Index, conditions: readonly Condition[]): Leading {
  let ranges: readonly Range[] = [EVERYTHING];
  for (const [bound, field] of index.fields.entries()) {
    const asked = rangesOf(field, conditions);
    if (asked === undefined || asked.length * ranges.length > MANY) return { ranges, bound, open: false };
    ranges = ranges.flatMap((prefix) => asked.map((range) => below(prefix, range)));
    if (!asked.every((range) => range.point)) return { ranges, bound, open: true };
  }
  return { ranges, bound: index.fields.length, open: false };
}

/** Where the field's keys can lie; undefined when the filter does not say. */
function rangesOf(field: IndexField, conditions: readonly Condition[]): Range[] | undefined {
  const all = conditions.flatMap((each) => (each.path === field.path && each.ranges ? [each.ranges] : []));
  const [first, ...others] = all;
  if (first === undefined) return undefined;
  return others.reduce(intersection, [...first]).map((range) => directed(range, field.direction));
}

/** 1 or -1 when reading the index that way gives the order of the sort; the fields before `bound` have one value. */
function sortOrder(index: Index, bound: number, sort: readonly IndexField[]): Direction | undefined {
  const fixed = index.fields.slice(0, bound).map((field) => field.path);
  const wanted = sort.filter((field) => !fixed.includes(field.path));
  const given = index.fields.slice(bound);
  const turns = wanted.map((field, i) =>
    field.path === given[i]?.path ? field.direction * given[i].direction : 0,
  );
  if (sort.length === 0 || turns.includes(0)) return undefined;
  if (turns.every((turn) => turn === 1)) return 1;
  return turns.every((turn) => turn === -1) ? -1 : undefined;
}
