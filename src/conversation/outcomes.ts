import type { ProposeOutcome, WhoMay } from '../application/outcomes.ts';
import { propose } from '../application/propose.ts';
import { facts, operation as operationOf, people as peopleOf } from '../application/query.ts';
import type { Presentation, Snapshot } from '../domain/operation/operation.ts';
import type { Decision, Refused } from '../domain/subscription/decision.ts';
import type { View } from '../views/view.ts';
import { acceptedOf, commandOf, commandsOf, pendingOf } from './alternatives.ts';
import { shown } from './context.ts';
import { button, type Pending, remember } from './memory.ts';
import { ofOperation, operationView } from './present.ts';
import { actorOf, type Talk } from './turn.ts';

/** Asks the lifecycle service for a prompt on one subscription, and shows what it says. */
export async function proposeOn(talk: Talk, subscriptionId: string, pending: Pending): Promise<View> {
  const asked = commandOf(pending);
  if (!asked) throw new Error(`${pending.intent} is no command of the lifecycle service`);
  const reference = talk.reference === null ? {} : { reference: talk.reference };
  const outcome = await propose(talk.desk, actorOf(talk.turn), { subscriptionId, ...asked, ...reference });
  await shown(talk, subscriptionId);
  return proposedView(talk, outcome, asked.presentation, asked.command.type);
}

async function proposedView(
  talk: Talk,
  outcome: ProposeOutcome,
  presentation: Presentation,
  command: string,
): Promise<View> {
  const { desk, turn } = talk;
  switch (outcome.kind) {
    case 'prompt':
      return operationView(desk, outcome.operation, turn.person, { reading: outcome.reading });
    case 'refused':
      return refusedView(talk, outcome, presentation);
    case 'no-approver': {
      const { snapshot } = outcome;
      return {
        view: 'refused',
        snapshot,
        presentation,
        decision: null,
        code: 'no-approver',
        command,
        actions: [],
      };
    }
    case 'conflict':
      return conflictView(talk, outcome, command);
    case 'not-allowed':
      return notAllowedView(outcome.who, 'role');
    case 'not-found':
      return {
        view: 'not-understood',
        because: 'not-found',
        words: '',
        suggestions: [],
        candidates: [],
        actions: [],
      };
  }
}

/** What the service refuses, with what would be accepted now instead (F-26). */
export async function refusedView(
  talk: Talk,
  { decision, snapshot }: { readonly decision: Refused; readonly snapshot: Snapshot },
  presentation: Presentation,
): Promise<View> {
  const offered = decision.alternatives.filter((word) => pendingOf(word));
  const on = await remember(talk, { kind: 'about', subscription: snapshot.subscription.id }, 'anyone');
  const { code, command } = decision;
  return {
    view: 'refused',
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

const OFFERED_ON_SHOW = [
  'resume',
  'reactivate',
  'auto-renew-off',
  'auto-renew-on',
  'pause',
  'suspend',
  'cancel',
];
/** A Teams card holds six buttons (design 2.8). */
const MOST_OFFERED = 5;

/** One subscription with everything due applied (F-92), and what could be done with it now. */
export async function subscriptionView(talk: Talk, subscriptionId: string): Promise<View | null> {
  const { desk } = talk;
  const asked = commandsOf(OFFERED_ON_SHOW);
  const found = await facts(desk, subscriptionId, [
    { type: 'cancel' },
    ...asked.map(({ command }) => command),
  ]);
  const [cancel, ...decisions] = found?.decisions ?? [];
  if (!found || !cancel) return null;
  const { subscription } = found.snapshot;
  const offered = acceptedOf(asked, decisions);
  const on = await remember(talk, { kind: 'about', subscription: subscription.id }, 'anyone');
  await shown(talk, subscription.id);
  const actions = ['history', ...offered.slice(0, MOST_OFFERED)].map(button);
  return {
    view: 'subscription',
    on,
    snapshot: found.snapshot,
    openOperation: found.openOperation,
    cancel: cancel satisfies Decision,
    actions,
  };
}

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
