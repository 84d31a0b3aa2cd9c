import type { Reply } from '../conversation/inbound.ts';
import type { Address } from '../domain/operation/operation.ts';

/** What became of an update or a post. */
export type Sent =
  | { readonly outcome: 'sent'; readonly address: Address }
  /** The message or the place is gone for good: forget it. */
  | { readonly outcome: 'gone' }
  /** Not before so many milliseconds (Retry-After). */
  | { readonly outcome: 'later'; readonly retryAfter: number };

/** One chat, seen from the worker that keeps cards true: each channels/<name>/outbound.ts makes one. */
export interface Outbound {
  readonly channel: Address['channel'];
  /** Updates the card at an address. */
  update(address: Address, reply: Reply): Promise<Sent>;
  /** Posts a new message there. */
  post(address: Address, reply: Reply): Promise<Sent>;
}
