import { count, isObject, type JsonObject, list, oneOf, type Reader, word } from '../json/reader.ts';
import type { Tier } from '../operation/operation.ts';
import { ROLES, type Role } from '../person.ts';
import type { LifecycleCommandType } from '../subscription/command.ts';
import { LIFECYCLE_COMMANDS } from '../subscription/command.ts';
import { approvalProblems, readApproval } from './approvalFile.ts';
import type { Policy } from './policy.ts';
import { tierRange } from './tiers.ts';

export type Tightened =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What a part of the file adds to the policy, or what is wrong with it. */
type Part = { readonly change: Partial<Policy> } | { readonly problems: readonly string[] };

const PARTS: Readonly<Record<string, (value: unknown, policy: Policy) => Part>> = {
  administrators,
  roles,
  tiers,
  approval,
  announce,
  prompts,
};

/** The policy with a partner's file over it; an unknown key, a loosening and a rule that can never match are named. */
export function tighten(policy: Policy, file: unknown): Tightened {
  if (!isObject(file)) return { ok: false, problems: ['must be an object'] };
  const unknown = Object.keys(file).filter((key) => !Object.hasOwn(PARTS, key));
  const problems = unknown.map((key) => `${key}: unknown key`);
  let tightened = policy;
  // In the table's order, so that the approval rules are held against the raised tiers.
  for (const [key, read] of Object.entries(PARTS)) {
    if (!Object.hasOwn(file, key)) continue;
    const part = read(file[key], tightened);
    if ('problems' in part) problems.push(...part.problems);
    else tightened = { ...tightened, ...part.change };
  }
  return problems.length === 0 ? { ok: true, policy: tightened } : { ok: false, problems };
}

function administrators(value: unknown): Part {
  const parsed = list(word)(value, 'administrators');
  return parsed.ok ? { change: { administrators: parsed.value } } : { problems: [parsed.problem] };
}

function roles(value: unknown): Part {
  const denied: Partial<Record<Role, readonly LifecycleCommandType[]>> = {};
  const problems = entries(value, 'roles', ROLES, (role, entry, name) => {
    const parsed = onlyKey(entry, name, 'not', list(oneOf(LIFECYCLE_COMMANDS)));
    if ('problem' in parsed) return parsed.problem;
    denied[role] = parsed.value;
    return null;
  });
  return problems.length === 0 ? { change: { denied } } : { problems };
}

function tiers(value: unknown): Part {
  const raised: Partial<Record<LifecycleCommandType, Tier>> = {};
  const problems = entries(value, 'tiers', LIFECYCLE_COMMANDS, (command, entry, name) => {
    const tier = ([0, 1, 2, 3, 4] as const).find((one) => one === entry);
    if (tier === undefined) return `${name} must be a tier, 0 to 4`;
    const { lowest } = tierRange(command);
    if (tier < lowest) return `${name} is a loosening: ${tier} is below the default ${lowest}`;
    raised[command] = tier;
    return null;
  });
  return problems.length === 0 ? { change: { tiers: raised } } : { problems };
}

function approval(value: unknown, policy: Policy): Part {
  const parsed = readApproval(value);
  if (!parsed.ok) return { problems: [parsed.problem] };
  const problems = approvalProblems(parsed.value, policy.tiers);
  return problems.length === 0 ? { change: { approval: parsed.value } } : { problems };
}

function announce(value: unknown): Part {
  const parsed = onlyKey(value, 'announce', 'daysBefore', list(count));
  if ('problem' in parsed) return { problems: [parsed.problem] };
  const ordered = [...new Set(parsed.value)].sort((a, b) => b - a);
  if (ordered.includes(0)) return { problems: ['announce.daysBefore must hold days from 1'] };
  return { change: { announce: { daysBefore: ordered } } };
}

function prompts(value: unknown, { prompts: present }: Policy): Part {
  const shortened = { ...present };
  const keys = ['requesterMinutes', 'approverHours'] as const;
  const problems = entries(value, 'prompts', keys, (key, entry, name) => {
    if (!Number.isSafeInteger(entry) || (entry as number) < 1) return `${name} must be an integer from 1`;
    if ((entry as number) > present[key])
      return `${name} is a loosening: ${entry} is more than ${present[key]}`;
    shortened[key] = entry as number;
    return null;
  });
  return problems.length === 0 ? { change: { prompts: shortened } } : { problems };
}

/** Reads each entry of an object with known keys; every problem, the unknown keys' too. */
function entries<K extends string>(
  value: unknown,
  name: string,
  known: readonly K[],
  read: (key: K, entry: unknown, name: string) => string | null,
): readonly string[] {
  if (!isObject(value)) return [`${name} must be an object`];
  return Object.entries(value).flatMap(([key, entry]) => {
    const found = known.find((one) => one === key);
    return found === undefined
      ? [`${name}.${key}: unknown key`]
      : (read(found, entry, `${name}.${key}`) ?? []);
  });
}

function onlyKey<T>(
  value: unknown,
  name: string,
  key: string,
  reader: Reader<T>,
): { readonly value: T } | { readonly problem: string } {
  if (!isObject(value)) return { problem: `${name} must be an object` };
  const unknown = Object.keys(value as JsonObject).find((one) => one !== key);
  if (unknown !== undefined) return { problem: `${name}.${unknown}: unknown key` };
  const parsed = reader(value[key], `${name}.${key}`);
  return parsed.ok ? { value: parsed.value } : { problem: parsed.problem };
}
