import type { AuditEvent } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Address, Operation, OperationRecord, OperationState } from '../domain/operation/operation.ts';
import type { Setbacks } from './setbacks.ts';

/** Which operation may be changed: every field is part of the update's filter. */
export interface When {
  readonly states: readonly OperationState[];
  readonly requester?: string;
  readonly notRequester?: string;
  /** Only while `now < expiresAt`. */
  readonly liveAt?: Instant;
  /** Only once `expiresAt <= now`. */
  readonly expiredAt?: Instant;
  /** Only for the holder of this lease. */
  readonly leaseN?: number;
}

/** Fields that a change of state may set. */
export type OperationChange = Partial<
  Pick<
    Operation,
    | 'state'
    | 'attempt'
    | 'at'
    | 'command'
    /** That of the click: taken at `at`, its terms those that were promised. */
    | 'decision'
    | 'expiresAt'
    | 'plan'
    | 'requestId'
    | 'steps'
    | 'result'
    | 'because'
    | 'replacedBy'
  >
>;

export interface CardShown {
  readonly address: Address;
  readonly revision: number;
}

export interface Operations extends Setbacks {
  /** False when the reference exists. */
  insert(operation: Operation, nextDue: Instant | null): Promise<boolean>;
  get(reference: string): Promise<Operation | null>;
  /**
   * Compare-and-set: raises `rev` by one, pushes the event (whose id becomes "<reference>/<the new rev>"), sets `nextDue` (null: waits for nothing);
   * null when the filter did not match. `change.steps` are the present ones and what is added; null too when they are not.
   */
  change(
    reference: string,
    when: When,
    change: OperationChange,
    event: AuditEvent | null,
    nextDue: Instant | null,
  ): Promise<Operation | null>;
  /** Removes a draft; false when it is none (any more): a draft never became an operation (F-80). */
  discard(reference: string): Promise<boolean>;
  /** Takes the lease of a queued or running operation whose lease is free or past (real clock): n + 1. */
  claim(reference: string, machineNow: number, until: number): Promise<Operation | null>;
  /** Prolongs one's own lease; false when another has it. */
  renew(reference: string, n: number, until: number): Promise<boolean>;
  /** Latest first. */
  ofRequester(person: string, limit: number): Promise<readonly Operation[]>;
  inState(state: OperationState, limit: number): Promise<readonly Operation[]>;
  /** Expired prompts (business clock) and work that a crash left (queued, running, unknown). */
  due(now: Instant, limit: number): Promise<readonly string[]>;
  all(): AsyncIterable<Operation>;
  /** The same with what another database needs to go on with them. */
  records(): AsyncIterable<OperationRecord>;
  /** Inserts what another database had; false when the reference exists. */
  restore(record: OperationRecord, nextDue: Instant | null): Promise<boolean>;
  /** A card of this operation stands there and shows that revision (a click teaches us too); never lowers it. */
  showed(reference: string, card: CardShown): Promise<void>;
  /** Cards that show less than the present revision, on channels that this process has. */
  staleCards(
    channels: readonly Address['channel'][],
    limit: number,
  ): Promise<
    readonly { readonly reference: string; readonly rev: number; readonly cards: readonly CardShown[] }[]
  >;
  /** One process at a time updates the cards of an operation (real clock); false: another is at it. */
  leaseCards(reference: string, machineNow: number, until: number): Promise<boolean>;
  /** Gives that lease back; nothing if it is another's by now. */
  releaseCards(reference: string, until: number): Promise<void>;
  /** Forgets a card that is gone. */
  forgetCard(reference: string, address: Address): Promise<void>;
  /** Present revisions, in one query (open pages ask once a second). */
  revisions(references: readonly string[]): Promise<ReadonlyMap<string, number>>;
  unrelayed(
    limit: number,
  ): Promise<
    readonly { readonly reference: string; readonly rev: number; readonly events: readonly AuditEvent[] }[]
  >;
  relayed(reference: string, rev: number): Promise<void>;
}
