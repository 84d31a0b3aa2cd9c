import { mayRead } from '../domain/policies/roles.ts';
import { targetOf } from '../domain/subscription/command.ts';
import type { Desk } from '../ports/desk.ts';
import type { Actor, PreviewOutcome, ProposeRequest } from './outcomes.ts';
import { decisionOn, snapshotOf } from './readings.ts';

/** What a command would do now: nothing is stored, and no event is written (F-91). */
export async function preview(desk: Desk, actor: Actor, request: ProposeRequest): Promise<PreviewOutcome> {
  if (!actor.person || !mayRead(actor.person)) return { kind: 'not-allowed', who: {} };
  const reading = await desk.provider.read(
    request.subscriptionId,
    desk.clock.now(),
    targetOf(request.command),
  );
  if (!reading) return { kind: 'not-found' };
  const decision = decisionOn(desk, reading, request.command);
  const snapshot = await snapshotOf(desk, reading, decision);
  if (decision.outcome === 'refused') return { kind: 'refused', decision, snapshot };
  return { kind: 'preview', decision, snapshot, presentation: request.presentation };
}
