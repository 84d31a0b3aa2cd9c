import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { openEmbedded } from '../../src/embedded-mongo/open.ts';

interface Server {
  readonly uri: string;
  close(): Promise<void>;
}

// One embedded server for all databases that a test file has open at the same time.
const shared: { server?: Promise<Server>; users: number } = { users: 0 };

/** An empty database of its own: on the server that SUBDESK_TEST_MONGODB_URI names, else on an embedded one. */
export async function testDatabase(): Promise<{ uri: string; close(): Promise<void> }> {
  const name = `test-${randomUUID().slice(0, 13)}`;
  const given = process.env['SUBDESK_TEST_MONGODB_URI'];
  return given ? externalDatabase(given, name) : embeddedDatabase(name);
}

/** An embedded server of its own, in a folder that goes when it closes; it does not wait for the disk. */
export async function embeddedServer(): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'subdesk-db-'));
  const embedded = await openEmbedded({ dataDir, durable: false });
  return {
    uri: embedded.uri,
    async close() {
      await embedded.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function embeddedDatabase(name: string) {
  shared.users += 1;
  shared.server ??= embeddedServer();
  const server = await shared.server;
  return {
    uri: withDatabase(server.uri, name),
    async close() {
      shared.users -= 1;
      if (shared.users > 0) return;
      delete shared.server;
      await server.close();
    },
  };
}

async function externalDatabase(given: string, name: string) {
  const uri = withDatabase(given, name);
  return {
    uri,
    async close() {
      const client = await mongoose.mongo.MongoClient.connect(uri);
      await client.db().dropDatabase();
      await client.close();
    },
  };
}

/** The same server with that database; whoever logs in is still known in `admin`. */
export function withDatabase(uri: string, name: string): string {
  const [, server = '', query = ''] =
    /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(?:\?(.*))?$/.exec(uri) ?? [];
  const options =
    server.includes('@') && !query.includes('authSource') ? [query, 'authSource=admin'] : [query];
  return `${server}/${name}?${options.filter((option) => option !== '').join('&')}`;
}
