import { isClockWork } from '../domain/operation/clockWork.ts';
import { inputProblems } from '../domain/operation/inputs.ts';
import type { Operation } from '../domain/operation/operation.ts';
import { asSeen, isExpired } from '../domain/operation/states.ts';
import type { Desk } from '../ports/desk.ts';
import { hasRole, recordNotAllowed } from './authorise.ts';
import type { Clicked } from './clicked.ts';
import { declinePrompt, withdrawPrompt } from './endings.ts';
import { goAhead } from './goAhead.ts';
import type { Actor, ClickAction, ClickOutcome, ClickRequest } from './outcomes.ts';
import { overtaken } from './overtaken.ts';
import { successorOf } from './successor.ts';
import { mayClick, whoMay } from './whoClicks.ts';

/** In which state an action is taken; `withdraw` until `queued` (F-87). */
const TAKEN_IN = {
  confirm: ['awaiting-confirmation'],
  keep: ['awaiting-confirmation'],
  approve: ['awaiting-approval'],
  decline: ['awaiting-approval'],
  withdraw: ['awaiting-confirmation', 'awaiting-approval'],
} as const satisfies Readonly<Record<ClickAction, readonly Operation['state'][]>>;

/** A click on a prompt: the checks in the order of F-85, the first that fails answers; steps 2 and 3 of protocol.md. */
export async function click(desk: Desk, actor: Actor, request: ClickRequest): Promise<ClickOutcome> {
  const person = actor.person && (await desk.directory.person(actor.person.id));
  if (!hasRole(person)) return withoutRole(desk, actor);
  const operation = await desk.operations.get(request.operation);
  if (!operation || operation.state === 'draft' || isClockWork(operation.reference))
    return { kind: 'unknown-operation' };
  const clicked = { desk, actor: { ...actor, person }, request, operation, now: desk.clock.now() };
  return (
    (await notTheirs(clicked)) ?? (await tooLate(clicked)) ?? wrongInput(clicked) ?? (await act(clicked))
  );
}

/** F-97: the same whether or not it exists. */
async function withoutRole(desk: Desk, actor: Actor): Promise<ClickOutcome> {
  await recordNotAllowed(desk, actor, {});
  return { kind: 'not-allowed', who: {}, operation: null };
}

async function notTheirs(clicked: Clicked): Promise<ClickOutcome | null> {
  if (mayClick(clicked)) return null;
  const { desk, actor, operation } = clicked;
  const { command, reference, snapshot } = operation;
  const about = {
    command: command.type,
    operation: reference,
    subscription: snapshot.subscription.reference,
  };
  await recordNotAllowed(desk, actor, about);
  return { kind: 'not-allowed', who: whoMay(operation, await desk.directory.people()), operation };
}

async function tooLate({ desk, request, operation, now }: Clicked): Promise<ClickOutcome | null> {
  if (isExpired(operation, now)) return { kind: 'expired', operation: asSeen(operation, now) };
  const taken: readonly Operation['state'][] = TAKEN_IN[request.action];
  if (taken.includes(operation.state)) return null;
  const successor = await successorOf(desk, operation);
  if (successor) return { kind: 'terms-changed', operation: successor, previous: operation };
  return { kind: 'already-decided', operation };
}

function wrongInput({ request, operation }: Clicked): ClickOutcome | null {
  const errors = inputProblems(operation, request.action, request.inputs);
  return errors.length === 0 ? null : { kind: 'wrong-input', operation, errors };
}

async function act(clicked: Clicked): Promise<ClickOutcome> {
  const { desk, actor, request, operation, now: at } = clicked;
  switch (request.action) {
    case 'confirm':
    case 'approve':
      return goAhead(clicked);
    case 'keep':
      return ended(clicked, await withdrawPrompt(desk, operation, { because: 'kept', at, by: actor }));
    case 'withdraw':
      return ended(clicked, await withdrawPrompt(desk, operation, { because: 'withdrawn', at, by: actor }));
    case 'decline': {
      const comment = request.inputs['comment']?.trim() ?? '';
      return ended(clicked, await declinePrompt(desk, operation, { by: actor, at, comment }));
    }
  }
}

async function ended(clicked: Clicked, operation: Operation | null): Promise<ClickOutcome> {
  return operation ? { kind: 'settled', operation } : overtaken(clicked.desk, clicked.operation);
}
