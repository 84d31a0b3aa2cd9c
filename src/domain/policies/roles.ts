import { type Person, ROLES, type Role } from '../person.ts';
import { LIFECYCLE_COMMANDS, type LifecycleCommandType } from '../subscription/command.ts';
import type { Policy } from './policy.ts';

/** Role × command (G-1): the page offers every operation to each of its five roles; a partner narrows it. */
export const ROLE_MATRIX = {
  'admin-agent': LIFECYCLE_COMMANDS,
  'billing-admin': LIFECYCLE_COMMANDS,
  'global-admin': LIFECYCLE_COMMANDS,
  'support-agent': LIFECYCLE_COMMANDS,
  'sales-agent': LIFECYCLE_COMMANDS,
} as const satisfies Readonly<Record<Role, readonly LifecycleCommandType[]>>;

/** One role that has it and is not denied it is enough. */
export function mayGive(policy: Policy, person: Person, command: LifecycleCommandType): boolean {
  return knownRoles(person).some(
    (role) => ROLE_MATRIX[role].includes(command) && !(policy.denied[role] ?? []).includes(command),
  );
}

/** G-1: nobody without one of the roles sees a customer's data. */
export function mayRead(person: Person): boolean {
  return knownRoles(person).length > 0;
}

function knownRoles({ roles }: Person): readonly Role[] {
  return ROLES.filter((role) => roles.includes(role));
}
