import { describe, expect, test } from '@jest/globals';
import { connectStorage, type SentCommand } from '../../src/storage/connect.ts';
import { embeddedServer } from '../support/database.ts';
import { handMachine } from '../support/storage.ts';

const machine = handMachine(0);

describe('the connection', () => {
  test('a server that is not there is an error, within the time given', async () => {
    const uri = 'mongodb://127.0.0.1:1/?directConnection=true&serverSelectionTimeoutMS=500';
    await expect(connectStorage({ uri, machine })).rejects.toThrow(/ECONNREFUSED|connect/);
  });

  test('ready while the server answers; afterwards not, and a read fails instead of waiting', async () => {
    const server = await embeddedServer();
    const storage = await connectStorage({ uri: `${server.uri}&serverSelectionTimeoutMS=1000`, machine });
    expect(await storage.ready()).toBe(true);
    await server.close();
    expect(await storage.ready()).toBe(false);
    await expect(storage.stores.drafts.get('x')).rejects.toThrow();
    await storage.close();
    expect(await storage.ready()).toBe(false);
  });

  test('a URI without a database means subdesk, one with its own keeps it', async () => {
    const server = await embeddedServer();
    const [host = '', options = ''] = server.uri.split('/subdesk');
    const databaseOf = async (uri: string) => {
      const sent: SentCommand[] = [];
      const storage = await connectStorage({ uri, machine, onCommand: (one) => sent.push(one) });
      await storage.ready();
      await storage.close();
      return sent[0]?.command['$db'];
    };
    expect(await databaseOf(`${host}/${options}`)).toBe('subdesk');
    expect(await databaseOf(`${host}/mine${options}`)).toBe('mine');
    await server.close();
  });

  test('indexes are made before the first document, one command a collection, and again at no harm', async () => {
    const server = await embeddedServer();
    const sent: SentCommand[] = [];
    const storage = await connectStorage({ uri: server.uri, machine, onCommand: (one) => sent.push(one) });
    await storage.ensureIndexes();
    await storage.ensureIndexes();
    const made = sent
      .filter((one) => one.name === 'createIndexes')
      .map((one) => one.command['createIndexes']);
    expect(made).toHaveLength(2 * new Set(made).size);
    await storage.close();
    await server.close();
  });
});
