import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose, { type Connection } from 'mongoose';
import { openDirectory } from '../../src/storage/directory.ts';
import { openChange } from '../../src/storage/operationChanges.ts';
import { openOperations } from '../../src/storage/operations.ts';
import { openRecordings } from '../../src/storage/outbox.ts';
import { openSubscriptions } from '../../src/storage/subscriptions.ts';
import type { Table } from '../../src/storage/table.ts';
import { openTables, type Tables } from '../../src/storage/tables.ts';
import { anEvent } from '../contracts/subscriptions.contract.ts';
import { testDatabase } from '../support/database.ts';
import { anAddress, anOperation, aStored } from '../support/operations.ts';
import { handMachine } from '../support/storage.ts';

const AT = '2021-09-03T12:00:00.000Z';

/** A driver that repeats every write whose answer was lost, and hears only the second answer. */
function twice<Row extends { readonly _id: string }>(table: Table<Row>): Table<Row> {
  return {
    ...table,
    async update(...write) {
      await table.update(...write);
      return table.update(...write);
    },
    async updateAndGet(...write) {
      await table.updateAndGet(...write);
      return table.updateAndGet(...write);
    },
    async updateAsIs(...write) {
      await table.updateAsIs(...write);
      return table.updateAsIs(...write);
    },
    async updateEach(...writes) {
      await table.updateEach(...writes);
      return table.updateEach(...writes);
    },
  };
}

describe('a write that is sent twice, or half', () => {
  const machine = handMachine(1_000);
  const recordings = openRecordings(machine);
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let connection: Connection;
  let tables: Tables;

  beforeAll(async () => {
    database = await testDatabase();
    connection = await mongoose.createConnection(database.uri).asPromise();
    tables = openTables(connection, machine);
  });

  afterAll(async () => {
    await connection.close();
    await database.close();
  });

  test('wins once: my attempt means that I won', async () => {
    const change = openChange(twice(tables.operations), recordings, machine);
    const operations = openOperations(tables.operations, recordings, machine);
    await operations.insert(anOperation({ reference: 'OP-1' }), null);
    const won = await change(
      'OP-1',
      { states: ['awaiting-confirmation'] },
      { state: 'queued', attempt: 'mine' },
      anEvent(''),
      null,
    );
    expect(won).toMatchObject({ state: 'queued', rev: 1, attempt: 'mine' });
    expect((await operations.unrelayed(9))[0]?.events).toHaveLength(1);
    expect(
      await change('OP-1', { states: ['awaiting-confirmation'] }, { attempt: 'late' }, null, null),
    ).toBeNull();
  });

  test('holds once, and is told so', async () => {
    await openSubscriptions(tables.subscriptions, recordings, machine).insert(
      aStored({ id: 's' }),
      null,
      null,
    );
    const subscriptions = openSubscriptions(twice(tables.subscriptions), recordings, machine);
    expect(await subscriptions.hold('s', 0, 'OP-1', null)).toBe(true);
    expect(await subscriptions.hold('s', 0, 'OP-2', 'OP-1')).toBe(true);
  });

  test('commits once: the caller reads its proof', async () => {
    const subscriptions = openSubscriptions(twice(tables.subscriptions), recordings, machine);
    const events = [anEvent('s/1')];
    const commit = { id: 's', version: 0, operation: 'OP-2', after: { quantity: 7 }, events, nextDue: AT };
    expect(await subscriptions.commit(commit)).toBe(false);
    expect(await subscriptions.get('s')).toMatchObject({ version: 1, applied: 'OP-2' });
    expect((await subscriptions.unrelayed(9))[0]?.events).toHaveLength(1);
  });

  test('notes a card once', async () => {
    const operations = openOperations(twice(tables.operations), recordings, machine);
    await operations.showed('OP-1', { address: anAddress(), revision: 0 });
    const [stale] = await operations.staleCards(['teams'], 9);
    expect(stale?.cards).toHaveLength(1);
  });

  test('an identity left by a crash between two writes lends nobody a role', async () => {
    await tables.identities.insert({ _id: 'slack/T1/U1', person: 'p' });
    const directory = openDirectory(tables, machine);
    const identity = { channel: 'slack', team: 'T1', user: 'U1' } as const;
    expect(await directory.byIdentity(identity)).toBeNull();
    const roles = ['admin-agent'] as const;
    const person = { id: 'p', name: 'P', roles, language: 'en', timeZone: 'UTC', identities: [] } as const;
    const { id: _, ...fields } = person;
    await tables.people.insert({ _id: 'p', ...fields, position: 1 });
    expect(await directory.byIdentity(identity)).toBeNull();
    await directory.putPerson({ ...person, identities: [identity] });
    expect((await directory.byIdentity(identity))?.id).toBe('p');
  });

  test('a card noted while the operation changes is stale all the same', async () => {
    const operations = openOperations(tables.operations, recordings, machine);
    await operations.insert(anOperation({ reference: 'OP-2', state: 'running' }), null);
    const changing = { left: 1 };
    const interrupted = openOperations(
      {
        ...tables.operations,
        async one(...reading) {
          const row = await tables.operations.one(...reading);
          if (changing.left-- > 0) await operations.change('OP-2', { states: ['running'] }, {}, null, null);
          return row;
        },
      },
      recordings,
      machine,
    );
    await interrupted.showed('OP-2', { address: anAddress({ channel: 'slack' }), revision: 0 });
    const [stale] = await operations.staleCards(['slack'], 9);
    expect(stale).toMatchObject({ reference: 'OP-2', rev: 1, cards: [{ revision: 0 }] });
  });
});
