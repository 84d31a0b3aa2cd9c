import type { Operation } from '../domain/operation/operation.ts';
import type { OperationChange, When } from '../ports/operations.ts';
import { above, all, atMost, not, oneOf } from './conditions.ts';
import { toDate, withDates, withInstants } from './instants.ts';
import type { OperationRow } from './schemas/operation.ts';
import type { Filter } from './table.ts';

const INSTANTS = ['createdAt', 'expiresAt', 'at'] as const satisfies readonly (keyof Operation)[];

type Stored = Omit<
  OperationRow,
  'nextDue' | 'work' | 'aside' | 'insertedAt' | 'cards' | 'look' | 'behind' | 'showing' | 'relayAt' | 'outbox'
>;

export function toRow({ reference, lease, ...fields }: Operation): Stored {
  return { _id: reference, ...withDates(fields, INSTANTS), ...(lease ? { lease } : {}) };
}

export function fromRow(row: OperationRow): Operation {
  const { _id, lease, nextDue: _1, insertedAt: _2, cards: _3, look: _4, behind: _5, ...more } = row;
  const { behindSince: _6, showing: _7, relayAt: _8, outbox: _9, work: _10, aside: _11, ...stored } = more;
  const fields = { reference: _id, ...stored, lease: lease ?? null };
  return withInstants<Operation, (typeof INSTANTS)[number]>(fields, INSTANTS);
}

/** What a change sets; steps are pushed, not set. */
export function toFields({ steps: _, ...change }: OperationChange): Readonly<Record<string, unknown>> {
  return withDates(change, ['at', 'expiresAt']);
}

/** The filter of a compare-and-set: every clause is part of it. */
export function whenFilter({ states, requester, notRequester, liveAt, expiredAt, leaseN }: When): Filter {
  const asker = [
    ...(requester === undefined ? [] : [oneOf([requester])]),
    ...(notRequester === undefined ? [] : [not(notRequester)]),
  ];
  const end = [
    ...(liveAt === undefined ? [] : [above(toDate(liveAt))]),
    ...(expiredAt === undefined ? [] : [atMost(toDate(expiredAt))]),
  ];
  return {
    state: oneOf(states),
    ...(asker.length === 0 ? {} : { requester: all(...asker) }),
    ...(end.length === 0 ? {} : { expiresAt: all(...end) }),
    ...(leaseN === undefined ? {} : { 'lease.n': leaseN }),
  };
}
