import { expect, test } from '@jest/globals';
import type { AuditEvent } from '../../src/domain/event.ts';
import type { Subscription } from '../../src/domain/subscription/subscription.ts';
import type { Commit } from '../../src/ports/subscriptions.ts';
import { aStored } from '../support/operations.ts';
import type { Opened } from './stores.contract.ts';

const AT = '2021-09-03T12:00:00.000Z';
const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];

export function anEvent(id: string, fields: Partial<AuditEvent> = {}): AuditEvent {
  return { id, at: AT, what: 'executed', rules: ['X-6'], ...fields };
}

/** Stores a subscription of a test's own name. */
export function storing(
  opened: Opened,
): (name: string, fields?: Partial<Subscription>) => Promise<Subscription> {
  return async (name, fields = {}) => {
    const { stores, prefix } = opened();
    const id = `${prefix}-${name}`;
    const subscription = aStored({ id, reference: `S-${id}`, ...fields });
    expect(await stores.subscriptions.insert(subscription, null, null)).toBe(true);
    return subscription;
  };
}

/** A commit by the clock, with its event. */
export function suspension(id: string, version: number, fields: Partial<Commit> = {}): Commit {
  return {
    id,
    version,
    operation: null,
    after: { status: 'suspended', suspendedAt: AT },
    events: [anEvent(`${id}/${version + 1}`)],
    nextDue: null,
    ...fields,
  };
}

export function subscriptionCases(opened: Opened): void {
  const stored = storing(opened);

  test('every field comes back as it went in, nulls and optional ones too', async () => {
    const { stores, prefix } = opened();
    const full = {
      quantity: null,
      suspensionKind: 'paused',
      trialEndsAt: '2021-10-01T00:00:00.001Z',
      parentSubscriptionId: 'base',
      suspendedAt: AT,
      dataDeletionAt: '9999-12-31T23:59:59.999Z',
      publisherName: '',
      activation: { state: 'pending', url: 'https://vendor.example/?a=1&b=${c}' },
      scheduledNextTermInstructions: {
        product: { productId: 'p', skuId: '0002', termDuration: 'P1M', billingCycle: 'monthly' },
        quantity: 3,
        upgrade: { productId: 'p', skuId: '0003', quantity: 1, target: null },
      },
    } as const satisfies Partial<Subscription>;
    const plain = await stored('plain');
    const rich = await stored('rich', full);
    expect((await stores.subscriptions.get(plain.id))?.subscription).toEqual(plain);
    expect(await stores.subscriptions.byReference(rich.reference)).toEqual({
      subscription: rich,
      version: 0,
      hold: null,
      applied: null,
    });
    expect(await stores.subscriptions.get(`${prefix}-nobody`)).toBeNull();
    expect(await stores.subscriptions.byReference('S-nobody')).toBeNull();
  });

  test('an unknown field, a word that is none and a missing field are refused', async () => {
    const { stores, prefix } = opened();
    const good = aStored({ id: `${prefix}-bad`, reference: `S-${prefix}-bad` });
    const insert = (subscription: object) =>
      stores.subscriptions.insert(subscription as Subscription, null, null);
    await expect(insert({ ...good, colour: 'red' })).rejects.toThrow(/colour/);
    await expect(insert({ ...good, status: 'asleep' })).rejects.toThrow(/status/);
    await expect(insert({ ...good, quantity: 1.5 })).rejects.toThrow(/quantity/);
    const { offerName: _, ...nameless } = good;
    await expect(insert(nameless)).rejects.toThrow(/offerName/);
    expect(await stores.subscriptions.get(good.id)).toBeNull();
  });

  test('a commit with an unknown field or word changes nothing', async () => {
    const { stores } = opened();
    const { id } = await stored('strict');
    const commit = (after: object) => stores.subscriptions.commit(suspension(id, 0, { after }));
    await expect(commit({ colour: 'red' })).rejects.toThrow(/colour/);
    await expect(commit({ status: 'asleep' })).rejects.toThrow(/status/);
    expect((await stores.subscriptions.get(id))?.version).toBe(0);
  });

  test('an id and a reference are taken once, whoever comes at the same time', async () => {
    const { stores, other, prefix } = opened();
    const insert = (nth: number) =>
      (nth % 2 ? stores : other).subscriptions.insert(
        aStored({ id: `${prefix}-twin-${nth}`, reference: `S-${prefix}-twin` }),
        null,
        null,
      );
    const told = await Promise.all(EIGHT.map(insert));
    expect(told.filter((inserted) => inserted)).toHaveLength(1);
    const { id } = await stored('once');
    expect(await stores.subscriptions.insert(aStored({ id, reference: `S-${prefix}-two` }), null, null)).toBe(
      false,
    );
  });

  test('an import brings its version along, its event is one more', async () => {
    const { stores, prefix } = opened();
    const id = `${prefix}-imported`;
    const event = anEvent(`${id}/8`, { what: 'imported' });
    await stores.subscriptions.insert(aStored({ id, reference: `S-${id}` }), null, event, 7);
    expect((await stores.subscriptions.get(id))?.version).toBe(8);
    const waiting = (await stores.subscriptions.unrelayed(1000)).find((row) => row.id === id);
    expect(waiting).toEqual({ id, version: 8, events: [event] });
  });

  test('looked up by ids in the order asked, by customer, by base, all in the order of ids', async () => {
    const { stores, prefix } = opened();
    const customerId = `${prefix}-customer`;
    const base = await stored('m-base', { customerId });
    const addOn = await stored('m-add-on', { customerId, parentSubscriptionId: base.id });
    const { subscriptions } = stores;
    const ids = (found: readonly { subscription: Subscription }[]) => found.map((one) => one.subscription.id);
    expect(ids(await subscriptions.many([base.id, 'nobody', addOn.id]))).toEqual([base.id, addOn.id]);
    expect(ids(await subscriptions.ofCustomer(customerId))).toEqual([addOn.id, base.id]);
    expect(ids(await subscriptions.addOnsOf([base.id, 'nobody']))).toEqual([addOn.id]);
    const all: string[] = [];
    for await (const one of subscriptions.all()) all.push(one.subscription.id);
    expect(all.filter((id) => id.startsWith(`${prefix}-m-`))).toEqual([addOn.id, base.id]);
    expect(all).toEqual([...all].sort());
    const names: string[] = [];
    for await (const { id, offerName } of subscriptions.names()) names.push(`${id} ${offerName}`);
    expect(names.filter((one) => one.startsWith(base.id))).toEqual([`${base.id} ${base.offerName}`]);
    expect(names).toHaveLength(all.length);
  });

  test('what was written since a moment of the real clock is read again', async () => {
    const { stores, machine } = opened();
    const { id: early } = await stored('early');
    machine.set(machine.now() + 60_000);
    const since = machine.now();
    const { id: late } = await stored('late');
    const touched = async () =>
      (await stores.subscriptions.changedSince(since)).map((one) => one.subscription.id);
    expect(await touched()).toContain(late);
    expect(await touched()).not.toContain(early);
    await stores.subscriptions.commit(suspension(early, 0));
    expect(await touched()).toContain(early);
  });

  test('due at or before the instant, oldest first; what waits for nothing never', async () => {
    const { stores, prefix } = opened();
    const { subscriptions } = stores;
    const insert = async (name: string, nextDue: string) => {
      const id = `${prefix}-${name}`;
      await subscriptions.insert(aStored({ id, reference: `S-${id}` }), nextDue, null);
    };
    await insert('due-b', '1999-01-01T00:00:00.001Z');
    await insert('due-a', '1999-01-01T00:00:00.000Z');
    await insert('due-c', '1999-01-01T00:00:00.002Z');
    const due = async () =>
      (await subscriptions.due('1999-01-01T00:00:00.001Z', 1000)).filter((id) => id.startsWith(prefix));
    expect(await due()).toEqual([`${prefix}-due-a`, `${prefix}-due-b`]);
    await subscriptions.commit(suspension(`${prefix}-due-a`, 0, { nextDue: '2022-01-01T00:00:00.000Z' }));
    await subscriptions.commit(suspension(`${prefix}-due-b`, 0, { nextDue: null }));
    expect(await due()).toEqual([]);
  });

  test('an outbox is emptied for the version read: what came since stays', async () => {
    const { subscriptions } = opened().stores;
    const { id } = await stored('outbox');
    const waiting = async () => (await subscriptions.unrelayed(1000)).find((row) => row.id === id);
    expect(await waiting()).toBeUndefined();
    await subscriptions.commit(suspension(id, 0, { events: [anEvent(`${id}/1`), anEvent(`${id}/2`)] }));
    expect(await waiting()).toMatchObject({ version: 2, events: [{ id: `${id}/1` }, { id: `${id}/2` }] });
    await subscriptions.commit(suspension(id, 2));
    await subscriptions.relayed(id, 2);
    expect((await waiting())?.events).toHaveLength(3);
    await subscriptions.relayed(id, 3);
    await subscriptions.relayed(id, 3);
    expect(await waiting()).toBeUndefined();
    expect((await subscriptions.get(id))?.version).toBe(3);
  });
}
