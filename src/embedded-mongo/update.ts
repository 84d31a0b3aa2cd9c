import { Double, Int32, Long } from 'bson';
import { asNumber, type Doc, isDocument, typeOf } from './bson.ts';
import { commandError, refused } from './errors.ts';
import { valueKey } from './keys.ts';
import { isListed, type UpdateOperator } from './list.ts';
import { type Path, splitPath } from './paths.ts';

/** What an operator makes of the value at its path; undefined is "no such field", before and after. */
type Change = (current: unknown, path: string) => unknown;

interface Step {
  readonly path: string;
  readonly parts: Path;
  readonly change: Change;
  /** Does it make what is missing on the way? All but $unset do. */
  readonly creates: boolean;
}

export type Update = readonly Step[];

const OPERATORS: Readonly<Record<UpdateOperator, (operand: unknown) => Change>> = {
  $set: (operand) => () => operand,
  $unset: () => () => undefined,
  $inc: incrementBy,
  $push: pushed,
};

/** Reads an update document; what is not on the list is refused by its name. */
export function parseUpdate(update: unknown): Update {
  if (!isDocument(update)) throw refused('updates by an aggregation pipeline');
  const operators = Object.entries(update);
  if (!operators[0]?.[0].startsWith('$')) throw refused('replacing a whole document');
  const steps = operators
    .flatMap(([name, fields]) => stepsOf(name, fields))
    .sort((a, b) => comparePaths(a.parts, b.parts));
  for (const [i, step] of steps.entries()) refuseConflict(step, steps[i + 1]);
  return steps;
}

function stepsOf(name: string, fields: unknown): Step[] {
  if (!isListed('update operators', name)) throw refused(`the update operator ${name}`);
  if (!isDocument(fields)) throw commandError(9, `${name} needs an object of fields`);
  return Object.entries(fields).map(([path, operand]) => {
    const parts = splitPath(path);
    return { path, parts, change: OPERATORS[name](operand), creates: name !== '$unset' };
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
  if (valueKey(document['_id']).equals(valueKey(after['_id']))) return after;
  throw commandError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

function changeAt(container: Doc, step: Step, depth: number): Doc {
  const part = step.parts[depth] ?? '';
  const current = Object.hasOwn(container, part) ? container[part] : undefined;
  const last = depth === step.parts.length - 1;
  const next = last ? step.change(current, step.path) : below(current, step, depth + 1);
  if (next !== undefined) return { ...container, [part]: next };
  const { [part]: _gone, ...rest } = container;
  return rest;
}

function below(current: unknown, step: Step, depth: number): unknown {
  if (isDocument(current)) return changeAt(current, step, depth);
  if (!step.creates) return current;
  if (current === undefined) return changeAt({}, step, depth);
  throw commandError(
    28,
    `Cannot create field '${step.parts[depth]}' in element {${step.parts[depth - 1]}: ${typeOf(current)}}`,
  );
}

function incrementBy(operand: unknown): Change {
  if (asNumber(operand) === undefined)
    throw commandError(14, `Cannot increment with non-numeric argument of type ${typeOf(operand)}`);
  return (current, path) => (current === undefined ? operand : sum(current, operand, path));
}

/** In the wider of the two types; int32 grows to int64 where it must, int64 to nothing. */
function sum(current: unknown, operand: unknown, path: string): unknown {
  const [a, b] = [asNumber(current), asNumber(operand)];
  if (a === undefined || b === undefined)
    throw commandError(14, `Cannot apply $inc to '${path}', which is of type ${typeOf(current)}`);
  const types = [typeOf(current), typeOf(operand)];
  if (types.includes('double')) return new Double(a + b);
  const exact = BigInt(String(current)) + BigInt(String(operand));
  if (!types.includes('int64') && BigInt.asIntN(32, exact) === exact) return new Int32(a + b);
  if (BigInt.asIntN(64, exact) === exact) return Long.fromBigInt(exact);
  throw commandError(2, `$inc of '${path}' would leave 64 bits`);
}

function pushed(operand: unknown): Change {
  const added = eachOf(operand);
  return (current, path) => {
    if (current === undefined) return added;
    if (Array.isArray(current)) return [...current, ...added];
    throw commandError(2, `The field '${path}' must be an array but is of type ${typeOf(current)}`);
  };
}

function eachOf(operand: unknown): readonly unknown[] {
  if (!isDocument(operand) || !('$each' in operand)) throw refused('$push without $each');
  const other = Object.keys(operand).find((name) => !isListed('options of $push', name));
  if (other !== undefined) throw refused(`${other} in $push`);
  if (Array.isArray(operand['$each'])) return operand['$each'];
  throw commandError(2, 'The argument to $each in $push must be an array');
}
