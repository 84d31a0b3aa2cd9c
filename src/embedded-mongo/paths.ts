import { type Doc, isDocument } from './bson.ts';
import { refused } from './errors.ts';

export type Path = readonly string[];

/** Splits a dotted path; a place in an array (a number, `$`) and an empty name are not on the list. */
export function splitPath(path: string): Path {
  const parts = path.split('.');
  if (parts.every((part) => part !== '' && !part.startsWith('$') && !/^\d+$/.test(part))) return parts;
  throw refused(`the path ${path}`);
}

/**
 * What stands at a path, arrays on the way searched as MongoDB does: each value found, `undefined` for a place where the
 * field is missing. An array at the end is given as it is; a scalar inside an array on the way is no place at all.
 */
export function valuesAt(from: unknown, path: Path, start = 0): unknown[] {
  let value = from;
  for (let depth = start; depth < path.length; depth += 1) {
    if (Array.isArray(value)) return value.filter(isDocument).flatMap((each) => valuesAt(each, path, depth));
    value = fieldOf(value, path[depth] ?? '');
  }
  return [value];
}

function fieldOf(value: unknown, name: string): unknown {
  return isDocument(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The one value at a path of an index or a sort; undefined where there is none. An array there is not on the list. */
export function valueAt(document: Doc, path: string): unknown {
  let value: unknown = document;
  for (const part of path.split('.')) {
    value = fieldOf(value, part);
    if (Array.isArray(value)) throw refused(`an array under ${path} in an index or a sort`);
  }
  return value;
}
