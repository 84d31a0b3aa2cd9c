import type { Inbox, InboxRow } from '../ports/inbox.ts';
import { atMost, below } from './conditions.ts';
import type { InboxDocument } from './schemas/messages.ts';
import type { Table } from './table.ts';

function fromRow({ _id, payload, reference, receivedAt, lease, answered }: InboxDocument): InboxRow {
  return { id: _id, payload: JSON.parse(payload), reference, receivedAt, lease, answered };
}

function toRow({ id, payload, reference, receivedAt, lease, answered }: InboxRow): InboxDocument {
  const row = { _id: id, payload: JSON.stringify(payload), reference, receivedAt, lease, answered };
  return answered ? row : { ...row, nextDue: new Date(lease.until) };
}

export function openInbox(rows: Table<InboxDocument>): Inbox {
  return {
    async insert(row) {
      if ((await rows.insert(toRow(row))) === null) return 'new';
      const there = await rows.one({ _id: row.id });
      // Forgotten between the two: it is as old as a redelivery can be, and answered.
      return there ? fromRow(there) : { ...row, answered: true };
    },
    answered: (id, n) =>
      rows.update({ _id: id, 'lease.n': n }, { $set: { answered: true }, $unset: { nextDue: '' } }),
    async claimUnanswered(machineNow, until) {
      const row = await rows.updateAndGet(
        { nextDue: atMost(new Date(machineNow)) },
        { $inc: { 'lease.n': 1 }, $set: { 'lease.until': until, nextDue: new Date(until) } },
        { nextDue: 1 },
      );
      return row && fromRow(row);
    },
    forget: (receivedBefore) => rows.remove({ answered: true, receivedAt: below(receivedBefore) }),
  };
}
