import { asNumber, bsonType, type Doc, isDocument, isTrue } from './bson.ts';
import { commandError, refused } from './errors.ts';
import { RANK, rankOf, valueKey } from './keys.ts';
import { type Path, splitPath, valuesAt } from './paths.ts';

export type RangeOperator = '$lt' | '$lte' | '$gt' | '$gte';

/** One condition on one path, its operands already in key form. */
export type Condition =
  | {
      readonly kind: 'in';
      readonly path: string;
      readonly keys: ReadonlySet<string>;
      readonly values: readonly unknown[];
    }
  | { readonly kind: 'notEqual'; readonly path: string; readonly key: string }
  | { readonly kind: 'exists'; readonly path: string; readonly wanted: boolean }
  | {
      readonly kind: 'range';
      readonly path: string;
      readonly operator: RangeOperator;
      readonly value: unknown;
      readonly key: Buffer;
    };

/** A parsed filter: every condition holds, and of every `$or` at least one branch. */
export interface Filter {
  readonly conditions: readonly (Condition & { readonly parts: Path })[];
  readonly anyOf: readonly (readonly Filter[])[];
}

const RANGE_OPERATORS: ReadonlySet<string> = new Set(['$lt', '$lte', '$gt', '$gte']);
const RANGE_RANKS: ReadonlySet<number> = new Set([
  RANK.number,
  RANK.string,
  RANK.binary,
  RANK.objectId,
  RANK.boolean,
  RANK.date,
]);

/** Reads a filter; what is not on the list is refused by its name. */
export function parseFilter(filter: Doc): Filter {
  const conditions: Condition[] = [];
  const anyOf: Filter[][] = [];
  for (const [name, value] of Object.entries(filter)) {
    if (name === '$or') anyOf.push(branches(value));
    else if (name.startsWith('$')) throw refused(`the query operator ${name}`);
    else conditions.push(...fieldConditions(name, value));
  }
  return {
    conditions: conditions.map((condition) => ({ ...condition, parts: splitPath(condition.path) })),
    anyOf,
  };
}

function branches(value: unknown): Filter[] {
  if (!Array.isArray(value) || value.length === 0) throw commandError(2, '$or must be a nonempty array');
  return value.map((branch: unknown) => {
    if (!isDocument(branch)) throw commandError(2, '$or/$and/$nor entries need to be full objects');
    return parseFilter(branch);
  });
}

function fieldConditions(path: string, value: unknown): Condition[] {
  if (!isDocument(value) || !Object.keys(value)[0]?.startsWith('$')) return [among(path, [value])];
  return Object.entries(value).map(([operator, operand]) => condition(path, operator, operand));
}

function condition(path: string, operator: string, operand: unknown): Condition {
  if (operator === '$eq') return among(path, [operand]);
  if (operator === '$in') return inCondition(path, operand);
  if (operator === '$ne') return { kind: 'notEqual', path, key: hex(operand) };
  if (operator === '$exists') return { kind: 'exists', path, wanted: isTrue(operand) };
  if (!RANGE_OPERATORS.has(operator)) throw refused(`the query operator ${operator}`);
  if (!RANGE_RANKS.has(rankOf(operand))) throw refused(`${operator} with null, an array or a document`);
  return { kind: 'range', path, operator: operator as RangeOperator, value: operand, key: valueKey(operand) };
}

function inCondition(path: string, operand: unknown): Condition {
  if (!Array.isArray(operand)) throw commandError(2, '$in needs an array');
  const dollar = operand.find((value) => isDocument(value) && Object.keys(value)[0]?.startsWith('$'));
  if (dollar !== undefined) throw commandError(2, 'cannot nest $ under $in');
  return among(path, operand);
}

function among(path: string, values: readonly unknown[]): Condition {
  return { kind: 'in', path, keys: new Set(values.map(hex)), values };
}

function hex(value: unknown): string {
  return valueKey(value).toString('latin1');
}

/** Does the document satisfy the filter? */
export function matches(document: Doc, filter: Filter): boolean {
  return (
    filter.conditions.every((each) => holds(document, each, each.parts)) &&
    filter.anyOf.every((some) => some.some((branch) => matches(document, branch)))
  );
}

function holds(document: Doc, condition: Condition, path: Path): boolean {
  const found = valuesAt(document, path);
  if (condition.kind === 'exists') return found.some((value) => value !== undefined) === condition.wanted;
  if (condition.kind === 'range')
    return found.some((value) => here(value, (each) => inRange(each, condition)));
  if (condition.kind === 'notEqual')
    return !found.some((value) => here(value, (each) => hex(each) === condition.key));
  return found.some((value) => here(value, (each) => condition.keys.has(hex(each))));
}

/** An array satisfies a test as a whole or by one of its elements. */
function here(value: unknown, test: (value: unknown) => boolean): boolean {
  return test(value) || (Array.isArray(value) && value.some(test));
}

/** Only values of the operand's type are compared; NaN is in order with nothing but itself. */
function inRange(value: unknown, { operator, value: operand, key }: Condition & { kind: 'range' }): boolean {
  if (value === undefined || rankOf(value) !== rankOf(operand)) return false;
  const order = Buffer.compare(valueKey(value), key);
  if (order === 0) return operator === '$lte' || operator === '$gte';
  if (isNaNValue(value) || isNaNValue(operand)) return false;
  return operator === '$lt' || operator === '$lte' ? order < 0 : order > 0;
}

function isNaNValue(value: unknown): boolean {
  return bsonType(value) === 'Decimal128' ? String(value) === 'NaN' : Number.isNaN(asNumber(value) ?? 0);
}
