import {
  approversOf,
  historyOf,
  operation as operationOf,
  people as peopleOf,
} from '../application/query.ts';
import { inputsOf } from '../domain/operation/inputs.ts';
import type { Operation } from '../domain/operation/operation.ts';
import type { Language, Person } from '../domain/person.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';
import type { ActionSpec, People, View } from '../views/view.ts';
import { acceptedNow } from './alternatives.ts';
import type { Reply } from './inbound.ts';
import { button } from './memory.ts';
import { putBack, stillGone } from './puttingBack.ts';
import { readerOf } from './turn.ts';

type Errors = readonly { readonly input: string; readonly code: 'required' | 'wrong' }[];

/** What is known beside the operation: what was typed wrongly, what was decided upon just now. */
interface Beside {
  readonly errors?: Errors;
  readonly reading?: Reading | null;
}

/** What stands on every card of an operation. */
interface OfOperation {
  readonly operation: Operation;
  readonly people: People;
  readonly approvers: readonly Person[];
  readonly on: string;
  readonly command: string;
}

/** The present state of an operation for somebody (null: everybody in the channel), as a reply; null if there is none. */
export async function presentOperation(
  desk: Desk,
  reference: string,
  reader: { readonly person: Person | null; readonly language: Language; readonly timeZone: string },
): Promise<Reply | null> {
  const operation = await operationOf(desk, reference);
  if (!operation) return null;
  const view = await operationView(desk, operation, reader.person);
  const read = readerOf(desk, reader.person, reader.language, reader.timeZone);
  return { view, reader: read, correlation: desk.ids.unique(), audience: 'everyone', replaces: true };
}

/** The view of an operation in its state, for who looks at it (conversation.md, "Who may click"). */
export async function operationView(
  desk: Desk,
  operation: Operation,
  person: Person | null,
  { errors, reading = null }: Beside = {},
): Promise<View> {
  const shared = { ...(await ofOperation(desk, operation, person)), ...(errors && { errors }) };
  const mine = person?.id === operation.requester;
  switch (operation.state) {
    case 'awaiting-confirmation':
      return mine ? promptView(desk, shared, reading) : { view: 'operation', ...shared, actions: [] };
    case 'awaiting-approval':
      if (shared.approvers.some(({ id }) => id === person?.id))
        return { view: 'approval', ...shared, actions: approvalActions(operation) };
      return { view: 'operation', ...shared, actions: mine ? [button('withdraw')] : [] };
    case 'done':
      return receiptView(desk, shared);
    case 'expired':
      return { view: 'expired', ...shared, actions: [button('prepare-again')] };
    case 'failed':
      return failedView(operation, shared);
    default:
      return { view: 'operation', ...shared, actions: [] };
  }
}

/** `reader`: read in this turn already, and mostly the one who is named. */
export async function ofOperation(
  desk: Desk,
  operation: Operation,
  reader: Person | null,
): Promise<OfOperation> {
  const waits = operation.state === 'awaiting-approval';
  const approvers = waits ? await approversOf(desk, operation) : [];
  const ids = [operation.requester, ...operation.steps.map(({ person }) => person)];
  const people = await peopleOf(desk, ids, reader);
  return { operation, people, approvers, on: operation.reference, command: operation.command.type };
}

/** F-85: what came of other terms is shown beside what was agreed to. */
async function promptView(desk: Desk, shared: OfOperation, reading: Reading | null): Promise<View> {
  const { operation } = shared;
  const actions = await confirmActions(desk, operation, reading);
  const previous = operation.replaces === null ? null : await desk.operations.get(operation.replaces);
  if (previous?.because !== 'terms-changed') return { view: 'confirm', ...shared, actions };
  const changedBy = await changedSince(desk, previous);
  return { view: 'terms-changed', ...shared, actions, previous, changedBy };
}

/** What a click on other terms is answered with (F-85); an approver reads it, the requester confirms it. */
export async function termsChangedView(desk: Desk, operation: Operation, person: Person): Promise<View> {
  const view = await promptView(desk, await ofOperation(desk, operation, person), null);
  return person.id === operation.requester ? view : { ...view, actions: [] };
}

const EVENTS_LOOKED_AT = 20;

async function changedSince(desk: Desk, { createdAt, snapshot }: Operation) {
  const events = await historyOf(desk, snapshot.subscription.reference, EVENTS_LOOKED_AT);
  return events.filter(({ at, after }) => after !== undefined && at >= createdAt);
}

/** `confirm`, `keep`, then what could be done instead (F-89). */
async function confirmActions(
  desk: Desk,
  operation: Operation,
  reading: Reading | null,
): Promise<readonly ActionSpec[]> {
  const { subscription } = operation.snapshot;
  const offered = await acceptedNow(desk, subscription, insteadOf(operation), reading);
  return [{ id: 'confirm', inputs: inputsOf(operation, 'confirm') }, button('keep'), ...offered.map(button)];
}

const INSTEAD = ['auto-renew-off', 'pause', 'schedule-fewer-licences'];

/** What leaves more of it; a cancellation at the renewal is auto-renew off already, and keeps its own gate. */
function insteadOf({ command, decision }: Operation): readonly string[] {
  return command.type === 'cancel' && !decision.reversible ? INSTEAD : [];
}

function approvalActions(operation: Operation): readonly ActionSpec[] {
  return [button('approve'), { id: 'decline', inputs: inputsOf(operation, 'decline') }];
}

/** With what an upgrade made, as it was inserted, and what is still to be put back. */
async function receiptView(desk: Desk, shared: OfOperation): Promise<View> {
  const { operation } = shared;
  const made = operation.plan?.find(({ creates }) => creates !== undefined)?.subscription;
  const created = made === undefined ? null : await desk.subscriptions.get(made);
  const gone = await stillGone(desk, operation);
  return {
    view: 'receipt',
    ...shared,
    ...(created && { created: created.subscription }),
    ...(gone && { gone }),
    actions: await receiptActions(desk, operation),
  };
}

/** How to undo it, where it can be undone now; and what happened. */
async function receiptActions(desk: Desk, operation: Operation): Promise<readonly ActionSpec[]> {
  const { type } = operation.command;
  const undo = await acceptedNow(
    desk,
    operation.snapshot.subscription,
    UNDO[type] ?? (isOff(operation) ? ['auto-renew-on'] : []),
  );
  // P-4: a scheduled change that is gone is offered back once it can be had.
  const again = (await putBack(desk, operation)) ? ['schedule-change'] : [];
  return [...undo, ...again, 'history'].map(button);
}

const UNDO: Readonly<Partial<Record<Operation['command']['type'], readonly string[]>>> = {
  pause: ['resume'],
  resume: ['auto-renew-on'],
  suspend: ['reactivate'],
  cancel: ['auto-renew-on'],
  'schedule-change': ['remove-scheduled-change'],
  upgrade: ['remove-scheduled-change'],
};

function isOff({ command }: Operation): boolean {
  return command.type === 'set-auto-renew' && !command.enabled;
}

/** A failed one says why, and is found in the log by its reference: what the service answered, or that it could not be done. */
function failedView(operation: Operation, { on, command }: OfOperation): View {
  const { result } = operation;
  const shared = { on, command, operation, actions: [button('prepare-again')] };
  if (result?.outcome === 'failed' && result.why === 'refused') {
    const { decision } = result;
    const { snapshot, presentation } = operation;
    return { view: 'refused', ...shared, snapshot, presentation, decision, code: decision.code };
  }
  return { view: 'failure', ...shared, correlation: operation.reference, why: 'defect' };
}
