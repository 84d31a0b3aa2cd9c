import { click } from '../application/click.ts';
import type { ClickAction, ClickOutcome } from '../application/outcomes.ts';
import { operation as operationOf } from '../application/query.ts';
import type { Operation } from '../domain/operation/operation.ts';
import type { View } from '../views/view.ts';
import { pendingOf, quantityOf } from './alternatives.ts';
import { shown } from './context.ts';
import { notAllowedView, proposeCommand, proposeOn, unknownOperation } from './outcomes.ts';
import { ofOperation, operationView, termsChangedView } from './present.ts';
import { putBack } from './puttingBack.ts';
import { historyOfOne } from './read.ts';
import { type Answer, actorOf, type Talk } from './turn.ts';

export interface Clicked {
  readonly action: string;
  readonly on: string;
  readonly inputs: Readonly<Record<string, string>>;
}

const DECIDING: readonly string[] = [
  'confirm',
  'keep',
  'approve',
  'decline',
  'withdraw',
] satisfies readonly ClickAction[];

/** A click on an operation's card: it decides, reads, or begins something new on its subscription. */
export async function clickOn(talk: Talk, clicked: Clicked): Promise<Answer> {
  if (DECIDING.includes(clicked.action))
    return decide(talk, { ...clicked, action: clicked.action as ClickAction });
  const operation = await operationOf(talk.desk, clicked.on);
  if (!operation) return { view: unknownOperation(clicked.on) };
  return besides(talk, clicked.action, operation);
}

async function decide(
  talk: Talk,
  { action, on, inputs }: Clicked & { readonly action: ClickAction },
): Promise<Answer> {
  const outcome = await click(talk.desk, actorOf(talk.turn), { operation: on, action, inputs });
  if (outcome.kind !== 'unknown-operation' && outcome.operation)
    await shown(talk, outcome.operation.snapshot.subscription.id);
  return outcomeAnswer(talk, outcome, on);
}

/** F-85: what the first check that failed, or the change itself, is shown as. */
async function outcomeAnswer({ desk, turn }: Talk, outcome: ClickOutcome, on: string): Promise<Answer> {
  switch (outcome.kind) {
    case 'unknown-operation':
      return { view: unknownOperation(on) };
    case 'not-allowed':
      return { view: notAllowedView(outcome.who, 'not-yours') };
    case 'already-decided': {
      const shared = await ofOperation(desk, outcome.operation, turn.person);
      return { view: { view: 'already-decided', ...shared, actions: [] }, replaces: true };
    }
    case 'wrong-input':
      return {
        view: await operationView(desk, outcome.operation, turn.person, { errors: outcome.errors }),
        replaces: true,
      };
    case 'terms-changed': {
      const { operation } = outcome;
      const waits = operation.state === 'awaiting-confirmation' && turn.person;
      const view = waits
        ? await termsChangedView(desk, operation, turn.person)
        : await operationView(desk, operation, turn.person);
      return { view, replaces: true };
    }
    case 'settled':
      return { view: await settledView(desk, outcome.operation, turn.person), replaces: true };
    default:
      return { view: await operationView(desk, outcome.operation, turn.person), replaces: true };
  }
}

/** F-87: kept or withdrawn by the requester is "nothing has changed". */
async function settledView(
  desk: Talk['desk'],
  operation: Operation,
  person: Talk['turn']['person'],
): Promise<View> {
  const { because } = operation;
  if (operation.state !== 'withdrawn' || (because !== 'kept' && because !== 'withdrawn'))
    return operationView(desk, operation, person);
  const { people, on, command } = await ofOperation(desk, operation, person);
  return { view: 'nothing-changed', because, suggestions: [], operation, people, on, command, actions: [] };
}

/** What stands beside the decision: again, instead, undo, history (F-89). */
async function besides(talk: Talk, action: string, operation: Operation): Promise<Answer> {
  const { id } = operation.snapshot.subscription;
  if (action === 'history') return { view: await historyOfOne(talk, id) };
  if (action === 'prepare-again') return { view: await proposeCommand(talk, id, operation), replaces: true };
  const lost = action === 'schedule-change' ? await putBack(talk.desk, operation) : null;
  if (lost) return { view: await proposeCommand(talk, id, { command: lost, presentation: 'plain' }) };
  const pending = pendingOf(action, quantityOf(operation.command).quantity);
  if (pending) return { view: await proposeOn(talk, id, pending) };
  return {
    view: {
      view: 'not-understood',
      because: 'unknown-action',
      words: action,
      suggestions: [],
      candidates: [],
      actions: [],
    },
  };
}
