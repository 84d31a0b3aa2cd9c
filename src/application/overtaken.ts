import type { Operation } from '../domain/operation/operation.ts';
import { asSeen, isExpired } from '../domain/operation/states.ts';
import type { Desk } from '../ports/desk.ts';
import type { ClickOutcome } from './outcomes.ts';

/** Somebody else's click, or the clock, was first: the present state answers. */
export async function overtaken(desk: Desk, clicked: Operation): Promise<ClickOutcome> {
  const operation = (await desk.operations.get(clicked.reference)) ?? clicked;
  const now = desk.clock.now();
  if (isExpired(operation, now)) return { kind: 'expired', operation: asSeen(operation, now) };
  return { kind: 'already-decided', operation };
}
