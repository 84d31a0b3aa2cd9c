import type { Identity, Person } from '../domain/person.ts';
import type { Customer } from '../domain/subscription/subscription.ts';
import type { Directory } from '../ports/directory.ts';
import type { Machine } from '../ports/machine.ts';
import { atLeast, oneOf } from './conditions.ts';
import { withDates, withInstants } from './instants.ts';
import { put } from './put.ts';
import {
  CUSTOMER_INSTANTS,
  type CustomerInstant,
  type CustomerRow,
  type PersonRow,
} from './schemas/directory.ts';
import type { Filter, Table } from './table.ts';
import type { Tables } from './tables.ts';

type Rooms = Pick<Tables, 'people' | 'identities' | 'customers' | 'partner'>;
type Part<K extends keyof Directory> = Pick<Directory, K>;

export function openDirectory(tables: Rooms, machine: Machine): Directory {
  return { ...people(tables), ...customers(tables.customers, machine), ...partner(tables) };
}

/** One account, one key: its parts come from outside and may hold the separator. */
function identityKey(identity: Identity): string {
  const place = identity.channel === 'teams' ? identity.tenant : identity.team;
  return [identity.channel, place, identity.user].map(encodeURIComponent).join('/');
}

function fromPersonRow({ _id, position: _, ...person }: PersonRow): Person {
  return { id: _id, ...person };
}

type OfPeople = 'person' | 'persons' | 'byIdentity' | 'people' | 'putPerson';

function people({ people, identities }: Rooms): Part<OfPeople> {
  async function person(id: string): Promise<Person | null> {
    const row = await people.one({ _id: id });
    return row && fromPersonRow(row);
  }
  async function nextPosition(): Promise<number> {
    return ((await people.one({}, { sort: { position: -1 }, fields: ['position'] }))?.position ?? 0) + 1;
  }
  async function link(id: string, keys: readonly string[]): Promise<void> {
    const linked = await identities.find({ person: id });
    for (const { _id } of linked) if (!keys.includes(_id)) await identities.remove({ _id, person: id });
    for (const key of keys) await put(identities, { _id: key, person: id });
  }
  return {
    person,
    async persons(ids) {
      if (ids.length === 0) return [];
      const rows = await people.find({ _id: oneOf(ids) });
      const found = new Map(rows.map((row) => [row._id, fromPersonRow(row)]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    async byIdentity(identity) {
      const key = identityKey(identity);
      const linked = await identities.one({ _id: key });
      const found = linked && (await person(linked.person));
      // The person's own list decides: a crash between the two writes must not lend anybody's roles.
      return found?.identities.some((own) => identityKey(own) === key) ? found : null;
    },
    async people() {
      return (await people.find({}, { sort: { position: 1, _id: 1 } })).map(fromPersonRow);
    },
    async putPerson({ id, ...fields }) {
      const replaced = await people.update({ _id: id }, { $set: fields });
      if (!replaced) await put(people, { _id: id, ...fields, position: await nextPosition() });
      await link(id, fields.identities.map(identityKey));
    },
  };
}

type OfCustomers = 'customer' | 'customers' | 'allCustomers' | 'customersChangedSince' | 'putCustomer';

function fromCustomerRow({ _id, touchedAt: _, ...fields }: CustomerRow): Customer {
  return withInstants<Customer, CustomerInstant>({ id: _id, ...fields }, CUSTOMER_INSTANTS);
}

function customers(rows: Table<CustomerRow>, machine: Machine): Part<OfCustomers> {
  const find = async (filter: Filter) => (await rows.find(filter, { sort: { _id: 1 } })).map(fromCustomerRow);
  return {
    async customer(id) {
      const row = await rows.one({ _id: id });
      return row && fromCustomerRow(row);
    },
    async customers(ids) {
      const found = new Map((await find({ _id: oneOf(ids) })).map((one) => [one.id, one]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    async *allCustomers() {
      for await (const row of rows.each()) yield fromCustomerRow(row);
    },
    customersChangedSince: (machineTime) => find({ touchedAt: atLeast(new Date(machineTime)) }),
    putCustomer: ({ id, ...fields }) =>
      put(rows, { _id: id, ...withDates(fields, CUSTOMER_INSTANTS), touchedAt: new Date(machine.now()) }),
  };
}

const THE_PARTNER = 'partner';

function partner({ partner: rows }: Rooms): Part<'partner' | 'putPartner'> {
  return {
    async partner() {
      const row = await rows.one({ _id: THE_PARTNER });
      if (!row) return null;
      const { _id, partnerId, ...fields } = row;
      return { id: partnerId, ...fields };
    },
    putPartner: ({ id, ...fields }) => put(rows, { _id: THE_PARTNER, partnerId: id, ...fields }),
  };
}
