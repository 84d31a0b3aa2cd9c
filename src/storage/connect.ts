import { type Connection, createConnection } from 'mongoose';
import type { Stores } from '../ports/desk.ts';
import type { Machine } from '../ports/machine.ts';
import { openAddresses } from './addresses.ts';
import { openAuditTrail } from './auditTrail.ts';
import { openCatalogue } from './catalogue.ts';
import { openDeliveries } from './deliveries.ts';
import { describeServer, type ServerDescription } from './describe.ts';
import { openDirectory } from './directory.ts';
import { openDrafts } from './drafts.ts';
import { openInbox } from './inbox.ts';
import { INDEXES } from './indexes.ts';
import { openNoticeBoards } from './noticeBoards.ts';
import { openOperations } from './operations.ts';
import { openRecordings } from './outbox.ts';
import { openSubscriptions } from './subscriptions.ts';
import { openTables, type Tables } from './tables.ts';
import { openUpcoming } from './upcoming.ts';

/** A command as it goes to the server: for the check of what we ask of one (README.md). */
export interface SentCommand {
  readonly name: string;
  readonly command: Readonly<Record<string, unknown>>;
}

export interface StorageOptions {
  /** mongodb://…; a URI without a database name means `subdesk`. */
  readonly uri: string;
  /** Real time: leases, what was touched when, backing off. */
  readonly machine: Machine;
  readonly onCommand?: (sent: SentCommand) => void;
}

export interface Storage {
  readonly stores: Stores;
  /** True when the database answers. */
  ready(): Promise<boolean>;
  /** Of another server than the embedded one. */
  describe(): Promise<ServerDescription>;
  /** A command of the embedded database's own, as it is. Throws what the server says. */
  command(command: Readonly<Record<string, unknown>>): Promise<void>;
  /** Before the first document (every index of a collection in one command); again it changes nothing. */
  ensureIndexes(): Promise<void>;
  close(): Promise<void>;
}

const DATABASE = 'subdesk';
/** How long a person may wait to hear that the database is gone (milliseconds). */
const SERVER_SELECTION = 3_000;

/** Asked of every server, whatever the URI says (architecture.md, "Explicit concerns"). */
const CONCERNS = {
  writeConcern: { w: 'majority', journal: true },
  readPreference: 'primary',
  ignoreUndefined: true,
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
  appName: 'subdesk',
} as const;

function namesDatabase(uri: string): boolean {
  return /^mongodb(\+srv)?:\/\/[^/?]+\/[^?]+/.test(uri);
}

/** Opens the desk's database. Throws when the server does not answer within three seconds (or what the URI says). */
export async function connectStorage({ uri, machine, onCommand }: StorageOptions): Promise<Storage> {
  const connection = createConnection(uri, {
    ...CONCERNS,
    ...(/[?&]serverSelectionTimeoutMS=/i.test(uri) ? {} : { serverSelectionTimeoutMS: SERVER_SELECTION }),
    ...(namesDatabase(uri) ? {} : { dbName: DATABASE }),
    monitorCommands: onCommand !== undefined,
  });
  try {
    await connection.asPromise();
  } catch (error) {
    await connection.close(true);
    throw error;
  }
  if (onCommand) {
    connection
      .getClient()
      .on('commandStarted', ({ commandName, command }) => onCommand({ name: commandName, command }));
  }
  return {
    stores: openStores(openTables(connection, machine), machine),
    ready: () => answers(connection),
    describe: () => describeServer(connection),
    command: async (command) => void (await connection.db?.admin().command({ ...command })),
    ensureIndexes: () => ensureIndexes(connection),
    close: () => connection.close(),
  };
}

function openStores(tables: Tables, machine: Machine): Stores {
  const recordings = openRecordings(machine);
  return {
    subscriptions: openSubscriptions(tables.subscriptions, recordings, machine),
    operations: openOperations(tables.operations, recordings, machine),
    audit: openAuditTrail(tables.events, recordings),
    directory: openDirectory(tables, machine),
    catalogue: openCatalogue(tables.offers),
    drafts: openDrafts(tables.drafts),
    inbox: openInbox(tables.inbox),
    deliveries: openDeliveries(tables.deliveries),
    addresses: openAddresses(tables.addresses),
    boards: openNoticeBoards(tables.boards),
    upcoming: openUpcoming(tables.subscriptions),
  };
}

async function answers(connection: Connection): Promise<boolean> {
  try {
    await connection.db?.command({ ping: 1 });
    return connection.db !== undefined;
  } catch {
    return false;
  }
}

/** One collection after the other: some servers build one index at a time. */
async function ensureIndexes(connection: Connection): Promise<void> {
  for (const [name, indexes] of Object.entries(INDEXES)) {
    if (indexes.length > 0) await connection.collection(name).createIndexes([...indexes]);
  }
}
