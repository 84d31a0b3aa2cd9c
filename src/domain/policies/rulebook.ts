import { REFUSAL_CODES, type RefusalCode } from '../refusal.ts';
import { LIFECYCLE_COMMANDS, type LifecycleCommandType } from '../subscription/command.ts';
import type { Alternative, Refund } from '../subscription/decision.ts';
import { CONDITIONS, type Condition } from '../subscription/state.ts';
import {
  BILLING_CYCLES,
  type BillingCycle,
  PRODUCT_CLASSES,
  type ProductClass,
} from '../subscription/subscription.ts';
import { type Table, validateTable } from './policyTable.ts';

type Some<T> = T | readonly T[];

/** Which class has which verb. */
export interface VerbWhen {
  readonly command?: Some<LifecycleCommandType>;
  readonly productClass?: Some<ProductClass>;
}

/** Of a quantity: against what the subscription has now. */
export const DIRECTIONS = ['more', 'same', 'fewer'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Which status has which verb; asked after the class (F-35). */
export interface StatusWhen {
  readonly command?: Some<LifecycleCommandType>;
  readonly condition?: Some<Condition>;
  readonly direction?: Some<Direction>;
}

export type VerbThen =
  | { readonly outcome: 'allowed' }
  | { readonly outcome: 'refused'; readonly code: RefusalCode; readonly offers: readonly Alternative[] };

/** Ages in milliseconds. */
export interface CancelWhen {
  readonly productClass?: Some<ProductClass>;
  readonly billingCycle?: Some<BillingCycle>;
  readonly sinceOrder?: { readonly under: number };
  readonly sinceStart?: { readonly under: number };
}

export type CancelThen =
  | {
      readonly how: 'now';
      readonly refund: Refund['basis'];
      readonly as: Refund['as'];
      readonly also: readonly string[];
    }
  | { readonly how: 'at-renewal' }
  /** `since`: milliseconds after the start. */
  | { readonly how: 'refused'; readonly since: number; readonly offers: readonly Alternative[] };

/** A new quantity at once; `sinceStart` in milliseconds. */
export interface QuantityWhen {
  readonly productClass?: Some<ProductClass>;
  readonly direction?: Direction;
  readonly sinceStart?: { readonly under: number };
}

/** What a scheduled change can be about. */
export const CHANGED_PARTS = [
  'sku-upgrade',
  'sku-downgrade',
  'more-licences',
  'fewer-licences',
  'term',
  'billing-frequency',
] as const;
export type ChangedPart = (typeof CHANGED_PARTS)[number];

/** Whether a part could also be had at once; a change of several parts is decided by the first that could not. */
export interface SchedulingThen {
  readonly earliest: 'now' | 'term-end';
}

/** Days from the suspension to the deletion of the data. */
export interface RetentionThen {
  readonly days: number;
  /** Adds the days between the account's opening and its first billing period. */
  readonly plusLeadTime: boolean;
  readonly atMost: number;
}

/** A named set of tables. A later one is further rows, never new code. */
export interface Rulebook {
  readonly name: string;
  readonly verbs: Table<VerbWhen, VerbThen>;
  readonly statuses: Table<StatusWhen, VerbThen>;
  readonly cancel: Table<CancelWhen, CancelThen>;
  readonly quantity: Table<QuantityWhen, VerbThen>;
  readonly scheduling: Table<{ readonly part?: Some<ChangedPart> }, SchedulingThen>;
  readonly retention: Table<{ readonly productClass?: Some<ProductClass> }, RetentionThen>;
}

const CLASSES = { productClass: PRODUCT_CLASSES };

/** F-12, of every table; a problem names rulebook, table and row. */
export function validateRulebook(rulebook: Rulebook): readonly string[] {
  const { name, verbs, statuses, cancel, quantity, scheduling, retention } = rulebook;
  const conditions = { command: LIFECYCLE_COMMANDS, condition: CONDITIONS };
  // end their class, so that the windows of one class are all that can reach the default of the other.
  const cancellable = { productClass: ['isv-license', 'nce'], billingCycle: BILLING_CYCLES };
  const found = [
    ['verbs', [...validateTable(verbs, CLASSES), ...unknownCodes(verbs)]],
    ['statuses', [...validateTable(statuses, conditions), ...unknownCodes(statuses)]],
    ['cancel', validateTable(cancel, cancellable)],
    ['quantity', [...validateTable(quantity, CLASSES), ...unknownCodes(quantity)]],
    ['scheduling', validateTable(scheduling, { part: CHANGED_PARTS })],
    ['retention', validateTable(retention, CLASSES)],
  ] as const;
  return found.flatMap(([table, problems]) => problems.map((problem) => `${name} ${table} ${problem}`));
}

function unknownCodes(table: Table<object, VerbThen>): readonly string[] {
  const known = new Set<string>(REFUSAL_CODES);
  return table.flatMap(({ id, then }) =>
    then.outcome === 'refused' && !known.has(then.code) ? [`${id}: unknown code`] : [],
  );
}
