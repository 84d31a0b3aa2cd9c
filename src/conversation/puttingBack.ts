import { dryDecision, historyOf } from '../application/query.ts';
import { skusNamed } from '../application/skus.ts';
import type { Operation } from '../domain/operation/operation.ts';
import type { LifecycleCommand } from '../domain/subscription/command.ts';
import { commandsToPutBack } from '../domain/subscription/putBack.ts';
import type { ScheduledChange } from '../domain/subscription/subscription.ts';
import type { Desk } from '../ports/desk.ts';
import type { ViewOf } from '../views/view.ts';

const EVENTS_LOOKED_AT = 20;

/** What schedules again what went with this change, or with the one that it undoes (P-4); null where nothing did, or it cannot be had now (F-26). */
export async function putBack(desk: Desk, operation: Operation): Promise<LifecycleCommand | null> {
  const { subscription } = operation.snapshot;
  const scheduledChange = lostWith(operation) ?? (await lostBefore(desk, operation));
  const [command] = scheduledChange ? commandsToPutBack({ scheduledChange }, subscription) : [];
  const decision = command && (await dryDecision(desk, subscription.id, command));
  return command && decision?.outcome === 'accepted' ? command : null;
}

/** For the receipt of what undoes a pause: what is still not back, by name (P-4). */
export async function stillGone(desk: Desk, operation: Operation): Promise<ViewOf<'receipt'>['gone']> {
  const change = await lostBefore(desk, operation);
  if (!change) return undefined;
  const { subscription } = operation.snapshot;
  const scheduled = { ...subscription, scheduledNextTermInstructions: change };
  return { change, skus: await skusNamed(desk, scheduled, null) };
}

function lostWith({ decision: { before, after } }: Operation): ScheduledChange | null {
  const isGone = after.scheduledNextTermInstructions === null;
  return isGone ? (before.scheduledNextTermInstructions ?? null) : null;
}

/** What the last pause or auto-renew off had deleted, if nothing was scheduled since. */
async function lostBefore(desk: Desk, { command, snapshot }: Operation): Promise<ScheduledChange | null> {
  const undoes = command.type === 'resume' || (command.type === 'set-auto-renew' && command.enabled);
  if (!undoes) return null;
  const events = await historyOf(desk, snapshot.subscription.reference, EVENTS_LOOKED_AT);
  const last = events.findLast(({ after }) => after?.scheduledNextTermInstructions !== undefined);
  const wentWithIt = last?.command === 'pause' || last?.command === 'set-auto-renew';
  return wentWithIt ? (last?.before?.scheduledNextTermInstructions ?? null) : null;
}
