import type { ProposeOutcome, ProposeRequest, WhoMay } from '../application/outcomes.ts';
import { propose } from '../application/propose.ts';
import { operation as operationOf, people as peopleOf } from '../application/query.ts';
import type { Presentation, Snapshot } from '../domain/operation/operation.ts';
import type { LifecycleCommand } from '../domain/subscription/command.ts';
import type { Refused } from '../domain/subscription/decision.ts';
import type { View } from '../views/view.ts';
import { type AskedFor, pendingOf, quantityOf } from './alternatives.ts';
import type { Errors } from './asking.ts';
import { complete } from './completing.ts';
import { shown } from './context.ts';
import { button, type Pending, remember } from './memory.ts';
import { ofOperation, operationView } from './present.ts';
import { actorOf, type Talk } from './turn.ts';

/** What a sentence about one subscription comes to: the form for what it left out, or what the service says. */
export async function proposeOn(
  talk: Talk,
  subscriptionId: string,
  pending: Pending,
  errors?: Errors,
): Promise<View> {
  const completed = await complete(talk, subscriptionId, pending, errors);
  if (completed.kind === 'command') return proposeCommand(talk, subscriptionId, completed);
  await shown(talk, subscriptionId);
  return completed.kind === 'view' ? completed.view : notFound();
}

/** Asks the lifecycle service for a prompt, and shows what it says. */
export async function proposeCommand(
  talk: Talk,
  subscriptionId: string,
  { command, presentation }: AskedFor,
): Promise<View> {
  await shown(talk, subscriptionId);
  const reference = talk.reference === null ? {} : { reference: talk.reference };
  const request = { subscriptionId, command, presentation, ...reference };
  const outcome = await propose(talk.desk, actorOf(talk.turn), request);
  return proposedView(talk, outcome, request);
}

async function proposedView(
  talk: Talk,
  outcome: ProposeOutcome,
  { command, presentation }: ProposeRequest,
): Promise<View> {
  const { desk, turn } = talk;
  switch (outcome.kind) {
    case 'prompt':
      return operationView(desk, outcome.operation, turn.person, { reading: outcome.reading });
    case 'refused':
      return refusedView(talk, outcome, presentation, command);
    case 'no-approver': {
      const { snapshot } = outcome;
      return {
        view: 'refused',
        snapshot,
        presentation,
        decision: null,
        code: 'no-approver',
        command: command.type,
        actions: [],
      };
    }
    case 'conflict':
      return conflictView(talk, outcome, command.type);
    case 'not-allowed':
      return notAllowedView(outcome.who, 'role');
    case 'not-found':
      return notFound();
  }
}

/** A subscription that was there a moment ago. */
export function notFound(): View {
  return {
    view: 'not-understood',
    because: 'not-found',
    words: '',
    suggestions: [],
    candidates: [],
    actions: [],
  };
}

/** What the service refuses, with what would be accepted now instead (F-26). */
export async function refusedView(
  talk: Talk,
  { decision, snapshot }: { readonly decision: Refused; readonly snapshot: Snapshot },
  presentation: Presentation,
  asked: LifecycleCommand,
): Promise<View> {
  const offered = decision.alternatives.filter((word) => pendingOf(word));
  const kept = offered.includes('schedule-fewer-licences') ? quantityOf(asked) : {};
  const about = { kind: 'about', subscription: snapshot.subscription.id, ...kept } as const;
  const on = await remember(talk, about, 'anyone');
  const { code, command } = decision;
  return {
    view: 'refused',
    ...kept,
    on,
    snapshot,
    presentation,
    decision,
    code,
    command,
    actions: offered.map(button),
  };
}

async function conflictView(
  talk: Talk,
  { operation, snapshot }: Extract<ProposeOutcome, { readonly kind: 'conflict' }>,
  command: string,
): Promise<View> {
  const people = await peopleOf(talk.desk, [operation.requester], talk.turn.person);
  const on = await remember(talk, { kind: 'about', subscription: snapshot.subscription.id }, 'anyone');
  return {
    view: 'conflict',
    on,
    code: 'operation-open',
    command,
    snapshot,
    operation,
    people,
    actions: [button('history')],
  };
}

/** A private word about who may. */
export function notAllowedView({ requester, approvers = [] }: WhoMay, why: 'role' | 'not-yours'): View {
  return { view: 'not-allowed', why, mayClick: requester ? [requester] : approvers, actions: [] };
}

/** The same whether or not a thing exists (F-97). */
export const NO_ROLE: View = { view: 'not-allowed', why: 'no-role', mayClick: [], actions: [] };

/** The card of an operation as whoever asks may see it now (a button of a list). */
export async function cardView({ desk, turn }: Talk, reference: string): Promise<View> {
  const operation = await operationOf(desk, reference);
  return operation ? operationView(desk, operation, turn.person) : unknownOperation(reference);
}

/** F-96, F-98: `status OP-…` tells the state; only who may approve gets the card that decides. */
export async function statusView(talk: Talk, reference: string): Promise<View> {
  const { desk, turn } = talk;
  const operation = await operationOf(desk, reference);
  if (!operation) return unknownOperation(reference);
  const card = await operationView(desk, operation, turn.person);
  if (card.view === 'approval') return card;
  const waits = operation.state === 'awaiting-confirmation' || operation.state === 'awaiting-approval';
  const mine = turn.person?.id === operation.requester;
  const actions = waits ? (mine ? [button('withdraw')] : []) : card.actions;
  return { view: 'operation', ...(await ofOperation(desk, operation, turn.person)), actions };
}

export function unknownOperation(words: string): View {
  return {
    view: 'not-understood',
    because: 'unknown-operation',
    words,
    suggestions: [],
    candidates: [],
    actions: [],
  };
}
