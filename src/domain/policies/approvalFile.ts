import {
  bad,
  isObject,
  list,
  object,
  ok,
  oneOf,
  optional,
  type Parsed,
  type Reader,
} from '../json/reader.ts';
import { parseMoney } from '../money.ts';
import type { Tier } from '../operation/operation.ts';
import { ROLES } from '../person.ts';
import { LIFECYCLE_COMMANDS } from '../subscription/command.ts';
import type { ApprovalRule, Policy } from './policy.ts';
import { tierRange } from './tiers.ts';

type When = ApprovalRule['when'];

const tier: Reader<Tier> = (value, name) => {
  const found = ([0, 1, 2, 3, 4] as const).find((one) => one === value);
  return found === undefined ? bad(`${name} must be a tier, 0 to 4`) : ok(found);
};

const limits: Reader<Readonly<Record<string, string>>> = (value, name) => {
  if (!isObject(value)) return bad(`${name} must be an object`);
  const wrong = Object.entries(value).find(
    ([currency, limit]) => typeof limit !== 'string' || parseMoney(limit, currency) === null,
  );
  if (wrong !== undefined)
    return bad(`${name}.${wrong[0]} must be an amount like "1000.00" in that currency`);
  return ok(value as Readonly<Record<string, string>>);
};

const rule = object<ApprovalRule>({
  when: object<When>({
    tier: optional(tier),
    command: optional(oneOf(LIFECYCLE_COMMANDS)),
    amountOver: optional(limits),
  }),
  by: list(oneOf(ROLES)),
});

/** The rules of SUBDESK_PARTNER_FILE's `approval`. */
export function readApproval(value: unknown): Parsed<readonly ApprovalRule[]> {
  return list(rule)(value, 'approval');
}

/** Rules that can never match, or that nobody could satisfy, by name. */
export function approvalProblems(rules: readonly ApprovalRule[], raised: Policy['tiers']): readonly string[] {
  return rules.flatMap(({ when, by }, index) => {
    const name = `approval[${index}]`;
    const earlier = rules.slice(0, index).findIndex((other) => covers(other.when, when));
    return [
      ...(by.length === 0 ? [`${name}.by must name a role`] : []),
      ...(isImpossible(when, raised) ? [`${name} can never match`] : []),
      ...(earlier >= 0 ? [`${name} can never match: approval[${earlier}] matches first`] : []),
    ];
  });
}

function isImpossible({ tier: least, command, amountOver }: When, raised: Policy['tiers']): boolean {
  if (amountOver !== undefined && Object.keys(amountOver).length === 0) return true;
  if (least === undefined || command === undefined) return false;
  return Math.max(tierRange(command).highest, raised[command] ?? 0) < least;
}

/** Whether whatever the second asks for, the first one asks for less. */
function covers(first: When, second: When): boolean {
  if (first.tier !== undefined && (second.tier ?? 0) < first.tier) return false;
  if (first.command !== undefined && first.command !== second.command) return false;
  if (first.amountOver === undefined) return true;
  return second.amountOver !== undefined && coversAmounts(first.amountOver, second.amountOver);
}

function coversAmounts(
  first: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(second).every(([currency, limit]) => {
    const lower = first[currency];
    return (
      lower !== undefined &&
      (parseMoney(lower, currency)?.minor ?? 0) <= (parseMoney(limit, currency)?.minor ?? 0)
    );
  });
}
