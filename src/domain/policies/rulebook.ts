import { REFUSAL_CODES, type RefusalCode } from '../refusal.ts';
import type { LifecycleCommandType } from '../subscription/command.ts';
import type { Alternative, Refund } from '../subscription/decision.ts';
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
  readonly cancel: Table<CancelWhen, CancelThen>;
  readonly retention: Table<{ readonly productClass?: Some<ProductClass> }, RetentionThen>;
}

/** F-12, of every table; a problem names rulebook, table and row. */
export function validateRulebook({ name, verbs, cancel, retention }: Rulebook): readonly string[] {
  const classes = { productClass: PRODUCT_CLASSES };
  const known = new Set<string>(REFUSAL_CODES);
  const codes = verbs.flatMap(({ id, then }) =>
    then.outcome === 'refused' && !known.has(then.code) ? [`${id}: unknown code`] : [],
  );
  // end their class, so that the windows of one class are all that can reach the default of the other.
  const found = [
    ['verbs', [...validateTable(verbs, classes), ...codes]],
    ['cancel', validateTable(cancel, { productClass: ['isv-license', 'nce'], billingCycle: BILLING_CYCLES })],
    ['retention', validateTable(retention, classes)],
  ] as const;
  return found.flatMap(([table, problems]) => problems.map((problem) => `${name} ${table} ${problem}`));
}
