import { type Instant, plus } from '../domain/instant.ts';
import type { NoticeBoard } from '../domain/noticeBoard.ts';
import type { NoticeBoards } from '../ports/noticeBoards.ts';
import { absent, atMost } from './conditions.ts';
import { toDate, toInstant } from './instants.ts';
import type { NoticeBoardRow } from './schemas/noticeBoard.ts';
import type { Table } from './table.ts';

function fromRow({ _id, told, telling, nextDue: _, ...rest }: NoticeBoardRow): NoticeBoard {
  return { id: _id, ...rest, told: toInstant(told), telling: telling ? toInstant(telling) : null };
}

function dayAfter(day: Instant): Date {
  return toDate(plus(day, { days: 1 }));
}

/** Where announcements go. The wishes change under `rev`, the days under `told` and `telling`: neither gets in the other's way. */
export function openNoticeBoards(rows: Table<NoticeBoardRow>): NoticeBoards {
  return {
    async get(id) {
      const row = await rows.one({ _id: id });
      return row && fromRow(row);
    },
    all: async () => (await rows.find({}, { sort: { _id: 1 } })).map(fromRow),
    async insert({ id, told, telling: _, ...rest }) {
      const row = { _id: id, ...rest, told: toDate(told), nextDue: dayAfter(told) };
      return (await rows.insert(row)) === null;
    },
    change: ({ id, rev, address, language, timeZone, wishes }) =>
      rows.update({ _id: id, rev }, { $set: { address, language, timeZone, wishes }, $inc: { rev: 1 } }),
    remove: async (id, rev) => (await rows.remove(rev === undefined ? { _id: id } : { _id: id, rev })) > 0,
    async due(now, limit) {
      const waiting = { nextDue: atMost(toDate(now)) };
      return (await rows.find(waiting, { sort: { nextDue: 1 }, limit })).map(fromRow);
    },
    begin: (id, told, until) =>
      rows.update({ _id: id, told: toDate(told), telling: absent() }, { $set: { telling: toDate(until) } }),
    async finish(id, until) {
      const day = toDate(until);
      await rows.update(
        { _id: id, telling: day },
        { $set: { told: day, nextDue: dayAfter(until) }, $unset: { telling: '' } },
      );
    },
  };
}
