import { expect, test } from '@jest/globals';
import type { OperationRecord } from '../../src/domain/operation/operation.ts';
import { anAddress, anOperation, aStored } from '../support/operations.ts';
import type { Opened } from './stores.contract.ts';
import { anEvent } from './subscriptions.contract.ts';

/** What moves from one database to another (protocol.md, "Import and export beside live work"). */
export function movingCases(opened: Opened): void {
  test('an operation is restored with its cards and its place in time, once', async () => {
    const { stores, prefix } = opened();
    const operation = anOperation({ reference: `OP-${prefix}-moved`, rev: 2, requester: `r-${prefix}` });
    const record = { operation, insertedAt: 4_711, cards: [{ address: anAddress(), revision: 1 }] };
    expect(await stores.operations.restore(record, operation.expiresAt)).toBe(true);
    expect(await stores.operations.restore({ ...record, cards: [] }, null)).toBe(false);
    const all: OperationRecord[] = [];
    for await (const one of stores.operations.records()) all.push(one);
    expect(all.find((one) => one.operation.reference === operation.reference)).toEqual(record);
    expect(await stores.operations.due(operation.expiresAt, 1000)).toContain(operation.reference);
    const stale = await stores.operations.staleCards(['teams'], 1000);
    expect(stale.map(({ reference }) => reference)).toContain(operation.reference);
    const earlier = {
      ...record,
      operation: { ...operation, reference: `OP-${prefix}-earlier` },
      insertedAt: 1,
    };
    await stores.operations.restore(earlier, null);
    const latest = await stores.operations.ofRequester(operation.requester, 10);
    expect(latest.map(({ reference }) => reference)).toEqual([
      operation.reference,
      earlier.operation.reference,
    ]);
  });

  test('events are restored in the order in which they were recorded, and once', async () => {
    const { stores, prefix } = opened();
    const operation = `OP-${prefix}-story`;
    const told = [3, 1, 2].map((nth, place) => ({
      event: anEvent(`${operation}/${nth}`, { operation }),
      recorded: 500 + place,
    }));
    await stores.audit.restore([...told].reverse());
    await stores.audit.restore(told);
    expect(await stores.audit.ofOperation(operation)).toEqual(told.map(({ event }) => event));
    const recorded = [];
    for await (const one of stores.audit.recorded())
      if (one.event.operation === operation) recorded.push(one);
    expect(recorded).toEqual(told);
  });

  test('a subscription catches up from the version that was read, never while it is pinned', async () => {
    const { stores, prefix } = opened();
    const { subscriptions } = stores;
    const subscription = aStored({ id: `${prefix}-behind`, reference: `S-${prefix}-behind` });
    await subscriptions.insert(subscription, null, null, 2);
    const later = { ...subscription, quantity: 77 };
    const due = '2022-01-01T00:00:00.000Z';
    expect(await subscriptions.catchUp(later, { from: 1, to: 5 }, due)).toBe(false);
    await subscriptions.hold(subscription.id, 2, 'OP-PIN', null);
    await subscriptions.pin(subscription.id, 'OP-PIN');
    expect(await subscriptions.catchUp(later, { from: 2, to: 5 }, due)).toBe(false);
    await subscriptions.release(subscription.id, 'OP-PIN');
    expect(await subscriptions.catchUp(later, { from: 2, to: 5 }, due)).toBe(true);
    expect(await subscriptions.get(subscription.id)).toMatchObject({ subscription: later, version: 5 });
    expect(await subscriptions.due(due, 1000)).toContain(subscription.id);
    await subscriptions.catchUp(later, { from: 5, to: 6 }, null);
    expect(await subscriptions.due(due, 1000)).not.toContain(subscription.id);
  });
}
