import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import mongoose from 'mongoose';
import { withDatabase } from '../../support/database.ts';
import { close, listen } from '../../support/teams/connector.ts';

/** A server that we did not write. */
export interface OtherServer {
  /** Of a database of its own there. */
  uri(name: string): string;
  stop(): Promise<void>;
}

const TOOL = '../shared/tools/mongo-server';

/** The one that SUBDESK_TEST_MONGODB_URI names, else DocumentDB, started for this where it is there; else null. */
export async function otherServer(): Promise<OtherServer | null> {
  const named = process.env['SUBDESK_TEST_MONGODB_URI'];
  if (named) return serverAt(named, async () => undefined);
  if (!existsSync(`${TOOL}/start`)) return null;
  const data = await mkdtemp(join(tmpdir(), 'subdesk-bench-other-'));
  const run = promisify(execFile);
  // Its default: an acknowledged commit is on disk, as here.
  const env = { ...process.env, DOCDB_DURABLE: '1' };
  const { stdout } = await run(`${TOOL}/start`, [data, String(await freePort())], { env });
  return serverAt(stdout.trim().split('\n').at(-1) ?? '', async () => {
    await run(`${TOOL}/stop`, [data]);
    await rm(data, { recursive: true, force: true });
  });
}

function serverAt(server: string, stopServer: () => Promise<void>): OtherServer {
  const used = new Set<string>();
  return {
    uri(name) {
      const uri = withDatabase(server, `bench-${process.pid}-${name}`);
      used.add(uri);
      return uri;
    },
    async stop() {
      for (const uri of used) await dropDatabase(uri);
      await stopServer();
    },
  };
}

async function dropDatabase(uri: string): Promise<void> {
  const client = await mongoose.mongo.MongoClient.connect(uri);
  await client.db().dropDatabase();
  await client.close();
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await close(server);
  return Number(port);
}
