import { type Announced, type Topic, topicOf } from '../domain/announcement.ts';
import type { Instant } from '../domain/instant.ts';
import type { NoticeBoard } from '../domain/noticeBoard.ts';
import type { Address } from '../domain/operation/operation.ts';
import { rulebookOf } from '../domain/subscription/decide.ts';
import { due } from '../domain/subscription/due.ts';
import type { Customer, Subscription } from '../domain/subscription/subscription.ts';
import type { Desk } from '../ports/desk.ts';

/** Where something can be posted unasked: not in a terminal (F-95), nor on a page that may be closed. */
const TOLD: readonly Address['channel'][] = ['teams', 'slack'];

export function isTold({ channel }: Pick<Address, 'channel'>): boolean {
  return TOLD.includes(channel);
}

/** What a delivery of a place stands for; what it says is looked up when it is said. */
export type Notice =
  /** Everything whose mark falls on a day after `from`, up to and with `until`. */
  | { readonly kind: 'days'; readonly from: Instant; readonly until: Instant }
  /** A change that came after its mark had been told. */
  | Told<'changed'>
  | Told<'happened'>;

type Told<K extends string> = {
  readonly kind: K;
  /** Its id. */
  readonly subscription: string;
  readonly what: Announced;
  readonly at: Instant;
};

/** One subscription in an announcement. */
export interface Item {
  readonly subscription: Subscription;
  readonly customer: Customer;
  readonly what: Announced;
  readonly at: Instant;
  readonly happened: boolean;
}

/** What one message says, soonest first. */
export type News = readonly Item[];

/** What the clock will do to it next, and when; null for nothing. */
export function comingTo(
  desk: Desk,
  subscription: Subscription,
  customer: Customer,
): Pick<Item, 'what' | 'at'> | null {
  const next = due(subscription, customer, rulebookOf(desk.policy.rulebook));
  return next.what === 'nothing' ? null : { what: next.what, at: next.at };
}

/** Does somebody there want to be told of this? What happened before they asked is no news. */
export function isWished(
  { wishes }: Pick<NoticeBoard, 'wishes'>,
  customer: string,
  { what, at }: Pick<Item, 'what' | 'at'>,
): boolean {
  const topic: Topic = topicOf(what);
  return wishes.some(
    (wish) =>
      wish.topic === topic && (wish.customer === null || wish.customer === customer) && at > wish.since,
  );
}

/** "<place>×<event or day>": made once (protocol.md, "Deliveries"). */
export function deliveryId(board: string, of: string): string {
  return `${board}×${of}`;
}

/** The place of a delivery: no place has the sign in it. */
export function boardOf(delivery: string): string {
  return delivery.slice(0, delivery.indexOf('×'));
}

/** What all deliveries of a place begin with. */
export function deliveriesOf(board: string): string {
  return deliveryId(board, '');
}
