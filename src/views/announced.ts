import type { Announced, Topic } from '../domain/announcement.ts';
import type { Instant } from '../domain/instant.ts';
import type { Customer, Subscription } from '../domain/subscription/subscription.ts';

/** A subscription in an announcement: what comes, or came, and when. */
export interface AnnouncedItem {
  readonly subscription: Subscription;
  readonly customer: Customer;
  readonly what: Announced;
  readonly at: Instant;
  readonly happened: boolean;
}

/** What a channel is told of without having asked just now. */
export interface AnnouncementView {
  readonly view: 'announcement';
  /** Soonest first. */
  readonly items: readonly AnnouncedItem[];
  readonly total: number;
}

/** The receipt of a standing wish (F-96). */
export interface NotedView {
  readonly view: 'noted';
  readonly asked: 'wish' | 'unwish';
  readonly changed: boolean;
  /** What is announced here from now on. */
  readonly wishes: readonly { readonly topic: Topic; readonly customer: Customer | null }[];
  readonly daysBefore: readonly number[];
  /** False where nothing can be posted unasked: a terminal, a page. */
  readonly isTold: boolean;
}
