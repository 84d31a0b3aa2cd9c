import { isDeepStrictEqual } from 'node:util';
import type { Addresses } from '../ports/addresses.ts';
import { putAgain } from './put.ts';
import type { AddressRow } from './schemas/messages.ts';
import type { Table } from './table.ts';

export function openAddresses(rows: Table<AddressRow>): Addresses {
  return {
    async remember(person, address) {
      const _id = `${address.channel}/${person}`;
      const known = await rows.one({ _id });
      // Every turn teaches it and few change it: a look costs less than a write that waits for the disk.
      if (known && isDeepStrictEqual(known.address, address)) return;
      await putAgain(rows, { _id, address });
    },
    async of(person, channel) {
      const row = await rows.one({ _id: `${channel}/${person}` });
      return row?.address ?? null;
    },
  };
}
