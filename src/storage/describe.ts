import type { Connection } from 'mongoose';

/** What a server says of itself; null where it does not say. */
export interface ServerDescription {
  readonly version: string | null;
  /** Of the desk's database, in bytes. */
  readonly bytes: number | null;
}

/** For `doctor` alone, of another server than the embedded one. Not every user may ask: that is no failure. */
export async function describeServer(connection: Connection): Promise<ServerDescription> {
  const ask = async (command: Readonly<Record<string, 1>>, key: string) =>
    (await connection.db?.command(command).catch(() => null))?.[key] as unknown;
  const version = await ask({ buildInfo: 1 }, 'version');
  const bytes = await ask({ dbStats: 1 }, 'storageSize');
  return {
    version: typeof version === 'string' ? version : null,
    bytes: bytes === undefined || bytes === null ? null : Number(bytes),
  };
}
