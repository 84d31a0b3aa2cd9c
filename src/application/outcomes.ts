import type { Instant } from '../domain/instant.ts';
import type { Address, Operation, Presentation, Snapshot } from '../domain/operation/operation.ts';
import type { Language, Person } from '../domain/person.ts';
import type { LifecycleCommand } from '../domain/subscription/command.ts';
import type { Accepted, Decision, Refused } from '../domain/subscription/decision.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';

/** Who asks, from where: made at the edge and passed along. */
export interface Actor {
  /** null: an identity that is linked to nobody, or no role at all is told by `person.roles`. */
  readonly person: Person | null;
  /** The chat account, for the audit trail: "teams/<tenant>/<user>". */
  readonly identity: string;
  readonly place: Address;
  readonly language: Language;
  readonly correlation: string;
}

export interface ProposeRequest {
  readonly subscriptionId: string;
  readonly command: LifecycleCommand;
  readonly presentation: Presentation;
  /** Drawn by the inbox for it, if the inbound came through it. */
  readonly reference?: string;
}

/** Who may, for a private word to who may not. */
export interface WhoMay {
  readonly requester?: Person;
  readonly approvers?: readonly Person[];
}

export type ProposeOutcome =
  /** `reading`: what was decided upon, for what else could be done; null where the prompt was there before. */
  | { readonly kind: 'prompt'; readonly operation: Operation; readonly reading: Reading | null }
  | { readonly kind: 'refused'; readonly decision: Refused; readonly snapshot: Snapshot }
  /** F-98: the policy asks for a second person and nobody is eligible. */
  | { readonly kind: 'no-approver'; readonly decision: Accepted; readonly snapshot: Snapshot }
  | { readonly kind: 'conflict'; readonly operation: Operation; readonly snapshot: Snapshot }
  | { readonly kind: 'not-allowed'; readonly who: WhoMay }
  | { readonly kind: 'not-found' };

export type PreviewOutcome =
  | {
      readonly kind: 'preview';
      readonly decision: Accepted;
      readonly snapshot: Snapshot;
      readonly presentation: Presentation;
    }
  | { readonly kind: 'refused'; readonly decision: Refused; readonly snapshot: Snapshot }
  | { readonly kind: 'not-allowed'; readonly who: WhoMay }
  | { readonly kind: 'not-found' };

export type ClickAction = 'confirm' | 'keep' | 'approve' | 'decline' | 'withdraw';

export interface ClickRequest {
  readonly operation: string;
  readonly action: ClickAction;
  /** As typed; unknown keys are ignored (F-84). */
  readonly inputs: Readonly<Record<string, string>>;
}

export interface InputError {
  readonly input: string;
  readonly code: 'required' | 'wrong';
}

/** F-85: the first check that fails answers. */
export type ClickOutcome =
  | { readonly kind: 'unknown-operation' }
  | { readonly kind: 'not-allowed'; readonly who: WhoMay; readonly operation: Operation | null }
  | { readonly kind: 'expired'; readonly operation: Operation }
  | { readonly kind: 'already-decided'; readonly operation: Operation }
  | { readonly kind: 'wrong-input'; readonly operation: Operation; readonly errors: readonly InputError[] }
  | { readonly kind: 'refused'; readonly operation: Operation; readonly decision: Refused }
  | { readonly kind: 'terms-changed'; readonly operation: Operation; readonly previous: Operation }
  /** It went as far as it goes now: look at `operation.state`. */
  | { readonly kind: 'settled'; readonly operation: Operation };

/** A stored subscription with everything due at `now` applied (F-92), its customer and family, and the service's word on what was asked about. */
export interface SubscriptionFacts {
  readonly snapshot: Snapshot;
  readonly sku: Reading['sku'];
  readonly openOperation: Operation | null;
  readonly decisions: readonly Decision[];
  readonly asOf: Instant;
}
