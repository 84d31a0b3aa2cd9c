import { type Doc, isDocument } from './bson.ts';

export type Path = readonly string[];

/** Splits a dotted path; an empty part is nobody's field. */
export function splitPath(path: string): Path {
  return path.split('.');
}

export function isPosition(part: string): boolean {
  return /^(0|[1-9]\d*)$/.test(part);
}

/**
 * What stands at a path, arrays on the way searched as MongoDB does: each value found, `undefined` for a place where the
 * field is missing. An array at the end is given as it is; a scalar inside an array on the way is no place at all.
 */
export function valuesAt(document: Doc, path: Path): unknown[] {
  const found: unknown[] = [];
  collect(document, path, 0, found);
  return found;
}

function collect(value: unknown, path: Path, depth: number, found: unknown[]): void {
  const part = path[depth];
  if (part === undefined) {
    found.push(value);
  } else if (Array.isArray(value)) {
    collectFromArray(value, path, depth, found);
  } else if (isDocument(value) && Object.hasOwn(value, part)) {
    collect(value[part], path, depth + 1, found);
  } else {
    found.push(undefined);
  }
}

function collectFromArray(values: readonly unknown[], path: Path, depth: number, found: unknown[]): void {
  const part = path[depth] ?? '';
  if (isPosition(part) && Number(part) < values.length) collect(values[Number(part)], path, depth + 1, found);
  for (const value of values) if (isDocument(value)) collect(value, path, depth, found);
}
