import type { Instant } from '../domain/instant.ts';
import { isClockWork } from '../domain/operation/clockWork.ts';
import type { Operation } from '../domain/operation/operation.ts';
import { isExpired, isFinal } from '../domain/operation/states.ts';
import type { Desk } from '../ports/desk.ts';
import type { StoredSubscription } from '../ports/subscriptions.ts';
import { expirePrompt, releaseHolds, withdrawPrompt } from './endings.ts';

/** Somebody's draft becomes a prompt within a few writes; one that does not was left by a crash. */
const DRAFT_PATIENCE = 10;
const DRAFT_PAUSE = 20;
const CLOCK_PAUSE = 200;

type Asker = Pick<Operation, 'requester' | 'reference'>;

/** The operation for whose sake `asker` cannot have these subscriptions (G-5, F-81), or null. */
export async function conflictOn(
  desk: Desk,
  rows: readonly StoredSubscription[],
  asker: Asker,
  now: Instant,
): Promise<Operation | null> {
  for (const row of rows) {
    const holder = await otherHolder(desk, row, asker);
    if (holder && isInTheWay(holder, asker, now)) return holder;
  }
  return null;
}

/** Takes one subscription for a draft: `moved` when it changed meanwhile, or the operation that has it. */
export async function takeHold(
  desk: Desk,
  row: StoredSubscription,
  draft: Asker,
  now: Instant,
): Promise<'held' | 'moved' | Operation> {
  const { subscription, version, hold } = row;
  if (hold && isClockWork(hold.operation)) return afterClock(desk, subscription.id, hold.operation);
  const holder = await otherHolder(desk, row, draft);
  if (holder && isInTheWay(holder, draft, now)) return holder;
  if (holder && !isFinal(holder)) {
    await endPrompt(desk, holder, now);
    return 'moved';
  }
  const held = await desk.subscriptions.hold(
    subscription.id,
    version,
    draft.reference,
    hold?.operation ?? null,
  );
  return held ? 'held' : 'moved';
}

/** The clock's own operation keeps nobody off: its work is done, or waited for a moment, and then looked at again. */
async function afterClock(desk: Desk, subscriptionId: string, reference: string): Promise<'moved'> {
  await desk.provider.carryOn(reference);
  const present = await desk.operations.get(reference);
  if (!present || isFinal(present)) await desk.subscriptions.release(subscriptionId, reference);
  else await desk.machine.sleep(CLOCK_PAUSE);
  return 'moved';
}

/** Whoever has it, or has lent it to the clock; the clock itself is in nobody's way. */
async function otherHolder(
  desk: Desk,
  { hold }: StoredSubscription,
  asker: Asker,
): Promise<Operation | null> {
  const holder = hold?.lent ?? hold?.operation ?? asker.reference;
  return holder === asker.reference || isClockWork(holder) ? null : desk.operations.get(holder);
}

/** The requester's own unanswered prompt gives way, and a draft is none yet; past the click their own stands too. */
function isInTheWay(holder: Operation, asker: Asker, now: Instant): boolean {
  if (holder.state === 'draft' || isFinal(holder) || isExpired(holder, now)) return false;
  return !(holder.state === 'awaiting-confirmation' && holder.requester === asker.requester);
}

async function endPrompt(desk: Desk, holder: Operation, now: Instant): Promise<void> {
  if (holder.state === 'draft') return outwaitDraft(desk, holder);
  if (isExpired(holder, now)) await expirePrompt(desk, holder, now);
  else await withdrawPrompt(desk, holder, { because: 'replaced', at: now, by: null });
}

/** A draft is never waited out to its expiry: its proposer finds it gone and starts again. */
export async function outwaitDraft(desk: Desk, draft: Operation): Promise<void> {
  for (let tries = 0; tries < DRAFT_PATIENCE; tries += 1) {
    await desk.machine.sleep(DRAFT_PAUSE);
    const present = await desk.operations.get(draft.reference);
    if (present?.state !== 'draft') return;
  }
  if (await desk.operations.discard(draft.reference)) await releaseHolds(desk, draft);
}
