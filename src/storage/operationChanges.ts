import { isDeepStrictEqual } from 'node:util';
import type { AuditEvent } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Operation, Step } from '../domain/operation/operation.ts';
import type { Machine } from '../ports/machine.ts';
import type { OperationChange, Operations } from '../ports/operations.ts';
import { marks } from './cards.ts';
import { toDate } from './instants.ts';
import { fromRow, toFields, whenFilter } from './operationRows.ts';
import type { Recordings } from './outbox.ts';
import type { OperationRow } from './schemas/operation.ts';
import { UNTROUBLED } from './setbacks.ts';
import type { Table, Update } from './table.ts';

/** Somebody else progressed each time: more rounds than that is a defect, not contention. */
export const ROUNDS = 32;

interface Writing {
  readonly change: OperationChange;
  readonly event: AuditEvent | null;
  readonly nextDue: Instant | null;
}

/**
 * The compare-and-set of protocol.md, steps 1, 3, 7 and 9. It looks first and filters on the `rev` and `look` that it saw beside the
 * caller's clauses: so the event's number is the revision that it made, and a replayed write finds nothing to do.
 */
export function openChange(
  rows: Table<OperationRow>,
  recordings: Recordings,
  machine: Machine,
): Operations['change'] {
  return async (reference, when, change, event, nextDue) => {
    const filter = { _id: reference, ...whenFilter(when) };
    for (let round = 0; round < ROUNDS; round += 1) {
      const seen = await rows.one(filter, { fields: ['rev', 'look', 'attempt', 'steps', 'cards'] });
      const added = seen && addedSteps(seen.steps, change.steps);
      if (!added) return null;
      const update = updateOf(seen, added, { change, event, nextDue }, recordings, new Date(machine.now()));
      const row = await rows.updateAndGet({ ...filter, rev: seen.rev, look: seen.look }, update);
      if (row) return fromRow(row);
      const won = await alreadyWon(rows, seen, change);
      if (won) return won;
    }
    throw new Error(`${reference} is changed faster than it can be changed`);
  };
}

/** The steps to push; null when the caller did not know the present ones: it must read again. */
function addedSteps(present: readonly Step[], wanted: readonly Step[] | undefined): readonly Step[] | null {
  if (wanted === undefined) return [];
  return isDeepStrictEqual(wanted.slice(0, present.length), [...present])
    ? wanted.slice(present.length)
    : null;
}

function updateOf(
  seen: OperationRow,
  added: readonly Step[],
  { change, event, nextDue }: Writing,
  recordings: Recordings,
  now: Date,
): Update {
  const rev = seen.rev + 1;
  const behind = marks(seen.cards, rev, now);
  const waiting = event && recordings.waiting({ ...event, id: `${seen._id}/${rev}` });
  return {
    $set: {
      ...toFields(change),
      ...behind.$set,
      ...(nextDue === null ? {} : { nextDue: toDate(nextDue) }),
      ...(waiting ? { relayAt: now } : {}),
    },
    $unset: { ...behind.$unset, ...UNTROUBLED, ...(nextDue === null ? { nextDue: '' } : {}) },
    $inc: { rev: 1 },
    $push: {
      ...(added.length > 0 ? { steps: { $each: added } } : {}),
      ...(waiting ? { outbox: { $each: [waiting] } } : {}),
    },
  };
}

/** "My attempt means I won": the driver sent it twice, and the first one was answered by nobody. */
async function alreadyWon(
  rows: Table<OperationRow>,
  seen: OperationRow,
  { attempt }: OperationChange,
): Promise<Operation | null> {
  if (attempt == null || attempt === seen.attempt) return null;
  const row = await rows.one({ _id: seen._id, attempt, rev: seen.rev + 1 });
  return row && fromRow(row);
}
