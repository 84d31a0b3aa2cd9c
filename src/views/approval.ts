import type { Operation } from '../domain/operation/operation.ts';
import { inputsOf, stateActions } from './actions.ts';
import { caseOfOperation } from './acts.ts';
import { anyOf, personOf, rolesOf, summarize } from './blank.ts';
import { promptBox } from './boxes.ts';
import { deadlineDated, leftAtNowDated, nearMoment } from './deadline.ts';
import { fact } from './fact.ts';
import { promptFacts } from './facts.ts';
import { moment } from './format.ts';
import { errorsOf, lowerOf, moneyOf, promptBody, undoable } from './prompt.ts';
import { nextRefundStep } from './refund.ts';
import type { Say } from './say.ts';
import type { Line, Statement } from './statement.ts';
import type { People, ViewOf } from './view.ts';

/** The second person sees the same card, and right under its name who asked and why (design 6.1). */
export function describeApproval(view: ViewOf<'approval'>, say: Say): Statement {
  const { operation, people, approvers } = view;
  const c = caseOfOperation(operation);
  const title = say.text('approval.title', { lower: lowerOf(c, say) });
  const body = promptBody(view, c, say, title);
  const actions = stateActions(view.actions, { view: 'approval', case: c, title, ...errorsOf(view) }, say);
  const money = moneyOf(c, say);
  return {
    ...body,
    on: view.on ?? operation.reference,
    asked: askedLines(operation, people, say),
    box: promptBox(c, 'approve', say),
    money: money && { ...money, lines: money.lines.slice(0, 1) },
    facts: [fact('label.decideBy', decideBy(view, say), say), ...promptFacts(c, say)],
    inputs: inputsOf(actions),
    footer: [whoDecides(view, say)],
    actions,
    short: say.text('approval.short'),
    summary: summarize(
      `${title} (${c.subscription.reference}).`,
      undoable(c, say),
      money && `${money.headline}.`,
      say.text('summary.decide', {
        until: nearMoment(operation.expiresAt, say),
        names: anyOf(approvers, say),
      }),
      operation.reference,
    ),
  };
}

/** Who asked, when, the reason in the asker's words. */
function askedLines(operation: Operation, people: People, say: Say): readonly Line[] {
  const asked = operation.steps.find(({ what }) => what === 'confirmed');
  const at = nearMoment(asked?.at ?? operation.createdAt, say);
  const name = personOf(operation.requester, people);
  const reason = reasonWords(operation, say);
  const first =
    reason === null ? say.line('asked', { name, at }) : say.line('asked.reason', { name, at, reason });
  return operation.approvers === null
    ? [first]
    : [first, say.line('asked.second', { roles: rolesOf(operation.approvers, say) })];
}

/** "customer request", or the asker's own words in quotation marks. */
export function reasonWords(operation: Operation, say: Say): string | null {
  const { reason, reasonText } = operation.command;
  if (reason === undefined) return null;
  const word = say.text(`reason.lower.${reason}`);
  if (reasonText === undefined || reasonText === '') return word;
  return reason === 'other'
    ? say.text('quoted', { words: reasonText })
    : `${word}, ${say.text('quoted', { words: reasonText })}`;
}

function decideBy({ operation }: ViewOf<'approval'>, say: Say): Line {
  const c = caseOfOperation(operation);
  if (nextRefundStep(c) !== operation.expiresAt) return deadlineDated(operation.expiresAt, say);
  const counted = leftAtNowDated(operation.expiresAt, say);
  return [
    moment(operation.expiresAt, say.reader),
    { text: `, ${counted}. ${say.text('approval.refundFalls')}` },
  ];
}

function whoDecides({ operation, people, approvers }: ViewOf<'approval'>, say: Say): Line {
  const names = anyOf(approvers, say);
  return say.line('approval.who', { names, asker: personOf(operation.requester, people) });
}

/** Since when a second person is awaited, for whoever asked. */
export function describeAwaitingApproval(view: ViewOf<'operation'>, say: Say): Statement {
  const { operation, people, approvers } = view;
  const c = caseOfOperation(operation);
  const title = say.text('awaiting.title', { lower: lowerOf(c, say) });
  const until = moment(operation.expiresAt, say.reader);
  const names = approvers.length > 0 ? anyOf(approvers, say) : say.line('awaiting.somebody');
  const body = promptBody(view, c, say, title);
  return {
    ...body,
    on: view.on ?? operation.reference,
    asked: askedLines(operation, people, say).slice(0, 1),
    box: { style: 'emphasis', lines: [say.line('awaiting.box', { names, until })] },
    money: body.money && { ...body.money, lines: [] },
    facts: [],
    groups: [],
    paragraphs: [say.line('awaiting.nothing')],
    actions: stateActions(view.actions, { view: 'operation', case: c }, say),
    summary: summarize(
      `${title} (${c.subscription.reference}).`,
      say.text('awaiting.box', { names, until }),
      body.money && `${body.money.headline}.`,
      operation.reference,
    ),
  };
}
