import type { Presentation, Tier } from '../operation/operation.ts';
import type { LifecycleCommand, LifecycleCommandType } from '../subscription/command.ts';
import type { Accepted } from '../subscription/decision.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { Policy } from './policy.ts';
import { type Facts, firstMatch, type Row, type Table } from './policyTable.ts';

export interface TierWhen {
  readonly command?: LifecycleCommandType | readonly LifecycleCommandType[];
  /** The rule that decides. */
  readonly rule?: readonly string[];
  readonly enabled?: boolean;
  readonly presentation?: Presentation;
  /** Of a quantity: not fewer than now. */
  readonly isMore?: boolean;
}

const SOURCE = {
  source: 'conversation.md, "Risk decides the gate"',
  effectiveFrom: '2021-08-25T00:00:00.000Z',
} as const;

/** The gate before each command; a partner may raise it. */
export const TIERS: Table<TierWhen, Tier> = [
  row('auto-renew-on', { command: 'set-auto-renew', enabled: true }, 1),
  // F-77: to end it at the renewal is tier 3 when it is asked for as a cancellation.
  row('cancel-at-renewal', { command: 'set-auto-renew', presentation: 'cancel-at-renewal' }, 3),
  row('auto-renew-off', { command: 'set-auto-renew' }, 2),
  row('undoing', { command: ['resume', 'remove-scheduled-change'] }, 1),
  row('more-licences', { command: 'set-quantity', isMore: true }, 2),
  row('changing', { command: ['reactivate', 'schedule-change', 'upgrade'] }, 2),
  row('stopping', { command: ['pause', 'suspend', 'set-quantity'] }, 3),
  row('cancel-with-credit', { command: 'cancel', rule: ['X-1', 'X-2', 'X-3'] }, 3),
  // F-57: take access for good; whatever is not named above is as grave.
  row('default', {}, 4),
];

function row(id: string, when: TierWhen, then: Tier): Row<TierWhen, Tier> {
  return { id, ...SOURCE, when, then };
}

/** The tier of an accepted command, never below the partner's. */
export function tierOf(
  command: LifecycleCommand,
  decision: Accepted,
  subscription: Subscription,
  presentation: Presentation,
  policy: Policy,
): Tier {
  const base = firstMatch(TIERS, factsOf(command, decision, subscription, presentation)).then;
  const raised = policy.tiers[command.type] ?? base;
  return raised > base ? raised : base;
}

function factsOf(
  command: LifecycleCommand,
  { rules }: Accepted,
  { quantity }: Subscription,
  presentation: Presentation,
): Facts {
  return {
    command: command.type,
    rule: rules[0] ?? null,
    enabled: command.type === 'set-auto-renew' ? command.enabled : null,
    presentation,
    isMore: command.type === 'set-quantity' && command.quantity > (quantity ?? 0),
  };
}

/** The tiers that the default table gives a command, lowest and highest: what a partner file is held against. */
export function tierRange(command: LifecycleCommandType): { readonly lowest: Tier; readonly highest: Tier } {
  const mine = TIERS.filter(({ when }) => names(when.command, command)).map(({ then }) => then);
  // A row for all of the command's cases leaves nothing to the default.
  const isSettled = TIERS.some(
    ({ when: { command: named, ...rest } }) => names(named, command) && isEmpty(rest),
  );
  const tiers = (isSettled ? mine : [...mine, 4 as const]).sort();
  return { lowest: tiers[0] ?? 4, highest: tiers.at(-1) ?? 4 };
}

function names(named: TierWhen['command'], command: LifecycleCommandType): boolean {
  return Array.isArray(named) ? named.includes(command) : named === command;
}

function isEmpty(when: object): boolean {
  return Object.keys(when).length === 0;
}
