import type { AuditEvent } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Operation, OperationResult, OperationState, Step } from '../domain/operation/operation.ts';
import type { Desk } from '../ports/desk.ts';
import type { OperationChange } from '../ports/operations.ts';
import { byActor, operationEvent } from './events.ts';
import type { Actor } from './outcomes.ts';

/** Lets go of every subscription that the operation still holds (protocol.md, step 10). */
export async function releaseHolds(desk: Desk, { reference, subjects }: Operation): Promise<void> {
  for (const subject of subjects) await desk.subscriptions.release(subject, reference);
}

/** Past its time: the event carries the instant at which it expired, however late this runs. Null: not so any more. */
export async function expirePrompt(
  desk: Desk,
  operation: Operation,
  now: Instant,
): Promise<Operation | null> {
  const event = operationEvent(operation, { what: 'expired', at: operation.expiresAt });
  const when = { states: [operation.state], expiredAt: now };
  const expired = await desk.operations.change(operation.reference, when, { state: 'expired' }, event, null);
  if (expired) await releaseHolds(desk, expired);
  return expired;
}

export interface Withdrawal {
  readonly because: 'kept' | 'withdrawn' | 'replaced' | 'terms-changed';
  readonly at: Instant;
  /** Whose click it was; null where their new command did it. */
  readonly by: Actor | null;
  /** The successor's reference, drawn in the same compare-and-set, and the command that it repeats. */
  readonly replacement?: Required<Pick<OperationChange, 'replacedBy' | 'command'>>;
}

/** Ends a prompt without an effect; null when it was no longer in the state that was read, or past its time. */
export async function withdrawPrompt(
  desk: Desk,
  operation: Operation,
  { because, at, by, replacement }: Withdrawal,
): Promise<Operation | null> {
  const who = by ? byActor(by) : { person: operation.requester };
  const person = by?.person?.id ?? operation.requester;
  const steps = [...operation.steps, { what: 'withdrawn', person, at } as const];
  return endByPerson(desk, operation, {
    change: { state: 'withdrawn', because, steps, ...replacement },
    event: operationEvent(operation, { what: 'withdrawn', at, because, ...who }),
    now: at,
  });
}

/** An approver says no. */
export async function declinePrompt(
  desk: Desk,
  operation: Operation,
  { by, at, comment }: { readonly by: Actor; readonly at: Instant; readonly comment: string },
): Promise<Operation | null> {
  const step: Step = { what: 'declined', person: by.person?.id ?? '', at, comment };
  return endByPerson(desk, operation, {
    change: { state: 'declined', steps: [...operation.steps, step] },
    event: operationEvent(operation, { what: 'declined', at, comment, ...byActor(by) }),
    now: at,
  });
}

/** The click was taken, but the service says no now: `failed`, and nothing changed. */
export async function failPrompt(
  desk: Desk,
  operation: Operation,
  result: Failure,
  by: Actor,
  now: Instant,
): Promise<Operation | null> {
  return endByPerson(desk, operation, {
    change: { state: 'failed', result },
    event: operationEvent(operation, { what: 'failed', at: result.at, ...failure(result), ...byActor(by) }),
    now,
  });
}

export type Failure = OperationResult & { readonly outcome: 'failed' };

/** What the trail says of a failure: the refusal's code and rules, or why. */
export function failure(result: Failure): Partial<AuditEvent> {
  if (result.why !== 'refused') return { because: result.why };
  return { because: 'refused', code: result.decision.code, rules: result.decision.rules };
}

interface Ending {
  readonly change: OperationChange & { readonly state: OperationState };
  readonly event: AuditEvent;
  readonly now: Instant;
}

async function endByPerson(
  desk: Desk,
  operation: Operation,
  { change, event, now }: Ending,
): Promise<Operation | null> {
  const attempt = desk.ids.unique();
  const when = { states: [operation.state], liveAt: now };
  const ended = await changeAsMine(desk, operation.reference, attempt, () =>
    desk.operations.change(operation.reference, when, { ...change, attempt }, event, null),
  );
  if (ended) await releaseHolds(desk, ended);
  return ended;
}

/** A compare-and-set whose answer may be lost: the operation is read again, and *my attempt* means *I won*. */
export async function changeAsMine(
  desk: Desk,
  reference: string,
  attempt: string,
  write: () => Promise<Operation | null>,
): Promise<Operation | null> {
  const changed = await write().catch(async (outage: unknown) => {
    const present = await desk.operations.get(reference);
    if (present?.attempt !== attempt) throw outage;
    return present;
  });
  if (changed) return changed;
  const present = await desk.operations.get(reference);
  return present?.attempt === attempt ? present : null;
}
