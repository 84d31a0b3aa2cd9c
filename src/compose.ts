import type { DueLine } from './application/dueRun.ts';
import { workAllOnce } from './application/workOnce.ts';
import type { Outbound } from './channels/channel.ts';
import type { TeamsConfig } from './channels/teams/config.ts';
import { type Database, openDatabase } from './compose/database.ts';
import { startDeskWorker } from './compose/deskWorker.ts';
import type { Config } from './config.ts';
import { createConversation, type DeskConversation } from './conversation/converse.ts';
import { measured } from './conversation/measured.ts';
import { aboutRoutes } from './http/about.ts';
import { healthRoutes } from './http/health.ts';
import type { Route } from './http/route.ts';
import { type RunningServer, startServer } from './http/server.ts';
import type { Desk } from './ports/desk.ts';
import type { Machine } from './ports/machine.ts';
import type { Metrics } from './ports/metrics.ts';
import { createLocalProvider } from './providers/local/provider.ts';
import { randomIds } from './runtime/ids.ts';
import { jsonLogger } from './runtime/logger.ts';
import { prometheusMetrics } from './runtime/metrics.ts';
import { fixedClock, systemClock, systemMachine } from './runtime/systemClock.ts';
import { connectStorage, type Storage } from './storage/connect.ts';
import type { Worker } from './worker/worker.ts';

export { startDeskWorker } from './compose/deskWorker.ts';

/** Everything that a verb needs of the product, wired. */
export interface Composed {
  readonly desk: Desk;
  readonly conversation: DeskConversation;
  readonly metrics: Metrics;
  /** Which database it is on, without its password: for doctor and the demo's greeting. */
  readonly database: string;
  ready(): Promise<boolean>;
  /** Copies the embedded database to a new file (an absolute path). Throws with what is in the way. */
  backup(file: string): Promise<void>;
  /** Version and size of another server than the embedded one. */
  describeServer: Storage['describe'];
  close(): Promise<void>;
}

export { forgetEmbedded, forgiveStop, lookAtFolder } from './compose/database.ts';

/** Opens the database and wires the desk. Throws when the database does not answer. */
export async function compose(config: Config): Promise<Composed> {
  const logger = jsonLogger(config.logLevel);
  const machine = systemMachine();
  const database = await openDatabase(config, logger);
  const storage = await openStorage(database, machine);
  const tools = {
    ...storage.stores,
    clock: config.now === null ? systemClock() : fixedClock(config.now),
    machine,
    ids: randomIds(),
    logger,
    policy: config.policy,
  };
  const desk: Desk = {
    ...tools,
    provider: createLocalProvider({ ...tools, rulebook: config.policy.rulebook }),
  };
  const metrics = prometheusMetrics();
  return {
    desk,
    conversation: measured(createConversation(desk), machine, metrics),
    metrics,
    database: database.name,
    ready: () => storage.ready(),
    backup: (file) => storage.command({ backup: file }),
    describeServer: () => storage.describe(),
    close: async () => {
      await storage.close();
      await database.close();
    },
  };
}

async function openStorage(database: Database, machine: Machine): Promise<Storage> {
  let storage: Storage | null = null;
  try {
    storage = await connectStorage({ uri: database.uri, machine });
    await storage.ensureIndexes();
    return storage;
  } catch (error) {
    await storage?.close();
    await database.close();
    throw error;
  }
}

export interface ServiceOptions {
  readonly host: string;
  readonly port: number;
  readonly teams: TeamsConfig | null;
  readonly slack: Config['slack'];
  /** The page has no sign-in: only ever on loopback. */
  readonly page: boolean;
  readonly worker: boolean;
}

export interface Service {
  readonly port: number;
  /** Finishes the turns in hand, then stops. */
  stop(): Promise<void>;
}

interface Channel {
  readonly routes: readonly Route[];
  readonly outbound: Outbound;
  stop(): Promise<void>;
}

const GRACE_MILLISECONDS = 9_000;

/** The server with its channels, and the worker beside it. */
export async function startService(composed: Composed, options: ServiceOptions): Promise<Service> {
  const channels = await openChannels(composed, options);
  const server = await startServer({
    host: options.host,
    port: options.port,
    routes: [
      ...aboutRoutes(),
      ...healthRoutes(composed.ready, composed.metrics),
      ...channels.flatMap((channel) => channel.routes),
    ],
    logger: composed.desk.logger,
    machine: composed.desk.machine,
    metrics: composed.metrics,
  });
  const worker = options.worker ? startDeskWorker(composed, channels) : null;
  return { port: server.port, stop: () => stopAll(server, channels, worker) };
}

/** Each is loaded only where it is on: a `chat` or an `import` need not wait for two SDKs. */
async function openChannels(composed: Composed, options: ServiceOptions): Promise<readonly Channel[]> {
  const { conversation, desk } = composed;
  const parts = { conversation, logger: desk.logger, machine: desk.machine };
  const channels: Channel[] = [];
  if (options.teams !== null) {
    const { teamsChannel } = await import('./channels/teams/adapter.ts');
    channels.push(teamsChannel(options.teams, parts));
  }
  if (options.slack !== null) {
    const { slackChannel } = await import('./channels/slack/adapter.ts');
    channels.push(slackChannel(options.slack, parts));
  }
  if (options.page) {
    const { browserChannel } = await import('./channels/browser/adapter.ts');
    const people = () => desk.directory.people();
    const revisions = (references: readonly string[]) => desk.operations.revisions(references);
    channels.push(browserChannel({ ...parts, people, revisions }));
  }
  return channels;
}

/** `worker --once`: a line for each thing done. */
export function workOnce({ desk }: Composed): Promise<readonly DueLine[]> {
  return workAllOnce(desk);
}

async function stopAll(
  server: RunningServer,
  channels: readonly Channel[],
  worker: Worker | null,
): Promise<void> {
  const leaving = Promise.all(channels.map((channel) => channel.stop()));
  await server.stop(GRACE_MILLISECONDS);
  await leaving;
  // What the last requests left to do: card updates after an answer.
  await Promise.all(channels.map((channel) => channel.stop()));
  await worker?.stop();
}
