import { type Doc, MAX_DOCUMENT_BYTES } from './bson.ts';
import type { Context } from './context.ts';
import { createIndexes } from './createIndexes.ts';
import { noSuchCommand } from './errors.ts';
import { type CommandName, isListed } from './list.ts';
import { checkCommand } from './options.ts';
import { findCommand, getMore } from './reads.ts';
import { MAX_MESSAGE_BYTES } from './wire.ts';
import { findAndModify, insert, remove, update } from './writes.ts';

/** An answer, as a document or already as BSON. */
export type Reply = Doc | Buffer;

interface Command {
  /** Does it change anything? Then it runs inside a commit. */
  readonly writes: boolean;
  readonly run: (context: Context, command: Doc) => Reply | Promise<Reply>;
}

const COMMANDS: Readonly<Record<CommandName, Command>> = {
  hello: { writes: false, run: hello },
  ismaster: { writes: false, run: hello },
  ping: { writes: false, run: () => ({ ok: 1 }) },
  createIndexes: { writes: true, run: createIndexes },
  insert: { writes: true, run: insert },
  find: { writes: false, run: findCommand },
  getMore: { writes: false, run: getMore },
  update: { writes: true, run: update },
  findAndModify: { writes: true, run: findAndModify },
  delete: { writes: true, run: remove },
};

/** Does this command have to run inside a commit? */
export function isWrite(command: Doc): boolean {
  const name = nameOf(command);
  return isListed('commands', name) && COMMANDS[name].writes;
}

/** Runs a command; what it throws is the client's error, save StoreFailure. */
export function runCommand(context: Omit<Context, 'database'>, command: Doc): Reply | Promise<Reply> {
  const name = nameOf(command);
  if (!isListed('commands', name)) throw noSuchCommand(name);
  // A greeting only says what the client could do.
  if (name !== 'hello' && name !== 'ismaster') checkCommand(command, name);
  return COMMANDS[name].run({ ...context, database: String(command['$db']) }, command);
}

function nameOf(command: Doc): string {
  return Object.keys(command)[0] ?? '';
}

/** What the driver asks first: a standalone, so it uses neither sessions nor retryable writes nor transactions. */
function hello(): Doc {
  return {
    ismaster: true,
    isWritablePrimary: true,
    helloOk: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    minWireVersion: 0,
    maxWireVersion: 21,
    ok: 1,
  };
}
