import { type Announced, latestMark, startOfDay } from '../domain/announcement.ts';
import type { AuditEvent } from '../domain/event.ts';
import type { NoticeBoard } from '../domain/noticeBoard.ts';
import { DUE_WORDS } from '../domain/subscription/due.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Desk } from '../ports/desk.ts';
import type { Overview } from '../ports/lifecycleProvider.ts';
import { comingTo, deliveryId, isTold, isWished, type Notice } from './announcing.ts';

const BATCH = 100;

/** Once a day for each place: what is coming becomes a delivery. Returns how many were made. */
export async function announceDays(desk: Desk): Promise<number> {
  const now = desk.clock.now();
  const due = await desk.boards.due(now, BATCH);
  for (const board of due) await tellDays(desk, board, startOfDay(now));
  return due.length;
}

/** Intent, delivery, done: a crash in between is taken up by the next look, for the day that was fixed. */
async function tellDays(desk: Desk, board: NoticeBoard, today: string): Promise<void> {
  const until = board.telling ?? today;
  if (board.telling === null && !(await desk.boards.begin(board.id, board.told, until))) return;
  await insert(desk, board, until, { kind: 'days', from: board.told, until });
  await desk.boards.finish(board.id, until);
}

/** A subscription's events on their way to the audit trail. */
export interface Happened {
  readonly id: string;
  readonly events: readonly AuditEvent[];
}

/** Before an outbox is emptied: what happened is told, and what a change made come sooner than its mark. */
export async function announceEvents(desk: Desk, rows: readonly Happened[]): Promise<void> {
  const telling = rows.filter(({ events }) => events.some((event) => isClocks(event) || event.after));
  if (telling.length === 0) return;
  const boards = await desk.boards.all();
  if (boards.length === 0) return;
  const found = await desk.provider.overview(
    telling.map(({ id }) => id),
    desk.clock.now(),
  );
  for (const { id, events } of telling) {
    const present = found.find(({ subscription }) => subscription.id === id);
    if (!present) continue;
    for (const board of boards) {
      await announceHappened(desk, board, present, events);
      await announceChange(desk, board, present, events);
    }
  }
}

/** Of several missed periods only the last: the others are history. */
async function announceHappened(
  desk: Desk,
  board: NoticeBoard,
  { subscription, customer }: Overview,
  events: readonly AuditEvent[],
): Promise<void> {
  const event = events.filter(isClocks).at(-1);
  if (!event || !isWished(board, customer.id, event)) return;
  const { what, at } = event;
  await insert(desk, board, event.id, { kind: 'happened', subscription: subscription.id, what, at });
}

/** Something else is coming now, or at another time, and the day on which that is told has passed. */
async function announceChange(
  desk: Desk,
  board: NoticeBoard,
  { subscription, customer }: Overview,
  events: readonly AuditEvent[],
): Promise<void> {
  const change = events.filter((event) => event.after && !isClocks(event)).at(-1);
  const coming = change && comingTo(desk, subscription, customer);
  if (!coming || !isWished(board, customer.id, coming)) return;
  const before = comingTo(desk, { ...subscription, ...change.before } as Subscription, customer);
  if (before?.what === coming.what && before.at === coming.at) return;
  const mark = latestMark(coming.at, desk.clock.now(), desk.policy.announce.daysBefore);
  if (!mark || mark.day > board.told) return;
  await insert(desk, board, change.id, { kind: 'changed', subscription: subscription.id, ...coming });
}

async function insert(desk: Desk, { id, address }: NoticeBoard, of: string, notice: Notice): Promise<void> {
  if (!isTold(address)) return;
  const payload = { ...notice };
  await desk.deliveries.insert({ id: deliveryId(id, of), address, payload }, desk.machine.now());
}

function isClocks(event: AuditEvent): event is AuditEvent & { readonly what: Announced } {
  return (DUE_WORDS as readonly string[]).includes(event.what);
}
