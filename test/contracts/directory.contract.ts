import { expect, test } from '@jest/globals';
import type { Identity, Person } from '../../src/domain/person.ts';
import type { Customer, Partner } from '../../src/domain/subscription/subscription.ts';
import type { Offer } from '../../src/ports/catalogue.ts';
import { aBuyer } from '../support/operations.ts';
import type { Opened } from './stores.contract.ts';

export function directoryCases(opened: Opened): void {
  function aPerson(name: string, fields: Partial<Person> = {}): Person {
    const { prefix } = opened();
    return {
      id: `${prefix}-${name}`,
      name,
      roles: ['support-agent'],
      language: 'sv',
      timeZone: 'Europe/Stockholm',
      identities: [],
      ...fields,
    };
  }

  function teams(user: string): Identity {
    return { channel: 'teams', tenant: opened().prefix, user };
  }

  test('people come back as they went in, in the order of import, replaced by id', async () => {
    const { directory } = opened().stores;
    const { prefix } = opened();
    const zoe = aPerson('zoe', {
      identities: [teams('z'), { channel: 'slack', team: prefix, user: 'U1' }],
      roles: ['admin-agent', 'billing-admin'],
    });
    const adam = aPerson('adam', { roles: [] });
    await directory.putPerson(zoe);
    await directory.putPerson(adam);
    const changed = { ...zoe, name: 'Zoë', roles: [] };
    await directory.putPerson(changed);
    expect(await directory.person(zoe.id)).toEqual(changed);
    expect(await directory.person('nobody')).toBeNull();
    const ours = (await directory.people()).filter((one) => one.id.startsWith(prefix));
    expect(ours).toEqual([changed, adam]);
    await expect(directory.putPerson({ ...adam, roles: ['king' as 'admin-agent'] })).rejects.toThrow(/roles/);
  });

  test('an identity is one person at most: who lists it last; an unlinked one is nobody', async () => {
    const { directory } = opened().stores;
    const one = aPerson('one', { identities: [teams('a'), teams('b')] });
    const two = aPerson('two', { identities: [teams('b')] });
    await directory.putPerson(one);
    expect((await directory.byIdentity(teams('b')))?.id).toBe(one.id);
    await directory.putPerson(two);
    expect((await directory.byIdentity(teams('b')))?.id).toBe(two.id);
    await directory.putPerson({ ...one, identities: [] });
    expect(await directory.byIdentity(teams('a'))).toBeNull();
    expect((await directory.byIdentity(teams('b')))?.id).toBe(two.id);
    expect(await directory.byIdentity(teams('c'))).toBeNull();
  });

  test('an identity whose parts hold the separator is not another one', async () => {
    const { directory } = opened().stores;
    const { prefix } = opened();
    await directory.putPerson(
      aPerson('slash', { identities: [{ channel: 'slack', team: `${prefix}/a`, user: 'b' }] }),
    );
    expect(await directory.byIdentity({ channel: 'slack', team: prefix, user: 'a/b' })).toBeNull();
    expect(await directory.byIdentity({ channel: 'slack', team: `${prefix}/a`, user: 'b' })).not.toBeNull();
  });

  test('customers come back as they went in, by id, by ids, all, and changed since', async () => {
    const { stores, machine, prefix } = opened();
    const { directory } = stores;
    const a = aBuyer({ id: `${prefix}-a` });
    const b = aBuyer({
      id: `${prefix}-b`,
      accountOpenedAt: null,
      firstBillingPeriodStart: a.accountOpenedAt,
    });
    await directory.putCustomer(b);
    await directory.putCustomer(a);
    expect(await directory.customer(a.id)).toEqual(a);
    expect(await directory.customer('nobody')).toBeNull();
    expect(await directory.customers([b.id, 'nobody', a.id])).toEqual([b, a]);
    const all: Customer[] = [];
    for await (const one of directory.allCustomers()) all.push(one);
    expect(all.filter((one) => one.id.startsWith(prefix))).toEqual([a, b]);
    machine.set(machine.now() + 60_000);
    const since = machine.now();
    const renamed = { ...b, name: 'New name', accountOpenedAt: '2021-01-01T00:00:00.000Z' };
    await directory.putCustomer(renamed);
    const changed = (await directory.customersChangedSince(since)).filter((one) => one.id.startsWith(prefix));
    expect(changed).toEqual([renamed]);
    await expect(directory.putCustomer({ ...a, colour: 'red' } as Customer)).rejects.toThrow(/colour/);
  });

  test('the partner is one', async () => {
    const { directory } = opened().stores;
    const partner: Partner = { id: 'p-1', name: 'P', type: 'direct-bill', country: 'SE', cloud: 'public' };
    await directory.putPartner(partner);
    expect(await directory.partner()).toEqual(partner);
    await directory.putPartner({ ...partner, id: 'p-2', cloud: 'usgov' });
    expect(await directory.partner()).toEqual({ ...partner, id: 'p-2', cloud: 'usgov' });
  });

  test('offers keep every key, are replaced by id and found by SKU', async () => {
    const { stores, prefix } = opened();
    const offer: Offer = {
      offerId: `${prefix}-1`,
      productId: `${prefix}-product`,
      skuId: '0001',
      offerName: 'Visio',
      minimumQuantity: 1,
      upgradeTargets: ['0002', 'CFQ7TTC0LFLX:0001'],
      countries: null,
      nested: { empty: {}, list: [] },
    };
    await stores.catalogue.put(offer);
    expect(await stores.catalogue.offer(offer.productId, '0001')).toEqual(offer);
    expect(await stores.catalogue.offer(offer.productId, '0002')).toBeNull();
    const { minimumQuantity: _, ...without } = offer;
    await stores.catalogue.put(without as Offer);
    const all: Offer[] = [];
    for await (const one of stores.catalogue.all()) all.push(one);
    expect(all.filter((one) => one.offerId.startsWith(prefix))).toEqual([without]);
  });
}
