import { latestMark } from '../domain/announcement.ts';
import { type Instant, plus } from '../domain/instant.ts';
import type { NoticeBoard } from '../domain/noticeBoard.ts';
import type { Desk } from '../ports/desk.ts';
import { comingTo, type Item, isWished, type News, type Notice } from './announcing.ts';

/** Read together. */
const CHUNK = 200;
/** More than these nobody reads in one message; `renewals` lists them all. */
const MOST = 1_000;

/** What notices of a place say now, with everything due applied: each subscription once, soonest first. */
export async function newsOf(desk: Desk, board: NoticeBoard, notices: readonly Notice[]): Promise<News> {
  const now = desk.clock.now();
  const items: Item[] = [];
  for (const notice of notices) {
    items.push(
      ...(notice.kind === 'days'
        ? await ofDays(desk, board, notice, now)
        : await ofOne(desk, board, notice, now)),
    );
  }
  return onceEach(items).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What happened comes before what is coming: one subscription is told of once in a message. */
function onceEach(items: readonly Item[]): Item[] {
  const happened = items.filter((item) => item.happened);
  const found = new Map([...items, ...happened].map((item) => [item.subscription.id, item]));
  return [...found.values()];
}

/** By index on the dates: the days that lie a mark ahead, each in the mark that is the latest by now. */
async function ofDays(
  desk: Desk,
  board: NoticeBoard,
  { from, until }: Extract<Notice, { readonly kind: 'days' }>,
  now: Instant,
): Promise<readonly Item[]> {
  const { daysBefore } = desk.policy.announce;
  const found: Item[] = [];
  for (const days of [...daysBefore].reverse()) {
    const ids = await desk.upcoming.between(...daysBetween(from, until, days));
    for (let at = 0; at < ids.length && found.length < MOST; at += CHUNK) {
      const items = await comingOf(desk, ids.slice(at, at + CHUNK), now);
      found.push(
        ...items.filter(
          (item) =>
            isWished(board, item.customer.id, item) && latestMark(item.at, now, daysBefore)?.days === days,
        ),
      );
    }
  }
  return found;
}

async function comingOf(desk: Desk, ids: readonly string[], now: Instant): Promise<readonly Item[]> {
  const present = await desk.provider.overview(ids, now);
  return present.flatMap(({ subscription, customer }) => {
    const coming = comingTo(desk, subscription, customer);
    return coming ? [{ subscription, customer, ...coming, happened: false }] : [];
  });
}

/** A change that was changed again is told by its own notice. */
async function ofOne(
  desk: Desk,
  board: NoticeBoard,
  notice: Exclude<Notice, { readonly kind: 'days' }>,
  now: Instant,
): Promise<readonly Item[]> {
  const [present] = await desk.provider.overview([notice.subscription], now);
  if (!present || !isWished(board, present.customer.id, notice)) return [];
  const { what, at } = notice;
  const item = { ...present, what, at, happened: notice.kind === 'happened' };
  if (item.happened) return [item];
  const coming = comingTo(desk, present.subscription, present.customer);
  return coming?.what === what && coming.at === at ? [item] : [];
}

/** The days after `from` up to and with `until`, so many days ahead. */
function daysBetween(from: Instant, until: Instant, ahead: number): readonly [Instant, Instant] {
  return [plus(from, { days: ahead + 1 }), plus(until, { days: ahead + 1 })];
}
