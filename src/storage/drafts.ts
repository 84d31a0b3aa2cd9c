import type { Draft, Drafts } from '../ports/drafts.ts';
import { atMost } from './conditions.ts';
import { toDate, toInstant } from './instants.ts';
import { put, putAgain } from './put.ts';
import type { DraftRow } from './schemas/messages.ts';
import type { Table } from './table.ts';

function toRow({ id, at, expiresAt, memory, person }: Draft): DraftRow {
  return { _id: id, person, at: toDate(at), expiresAt: toDate(expiresAt), memory: JSON.stringify(memory) };
}

export function openDrafts(rows: Table<DraftRow>): Drafts {
  return {
    put: (draft) => put(rows, toRow(draft)),
    putAgain: (draft) => putAgain(rows, toRow(draft)),
    async get(id) {
      const row = await rows.one({ _id: id });
      if (!row) return null;
      const { person, at, expiresAt, memory } = row;
      return { id, person, at: toInstant(at), expiresAt: toInstant(expiresAt), memory: JSON.parse(memory) };
    },
    forget: (at) => rows.remove({ expiresAt: atMost(toDate(at)) }),
  };
}
