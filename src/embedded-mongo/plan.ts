import type { Collection, Index, IndexField } from './catalog.ts';
import { behind, entryPrefix } from './indexes.ts';
import { type Direction, directedKey, RANK, rankOf, valueKey } from './keys.ts';
import type { Condition, Filter } from './match.ts';
import { inverted } from './numbers.ts';
import { MAX_KEY_BYTES } from './store.ts';

export interface Bounds {
  readonly from: Buffer;
  readonly to: Buffer;
}

/** Where to look: these ranges of that index, and whether they come out in the order of the sort. */
export interface Plan {
  readonly index: Index;
  readonly ranges: readonly Bounds[];
  readonly reverse: boolean;
  readonly sorted: boolean;
}

interface Candidate extends Plan {
  readonly score: number;
}

/** What the conditions say of the leading fields of an index. */
interface Leading {
  /** Begin-bytes of the ranges, one for each combination of the values asked for. */
  readonly prefixes: readonly Buffer[];
  /** How many fields are bound to values, and whether all of them to a single one. */
  readonly bound: number;
  readonly single: boolean;
}

const MANY = 10_000;

/** The best index for a filter and a sort; undefined when the whole collection has to be read in order of insertion. */
export function choosePlan(
  collection: Collection,
  filter: Filter,
  sort: readonly IndexField[],
): Plan | undefined {
  const candidates = collection.indexes
    .map((index) => planWith(index, filter.conditions, sort))
    .filter((candidate) => candidate !== undefined)
    .sort((a, b) => b.score - a.score);
  return candidates[0];
}

function planWith(
  index: Index,
  conditions: readonly Condition[],
  sort: readonly IndexField[],
): Candidate | undefined {
  const leading = leadingValues(index, conditions);
  const next = index.fields[leading.bound];
  const span = next && mayBind(index, leading.bound) ? spanOf(next, index, conditions) : undefined;
  if (index.sparse && leading.bound === 0 && span === undefined) return undefined;
  const order = leading.single ? sortOrder(index, leading.bound, sort) : undefined;
  const useful = leading.bound > 0 || span !== undefined || order !== undefined;
  if (!useful) return undefined;
  const all = leading.bound === index.fields.length;
  const score =
    leading.bound * 10 +
    (leading.single ? 5 : 0) +
    (span ? 5 : 0) +
    (order ? 3 : 0) +
    (all && index.unique ? 100 : 0) -
    index.fields.length / 100;
  return {
    index,
    ranges: leading.prefixes.map((prefix) => boundsOf(index, prefix, span)),
    reverse: order === -1,
    sorted: order !== undefined,
    score,
  };
}

function leadingValues(index: Index, conditions: readonly Condition[]): Leading {
  let leading: Leading = { prefixes: [Buffer.alloc(0)], bound: 0, single: true };
  for (const [place, field] of index.fields.entries()) {
    const values = mayBind(index, place) ? valuesAsked(field, index, conditions) : undefined;
    if (values === undefined || values.length * leading.prefixes.length > MANY) return leading;
    const keys = values.map((value) => directedKey(value, field.direction));
    leading = {
      prefixes: leading.prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key]))),
      bound: place + 1,
      single: leading.single && keys.length === 1,
    };
  }
  return leading;
}

// In a multikey index two fields under one array stand for one element, but a filter may mean two different ones.
function mayBind(index: Index, place: number): boolean {
  if (!index.multikey) return true;
  const root = index.fields[place]?.parts[0];
  return !index.fields.slice(0, place).some((field) => field.parts[0] === root);
}

/** The values that a field is asked to equal, in index order; undefined when the index cannot tell them. */
function valuesAsked(
  field: IndexField,
  index: Index,
  conditions: readonly Condition[],
): unknown[] | undefined {
  for (const condition of conditions) {
    if (condition.kind !== 'in' || condition.path !== field.path) continue;
    if (!condition.values.every((value) => isFindable(value, index))) continue;
    const distinct = new Map(condition.values.map((value) => [valueKey(value).toString('latin1'), value]));
    return [...distinct.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  }
  return undefined;
}

function isFindable(value: unknown, index: Index): boolean {
  const rank = rankOf(value);
  return rank === RANK.null ? !index.sparse && !index.multikey : rank !== RANK.array;
}

/** From and to, in key bytes of the field, that the range operators leave; always within one type. */
function spanOf(field: IndexField, index: Index, conditions: readonly Condition[]): Bounds | undefined {
  const ranges = conditions
    .filter((each) => each.kind === 'range')
    .filter((each) => each.path === field.path);
  const first = ranges[0];
  if (first === undefined) return undefined;
  // One element of an array may satisfy one bound and another the other: then only one of them narrows.
  const used = index.multikey ? [first] : ranges.filter((each) => rankOf(each.value) === rankOf(first.value));
  const rank = rankOf(first.value);
  let from: Buffer = Buffer.from([rank]);
  let to: Buffer = Buffer.from([rank + 1]);
  for (const { operator, key } of used) {
    if (operator === '$gt' || operator === '$gte') from = larger(from, key);
    else to = smaller(to, operator === '$lte' ? behind(key) : key);
  }
  return field.direction === 1 ? { from, to } : { from: inverted(to), to: behind(inverted(from)) };
}

function larger(a: Buffer, b: Buffer): Buffer {
  return Buffer.compare(a, b) < 0 ? b : a;
}

function smaller(a: Buffer, b: Buffer): Buffer {
  return Buffer.compare(a, b) < 0 ? a : b;
}

// Bounds may be too wide (every document is matched again), never too narrow.
function boundsOf(index: Index, prefix: Buffer, span: Bounds | undefined): Bounds {
  if (span === undefined) {
    const from = clipped(entryPrefix(index, prefix));
    return { from, to: behind(from) };
  }
  const from = clipped(entryPrefix(index, Buffer.concat([prefix, span.from])));
  const to = entryPrefix(index, Buffer.concat([prefix, span.to]));
  return { from, to: to.length > MAX_KEY_BYTES ? behind(clipped(to)) : to };
}

function clipped(key: Buffer): Buffer {
  return key.subarray(0, MAX_KEY_BYTES);
}

/** 1 or -1 when reading the index that way gives the order of the sort; the fields before `bound` have one value. */
function sortOrder(index: Index, bound: number, sort: readonly IndexField[]): Direction | undefined {
  if (index.multikey || sort.length === 0) return undefined;
  const fixed = new Set(index.fields.slice(0, bound).map((field) => field.path));
  const wanted = sort.filter((field) => !fixed.has(field.path));
  const given = index.fields.slice(bound, bound + wanted.length);
  if (given.length < wanted.length || wanted.some((field, i) => field.path !== given[i]?.path))
    return undefined;
  const turns = new Set(wanted.map((field, i) => field.direction * (given[i]?.direction ?? 1)));
  if (turns.size > 1) return undefined;
  return turns.has(-1) ? -1 : 1;
}
