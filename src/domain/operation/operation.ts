import type { EventWord } from '../event.ts';
import type { Instant } from '../instant.ts';
import type { Language, Role } from '../person.ts';
import type { LifecycleCommand } from '../subscription/command.ts';
import type { Accepted, Refused } from '../subscription/decision.ts';
import type { SkuReference } from '../subscription/sku.ts';
import type { Customer, Subscription } from '../subscription/subscription.ts';

export const OPERATION_STATES = [
  'draft',
  'awaiting-confirmation',
  'awaiting-approval',
  'queued',
  'running',
  'done',
  'failed',
  'declined',
  'expired',
  'withdrawn',
  'unknown',
] as const;
export type OperationState = (typeof OPERATION_STATES)[number];

export type Tier = 0 | 1 | 2 | 3 | 4;

/** How the agent asked: F-77 shows an auto-renew off as "Cancel at renewal". */
export type Presentation = 'plain' | 'cancel-at-renewal';

/** Where something was said or shown: enough to post there again. Our own type, no SDK's. */
export interface Address {
  readonly channel: 'teams' | 'slack' | 'browser' | 'console';
  /** Tenant, team, or '' on this machine. */
  readonly workspace: string;
  readonly conversation: string;
  /** The message that carries the card; '' when not yet known. */
  readonly message: string;
  /** Whatever else the channel needs to reach it (a service URL, a thread). */
  readonly extra: Readonly<Record<string, string>>;
}

/** A step that a person took. */
export interface Step {
  readonly what: 'proposed' | 'confirmed' | 'approved' | 'declined' | 'withdrawn';
  readonly person: string;
  readonly at: Instant;
  readonly comment?: string;
}

/** What the prompt showed: kept, so that a card of last year still says what was agreed to. */
export interface Snapshot {
  readonly subscription: Subscription;
  readonly customer: Customer;
  readonly addOns: readonly Subscription[];
  readonly base: Subscription | null;
  /** The existing subscription that an upgrade goes into (U-5). */
  readonly target?: Subscription;
  /** Other SKUs that the card names, as the catalogue had them. */
  readonly skus?: readonly NamedSku[];
}

export interface NamedSku extends SkuReference {
  readonly offerName: string;
  /** Decimal string per licence and billing cycle; null where the catalogue has none (F-53). */
  readonly unitPrice: string | null;
}

/** One planned write (protocol.md, step 7): the subject's version and what it becomes. */
export interface PlannedStep {
  readonly subscription: string;
  readonly version: number;
  readonly after: Partial<Subscription>;
  /** What it becomes for the first time: it is inserted, not changed (U-5). */
  readonly creates?: Subscription;
  /** Of the clock's own operations: the word and the rules of its event. */
  readonly due?: { readonly what: EventWord; readonly rules: readonly string[] };
}

export interface Operation {
  /** OP-7F3K. */
  readonly reference: string;
  readonly state: OperationState;
  /** Raised with each change of state: what a card has shown is compared with it. */
  readonly rev: number;
  readonly requester: string;
  /** Ids of every subscription it holds, ascending; the first meant is `snapshot.subscription`. */
  readonly subjects: readonly string[];
  readonly command: LifecycleCommand;
  readonly presentation: Presentation;
  readonly tier: Tier;
  /** Roles of which somebody else must approve, or null. */
  readonly approvers: readonly Role[] | null;
  /** What the prompt promised. */
  readonly decision: Accepted;
  readonly snapshot: Snapshot;
  readonly language: Language;
  readonly place: Address;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** Who won the last compare-and-set (protocol.md, "Every compare-and-set writes its caller's attempt id"). */
  readonly attempt: string | null;
  /** The instant of the change: that of the click or of the approval. */
  readonly at: Instant | null;
  readonly lease: { readonly n: number; readonly until: number } | null;
  readonly plan: readonly PlannedStep[] | null;
  readonly requestId: string | null;
  readonly steps: readonly Step[];
  readonly result: OperationResult | null;
  /** Why it ended without an effect: kept, withdrawn, replaced, terms-changed. */
  readonly because: string | null;
  readonly replacedBy: string | null;
  readonly replaces: string | null;
}

/** What of it nobody has worked on yet. */
export const UNWORKED = {
  attempt: null,
  lease: null,
  plan: null,
  requestId: null,
  steps: [],
  result: null,
  because: null,
  replacedBy: null,
} as const satisfies Partial<Operation>;

export type OperationResult =
  | { readonly outcome: 'done'; readonly at: Instant; readonly decision: Accepted }
  | { readonly outcome: 'failed'; readonly at: Instant; readonly why: 'refused'; readonly decision: Refused }
  | {
      readonly outcome: 'failed';
      readonly at: Instant;
      readonly why: 'terms-changed' | 'provider' | 'missing';
    };

export const FINAL_STATES = [
  'done',
  'failed',
  'declined',
  'expired',
  'withdrawn',
] as const satisfies readonly OperationState[];

/** An operation with what its row keeps beside it: what another database needs to go on with it. */
export interface OperationRecord {
  readonly operation: Operation;
  /** Real time, milliseconds: orders what one business instant created. */
  readonly insertedAt: number;
  /** Where its cards stand and which revision each shows. */
  readonly cards: readonly { readonly address: Address; readonly revision: number }[];
}
