import type { AuditEvent } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Operation, Presentation, Snapshot } from '../domain/operation/operation.ts';
import type { Language, Person } from '../domain/person.ts';
import type { LifecycleCommandType } from '../domain/subscription/command.ts';
import type { Accepted, Decision, Refused } from '../domain/subscription/decision.ts';
import type { Customer, ScheduledChange, Subscription } from '../domain/subscription/subscription.ts';
import type { AnnouncementView, NotedView } from './announced.ts';

/** Who reads it: words, dates and money are made for them. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
  readonly now: Instant;
  /** The person who reads, null for everybody in a channel. */
  readonly person: Person | null;
}

/** An input of an action: ids are promises (interfaces.md): reason, reasonText, typedCustomer, comment, a slot's name. */
export interface InputSpec {
  readonly id: string;
  readonly required: boolean;
  /** Values; their titles are wording's, or the `titles` given beside. */
  readonly choices?: readonly string[];
  readonly titles?: Readonly<Record<string, string>>;
  /** Preset from the agent's own sentence (F-84) or from what stands; never on typedCustomer. */
  readonly value?: string;
  /** A whole number, and between what; the service checks it again. */
  readonly number?: { readonly min: number; readonly max?: number };
}

/** A button. Titles are wording's, from the view and the id. */
export interface ActionSpec {
  /** confirm, keep, approve, decline, withdraw, answer, choose-S-1017, pause, auto-renew-off, prepare-again, history, … (F-89). */
  readonly id: string;
  readonly inputs: readonly InputSpec[];
  /** A choice's subscription or customer (F-89), by reference. */
  readonly subscription?: string;
  readonly customer?: string;
  /** The sentence that a tap says: its title. */
  readonly say?: string;
}

interface Common {
  /** What a click on this card names: an operation's reference or a draft's id; absent when there are no buttons. */
  readonly on?: string;
  readonly actions: readonly ActionSpec[];
  /** The lifecycle command's name where it is about one (F-96). */
  readonly command?: LifecycleCommandType | string;
}

/** A subscription as it stands in a list or a choice. */
export interface Candidate {
  readonly subscription: Subscription;
  readonly customer: Customer;
}

export interface HelpEntry {
  readonly command: string;
  readonly group: 'look-up' | 'preview' | 'access' | 'end' | 'change' | 'buy' | 'requests' | 'people';
  /** Sentences that work as typed, in the reader's language. */
  readonly examples: readonly string[];
}

/** People named on a card, by id. */
export type People = Readonly<Record<string, Person>>;

/** An operation on a card: what everybody may see, and who is looking. */
interface OfOperation {
  readonly operation: Operation;
  readonly people: People;
  /** Eligible approvers by id, where one is awaited. */
  readonly approvers: readonly Person[];
  /** Alternatives that would be accepted now (F-26), on a confirm. */
  readonly errors?: readonly { readonly input: string; readonly code: 'required' | 'wrong' }[];
}

/** What a receipt tells besides what was agreed to. */
interface AfterIt {
  /** The subscription that an upgrade made (U-5). */
  readonly created?: Subscription;
  /** A scheduled change that an earlier pause or auto-renew off deleted, and what the catalogue calls its SKUs (P-4). */
  readonly gone?: { readonly change: ScheduledChange; readonly skus: NonNullable<Snapshot['skus']> };
}

export type NothingBecause =
  | 'negation'
  | 'question'
  | 'several'
  | 'quotation'
  | 'past'
  | 'hypothetical'
  | 'third-party'
  | 'ambiguous-quantity'
  | 'unsupported-date'
  | 'edited'
  | 'bot'
  | 'stale'
  | 'not-a-confirmation'
  | 'kept'
  | 'withdrawn';

export type NotUnderstoodBecause =
  | 'unknown'
  | 'incomplete'
  | 'not-found'
  | 'unknown-operation'
  | 'unknown-action'
  | 'bad-input';

export type View = Common &
  (
    | { readonly view: 'welcome' }
    | {
        readonly view: 'help';
        readonly topic: string | null;
        readonly entries: readonly HelpEntry[];
        readonly person: Person | null;
      }
    | { readonly view: 'who-am-i'; readonly person: Person | null; readonly identity: string }
    | {
        readonly view: 'choose';
        readonly of: 'subscription' | 'customer';
        /** What it is for: the command's name (pause, show, …), and how it will be shown. */
        readonly purpose: string;
        readonly words: string;
        readonly why: 'several' | 'fuzzy' | 'context';
        /** How many there are where more fit than are shown. */
        readonly total?: number;
        /** So many of the first are equally near: their order says nothing. */
        readonly equal?: number;
        readonly candidates: readonly Candidate[];
        readonly customers: readonly Customer[];
      }
    | {
        readonly view: 'ask';
        readonly purpose: string;
        readonly missing: readonly string[];
        readonly candidate: Candidate | null;
        /** Answered with nothing (F-84). */
        readonly errors?: readonly { readonly input: string; readonly code: 'required' | 'wrong' }[];
      }
    | {
        readonly view: 'not-understood';
        readonly because: NotUnderstoodBecause;
        readonly words: string;
        /** Sentences that work as typed. */
        readonly suggestions: readonly string[];
        /** The nearest names where something was not found (never to somebody without a role). */
        readonly candidates: readonly Candidate[];
      }
    | {
        readonly view: 'nothing-changed';
        readonly because: NothingBecause;
        readonly suggestions: readonly string[];
        readonly operation?: Operation;
        readonly people?: People;
      }
    | {
        readonly view: 'list';
        readonly words: string;
        readonly candidates: readonly Candidate[];
        readonly total: number;
      }
    | {
        readonly view: 'subscription';
        readonly snapshot: Snapshot;
        readonly openOperation: Operation | null;
        /** What cancelling now would give: shows the window in words. */
        readonly cancel: Decision;
      }
    | {
        readonly view: 'history';
        readonly of: Candidate | null;
        readonly words: string;
        readonly events: readonly AuditEvent[];
        readonly people: People;
      }
    | {
        readonly view: 'renewals';
        readonly words: string;
        /** Soonest first. */
        readonly candidates: readonly Candidate[];
        readonly total: number;
        readonly until: Instant;
      }
    | {
        readonly view: 'preview';
        readonly snapshot: Snapshot;
        readonly decision: Accepted;
        readonly presentation: Presentation;
      }
    | ({ readonly view: 'confirm' } & OfOperation)
    | ({
        readonly view: 'terms-changed';
        readonly previous: Operation;
        readonly changedBy: readonly AuditEvent[];
      } & OfOperation)
    | ({ readonly view: 'approval' } & OfOperation)
    | ({ readonly view: 'receipt' } & OfOperation & AfterIt)
    /** Any state as somebody may look at it: waiting, in progress, withdrawn, declined, unknown, … */
    | ({ readonly view: 'operation' } & OfOperation)
    | ({ readonly view: 'expired' } & OfOperation)
    | { readonly view: 'expired-draft' }
    | AnnouncementView
    | NotedView
    | ({ readonly view: 'already-decided' } & OfOperation)
    | {
        readonly view: 'refused';
        readonly snapshot: Snapshot;
        readonly presentation: Presentation;
        readonly decision: Refused | null;
        /** `no-approver` (F-98), or the decision's. */
        readonly code: string;
        readonly operation?: Operation;
        /** The number that was asked for, where an alternative keeps it. */
        readonly quantity?: number;
      }
    | {
        readonly view: 'conflict';
        readonly code: 'operation-open';
        readonly snapshot: Snapshot;
        readonly operation: Operation;
        readonly people: People;
      }
    | {
        readonly view: 'not-allowed';
        readonly mayClick: readonly Person[];
        readonly why: 'no-role' | 'role' | 'not-yours';
      }
    | { readonly view: 'my-requests'; readonly operations: readonly Operation[]; readonly people: People }
    | { readonly view: 'approvals'; readonly operations: readonly Operation[]; readonly people: People }
    | {
        readonly view: 'failure';
        readonly correlation: string;
        readonly why: 'outage' | 'defect';
        readonly operation?: Operation;
      }
  );

export type ViewKind = View['view'];
export type ViewOf<K extends ViewKind> = Extract<View, { readonly view: K }>;
