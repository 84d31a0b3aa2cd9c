import type { Tier } from '../operation/operation.ts';
import type { Role } from '../person.ts';
import type { LifecycleCommandType } from '../subscription/command.ts';

/** An approval rule: the first whose `when` holds asks for somebody else with one of `by`. */
export interface ApprovalRule {
  readonly when: {
    readonly tier?: Tier;
    readonly command?: LifecycleCommandType;
    /** Decimal strings by currency. */
    readonly amountOver?: Readonly<Record<string, string>>;
  };
  readonly by: readonly Role[];
}

/** What is in force at this desk: the default tables and what SUBDESK_PARTNER_FILE tightens. */
export interface Policy {
  /** Name of the rulebook: 2021-08. */
  readonly rulebook: string;
  readonly administrators: readonly string[];
  /** Commands that a role may not give. */
  readonly denied: Readonly<Partial<Record<Role, readonly LifecycleCommandType[]>>>;
  /** Tiers raised above the default. */
  readonly tiers: Readonly<Partial<Record<LifecycleCommandType, Tier>>>;
  readonly approval: readonly ApprovalRule[];
  readonly announce: { readonly daysBefore: readonly number[] };
  readonly prompts: { readonly requesterMinutes: number; readonly approverHours: number };
}

/** What is in force without a partner file: nobody but the requester is asked. */
export const DEFAULT_POLICY: Policy = {
  rulebook: '2021-08',
  administrators: [],
  denied: {},
  tiers: {},
  approval: [],
  announce: { daysBefore: [30, 7, 1] },
  prompts: { requesterMinutes: 15, approverHours: 24 },
};
