import * as fc from 'fast-check';
import type { ClickAction } from '../../src/application/outcomes.ts';
import type { LifecycleCommand } from '../../src/domain/subscription/command.ts';
import type { PEOPLE } from '../support/desk.ts';

const WHO = ['agent', 'other', 'boss', 'deputy', 'guest'] as const satisfies readonly (keyof typeof PEOPLE)[];
export type By = 'requester' | 'approver' | 'anybody';
/** Whose click, and on what: mostly those who may. */
const CLICKS: readonly (readonly [By, ClickAction])[] = [
  ['requester', 'confirm'],
  ['requester', 'confirm'],
  ['requester', 'confirm'],
  ['requester', 'confirm'],
  ['requester', 'confirm'],
  ['approver', 'approve'],
  ['approver', 'approve'],
  ['approver', 'approve'],
  ['approver', 'decline'],
  ['requester', 'keep'],
  ['requester', 'withdraw'],
  ['requester', 'approve'],
  ['anybody', 'confirm'],
  ['anybody', 'approve'],
];
/** Stands for the story's own subscription with the SKU that is upgraded to. */
export const TARGET = 'd';
const COMMANDS: readonly LifecycleCommand[] = [
  { type: 'pause' },
  { type: 'pause', reason: 'non-payment' },
  { type: 'resume' },
  { type: 'cancel', reason: 'fraud' },
  { type: 'cancel' },
  { type: 'set-auto-renew', enabled: false },
  { type: 'set-auto-renew', enabled: true },
  { type: 'set-quantity', quantity: 12 },
  { type: 'set-quantity', quantity: 4 },
  { type: 'schedule-change', quantity: 5 },
  { type: 'remove-scheduled-change' },
  { type: 'deprovision', reason: 'fraud' },
  { type: 'upgrade', sku: '0002', timing: 'now' },
  { type: 'upgrade', sku: '0002', timing: 'now', quantity: 2 },
  { type: 'upgrade', sku: '0002', timing: 'now', quantity: 2, target: TARGET },
  { type: 'upgrade', sku: '0002', timing: 'now', target: TARGET },
  { type: 'upgrade', sku: '0002', timing: 'term-end', quantity: 2 },
  { type: 'upgrade', sku: '0002', timing: 'term-end', quantity: 2, target: TARGET },
];

export type Process = 0 | 1;
type Also = null | 'the same' | 'a withdrawal';

/** One thing that happens to the desk; `process` is which of the two does it. */
export type Act =
  | {
      readonly kind: 'propose';
      readonly process: Process;
      readonly who: (typeof WHO)[number];
      readonly on: number;
      readonly command: LifecycleCommand;
    }
  | {
      readonly kind: 'click';
      readonly process: Process;
      readonly what: (typeof CLICKS)[number];
      readonly operation: number;
      /** Of all that were ever shown, else of those not known to be over. */
      readonly stale: boolean;
      readonly typed: boolean;
      /** At the same moment, by the other process. */
      readonly also: Also;
    }
  /** The platform sends the last click again, to the other process. */
  | { readonly kind: 'redeliver' }
  | { readonly kind: 'later'; readonly minutes: number }
  | { readonly kind: 'elsewhere'; readonly on: number }
  | { readonly kind: 'work'; readonly process: Process }
  /** That process dies at its n-th write from now, and is started again when somebody next needs it. */
  | {
      readonly kind: 'crash';
      readonly process: Process;
      readonly write: number;
      readonly when: 'before' | 'after';
    };

const process_ = fc.constantFrom<Process[]>(0, 1);
const who = fc.constantFrom(...WHO, 'agent' as const, 'agent' as const, 'boss' as const);
const LATER = [1, 1, 1, 14, 15, 60, 24 * 60, 40 * 24 * 60];

const acts = {
  propose: fc.record({
    kind: fc.constant('propose' as const),
    process: process_,
    who,
    on: fc.constantFrom(0, 0, 1, 2, 2, 2, 3, 4),
    command: fc.constantFrom(...COMMANDS),
  }),
  click: fc.record({
    kind: fc.constant('click' as const),
    process: process_,
    what: fc.constantFrom(...CLICKS),
    operation: fc.constantFrom(0, 0, 0, 1, 2),
    stale: fc.constantFrom(false, false, false, true),
    typed: fc.constantFrom(true, true, true, false),
    also: fc.constantFrom<Also[]>(null, null, null, null, 'the same', 'the same', 'a withdrawal'),
  }),
  redeliver: fc.constant({ kind: 'redeliver' as const }),
  later: fc.record({ kind: fc.constant('later' as const), minutes: fc.constantFrom(...LATER) }),
  elsewhere: fc.record({
    kind: fc.constant('elsewhere' as const),
    on: fc.constantFrom(0, 0, 1, 2, 2, 2, 3, 4),
  }),
  work: fc.record({ kind: fc.constant('work' as const), process: process_ }),
  crash: fc.record({
    kind: fc.constant('crash' as const),
    process: process_,
    write: fc.integer({ min: 1, max: 12 }),
    when: fc.constantFrom<('before' | 'after')[]>('before', 'after'),
  }),
};
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: acts.propose },
  { weight: 14, arbitrary: acts.click },
  { weight: 2, arbitrary: acts.redeliver },
  { weight: 1, arbitrary: acts.later },
  { weight: 2, arbitrary: acts.elsewhere },
  { weight: 1, arbitrary: acts.work },
  { weight: 2, arbitrary: acts.crash },
);
/** Acts of one step happen at the same time. */
export const steps = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { minLength: 6, maxLength: 20 });
