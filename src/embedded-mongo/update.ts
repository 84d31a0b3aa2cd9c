import { Double, Int32, Long } from 'bson';
import { asNumber, bsonType, type Doc, isDocument } from './bson.ts';
import { commandError, refused } from './errors.ts';
import { equal } from './keys.ts';
import { matches, parseFilter } from './match.ts';
import { isPosition, type Path, splitPath } from './paths.ts';

/** What an operator makes of the value at its path; undefined is "no such field", before and after. */
type Change = (current: unknown, path: string) => unknown;

interface Step {
  readonly path: string;
  readonly parts: Path;
  readonly change: Change;
  /** Does it make what is missing on the way ($set, $inc, $push), or leave such a document alone ($unset, $pull)? */
  readonly creates: boolean;
}

export type Update = readonly Step[];

const OPERATORS: Readonly<
  Record<string, { readonly creates: boolean; readonly of: (operand: unknown) => Change }>
> = {
  $set: { creates: true, of: (operand) => () => operand },
  $unset: { creates: false, of: () => () => undefined },
  $inc: { creates: true, of: incrementBy },
  $push: { creates: true, of: pushed },
  $pull: { creates: false, of: pulled },
};

/** Reads an update document; what is not on the list is refused by its name. */
export function parseUpdate(update: unknown): Update {
  if (Array.isArray(update)) throw refused('updates by an aggregation pipeline');
  if (!isDocument(update)) throw commandError(9, 'Update argument must be an object');
  const steps = Object.entries(update).flatMap(([name, fields]) => stepsOf(name, fields));
  const ordered = steps.sort((a, b) => comparePaths(a.parts, b.parts));
  for (const [i, step] of ordered.entries()) refuseConflict(step, ordered[i + 1]);
  return ordered;
}

function stepsOf(name: string, fields: unknown): Step[] {
  if (!name.startsWith('$')) throw refused('replacing a whole document');
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (operator === undefined) throw refused(`the update operator ${name}`);
  if (!isDocument(fields))
    throw commandError(9, `Modifiers operate on fields but we found another type for ${name}`);
  return Object.entries(fields).map(([path, operand]) => {
    const parts = splitPath(path);
    if (parts.includes('')) throw commandError(56, `The update path '${path}' contains an empty field name`);
    if (parts.some((part) => part.startsWith('$'))) throw refused(`the positional path ${path}`);
    return { path, parts, change: operator.of(operand), creates: operator.creates };
  });
}

function comparePaths(a: Path, b: Path): number {
  const place = a.findIndex((part, i) => part !== b[i]);
  if (place === -1) return a.length - b.length;
  const [left = '', right] = [a[place], b[place]];
  return right !== undefined && left < right ? -1 : 1;
}

function refuseConflict(step: Step, next: Step | undefined): void {
  if (next === undefined || !step.parts.every((part, i) => part === next.parts[i])) return;
  throw commandError(40, `Updating the path '${next.path}' would create a conflict at '${step.path}'`);
}

/** The document after the update; the one given stays as it is. Throws when `_id` would change. */
export function applyUpdate(document: Doc, update: Update): Doc {
  const after = update.reduce((current, step) => changeAt(current, step, 0), document);
  if (equal(document['_id'], after['_id'])) return after;
  throw commandError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

function changeAt(container: Doc, step: Step, depth: number): Doc {
  const part = step.parts[depth] ?? '';
  const current = Object.hasOwn(container, part) ? container[part] : undefined;
  const last = depth === step.parts.length - 1;
  const next = last ? step.change(current, step.path) : below(current, step, depth + 1);
  if (next !== undefined) return { ...container, [part]: next };
  if (current === undefined) return container;
  const { [part]: _gone, ...rest } = container;
  return rest;
}

function below(current: unknown, step: Step, depth: number): unknown {
  if (isDocument(current)) return changeAt(current, step, depth);
  if (current === undefined) return step.creates ? changeAt({}, step, depth) : undefined;
  const part = step.parts[depth] ?? '';
  if (Array.isArray(current) && isPosition(part))
    throw refused(`changing one place of an array (${step.path})`);
  if (!step.creates) return current;
  throw commandError(
    28,
    `Cannot create field '${part}' in element {${step.parts[depth - 1]}: ${typeName(current)}}`,
  );
}

function incrementBy(operand: unknown): Change {
  if (asNumber(operand) === undefined) {
    if (bsonType(operand) === 'Decimal128') throw refused('$inc by a Decimal128');
    throw commandError(14, `Cannot increment with non-numeric argument of type ${typeName(operand)}`);
  }
  return (current, path) => (current === undefined ? operand : sum(current, operand, path));
}

function sum(current: unknown, operand: unknown, path: string): unknown {
  const [a, b] = [asNumber(current), asNumber(operand)];
  if (a === undefined || b === undefined) {
    if (bsonType(current) === 'Decimal128') throw refused('$inc of a Decimal128');
    throw commandError(
      14,
      `Cannot apply $inc to a value of non-numeric type. The field '${path}' is of type ${typeName(current)}`,
    );
  }
  const types = [bsonType(current), bsonType(operand)];
  if (types.includes('Double')) return new Double(a + b);
  if (!types.includes('Long')) return a + b === (a + b) >> 0 ? new Int32(a + b) : Long.fromNumber(a + b);
  const exact = BigInt(String(current)) + BigInt(String(operand));
  if (BigInt.asIntN(64, exact) === exact) return Long.fromBigInt(exact);
  throw commandError(
    2,
    `Failed to apply $inc operations to current value of '${path}': it would leave 64 bits`,
  );
}

function pushed(operand: unknown): Change {
  const added = eachOf(operand);
  return (current, path) => {
    if (current === undefined) return added;
    if (Array.isArray(current)) return [...current, ...added];
    throw commandError(2, `The field '${path}' must be an array but is of type ${typeName(current)}`);
  };
}

function eachOf(operand: unknown): readonly unknown[] {
  if (!isDocument(operand) || !Object.keys(operand)[0]?.startsWith('$')) return [operand];
  const other = Object.keys(operand).find((name) => name !== '$each');
  if (other !== undefined) throw refused(`${other} in $push`);
  if (Array.isArray(operand['$each'])) return operand['$each'];
  throw commandError(2, 'The argument to $each in $push must be an array');
}

function pulled(operand: unknown): Change {
  const goes = pullTest(operand);
  return (current, path) => {
    if (current === undefined) return undefined;
    if (Array.isArray(current)) return current.filter((value) => !goes(value));
    throw commandError(2, `Cannot apply $pull to a non-array value at '${path}'`);
  };
}

/** A document pulls the documents with such fields; any other value what equals it. */
function pullTest(operand: unknown): (value: unknown) => boolean {
  if (!isDocument(operand)) return (value) => equal(value, operand);
  for (const [name, value] of Object.entries(operand)) refuseOperator(name, value);
  const filter = parseFilter(operand);
  return (value) => isDocument(value) && matches(value, filter);
}

function refuseOperator(name: string, value: unknown): void {
  const inside = isDocument(value) ? Object.keys(value)[0] : undefined;
  const operator = [name, inside].find((each) => each?.startsWith('$'));
  if (operator !== undefined) throw refused(`${operator} in $pull`);
}

/** MongoDB's name of a value's type, for messages. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  const wrapped = bsonType(value);
  const names: Readonly<Record<string, string>> = {
    Int32: 'int',
    Double: 'double',
    Long: 'long',
    Decimal128: 'decimal',
    ObjectId: 'objectId',
    Binary: 'binData',
  };
  return wrapped === undefined ? 'object' : (names[wrapped] ?? wrapped);
}
