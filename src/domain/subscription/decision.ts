import type { Instant } from '../instant.ts';
import type { Money } from '../money.ts';
import type { RefusalCode } from '../refusal.ts';
import type { LifecycleCommandType } from './command.ts';
import type { ScheduledChange, Subscription } from './subscription.ts';

/** F-26: the alternatives' words; they are also the ids of their buttons (F-89). */
export type Alternative =
  | 'auto-renew-off'
  | 'auto-renew-on'
  | 'schedule-fewer-licences'
  | Exclude<LifecycleCommandType, 'set-auto-renew'>;

export interface Refund {
  readonly amount: Money;
  readonly basis: 'full' | 'prorated';
  /** True only for `prorated` (F-22). */
  readonly estimate: boolean;
  readonly as: 'next-invoice-credit' | 'refund';
  readonly usedDays?: number;
  readonly periodDays?: number;
}

/** What goes with it (F-21): only what is lost stands here. */
export interface Lost {
  readonly autoRenew?: true;
  readonly scheduledChange?: ScheduledChange;
  /** Ids, in the order given (F-02). */
  readonly addOns?: readonly string[];
}

export type Change = Partial<Subscription>;

/** The other subscription of an upgrade (F-28): an existing one, or null for one that the upgrade creates. */
export interface UpgradeTarget {
  readonly subscriptionId: string | null;
  readonly before: Change | null;
  readonly after: Change;
}

export interface Accepted {
  readonly outcome: 'accepted';
  readonly command: LifecycleCommandType;
  /** The deciding rule first, then every rule whose effect is in the answer (F-20). */
  readonly rules: readonly string[];
  readonly effective: Instant;
  readonly refund: Refund | null;
  readonly access: 'ends-now' | 'unchanged' | 'blocked-now' | 'restored-now' | 'ends-at-effective';
  readonly billing: 'stops' | 'continues' | 'unchanged';
  readonly reversible: boolean;
  readonly lost: Lost;
  readonly before: Change;
  readonly after: Change;
  /** The instant until which this very answer can be had or undone (F-23). */
  readonly deadline: Instant | null;
  /** The other subscription of an upgrade (F-28). */
  readonly target?: UpgradeTarget;
}

export interface Refused {
  readonly outcome: 'refused';
  readonly command: LifecycleCommandType;
  readonly code: RefusalCode;
  readonly rules: readonly string[];
  /** F-29. */
  readonly since?: Instant;
  /** Only those that would be accepted now (F-26). */
  readonly alternatives: readonly Alternative[];
}

export type Decision = Accepted | Refused;
