import type { AuditEvent } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';

export interface Hold {
  /** Reference of the operation that holds it. */
  readonly operation: string;
  /** Pinned: the clock defers to the operation (protocol.md, "hold all, pin all"). */
  readonly pinned: boolean;
}

/** A subscription as stored. `version` counts its events only. */
export interface StoredSubscription {
  readonly subscription: Subscription;
  readonly version: number;
  readonly hold: Hold | null;
  /** Proof of having done it: the operation whose effect was committed, until its hold is released. */
  readonly applied: string | null;
}

/** One commit of an effect (protocol.md, step 8). */
export interface Commit {
  readonly id: string;
  /** The version decided upon; the filter. */
  readonly version: number;
  /** The operation that must hold it, or null for the clock's own commits, which need it not to be pinned. */
  readonly operation: string | null;
  readonly after: Partial<Subscription>;
  /** Their ids are "<subscription>/<version + 1…>". */
  readonly events: readonly AuditEvent[];
  /** What the clock does next, or null. */
  readonly nextDue: Instant | null;
}

export interface Subscriptions {
  get(id: string): Promise<StoredSubscription | null>;
  byReference(reference: string): Promise<StoredSubscription | null>;
  many(ids: readonly string[]): Promise<readonly StoredSubscription[]>;
  ofCustomer(customerId: string): Promise<readonly StoredSubscription[]>;
  addOnsOf(baseId: string): Promise<readonly StoredSubscription[]>;
  /** Every subscription in id order, for export and the resolver's first read. */
  all(): AsyncIterable<StoredSubscription>;
  /** Written since that moment of the real clock (milliseconds): the resolver's re-read. */
  changedSince(machineTime: number): Promise<readonly StoredSubscription[]>;
  /** Takes a free hold, or that of `from`; filtered on the version. False: somebody else has it, or it moved. */
  hold(id: string, version: number, operation: string, from: string | null): Promise<boolean>;
  /** Pins what the operation holds; null when it does not hold it. */
  pin(id: string, operation: string): Promise<StoredSubscription | null>;
  /** True: committed now. False: no match; the caller reads and looks at `applied`. */
  commit(commit: Commit): Promise<boolean>;
  /** Clears hold and `applied` where the operation has it. */
  release(id: string, operation: string): Promise<void>;
  /** Inserts; false when the id or the reference exists. `version` (default 0) counts the events that an import brings along; `event` is one more. */
  insert(
    subscription: Subscription,
    nextDue: Instant | null,
    event: AuditEvent | null,
    version?: number,
  ): Promise<boolean>;
  /** Sets every field and a higher version, whose events come along; filtered on the present version and on not being pinned. */
  catchUp(
    subscription: Subscription,
    versions: { readonly from: number; readonly to: number },
    nextDue: Instant | null,
  ): Promise<boolean>;
  /** Ids of subscriptions whose nextDue is at or before the instant, oldest first. */
  due(at: Instant, limit: number): Promise<readonly string[]>;
  /** Rows with an outbox to relay, and what is in it. */
  unrelayed(
    limit: number,
  ): Promise<
    readonly { readonly id: string; readonly version: number; readonly events: readonly AuditEvent[] }[]
  >;
  relayed(id: string, version: number): Promise<void>;
}
