import { latestMark } from '../domain/announcement.ts';
import type { AuditEvent } from '../domain/event.ts';
import type { NoticeBoard } from '../domain/noticeBoard.ts';
import type { Address } from '../domain/operation/operation.ts';
import type { Delivery } from '../ports/deliveries.ts';
import type { Desk } from '../ports/desk.ts';
import { boardOf, deliveriesOf, type Item, type News, type Notice } from './announcing.ts';
import { placeOf } from './events.ts';
import { newsOf } from './news.ts';

/** What became of a post; `retryAfter` in milliseconds. */
export type Posted =
  | { readonly outcome: 'sent' | 'gone' }
  | { readonly outcome: 'later'; readonly retryAfter: number };

export interface Telling {
  readonly channels: readonly Address['channel'][];
  readonly post: (board: NoticeBoard, news: News) => Promise<Posted>;
  /** Until when a workspace is left alone (real clock): one map a worker. */
  readonly patience: Map<string, number>;
}

/** In one message. */
const MOST_GATHERED = 100;
const MOST_TRIES = 50;
/** Longer than reading, rendering and a chat's answer take (real clock, milliseconds). */
const LEASE = 120_000;
const AFTER_A_FAILURE = 5_000;
/** What failed goes behind the others of its workspace, so that a place in trouble keeps none of them back. */
const BEHIND_OTHERS = 1_000;

/** Posts what waits for the places of this process; returns how many messages. At least once: repeated only by a crash between post and record. */
export async function tell(desk: Desk, telling: Telling): Promise<number> {
  for (let posted = 0; ; ) {
    const now = desk.machine.now();
    const first = await desk.deliveries.claim(telling.channels, now, now + LEASE);
    if (!first) return posted;
    posted += await tellPlace(desk, telling, first);
  }
}

type Claimed = Delivery & { readonly tries: number };

async function tellPlace(desk: Desk, telling: Telling, first: Claimed): Promise<0 | 1> {
  const now = desk.machine.now();
  const until = telling.patience.get(workspaceOf(first.address)) ?? 0;
  if (until > now) return postpone(desk, [first], until);
  const id = boardOf(first.id);
  const beside = await desk.deliveries.claimBeside(deliveriesOf(id), now, now + LEASE, MOST_GATHERED);
  const claimed = [first, ...beside];
  const board = await desk.boards.get(id);
  // Nobody wants to know any more.
  if (!board) return done(desk, claimed, 0);
  const said = await say(desk, telling, board, claimed).catch((error: unknown) => failed(desk, board, error));
  if (said.outcome === 'later') return wait(desk, telling, claimed, said.retryAfter);
  return said.outcome === 'gone'
    ? end(desk, board, claimed)
    : done(desk, claimed, said.outcome === 'sent' ? 1 : 0);
}

/** `nothing`: what it was about has changed since. */
async function say(
  desk: Desk,
  telling: Telling,
  board: NoticeBoard,
  claimed: readonly Claimed[],
): Promise<Posted | { readonly outcome: 'nothing' }> {
  const news = await newsOf(desk, board, claimed.map(noticeOf));
  if (news.length === 0) return { outcome: 'nothing' };
  const posted = await telling.post(board, news);
  if (posted.outcome === 'sent') await desk.audit.append(news.map((item) => announced(desk, board, item)));
  return posted;
}

function noticeOf({ payload }: Delivery): Notice {
  return payload as unknown as Notice;
}

async function done(desk: Desk, claimed: readonly Claimed[], posted: 0 | 1): Promise<0 | 1> {
  for (const { id } of claimed) await desk.deliveries.done(id);
  return posted;
}

/** The bot was removed, or the channel: nobody reads there any more. */
async function end(desk: Desk, { id, address }: NoticeBoard, claimed: readonly Claimed[]): Promise<0> {
  const { channel, workspace, conversation } = address;
  desk.logger.warn({ channel, workspace, conversation }, 'a place is gone: its announcements end');
  await desk.boards.remove(id);
  for (const one of claimed) await desk.deliveries.giveUp(one.id, 'gone');
  return 0;
}

/** A chat that says later means the whole workspace. */
async function wait(desk: Desk, telling: Telling, claimed: readonly Claimed[], later: number): Promise<0> {
  const until = desk.machine.now() + later;
  for (const { address } of claimed.slice(0, 1)) telling.patience.set(workspaceOf(address), until);
  const lost = claimed.filter(({ tries }) => tries >= MOST_TRIES);
  for (const { id, address } of lost) {
    desk.logger.warn({ delivery: id, channel: address.channel }, 'an announcement was given up');
    await desk.deliveries.giveUp(id, 'tries');
  }
  return postpone(
    desk,
    claimed.filter((one) => !lost.includes(one)),
    until + BEHIND_OTHERS,
  );
}

async function postpone(desk: Desk, claimed: readonly Claimed[], until: number): Promise<0> {
  for (const { id } of claimed) await desk.deliveries.postpone(id, until);
  return 0;
}

function failed(desk: Desk, { address }: NoticeBoard, error: unknown): Posted {
  desk.logger.warn({ channel: address.channel, err: error }, 'an announcement could not be posted');
  return { outcome: 'later', retryAfter: AFTER_A_FAILURE };
}

function workspaceOf({ channel, workspace }: Address): string {
  return `${channel}/${workspace}`;
}

/** F-91: one for each subscription that the message names, however often the message is sent. */
function announced(desk: Desk, { id, address }: NoticeBoard, item: Item): AuditEvent {
  const { subscription, what, at, happened } = item;
  const now = desk.clock.now();
  const mark = happened ? null : latestMark(at, now, desk.policy.announce.daysBefore);
  const which = mark ? `${mark.days}d` : 'done';
  return {
    id: `announced/${id}/${subscription.id}/${what}/${at}/${which}`,
    at: now,
    what: 'announced',
    subscription: subscription.reference,
    place: placeOf(address),
    because: what,
    rules: [],
  };
}
