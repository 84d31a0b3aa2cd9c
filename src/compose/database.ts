import type { Config } from '../config.ts';
import { clearStopped, stoppedMark } from '../embedded-mongo/folder.ts';
import { forgetData } from '../embedded-mongo/forget.ts';
import { describeData } from '../embedded-mongo/format.ts';
import { openEmbedded } from '../embedded-mongo/open.ts';
import type { Logger } from '../ports/logger.ts';

/** A database to connect to. */
export interface Database {
  readonly uri: string;
  readonly name: string;
  close(): Promise<void>;
}

/** The server that MONGODB_URI names, else the embedded database: served or joined. Throws when its files cannot be used. */
export async function openDatabase(config: Config, logger: Logger): Promise<Database> {
  if (config.mongodbUri !== null) {
    return { uri: config.mongodbUri, name: hostsOf(config.mongodbUri), close: async () => {} };
  }
  const embedded = await openEmbedded({
    dataDir: config.dataDir,
    onFatal: (error) => {
      logger.error({}, error.message);
      process.exit(1);
    },
  });
  return { uri: embedded.uri, name: `embedded, in ${config.dataDir}`, close: () => embedded.close() };
}

/** Without who logs in; a URI of several hosts is no URL. */
function hostsOf(uri: string): string {
  return /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1] ?? 'a MongoDB server';
}

/** Forgets the embedded database. False when another process has it open. */
export function forgetEmbedded(dataDir: string): boolean {
  return forgetData(dataDir);
}

/** What can be seen of the embedded database's folder without opening it, also beside its owner. */
export interface DataFolder {
  /** Why a former owner stopped on a failed commit; undefined when none did. */
  readonly stopped: string | undefined;
  /** Null where there is no file yet; its format is null when it is not ours. */
  readonly data: { readonly bytes: number; readonly format: number | null } | null;
}

export function lookAtFolder(dataDir: string): DataFolder {
  return { stopped: stoppedMark(dataDir), data: describeData(dataDir) };
}

/** Lets an owner start again: only after somebody has looked at the disk. */
export function forgiveStop(dataDir: string): void {
  clearStopped(dataDir);
}
