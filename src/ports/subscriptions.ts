import type { AuditEvent } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Setbacks } from './setbacks.ts';

export interface Hold {
  /** Reference of the operation that holds it. */
  readonly operation: string;
  /** Pinned: the clock defers to the operation (protocol.md, "hold all, pin all"). */
  readonly pinned: boolean;
  /** Whose it is while the clock's own operation borrows it; it goes back to that one. */
  readonly lent?: string;
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
  /** The fencing counter of the worker's lease on the row: a later lease refuses the write. */
  readonly lease?: number;
}

/** What the resolver keeps of a subscription. */
export type SubscriptionName = Pick<
  Subscription,
  'id' | 'reference' | 'customerId' | 'offerName' | 'status' | 'commitmentEndDate'
>;

/** A due row that this process has for itself, with the counter of its lease. */
export interface Claimed {
  readonly row: StoredSubscription;
  readonly lease: number;
}

export interface Claim {
  readonly limit: number;
  /** Until when nobody else takes them (real clock, milliseconds). */
  readonly until: number;
  /** Drawn for this claim. */
  readonly by: string;
  /** Already looked at in this run. */
  readonly except: ReadonlySet<string>;
}

export interface Subscriptions extends Setbacks {
  get(id: string): Promise<StoredSubscription | null>;
  byReference(reference: string): Promise<StoredSubscription | null>;
  many(ids: readonly string[]): Promise<readonly StoredSubscription[]>;
  ofCustomer(customerId: string): Promise<readonly StoredSubscription[]>;
  /** The add-ons of all of these. */
  addOnsOf(baseIds: readonly string[]): Promise<readonly StoredSubscription[]>;
  /** Those with a scheduled upgrade into one of these (F-47). */
  upgradingInto(targetIds: readonly string[]): Promise<readonly StoredSubscription[]>;
  /** Every subscription in id order, for export. */
  all(): AsyncIterable<StoredSubscription>;
  /** Of every subscription, in id order, what names it: the resolver's first read. */
  names(): AsyncIterable<SubscriptionName>;
  /** Written since that moment of the real clock (milliseconds): the resolver's re-read. */
  changedSince(machineTime: number): Promise<readonly StoredSubscription[]>;
  /** Takes a free hold, or that of `from`; filtered on the version. False: somebody else has it, or it moved. */
  hold(id: string, version: number, operation: string, from: string | null): Promise<boolean>;
  /** For the clock's own operations: the hold of a prompt, or of one that waits for the clock; false: it moved or is pinned. */
  borrow(id: string, version: number, operation: string, from: string): Promise<boolean>;
  /** Pins what the operation holds; null when it does not hold it. */
  pin(id: string, operation: string): Promise<StoredSubscription | null>;
  /** True: committed now. False: no match; the caller reads and looks at `applied`. */
  commit(commit: Commit): Promise<boolean>;
  /** Clears hold and `applied` where the operation has it; what was borrowed goes back. */
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
  /** Takes due rows that nobody has, oldest first: each gets a lease with the next counter. */
  claimDue(at: Instant, claim: Claim): Promise<readonly Claimed[]>;
  /** When the last lease ends of due rows that some process has (real clock), or null. */
  leasedDue(at: Instant): Promise<number | null>;
  /** Gives a lease back; nothing if it is another's by now. */
  letGo(id: string, lease: number): Promise<void>;
  /** Rows with an outbox to relay, and what is in it. */
  unrelayed(
    limit: number,
  ): Promise<
    readonly { readonly id: string; readonly version: number; readonly events: readonly AuditEvent[] }[]
  >;
  relayed(id: string, version: number): Promise<void>;
}
