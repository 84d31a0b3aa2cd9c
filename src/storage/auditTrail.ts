import type { AuditEvent, RecordedEvent } from '../domain/event.ts';
import type { AuditTrail } from '../ports/auditTrail.ts';
import { atLeast } from './conditions.ts';
import { toDate, toInstant } from './instants.ts';
import { type Recordings, recordedIn } from './outbox.ts';
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

function recordedOf(row: EventRow): RecordedEvent {
  return { event: fromRow(row), recorded: recordedIn(row.order) };
}

function fromRow({ _id, at, order: _, ...rest }: EventRow): AuditEvent {
  return { id: plainId(_id), at: toInstant(at), ...rest };
}

const PAGE = 500;

/** As it happened, a page at a time; what has one instant may stand on both sides of a page's end. */
async function* inOrder(rows: Table<EventRow>): AsyncGenerator<EventRow> {
  let last: Date | null = null;
  let told: ReadonlySet<string> = new Set();
  for (;;) {
    const limit = PAGE + told.size;
    const page: readonly EventRow[] = await rows.find(last ? { at: atLeast(last) } : {}, {
      sort: IN_TIME,
      limit,
    });
    const fresh = page.filter(({ _id }) => !told.has(_id));
    yield* fresh;
    const end = page.at(-1)?.at;
    if (end === undefined || page.length < limit) return;
    last = end;
    told = new Set(page.filter(({ at }) => at.getTime() === end.getTime()).map(({ _id }) => _id));
  }
}

const IN_TIME = { at: 1, order: 1, _id: 1 } as const;

/** The trail: rows are only ever inserted, and once each. */
export function openAuditTrail(rows: Table<EventRow>, recordings: Recordings): AuditTrail {
  function toRow(event: AuditEvent): EventRow {
    const { id, at, ...rest } = event;
    return { _id: sortableId(id), at: toDate(at), order: recordings.order(event), ...rest };
  }
  async function append(events: readonly AuditEvent[]): Promise<void> {
    if (events.length > 0) await rows.insertMissing(events.map(toRow));
  }
  return {
    append,
    restore: (recorded) => append(recordings.carry(recorded)),
    async ofSubscription(reference, limit) {
      const sort = { at: -1, order: -1, _id: -1 } as const;
      return (await rows.find({ subscription: reference }, { sort, limit })).map(fromRow).reverse();
    },
    async ofOperation(reference) {
      const sort = { at: 1, order: 1, _id: 1 } as const;
      return (await rows.find({ operation: reference }, { sort })).map(fromRow);
    },
    async *all() {
      for await (const row of inOrder(rows)) yield fromRow(row);
    },
    async *recorded() {
      for await (const row of inOrder(rows)) yield recordedOf(row);
    },
  };
}
