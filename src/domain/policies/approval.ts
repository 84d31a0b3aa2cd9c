import { type Money, parseMoney, priceTimes } from '../money.ts';
import type { Tier } from '../operation/operation.ts';
import type { Person, Role } from '../person.ts';
import type { LifecycleCommandType } from '../subscription/command.ts';
import type { Accepted } from '../subscription/decision.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { ApprovalRule, Policy } from './policy.ts';

export interface Approvable {
  readonly command: LifecycleCommandType;
  readonly tier: Tier;
  readonly decision: Accepted;
  readonly subscription: Subscription;
}

/** Roles of which somebody else must approve, by the first rule that holds; null: nobody need (the default). */
export function approversFor(approvable: Approvable, policy: Policy): readonly Role[] | null {
  return policy.approval.find(({ when }) => holds(when, approvable))?.by ?? null;
}

function holds(when: ApprovalRule['when'], approvable: Approvable): boolean {
  if (when.tier !== undefined && approvable.tier < when.tier) return false;
  if (when.command !== undefined && approvable.command !== when.command) return false;
  return when.amountOver === undefined || isOver(when.amountOver, amountOf(approvable));
}

/** A currency without a limit has none. */
function isOver(limits: Readonly<Record<string, string>>, { minor, currency }: Money): boolean {
  const limit = limits[currency];
  const parsed = limit === undefined ? null : parseMoney(limit, currency);
  return parsed !== null && minor > parsed.minor;
}

/** What is at stake: the refund, else what one billing cycle costs. */
function amountOf({ decision, subscription: { unitPrice, quantity, currency } }: Approvable): Money {
  return decision.refund?.amount ?? priceTimes(unitPrice, quantity ?? 0, currency);
}

/** Somebody else with one of the roles: a requester never approves their own, whatever account they use. */
export function eligible(person: Person, operationRequester: string, roles: readonly Role[]): boolean {
  return person.id !== operationRequester && roles.some((role) => person.roles.includes(role));
}
