import { asNumber, bsonType, type Doc, isDocument } from './bson.ts';
import { type IndexField, indexFields } from './catalog.ts';
import { commandError, refused } from './errors.ts';
import type { Direction } from './keys.ts';

/** What every command may carry beside its own options. */
const ENVELOPE: ReadonlySet<string> = new Set([
  '$db',
  '$readPreference',
  'writeConcern',
  'readConcern',
  'comment',
]);

/** Refuses, by name, an option that is neither listed nor asks for nothing (false, null, absent). */
export function checkOptions(document: Doc, allowed: readonly string[], where: string): void {
  const unknown = Object.entries(document).find(
    ([name, value]) => !allowed.includes(name) && value !== false && value !== null && value !== undefined,
  );
  if (unknown !== undefined) throw refused(`the option ${unknown[0]} of ${where}`);
}

/** The same for a whole command, with the concerns that mean something to a single server. */
export function checkCommand(command: Doc, name: string, allowed: readonly string[]): void {
  const own = Object.fromEntries(Object.entries(command).filter(([option]) => !ENVELOPE.has(option)));
  checkOptions(own, [name, ...allowed], name);
  const w = isDocument(command['writeConcern']) ? command['writeConcern']['w'] : undefined;
  if (w !== undefined && w !== 'majority' && (asNumber(w) ?? 2) > 1)
    throw refused(`the write concern w: ${String(w)}`);
  const level = isDocument(command['readConcern']) ? command['readConcern']['level'] : undefined;
  if (level !== undefined && level !== 'local' && level !== 'majority') {
    throw refused(`the read concern ${String(level)}`);
  }
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

/** An option that is a whole number, not below 0; the default when it is absent. */
export function countOption(command: Doc, name: string, otherwise: number): number {
  const value = command[name];
  if (value === undefined || value === null) return otherwise;
  const count = asNumber(value);
  if (count !== undefined && Number.isSafeInteger(count) && count >= 0) return count;
  throw commandError(2, `${name} must be a whole number that is not negative`);
}

/** The fields of a sort or an index: `{path: 1 | -1}`. */
export function directionsOption(document: Doc | undefined, what: string): IndexField[] {
  const entries = Object.entries(document ?? {}).map(
    ([path, value]) => [path, directionOf(value, path, what)] as const,
  );
  return indexFields(Object.fromEntries(entries));
}

function directionOf(value: unknown, path: string, what: string): Direction {
  const direction = asNumber(value);
  if (path.split('.').some((part) => part === '' || part.startsWith('$')))
    throw refused(`${what} by ${path}`);
  if (direction === 1 || direction === -1) return direction;
  throw refused(`${what} of ${path} by ${bsonType(value) ?? JSON.stringify(value)}`);
}
