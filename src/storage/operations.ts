import type { OperationRecord } from '../domain/operation/operation.ts';
import type { Machine } from '../ports/machine.ts';
import type { Operations } from '../ports/operations.ts';
import { openCardBook } from './cardBook.ts';
import { cardKey, marks } from './cards.ts';
import { freeDue } from './claims.ts';
import { absent, anyDate, atMost, oneOf } from './conditions.ts';
import { toDate } from './instants.ts';
import { openChange } from './operationChanges.ts';
import { fromRow, toRow } from './operationRows.ts';
import type { Recordings } from './outbox.ts';
import type { OperationRow } from './schemas/operation.ts';
import { openSetbacks } from './setbacks.ts';
import type { Filter, Table } from './table.ts';

type Rows = Table<OperationRow>;
type Part<K extends keyof Operations> = Pick<Operations, K>;

/** Operations with their leases, cards and outboxes (protocol.md). */
export function openOperations(rows: Rows, recordings: Recordings, machine: Machine): Operations {
  return {
    ...lookUps(rows, machine),
    ...rowsThemselves(rows, machine),
    ...leases(rows),
    ...openSetbacks(rows),
    ...openCardBook(rows, machine),
    ...outbox(rows, recordings),
    change: openChange(rows, recordings, machine),
  };
}

function lookUps(
  rows: Rows,
  machine: Machine,
): Part<'get' | 'ofRequester' | 'inState' | 'due' | 'all' | 'records' | 'revisions'> {
  const latest = async (filter: Filter, limit: number) =>
    (await rows.find(filter, { sort: { createdAt: -1, insertedAt: -1 }, limit })).map(fromRow);
  return {
    async get(reference) {
      const row = await rows.one({ _id: reference });
      return row && fromRow(row);
    },
    ofRequester: (person, limit) => latest({ requester: person }, limit),
    inState: (state, limit) => latest({ state }, limit),
    async due(now, limit) {
      const found = await rows.find(freeDue(now, machine), { sort: { nextDue: 1 }, limit, fields: ['_id'] });
      return found.map((row) => row._id);
    },
    async *all() {
      for await (const row of rows.each()) yield fromRow(row);
    },
    async *records() {
      for await (const row of rows.each()) yield recordOf(row);
    },
    async revisions(references) {
      const found = await rows.find({ _id: oneOf(references) }, { fields: ['rev'] });
      return new Map(found.map((row) => [row._id, row.rev]));
    },
  };
}

function recordOf(row: OperationRow): OperationRecord {
  const byKey = Object.entries(row.cards).sort(([a], [b]) => (a < b ? -1 : 1));
  return { operation: fromRow(row), insertedAt: row.insertedAt, cards: byKey.map(([, card]) => card) };
}

/** The life of a row beside its changes of state. */
function rowsThemselves(rows: Rows, machine: Machine): Part<'insert' | 'restore' | 'discard'> {
  return {
    async insert(operation, nextDue) {
      const due = nextDue === null ? {} : { nextDue: toDate(nextDue) };
      const own = { insertedAt: machine.now(), cards: {}, look: 0, outbox: [] };
      return (await rows.insert({ ...toRow(operation), ...due, ...own })) === null;
    },
    async restore({ operation, insertedAt, cards: shown }, nextDue) {
      const due = nextDue === null ? {} : { nextDue: toDate(nextDue) };
      const cards = Object.fromEntries(shown.map((card) => [cardKey(card.address), card]));
      const behind = marks(cards, operation.rev, new Date(machine.now())).$set;
      const own = { insertedAt, cards, look: 0, outbox: [] };
      return (await rows.insert({ ...toRow(operation), ...due, ...behind, ...own })) === null;
    },
    discard: async (reference) => (await rows.remove({ _id: reference, state: 'draft' })) > 0,
  };
}

function leases(rows: Rows): Part<'claim' | 'renew'> {
  const working = (reference: string) => ({ _id: reference, state: oneOf(['queued', 'running']) });
  return {
    async claim(reference, machineNow, until) {
      const free = [{ lease: absent() }, { 'lease.until': atMost(machineNow) }];
      const row = await rows.updateAndGet(
        { ...working(reference), $or: free },
        { $inc: { 'lease.n': 1 }, $set: { 'lease.until': until } },
      );
      return row && fromRow(row);
    },
    renew: (reference, n, until) =>
      rows.update({ _id: reference, 'lease.n': n }, { $set: { 'lease.until': until } }),
  };
}

function outbox(rows: Rows, recordings: Recordings): Part<'unrelayed' | 'relayed'> {
  return {
    async unrelayed(limit) {
      const fields = ['rev', 'outbox'];
      const found = await rows.find({ relayAt: anyDate() }, { sort: { relayAt: 1 }, limit, fields });
      return found.map(({ _id, rev, outbox }) => ({ reference: _id, rev, events: recordings.carry(outbox) }));
    },
    async relayed(reference, rev) {
      await rows.update({ _id: reference, rev }, { $set: { outbox: [] }, $unset: { relayAt: '' } });
    },
  };
}
