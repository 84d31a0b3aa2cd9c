import type { AuditEvent } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Operation } from '../domain/operation/operation.ts';
import type { Accepted, Refused } from '../domain/subscription/decision.ts';
import type { Customer, Partner, SkuFacts, Subscription } from '../domain/subscription/subscription.ts';
import type { Claimed, StoredSubscription } from './subscriptions.ts';

export interface ExecuteRequest {
  readonly operation: Operation;
  /** Stored before the call; a repeat with it is the same request. */
  readonly requestId: string;
  /** The lease under which it runs: a stale worker is refused. */
  readonly leaseN: number;
}

/** Nothing above this port may assume that the answer is immediate. */
export type ExecuteResult =
  | { readonly outcome: 'done'; readonly decision: Accepted }
  | { readonly outcome: 'refused'; readonly decision: Refused }
  /** A term that the agent agreed to is another one now; nothing was done. */
  | { readonly outcome: 'changed' }
  | { readonly outcome: 'pending'; readonly until: Instant }
  | { readonly outcome: 'unknown' }
  /** Somebody else has the lease or finished it. */
  | { readonly outcome: 'lost' };

/** A subscription and what a decision on it needs, everything due at `asOf` applied without being stored (F-92). */
export interface Reading {
  readonly asOf: Instant;
  readonly subscription: Subscription;
  readonly customer: Customer;
  readonly partner: Partner | null;
  readonly base: Subscription | null;
  readonly addOns: readonly Subscription[];
  readonly sku: SkuFacts | null;
  /** The existing target that was asked for (F-04). */
  readonly target: Subscription | null;
  /** As stored, of the subscription, its add-ons and the target: versions and holds. */
  readonly rows: readonly StoredSubscription[];
  /** When the clock next does something to the subscription, by its own dates or another's, or null. */
  readonly nextDue: Instant | null;
}

/** What the clock did, and until when another process has the lease of what it could not do (real clock), or null. */
export interface Advance {
  readonly events: readonly AuditEvent[];
  readonly leasedUntil: number | null;
}

/** What a row of a list shows of a subscription. */
export type Overview = Pick<Reading, 'subscription' | 'customer'>;

/** The system of record: our own (providers/local), Partner Center's beside it one day. */
export interface LifecycleProvider {
  read(subscriptionId: string, asOf: Instant, target?: string | null): Promise<Reading | null>;
  /** Several of them with whose they are and no more, each with everything due applied; one that is not there is left out. */
  overview(subscriptionIds: readonly string[], asOf: Instant): Promise<readonly Overview[]>;
  /** Commits what is due at or before `asOf`, each event at its own instant; the events that were committed now. */
  advance(subscriptionId: string, asOf: Instant): Promise<Advance>;
  /** The same for rows that this process has claimed, in their order; what one throws stops no other. */
  advanceAll(claimed: readonly Claimed[], asOf: Instant): Promise<readonly PromiseSettledResult<Advance>[]>;
  /** Takes up an operation of the clock's own (`due/…`) where it was left. */
  carryOn(reference: string): Promise<Advance>;
  execute(request: ExecuteRequest): Promise<ExecuteResult>;
  /** What became of a request whose answer was not learnt. */
  lookup(requestId: string, operation: Operation): Promise<ExecuteResult>;
}
