import type { BillingCycle, TermDuration } from './subscription.ts';

/** G-2: why somebody suspends or cancels. */
export const REASONS = ['customer-request', 'non-payment', 'fraud', 'other'] as const;
export type Reason = (typeof REASONS)[number];

interface WithReason {
  readonly reason?: Reason;
  /** Needed with `other`. */
  readonly reasonText?: string;
}

/** What can be asked of the lifecycle service (interfaces.md, "A decision"). */
export type LifecycleCommand = WithReason &
  (
    | { readonly type: 'cancel' }
    | { readonly type: 'pause' }
    | { readonly type: 'resume' }
    | { readonly type: 'suspend' }
    | { readonly type: 'reactivate' }
    | { readonly type: 'set-auto-renew'; readonly enabled: boolean }
    | { readonly type: 'set-quantity'; readonly quantity: number }
    | {
        readonly type: 'schedule-change';
        readonly sku?: string;
        readonly quantity?: number;
        readonly termDuration?: TermDuration;
        readonly billingCycle?: BillingCycle;
      }
    | { readonly type: 'remove-scheduled-change' }
    | {
        readonly type: 'upgrade';
        readonly sku: string;
        readonly quantity?: number;
        readonly timing: 'now' | 'term-end';
        readonly target?: string;
      }
    | { readonly type: 'deprovision' }
  );

export type LifecycleCommandType = LifecycleCommand['type'];

export const LIFECYCLE_COMMANDS = [
  'cancel',
  'pause',
  'resume',
  'suspend',
  'reactivate',
  'set-auto-renew',
  'set-quantity',
  'schedule-change',
  'remove-scheduled-change',
  'upgrade',
  'deprovision',
] as const satisfies readonly LifecycleCommandType[];

/** One command's own shape. */
export type CommandOf<Type extends LifecycleCommandType> = Extract<LifecycleCommand, { type: Type }>;

/** The existing subscription that an upgrade goes into (F-04), or null. */
export function targetOf(command: LifecycleCommand): string | null {
  return command.type === 'upgrade' ? (command.target ?? null) : null;
}
