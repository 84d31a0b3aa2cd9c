import { promptExpiry } from '../domain/operation/expiry.ts';
import {
  type Operation,
  type Presentation,
  type Snapshot,
  type Tier,
  UNWORKED,
} from '../domain/operation/operation.ts';
import type { Person, Role } from '../domain/person.ts';
import type { LifecycleCommand } from '../domain/subscription/command.ts';
import type { Accepted } from '../domain/subscription/decision.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';
import { changeAsMine, releaseHolds } from './endings.ts';
import { byActor, operationEvent } from './events.ts';
import { takeHold } from './holds.ts';
import type { Actor } from './outcomes.ts';
import { snapshotOf } from './readings.ts';

/** An accepted decision on its way to a prompt. */
export interface Proposal {
  /** Who will be asked to confirm; their place and language are the card's. */
  readonly actor: Actor & { readonly person: Person };
  readonly command: LifecycleCommand;
  readonly presentation: Presentation;
  readonly reading: Reading;
  readonly decision: Accepted;
  readonly tier: Tier;
  readonly approvers: readonly Role[] | null;
  readonly reference: string | null;
  readonly replaces: string | null;
}

/** The prompt, the operation that is in the way, or `moved`: read and decide again. */
export type Prompted = { readonly prompt: Operation } | { readonly conflict: Operation } | 'moved';

/** Step 1 of protocol.md: draft, holds in ascending order, then `awaiting-confirmation` with its event. */
export async function promptFor(desk: Desk, proposal: Proposal): Promise<Prompted> {
  const draft = await insertDraft(desk, proposal);
  if (!draft) return 'moved';
  const stopped = await holdSubjects(desk, draft, proposal.reading);
  if (stopped) {
    await abandon(desk, draft);
    return stopped === 'moved' ? 'moved' : { conflict: stopped };
  }
  const prompt = await openPrompt(desk, draft, proposal.actor);
  if (prompt) return { prompt };
  await abandon(desk, draft);
  return 'moved';
}

/** Every subscription that the decision changes, ascending: the order in which holds are taken. */
export function subjectsOf(subscriptionId: string, decision: Accepted): readonly string[] {
  const others = [...(decision.lost.addOns ?? []), decision.target?.subscriptionId ?? null];
  return [...new Set([subscriptionId, ...others.filter((id) => id !== null)])].sort();
}

function draftOf(proposal: Proposal, snapshot: Snapshot, minutes: number): Omit<Operation, 'reference'> {
  const { actor, command, presentation, reading, decision, tier, approvers, replaces } = proposal;
  const now = reading.asOf;
  return {
    state: 'draft',
    rev: 0,
    requester: actor.person.id,
    subjects: subjectsOf(reading.subscription.id, decision),
    command,
    presentation,
    tier,
    approvers,
    decision,
    snapshot,
    language: actor.language,
    place: actor.place,
    createdAt: now,
    expiresAt: promptExpiry({ now, minutes, decision, nextDue: reading.nextDue }),
    at: null,
    replaces,
    ...UNWORKED,
  };
}

/**
 * Drawn at random; after three clashes with one character more (architecture.md, "Growth"). A successor's reference
 * stands in its predecessor: a clash means that somebody else has just inserted it (null).
 */
async function insertDraft(desk: Desk, proposal: Proposal): Promise<Operation | null> {
  const { reference: given, replaces } = proposal;
  const snapshot = await snapshotOf(desk, proposal.reading, proposal.decision);
  const draft = draftOf(proposal, snapshot, desk.policy.prompts.requesterMinutes);
  for (let clashes = 0; ; clashes += 1) {
    const reference = (clashes === 0 && given) || desk.ids.operationReference(Math.floor(clashes / 3));
    if (await desk.operations.insert({ ...draft, reference }, draft.expiresAt))
      return { ...draft, reference };
    if (replaces !== null) return null;
  }
}

async function holdSubjects(
  desk: Desk,
  draft: Operation,
  { rows, asOf }: Reading,
): Promise<'moved' | Operation | null> {
  for (const subject of draft.subjects) {
    const row = rows.find(({ subscription }) => subscription.id === subject);
    const taken = row ? await takeHold(desk, row, draft, asOf) : 'moved';
    if (taken !== 'held') return taken;
  }
  return null;
}

async function openPrompt(desk: Desk, draft: Operation, actor: Proposal['actor']): Promise<Operation | null> {
  const { reference, createdAt: at, expiresAt } = draft;
  const attempt = desk.ids.unique();
  const steps = [{ what: 'proposed', person: actor.person.id, at } as const];
  const event = operationEvent(draft, { what: 'proposed', at, ...byActor(actor) });
  return changeAsMine(desk, reference, attempt, () =>
    desk.operations.change(
      reference,
      { states: ['draft'] },
      { state: 'awaiting-confirmation', attempt, steps },
      event,
      expiresAt,
    ),
  );
}

async function abandon(desk: Desk, draft: Operation): Promise<void> {
  await releaseHolds(desk, draft);
  await desk.operations.discard(draft.reference);
}
