import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type Address, newPort, publish } from '../../src/embedded-mongo/address.ts';
import { type Embedded, openEmbedded } from '../../src/embedded-mongo/open.ts';

// Where there are no unix sockets (Windows): here they are left unused.

// A loaded machine is no failure.
jest.setTimeout(30_000);

let dataDir = '';
let opened: Embedded[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'subdesk-port-'));
  opened = [];
});
afterEach(async () => {
  for (const each of opened) await each.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function open(): Promise<Embedded> {
  const embedded = await openEmbedded({ dataDir, durable: false, sockets: false });
  opened.push(embedded);
  return embedded;
}

async function close(embedded: Embedded): Promise<void> {
  opened = opened.filter((each) => each !== embedded);
  await embedded.close();
}

function published(): { port: number; password: string } {
  return JSON.parse(readFileSync(join(dataDir, 'port.json'), 'utf8'));
}

/** The number of documents after one more, or the code of the refusal. */
async function addOne(uri: string): Promise<unknown> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 5000 });
  try {
    await client.db().collection<{ _id: string }>('things').insertOne({ _id: randomUUID() });
    return (await client.db().collection('things').find().toArray()).length;
  } catch (error) {
    return (error as { code?: unknown }).code ?? (error as Error).message;
  } finally {
    await client.close();
  }
}

describe('without sockets, the embedded database', () => {
  test('listens on this machine only, and tells port and password to its user only', async () => {
    const { uri } = await open();
    const { port, password } = published();
    expect(uri).toContain(`subdesk:${password}@127.0.0.1:${port}/`);
    expect(password.length).toBe(64);
    expect(statSync(join(dataDir, 'port.json')).mode & 0o777).toBe(0o600);
    expect(await addOne(uri)).toBe(1);
  });

  test('refuses a wrong password, another name and another mechanism', async () => {
    const { uri } = await open();
    const { password } = published();
    expect(await addOne(uri.replace(password, password.replaceAll(/\d/g, '0')))).toBe(18);
    expect(await addOne(uri.replace('subdesk:', 'subdesc:'))).toBe(18);
    expect(await addOne(uri.replace('PLAIN&authSource=%24external', 'SCRAM-SHA-256'))).toBe(18);
    expect(await addOne(uri)).toBe(1);
  });

  test('answers nobody without a password, be it a read, a write or a command it does not know', async () => {
    await open();
    const bare = `mongodb://127.0.0.1:${published().port}/subdesk?directConnection=true`;
    expect(await addOne(bare)).toBe(13);
    const client = new mongoose.mongo.MongoClient(bare);
    for (const command of [
      { find: 'things' },
      { ping: 1 },
      { backup: '/tmp/x' },
      { drop: 'things' },
      { saslContinue: 1 },
    ]) {
      await expect(client.db().command(command)).rejects.toMatchObject({ code: 13 });
    }
    await client.close();
  });

  test('has one owner, whose clients find the next one at the same port', async () => {
    const first = await open();
    const second = await open();
    expect([first.owner(), second.owner(), second.uri]).toEqual([true, false, first.uri]);
    expect(await addOne(second.uri)).toBe(1);
    await close(first);
    await until(() => second.owner());
    expect(await addOne(second.uri)).toBe(2);
    expect(published().port).toBe(Number(new URL(second.uri).port));
  });

  test('ends the clients of a port that was taken while the owner changed: their driver would look for it for ever', async () => {
    const first = await open();
    const fatal = new Promise<Error>((resolve) => {
      void openEmbedded({ dataDir, durable: false, sockets: false, onFatal: resolve }).then((each) =>
        opened.push(each),
      );
    });
    await until(() => opened.length === 2);
    // As the next owner does when it finds the port taken.
    publish(dataDir, { ...newPort(), port: 1 } as Address);
    expect((await fatal).message).toMatch(/was taken while its owner changed. Start this process again/);
    expect(first.owner()).toBe(true);
  });

  test('takes another port and another password when somebody else has taken its port', async () => {
    await close(await open());
    const before = published();
    const thief = createServer();
    await new Promise<void>((resolve) => thief.listen(before.port, '127.0.0.1', resolve));
    const { uri } = await open();
    const { port, password } = published();
    expect(port).not.toBe(before.port);
    expect(password).not.toBe(before.password);
    expect(await addOne(uri)).toBe(1);
    thief.close();
  });
});

async function until(test: () => boolean): Promise<void> {
  while (!test()) await new Promise((resolve) => setTimeout(resolve, 5));
}
