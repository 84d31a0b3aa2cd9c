import type { Doc } from './bson.ts';

/** What a client is told: MongoDB's code and words, with E11000's keyPattern and keyValue in `info`. */
export interface CommandError {
  readonly commandError: true;
  readonly code: number;
  readonly message: string;
  readonly info: Doc;
}

const ELSEWHERE = 'point MONGODB_URI at a MongoDB server for that';

/** An error for the client; thrown, caught at the edge of a statement or a command. */
export function commandError(code: number, message: string, info: Doc = {}): CommandError {
  return { commandError: true, code, message, info };
}

/** The answer to what is not on the list (list.ts). */
export function refused(what: string): CommandError {
  return commandError(238, `the embedded database does not do ${what}; ${ELSEWHERE}`);
}

/** The same for a command, with the code that drivers know. */
export function noSuchCommand(name: string): CommandError {
  return commandError(59, `no such command: '${name}' in the embedded database; ${ELSEWHERE}`);
}

/** Any thrown thing as an answer to the client; what was not foreseen is an InternalError. */
export function asCommandError(thrown: unknown): CommandError {
  if (typeof thrown === 'object' && thrown !== null && 'commandError' in thrown)
    return thrown as CommandError;
  return commandError(1, thrown instanceof Error ? thrown.message : String(thrown));
}
