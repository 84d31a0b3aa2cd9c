import type { AuditEvent } from '../event.ts';
import type { Subscription } from '../subscription/subscription.ts';
import type { Operation, PlannedStep } from './operation.ts';

/** The event of an effect on one subscription: committed with it, numbered by the version that it makes. */
export function executedEvent(operation: Operation, before: Subscription, step: PlannedStep): AuditEvent {
  const { command, decision, reference, requester, createdAt } = operation;
  return {
    id: `${step.subscription}/${step.version + 1}`,
    at: operation.at ?? createdAt,
    what: 'executed',
    command: command.type,
    operation: reference,
    subscription: before.reference,
    person: requester,
    ...(command.reason && { reason: command.reason }),
    ...(command.reasonText && { reasonText: command.reasonText }),
    rules: decision.rules,
    before: valuesBefore(before, step.after),
    after: step.after,
  };
}

/** The same keys as `after`, as they were. */
export function valuesBefore(before: Subscription, after: Partial<Subscription>): Partial<Subscription> {
  const keys = Object.keys(after) as (keyof Subscription)[];
  return Object.fromEntries(keys.map((key) => [key, before[key] ?? null]));
}
