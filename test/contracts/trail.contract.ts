import { expect, test } from '@jest/globals';
import type { AuditEvent } from '../../src/domain/event.ts';
import { anOperation, aStored } from '../support/operations.ts';
import type { Opened } from './stores.contract.ts';
import { anEvent } from './subscriptions.contract.ts';

export function trailCases(opened: Opened): void {
  test('every field comes back as it went in, and absent ones stay absent', async () => {
    const { stores, prefix } = opened();
    const operation = `OP-${prefix}-full`;
    const full: Required<AuditEvent> = {
      id: `${operation}/2`,
      at: '2021-09-03T12:00:00.001Z',
      what: 'executed',
      command: 'cancel',
      operation,
      subscription: `S-${prefix}-full`,
      person: 'agent-1',
      roles: ['admin-agent'],
      identity: 'teams/t/u',
      place: 'teams/t/c',
      reason: 'other',
      reasonText: 'text',
      code: 'no-change',
      because: 'kept',
      comment: 'why',
      rules: ['X-6', 'G-4'],
      before: { suspendedAt: null, quantity: 3 },
      after: { suspendedAt: '2021-09-03T12:00:00.001Z' },
    };
    const bare = anEvent(`${operation}/10`, { operation, rules: [] });
    await stores.audit.append([bare, full]);
    expect(await stores.audit.ofOperation(operation)).toEqual([bare, full]);
    await expect(stores.audit.append([{ ...bare, colour: 'red' } as AuditEvent])).rejects.toThrow(/colour/);
  });

  test('an event is there once, however often it is relayed, and the rest of a batch with it', async () => {
    const { stores, other, prefix } = opened();
    const operation = `OP-${prefix}-once`;
    const events = [1, 2, 3].map((nth) => anEvent(`${operation}/${nth}`, { operation }));
    await stores.audit.append(events.slice(0, 1));
    await Promise.all([1, 2, 3, 4].map((nth) => (nth % 2 ? stores : other).audit.append(events)));
    await stores.audit.append([]);
    expect(await stores.audit.ofOperation(operation)).toHaveLength(3);
  });

  test('a history is the latest events, latest last, by instant and then as committed', async () => {
    const { stores, machine, prefix } = opened();
    const { audit, operations, subscriptions } = stores;
    const id = `${prefix}-told`;
    const subscription = `S-${id}`;
    const operation = `OP-${prefix}-told`;
    await subscriptions.insert(aStored({ id, reference: subscription }), null, null);
    await operations.insert(anOperation({ reference: operation }), null);
    const common = { subscription, operation };
    await operations.change(
      operation,
      { states: ['awaiting-confirmation'] },
      { state: 'queued' },
      anEvent('', { ...common, what: 'confirmed' }),
      null,
    );
    machine.set(machine.now() + 1);
    await subscriptions.commit({
      id,
      version: 0,
      operation: null,
      after: {},
      events: [anEvent(`${id}/1`, common)],
      nextDue: null,
    });
    machine.set(machine.now() + 1);
    const late = (await subscriptions.unrelayed(1000)).find((row) => row.id === id);
    await audit.append(late?.events ?? []);
    machine.set(machine.now() + 1);
    const early = (await operations.unrelayed(1000)).find((row) => row.reference === operation);
    await audit.append(early?.events ?? []);
    const first = anEvent(`${id}/0`, { subscription, at: '2021-09-01T00:00:00.000Z', what: 'imported' });
    await audit.append([first]);
    const told = async (limit: number) =>
      (await audit.ofSubscription(subscription, limit)).map((event) => event.what);
    expect(await told(10)).toEqual(['imported', 'confirmed', 'executed']);
    expect(await told(2)).toEqual(['confirmed', 'executed']);
  });

  test('all of it comes as it happened, and what has one instant by its number', async () => {
    const { stores, prefix } = opened();
    const ids = [10, 9, 100, 1].map((version) => `${prefix}-range/${version}`);
    const before = anEvent(`${prefix}-range/200`, { at: '2021-09-01T00:00:00.000Z' });
    await stores.audit.append([...ids.map((id) => anEvent(id)), before]);
    const all: string[] = [];
    for await (const event of stores.audit.all()) all.push(event.id);
    const ours = all.filter((id) => id.startsWith(`${prefix}-range/`));
    expect(ours).toEqual([200, 1, 9, 10, 100].map((version) => `${prefix}-range/${version}`));
  });

  test('a trail of several pages is read whole, each event once', async () => {
    const { stores, prefix } = opened();
    const ids = Array.from({ length: 1001 }, (_, nth) => `${prefix}-long/${nth + 1}`);
    await stores.audit.append(ids.map((id) => anEvent(id)));
    const all: string[] = [];
    for await (const event of stores.audit.all()) all.push(event.id);
    expect(all.filter((id) => id.startsWith(`${prefix}-long/`))).toEqual(ids);
  });
}
