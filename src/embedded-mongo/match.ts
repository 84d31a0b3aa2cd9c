import { asNumber, type Doc, isDocument, typeOf } from './bson.ts';
import { commandError, refused } from './errors.ts';
import { rankOf, valueKey } from './keys.ts';
import { type FilterOperator, isListed } from './list.ts';
import { type Path, splitPath, valuesAt } from './paths.ts';
import { behind, pointAt, type Range } from './ranges.ts';

/** One condition on one path. */
export interface Condition {
  readonly path: string;
  readonly parts: Path;
  /** Of one value that stands there, undefined where the field is missing. */
  readonly test: (value: unknown) => boolean;
  /** Must some value pass, or none ($ne, $exists: false)? */
  readonly wanted: boolean;
  /** Between these keys lies all that can pass; undefined when an index does not help. */
  readonly ranges?: readonly Range[];
  /** Does all that lies there pass? */
  readonly exact?: boolean;
}

/** A parsed filter: every condition holds, and of every `$or` at least one branch. */
export interface Filter {
  readonly conditions: readonly Condition[];
  readonly anyOf: readonly (readonly Filter[])[];
}

type Test = Omit<Condition, 'path' | 'parts'>;

const OPERATORS: Readonly<Record<Exclude<FilterOperator, '$or'>, (operand: unknown) => Test>> = {
  $in: (operand) => among(listOf(operand)),
  $ne: (operand) => ({ test: among([operand]).test, wanted: false }),
  $lt: (operand) => range(operand, (order) => order < 0),
  $lte: (operand) => range(operand, (order) => order <= 0),
  $gt: (operand) => range(operand, (order) => order > 0),
  $gte: (operand) => range(operand, (order) => order >= 0),
  $exists,
};

/** Reads a filter; what is not on the list is refused by its name. */
export function parseFilter(filter: Doc): Filter {
  const { $or, ...fields } = filter;
  return {
    conditions: Object.entries(fields).flatMap(([path, value]) => conditionsOn(path, value)),
    anyOf: $or === undefined ? [] : [branches($or)],
  };
}

function branches(value: unknown): Filter[] {
  if (Array.isArray(value) && value.length > 0 && value.every(isDocument)) return value.map(parseFilter);
  throw commandError(2, '$or must be a nonempty array of objects');
}

function conditionsOn(path: string, value: unknown): Condition[] {
  if (path.startsWith('$')) throw refused(`the query operator ${path}`);
  const parts = splitPath(path);
  if (!isDocument(value) || !Object.keys(value)[0]?.startsWith('$'))
    return [{ path, parts, ...among([value]) }];
  return Object.entries(value).map(([operator, operand]) => {
    if (!isListed('filter operators', operator) || operator === '$or')
      throw refused(`the query operator ${operator}`);
    return { path, parts, ...OPERATORS[operator](operand) };
  });
}

function among(values: readonly unknown[]): Test {
  const keys = new Map(values.map(valueKey).map((key) => [asText(key), key]));
  return {
    test: (value) => keys.has(asText(valueKey(value))),
    wanted: true,
    ranges: [...keys.values()].sort(Buffer.compare).map(pointAt),
    exact: true,
  };
}

function asText(key: Buffer): string {
  return key.toString('latin1');
}

function listOf(operand: unknown): readonly unknown[] {
  if (!Array.isArray(operand)) throw commandError(2, '$in needs an array');
  if (operand.every((value) => !isDocument(value) || !Object.keys(value)[0]?.startsWith('$'))) return operand;
  throw commandError(2, 'cannot nest $ under $in');
}

// A missing field stands in an index as null does.
function $exists(operand: unknown): Test {
  const wanted = operand === true || (asNumber(operand) ?? 0) !== 0;
  const test = (value: unknown) => value !== undefined;
  return wanted ? { test, wanted } : { test, wanted, ranges: [pointAt(valueKey(null))] };
}

/** Only values of the operand's type are compared; NaN is in order with nothing but itself. */
function range(operand: unknown, inOrder: (order: number) => boolean): Test {
  if (!isListed('types of a range', typeOf(operand))) throw refused(`a range by ${typeOf(operand)}`);
  const [rank, key] = [rankOf(operand), valueKey(operand)];
  function test(value: unknown): boolean {
    if (value === undefined || rankOf(value) !== rank) return false;
    const order = Buffer.compare(valueKey(value), key);
    return inOrder(order) && (order === 0 || !(isNaNValue(value) || isNaNValue(operand)));
  }
  const from = inOrder(1) ? key : Buffer.from([rank]);
  const to = inOrder(-1) ? behind(key) : Buffer.from([rank + 1]);
  return { test, wanted: true, ranges: [{ from, to, point: false }] };
}

function isNaNValue(value: unknown): boolean {
  return Number.isNaN(asNumber(value) ?? 0);
}

/** Does the document satisfy the filter? */
export function matches(document: Doc, { conditions, anyOf }: Filter): boolean {
  return (
    conditions.every((each) => valuesAt(document, each.parts).some(passes(each.test)) === each.wanted) &&
    anyOf.every((some) => some.some((branch) => matches(document, branch)))
  );
}

/** An array passes a test as a whole or by one of its elements. */
function passes(test: Condition['test']): Condition['test'] {
  return (value) => test(value) || (Array.isArray(value) && value.some(test));
}
