import type { AuditEvent, EventWord } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Address, Operation } from '../domain/operation/operation.ts';
import type { LifecycleCommand } from '../domain/subscription/command.ts';
import type { Actor } from './outcomes.ts';

/** Who did it and from where, as the audit trail keeps it. */
export function byActor(actor: Actor): Pick<AuditEvent, 'person' | 'roles' | 'identity' | 'place'> {
  const { person, identity } = actor;
  return { ...(person && { person: person.id, roles: person.roles }), identity, place: placeOf(actor.place) };
}

/** What was asked and why it was asked. */
export function ofCommand({ type, reason, reasonText }: LifecycleCommand): Partial<AuditEvent> {
  return { command: type, ...(reason && { reason }), ...(reasonText && { reasonText }) };
}

export interface OperationEvent extends Partial<AuditEvent> {
  readonly what: EventWord;
  readonly at: Instant;
}

/** An event of the operation's next revision: its id makes it one of a kind (protocol.md, "events"). */
export function operationEvent(operation: Operation, event: OperationEvent): AuditEvent {
  return {
    id: `${operation.reference}/${operation.rev + 1}`,
    ...ofCommand(operation.command),
    operation: operation.reference,
    subscription: operation.snapshot.subscription.reference,
    rules: operation.decision.rules,
    ...event,
  };
}

/** "slack/T1/C1/": a place as the audit trail keeps it. */
export function placeOf({ channel, workspace, conversation, message }: Address): string {
  return [channel, workspace, conversation, message].join('/');
}
