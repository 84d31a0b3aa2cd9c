import type { Addresses } from '../ports/addresses.ts';
import { put } from './put.ts';
import type { AddressRow } from './schemas/messages.ts';
import type { Table } from './table.ts';

export function openAddresses(rows: Table<AddressRow>): Addresses {
  return {
    remember: (person, address) => put(rows, { _id: `${address.channel}/${person}`, address }),
    async of(person, channel) {
      const row = await rows.one({ _id: `${channel}/${person}` });
      return row?.address ?? null;
    },
  };
}
