import type { AuditEvent } from '../domain/event.ts';
import type { Person } from '../domain/person.ts';
import { mayGive } from '../domain/policies/roles.ts';
import type { LifecycleCommandType } from '../domain/subscription/command.ts';
import type { Desk } from '../ports/desk.ts';
import { byActor } from './events.ts';
import type { Actor, WhoMay } from './outcomes.ts';

/**
 * Whether the actor may give the command at all, asked before anything is looked up (F-97).
 * Null: allowed. Otherwise who may, and the attempt stands in the audit trail.
 */
export async function notAllowed(
  desk: Desk,
  actor: Actor,
  command: LifecycleCommandType,
): Promise<WhoMay | null> {
  if (actor.person && mayGive(desk.policy, actor.person, command)) return null;
  await recordNotAllowed(desk, actor, { command });
  if (!hasRole(actor.person)) return {};
  const people = await desk.directory.people();
  return { approvers: people.filter((person) => mayGive(desk.policy, person, command)) };
}

/** G-1: without one of the roles nobody sees or does anything. */
export function hasRole(person: Person | null): person is Person {
  return person !== null && person.roles.length > 0;
}

/** A refused attempt is an event too; it changes nothing, so its id is drawn. */
export async function recordNotAllowed(desk: Desk, actor: Actor, about: Partial<AuditEvent>): Promise<void> {
  const event = { id: desk.ids.unique(), at: desk.clock.now(), what: 'not-allowed', rules: ['G-1'] } as const;
  await desk.audit.append([{ ...event, ...byActor(actor), ...about }]);
}
