import * as admin from './admin.ts';
import type { Doc } from './bson.ts';
import type { Context } from './context.ts';
import { commandError } from './errors.ts';
import { checkCommand } from './options.ts';
import * as reads from './reads.ts';
import * as writes from './writes.ts';

/** An answer, as a document or already as BSON. */
export type Reply = Doc | Buffer;

interface Command {
  /** Does it change anything? Then it runs inside a commit. */
  readonly writes: boolean;
  /** Options that mean something here; any other that asks for something is refused. A greeting only offers. */
  readonly options: readonly string[] | 'any';
  readonly run: (context: Context, command: Doc) => Reply;
}

const greeting: Command = { writes: false, options: 'any', run: admin.hello };
const nothing: Command = { writes: false, options: ['ping', 'endSessions'], run: () => ({ ok: 1 }) };

/** Every command there is. The README's table lists the same. */
const COMMANDS: Readonly<Record<string, Command>> = {
  hello: greeting,
  isMaster: greeting,
  ismaster: greeting,
  ping: nothing,
  endSessions: nothing,
  buildInfo: { writes: false, options: [], run: admin.buildInfo },
  create: { writes: true, options: [], run: admin.create },
  createIndexes: { writes: true, options: ['indexes'], run: admin.createIndexes },
  listCollections: {
    writes: false,
    options: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
    run: admin.listCollections,
  },
  listIndexes: { writes: false, options: ['cursor'], run: admin.listIndexes },
  drop: { writes: true, options: [], run: admin.drop },
  dropDatabase: { writes: true, options: [], run: admin.dropDatabase },
  insert: { writes: true, options: ['documents', 'ordered'], run: writes.insert },
  update: { writes: true, options: ['updates', 'ordered'], run: writes.update },
  delete: { writes: true, options: ['deletes', 'ordered'], run: writes.remove },
  findAndModify: {
    writes: true,
    options: ['query', 'sort', 'update', 'new', 'fields', 'remove'],
    run: writes.findAndModify,
  },
  find: {
    writes: false,
    options: ['filter', 'sort', 'limit', 'skip', 'projection', 'batchSize', 'singleBatch'],
    run: reads.findCommand,
  },
  getMore: { writes: false, options: ['collection', 'batchSize'], run: reads.getMore },
  killCursors: { writes: false, options: ['cursors'], run: reads.killCursors },
  count: { writes: false, options: ['query'], run: reads.count },
  aggregate: { writes: false, options: ['pipeline', 'cursor'], run: reads.aggregate },
};

/** Does this command have to run inside a commit? */
export function isWrite(command: Doc): boolean {
  return commandNamed(Object.keys(command)[0] ?? '')?.writes ?? false;
}

/** Runs a command; what it throws is the client's error, save StoreFailure. */
export function runCommand(context: Omit<Context, 'database'>, command: Doc): Reply {
  const name = Object.keys(command)[0] ?? '';
  const known = commandNamed(name);
  if (known === undefined) {
    throw commandError(
      59,
      `no such command: '${name}' in the embedded database; point MONGODB_URI at a MongoDB server for that`,
    );
  }
  if (known.options !== 'any') checkCommand(command, name, known.options);
  return known.run({ ...context, database: String(command['$db'] ?? 'test') }, command);
}

function commandNamed(name: string): Command | undefined {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
}
