import type { Instant } from '../domain/instant.ts';
import type { Operation } from '../domain/operation/operation.ts';
import { type LifecycleCommand, targetOf } from '../domain/subscription/command.ts';
import type { Desk } from '../ports/desk.ts';
import { withdrawPrompt } from './endings.ts';
import { gateFor } from './gate.ts';
import { outwaitDraft } from './holds.ts';
import type { Actor } from './outcomes.ts';
import { type Proposal, promptFor } from './prompt.ts';

const ROUNDS = 12;

export interface Superseding {
  /** As clicked: the reason is kept. */
  readonly command: LifecycleCommand;
  readonly by: Actor;
  readonly now: Instant;
}

export interface Superseded {
  readonly previous: Operation;
  /** null: there is nothing to confirm any more. */
  readonly successor: Operation | null;
}

/** Ends a prompt whose terms are others now and asks again; null when somebody else was first (F-85, protocol.md). */
export async function supersede(
  desk: Desk,
  operation: Operation,
  superseding: Superseding,
): Promise<Superseded | null> {
  const { command, by, now: at } = superseding;
  const replacement = { command, replacedBy: await freeReference(desk) };
  const previous = await withdrawPrompt(desk, operation, { because: 'terms-changed', at, by, replacement });
  return previous && { previous, successor: await successorOf(desk, previous) };
}

/** Inserts the successor that a crash left out; null when there is none to insert. */
export async function successorOf(desk: Desk, previous: Operation): Promise<Operation | null> {
  const { replacedBy } = previous;
  if (replacedBy === null) return null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const present = await desk.operations.get(replacedBy);
    if (present && present.state !== 'draft') return null;
    if (present) await outwaitDraft(desk, present);
    const prompted = present ? 'moved' : await promptAgain(desk, previous, replacedBy);
    if (prompted !== 'moved') return prompted;
  }
  throw new Error(`the successor of ${previous.reference} could not be inserted`);
}

async function promptAgain(
  desk: Desk,
  previous: Operation,
  reference: string,
): Promise<Operation | 'moved' | null> {
  const requester = await desk.directory.person(previous.requester);
  const { command, presentation, language, place } = previous;
  const { id } = previous.snapshot.subscription;
  const reading = await desk.provider.read(id, desk.clock.now(), targetOf(command));
  if (!requester || !reading) return null;
  const gate = await gateFor(desk, reading, { requester, command, presentation });
  if (gate.kind !== 'open') return null;
  const actor: Proposal['actor'] = {
    person: requester,
    identity: '',
    place,
    language,
    correlation: previous.reference,
  };
  const proposal = {
    actor,
    command,
    presentation,
    reading,
    ...gate,
    reference,
    replaces: previous.reference,
  };
  const prompted = await promptFor(desk, proposal);
  if (prompted === 'moved') return 'moved';
  return 'prompt' in prompted ? prompted.prompt : null;
}

async function freeReference(desk: Desk): Promise<string> {
  for (let clashes = 0; ; clashes += 1) {
    const reference = desk.ids.operationReference(Math.floor(clashes / 3));
    if (!(await desk.operations.get(reference))) return reference;
  }
}
