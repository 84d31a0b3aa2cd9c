import type { Setbacks } from '../ports/setbacks.ts';
import { anyDate } from './conditions.ts';
import { toDate, toInstant } from './instants.ts';
import type { Waits } from './schemas/waits.ts';
import type { Table } from './table.ts';

/** What a success makes undone; the fencing counter stays. */
export const UNTROUBLED = { 'work.until': '', 'work.by': '', 'work.tries': '', aside: '' } as const;

/** Failures of due work, remembered on the row that is due. */
export function openSetbacks<Row extends Waits & { readonly _id: string }>(rows: Table<Row>): Setbacks {
  return {
    async failed(id) {
      const row = await rows.updateAndGet(
        { _id: id },
        { $inc: { 'work.tries': 1 }, $unset: { 'work.until': '', 'work.by': '' } },
      );
      return row?.work?.tries ?? 0;
    },
    async postpone(id, until) {
      await rows.update({ _id: id }, { $set: { 'work.until': until } });
    },
    async setAside(id, at, why) {
      const row = await rows.one({ _id: id }, { fields: ['nextDue', 'work'] });
      if (row?.nextDue === undefined) return;
      const aside = { at: toDate(at), tries: row.work?.tries ?? 0, why, nextDue: row.nextDue };
      // Filtered on what was due: what changed it meanwhile deserves a try of its own.
      await rows.update({ _id: id, nextDue: row.nextDue }, { $set: { aside }, $unset: { nextDue: '' } });
    },
    async aside(limit) {
      const found = await rows.find({ 'aside.at': anyDate() }, { sort: { 'aside.at': 1 }, limit });
      return found.flatMap(({ _id, aside }) =>
        aside ? [{ id: _id, since: toInstant(aside.at), tries: aside.tries, why: aside.why }] : [],
      );
    },
    async putBack(id) {
      const row = await rows.one({ _id: id }, { fields: ['aside'] });
      if (row?.aside === undefined) return false;
      const { at, nextDue } = row.aside;
      return rows.update({ _id: id, 'aside.at': at }, { $set: { nextDue }, $unset: UNTROUBLED });
    },
  };
}
