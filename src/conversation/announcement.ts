import type { News } from '../application/announcing.ts';
import { plus } from '../domain/instant.ts';
import type { NoticeBoard } from '../domain/noticeBoard.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reply } from './inbound.ts';
import { button } from './memory.ts';
import { readerOf } from './turn.ts';

/** What a message names with a button; the rest is counted. */
const MOST_SHOWN = 12;
/** A channel is read later than an answer: until the renewal that was announced first of all. */
const REMEMBERED = { days: 45 };

/** What is announced to a place, in the words of whoever asked for it. */
export async function announcementReply(desk: Desk, board: NoticeBoard, news: News): Promise<Reply> {
  const on = desk.ids.unique();
  const at = desk.clock.now();
  await desk.drafts.put({
    id: on,
    person: null,
    at,
    expiresAt: plus(at, REMEMBERED),
    memory: { kind: 'ways-on' },
  });
  const items = news.slice(0, MOST_SHOWN);
  const actions = items.map(({ subscription: { reference } }) => ({
    ...button(`show-${reference}`),
    subscription: reference,
  }));
  return {
    view: { view: 'announcement', on, items, total: news.length, actions },
    reader: readerOf(desk, null, board.language, board.timeZone),
    correlation: desk.ids.unique(),
    audience: 'everyone',
    replaces: false,
  };
}
