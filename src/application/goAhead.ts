import type { Instant } from '../domain/instant.ts';
import { promptExpiry } from '../domain/operation/expiry.ts';
import { withInputs } from '../domain/operation/inputs.ts';
import type { Operation } from '../domain/operation/operation.ts';
import { planOf } from '../domain/operation/plan.ts';
import { type LifecycleCommand, targetOf } from '../domain/subscription/command.ts';
import type { Accepted } from '../domain/subscription/decision.ts';
import { sameTerms } from '../domain/subscription/terms.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';
import type { OperationChange } from '../ports/operations.ts';
import type { Clicked } from './clicked.ts';
import { changeAsMine, type Failure, failPrompt } from './endings.ts';
import { byActor, ofCommand, operationEvent } from './events.ts';
import type { ClickOutcome } from './outcomes.ts';
import { overtaken } from './overtaken.ts';
import { decisionOn, instantOfChange } from './readings.ts';
import { settle } from './settle.ts';
import { supersede } from './successor.ts';

/** What a confirm or an approve goes by: everything read and decided again at the instant of the change. */
interface Checked extends Clicked {
  readonly command: LifecycleCommand;
  readonly reading: Reading;
  readonly decision: Accepted;
}

/** Step 2: decide again; other terms are asked again, the same ones go on to step 3. */
export async function goAhead(clicked: Clicked): Promise<ClickOutcome> {
  const { desk, request, operation } = clicked;
  const { subscription } = operation.snapshot;
  const at = await instantOfChange(desk, subscription.reference);
  const command = request.action === 'confirm' ? withInputs(operation, request.inputs) : operation.command;
  const reading = await desk.provider.read(subscription.id, at, targetOf(command));
  if (!reading) return failed(clicked, { outcome: 'failed', at, why: 'missing' });
  const decision = decisionOn(desk, reading, command);
  if (decision.outcome === 'refused')
    return failed(clicked, { outcome: 'failed', at, why: 'refused', decision });
  if (!sameTerms(decision, operation.decision))
    return termsChanged({ ...clicked, command, reading, decision });
  return win({ ...clicked, command, reading, decision });
}

async function failed(clicked: Clicked, result: Failure): Promise<ClickOutcome> {
  const operation = await failPrompt(clicked.desk, clicked.operation, result, clicked.actor, clicked.now);
  if (!operation) return overtaken(clicked.desk, clicked.operation);
  if (result.why !== 'refused') return { kind: 'settled', operation };
  return { kind: 'refused', operation, decision: result.decision };
}

async function termsChanged(checked: Checked): Promise<ClickOutcome> {
  const { desk, operation, actor, command, now } = checked;
  const superseded = await supersede(desk, operation, { command, by: actor, now });
  if (!superseded) return overtaken(desk, operation);
  const { previous, successor } = superseded;
  if (!successor) return { kind: 'already-decided', operation: previous };
  return { kind: 'terms-changed', operation: successor, previous };
}

/** Step 3: one compare-and-set decides who wins. */
async function win(checked: Checked): Promise<ClickOutcome> {
  const { desk, request, operation, now } = checked;
  const asks = request.action === 'confirm' && operation.approvers !== null;
  const move = asks ? toApproval(checked) : toQueue(checked);
  const attempt = desk.ids.unique();
  const won = await changeAsMine(desk, operation.reference, attempt, () =>
    desk.operations.change(
      operation.reference,
      { states: [operation.state], liveAt: now, ...whoFilter(checked) },
      { ...move.change, attempt, requestId: attempt },
      clickEvent(checked),
      move.nextDue,
    ),
  );
  if (!won) return overtaken(desk, operation);
  return { kind: 'settled', operation: won.state === 'awaiting-approval' ? won : await settle(desk, won) };
}

function whoFilter({ request, actor }: Checked): { requester: string } | { notRequester: string } {
  return request.action === 'confirm' ? { requester: actor.person.id } : { notRequester: actor.person.id };
}

interface Move {
  readonly change: OperationChange;
  readonly nextDue: Instant;
}

function toApproval(checked: Checked): Move {
  const { desk, command, reading, decision, now } = checked;
  const minutes = desk.policy.prompts.approverHours * 60;
  const expiresAt = promptExpiry({ now, minutes, decision, nextDue: reading.nextDue });
  return {
    change: { state: 'awaiting-approval', command, expiresAt, steps: stepsOf(checked) },
    nextDue: expiresAt,
  };
}

/** The click's own decision and versions: recovery goes by them (F-83). A new subscription is named by whoever creates it. */
function toQueue(checked: Checked): Move {
  const { desk, command, reading, decision } = checked;
  const at = reading.asOf;
  const isNew = decision.target?.subscriptionId === null;
  const plan = isNew ? null : planOf(decision, reading, desk.policy.rulebook);
  return { change: { state: 'queued', command, decision, plan, at, steps: stepsOf(checked) }, nextDue: at };
}

function stepsOf({ request, operation, actor, now }: Checked): Operation['steps'] {
  return [...operation.steps, { what: wordOf(request.action), person: actor.person.id, at: now }];
}

function clickEvent({ request, operation, actor, command, now }: Checked) {
  const event = { what: wordOf(request.action), at: now, ...ofCommand(command), ...byActor(actor) } as const;
  return operationEvent(operation, event);
}

function wordOf(action: Clicked['request']['action']): 'approved' | 'confirmed' {
  return action === 'approve' ? 'approved' : 'confirmed';
}
