import type { AuditEvent } from '../domain/event.ts';
import { asSeen } from '../domain/operation/states.ts';
import type { Person } from '../domain/person.ts';
import { targetOf } from '../domain/subscription/command.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';
import { notAllowed } from './authorise.ts';
import { byActor, ofCommand } from './events.ts';
import { type Gate, gateFor } from './gate.ts';
import { conflictOn } from './holds.ts';
import type { Actor, ProposeOutcome, ProposeRequest } from './outcomes.ts';
import { promptFor, subjectsOf } from './prompt.ts';
import { snapshotOf } from './readings.ts';

/** A subscription that moves under each attempt is a defect, not a busy day. */
const ROUNDS = 12;

/** A person with a role who asks for something. */
interface Ask {
  readonly desk: Desk;
  readonly actor: Actor & { readonly person: Person };
  readonly request: ProposeRequest;
}

/** Step 1 of protocol.md: from a command to its prompt, or why there is none. Nothing but the trail is written unless accepted. */
export async function propose(desk: Desk, actor: Actor, request: ProposeRequest): Promise<ProposeOutcome> {
  const who = await notAllowed(desk, actor, request.command.type);
  const { person } = actor;
  if (who || !person) return { kind: 'not-allowed', who: who ?? {} };
  const earlier = await askedBefore(desk, person, request);
  if (earlier) return earlier;
  for (let round = 0; round < ROUNDS; round += 1) {
    const outcome = await proposeOnce({ desk, actor: { ...actor, person }, request });
    if (outcome !== 'moved') return outcome;
  }
  throw new Error(`subscription ${request.subscriptionId} moves faster than it can be held`);
}

/** The same message again, after a crash: its reference was drawn by the inbox, so its prompt is found (step 0). */
async function askedBefore(
  desk: Desk,
  person: Person,
  { reference }: ProposeRequest,
): Promise<ProposeOutcome | null> {
  const operation = reference === undefined ? null : await desk.operations.get(reference);
  if (!operation || operation.state === 'draft' || operation.requester !== person.id) return null;
  return { kind: 'prompt', operation: asSeen(operation, desk.clock.now()), reading: null };
}

async function proposeOnce(ask: Ask): Promise<ProposeOutcome | 'moved'> {
  const { desk, actor, request } = ask;
  const reading = await desk.provider.read(
    request.subscriptionId,
    desk.clock.now(),
    targetOf(request.command),
  );
  if (!reading) return { kind: 'not-found' };
  const gate = await gateFor(desk, reading, { ...request, requester: actor.person });
  if (gate.kind !== 'open') return refusedBy(ask, reading, gate);
  const conflict = await conflictAmong(ask, reading, gate);
  if (conflict) return conflict;
  const { command, presentation, reference = null } = request;
  const proposal = { actor, command, presentation, reading, ...gate, reference, replaces: null };
  const prompted = await promptFor(desk, proposal);
  if (prompted === 'moved') return 'moved';
  if ('conflict' in prompted) return conflictWith(ask, reading, prompted.conflict);
  return { kind: 'prompt', operation: prompted.prompt, reading };
}

async function refusedBy(
  ask: Ask,
  reading: Reading,
  gate: Exclude<Gate, { kind: 'open' }>,
): Promise<ProposeOutcome> {
  const snapshot = await snapshotOf(ask.desk, reading);
  const { rules } = gate.decision;
  if (gate.kind === 'refused') {
    await record(ask, reading, { code: gate.decision.code, rules });
    return { kind: 'refused', decision: gate.decision, snapshot };
  }
  await record(ask, reading, { code: 'no-approver', rules });
  return { kind: 'no-approver', decision: gate.decision, snapshot };
}

/** Asked before anything is written, so that a conflict ends nobody's prompt. */
async function conflictAmong(
  ask: Ask,
  reading: Reading,
  gate: Extract<Gate, { kind: 'open' }>,
): Promise<ProposeOutcome | null> {
  const subjects = subjectsOf(reading.subscription.id, gate.decision);
  const rows = reading.rows.filter((row) => subjects.includes(row.subscription.id));
  const asker = { requester: ask.actor.person.id, reference: ask.request.reference ?? '' };
  const holder = await conflictOn(ask.desk, rows, asker, reading.asOf);
  return holder && conflictWith(ask, reading, holder);
}

async function conflictWith(
  ask: Ask,
  reading: Reading,
  operation: ConflictOperation,
): Promise<ProposeOutcome> {
  await record(ask, reading, { code: 'operation-open', rules: ['G-5'] });
  return { kind: 'conflict', operation, snapshot: await snapshotOf(ask.desk, reading) };
}

type ConflictOperation = Extract<ProposeOutcome, { kind: 'conflict' }>['operation'];

/** A refused attempt is an event too (conversation.md, "Audit"); it changes nothing, so its id is drawn. */
async function record(
  { desk, actor, request }: Ask,
  { asOf, subscription }: Reading,
  why: Pick<AuditEvent, 'code' | 'rules'>,
): Promise<void> {
  const event = {
    id: desk.ids.unique(),
    at: asOf,
    what: 'refused',
    subscription: subscription.reference,
  } as const;
  await desk.audit.append([{ ...event, ...ofCommand(request.command), ...byActor(actor), ...why }]);
}
