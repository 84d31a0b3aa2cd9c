import type { Doc } from './bson.ts';

/** What a client is told: MongoDB's code and words, with E11000's keyPattern and keyValue in `info`. */
export interface CommandError {
  readonly commandError: true;
  readonly code: number;
  readonly codeName: string;
  readonly message: string;
  readonly info: Doc;
}

const CODE_NAMES: Readonly<Record<number, string>> = {
  2: 'BadValue',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  17: 'ProtocolError',
  26: 'NamespaceNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  171: 'CannotIndexParallelArrays',
  238: 'NotImplemented',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  17280: 'KeyTooLong',
};

/** An error for the client; thrown, caught at the edge of a statement or a command. */
export function commandError(code: number, message: string, info: Doc = {}): CommandError {
  return { commandError: true, code, codeName: CODE_NAMES[code] ?? `Location${code}`, message, info };
}

/** The answer to everything that is not on the list of the README. */
export function refused(what: string): CommandError {
  return commandError(
    238,
    `the embedded database does not do ${what}; point MONGODB_URI at a MongoDB server for that`,
  );
}

/** Any thrown thing as an answer to the client; what was not foreseen is an InternalError (code 1). */
export function asCommandError(thrown: unknown): CommandError {
  if (typeof thrown === 'object' && thrown !== null && 'commandError' in thrown)
    return thrown as CommandError;
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return { commandError: true, code: 1, codeName: 'InternalError', message: words, info: {} };
}
