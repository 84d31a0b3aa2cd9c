import { asNumber, type Doc, isDocument, typeOf } from './bson.ts';
import type { IndexField } from './catalog.ts';
import { commandError, refused } from './errors.ts';
import { isListed, type OptionsOf } from './list.ts';
import { splitPath } from './paths.ts';

/** Refuses, by name, an option that is not on the list, unless it asks for nothing (false, null). */
export function checkOptions(options: Doc, where: OptionsOf): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === false || value === null) continue;
    if (!isListed(`options of ${where}`, name)) throw refused(`the option ${name} of ${where}`);
  }
}

/** The same for a whole command; a single server has all majorities. */
export function checkCommand(command: Doc, name: OptionsOf): void {
  const own = Object.entries(command).slice(1);
  const more = own.filter(([option]) => !isListed('options of every command', option));
  checkOptions(Object.fromEntries(more), name);
  const { w = 'majority' } = documentOption(command, 'writeConcern') ?? {};
  if (w !== 'majority' && asNumber(w) !== 1) throw refused(`the write concern w: ${String(w)}`);
}

/** An option that is a document, or none. */
export function documentOption(command: Doc, name: string): Doc | undefined {
  const value = command[name];
  if (value === undefined || value === null) return undefined;
  if (isDocument(value)) return value;
  throw commandError(14, `${name} must be an object`);
}

/** An option that is a list of documents. */
export function documentsOption(command: Doc, name: string): readonly Doc[] {
  const value = command[name];
  if (Array.isArray(value) && value.every(isDocument)) return value;
  throw commandError(14, `${name} must be an array of objects`);
}

/** An option that is a whole number, not below 0, which is the default. */
export function countOption(command: Doc, name: string): number {
  const count = command[name] === undefined ? 0 : asNumber(command[name]);
  if (count !== undefined && Number.isSafeInteger(count) && count >= 0) return count;
  throw commandError(2, `${name} must be a whole number that is not negative`);
}

/** The fields of a sort or an index: `{path: 1 | -1}`. */
export function directionsOption(command: Doc, name: string): IndexField[] {
  return Object.entries(documentOption(command, name) ?? {}).map(([path, value]) => {
    const direction = asNumber(value);
    if (direction === 1 || direction === -1) return { path: splitPath(path).join('.'), direction };
    throw refused(`a sort or an index of ${path} by ${typeof value === 'string' ? value : typeOf(value)}`);
  });
}
