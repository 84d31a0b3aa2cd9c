import type { AuditEvent } from '../domain/event.ts';
import type { AuditTrail } from '../ports/auditTrail.ts';
import { toDate, toInstant } from './instants.ts';
import type { Recordings } from './outbox.ts';
import type { EventRow } from './schemas/event.ts';
import type { Table } from './table.ts';

const DIGITS = 10;
const NUMBERED = /^(.*)\/(\d{1,10})$/s;

/** "<subscription>/12" → "<subscription>/0000000012": text in the order of the numbers, so that a history is one range. */
export function sortableId(id: string): string {
  return id.replace(NUMBERED, (_, of: string, number: string) => `${of}/${number.padStart(DIGITS, '0')}`);
}

/** The way back. */
export function plainId(id: string): string {
  return id.replace(NUMBERED, (_, of: string, number: string) => `${of}/${Number(number)}`);
}

function fromRow({ _id, at, order: _, ...rest }: EventRow): AuditEvent {
  return { id: plainId(_id), at: toInstant(at), ...rest };
}

/** The trail: rows are only ever inserted, and once each. */
export function openAuditTrail(rows: Table<EventRow>, recordings: Recordings): AuditTrail {
  function toRow(event: AuditEvent): EventRow {
    const { id, at, ...rest } = event;
    return { _id: sortableId(id), at: toDate(at), order: recordings.order(event), ...rest };
  }
  return {
    async append(events) {
      if (events.length > 0) await rows.insertMissing(events.map(toRow));
    },
    async ofSubscription(reference, limit) {
      const sort = { at: -1, order: -1, _id: -1 } as const;
      return (await rows.find({ subscription: reference }, { sort, limit })).map(fromRow).reverse();
    },
    async ofOperation(reference) {
      const sort = { at: 1, order: 1, _id: 1 } as const;
      return (await rows.find({ operation: reference }, { sort })).map(fromRow);
    },
    async *all() {
      for await (const row of rows.each()) yield fromRow(row);
    },
  };
}
