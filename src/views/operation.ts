import type { Operation, OperationResult } from '../domain/operation/operation.ts';
import { stateActions } from './actions.ts';
import { type Case, caseOfOperation } from './acts.ts';
import { describeAwaitingApproval } from './approval.ts';
import { blank, identityOf, personOf, summarize } from './blank.ts';
import { nearMoment } from './deadline.ts';
import { describeExpired } from './expired.ts';
import { moment } from './format.ts';
import { ifConfirmed, lowerOf } from './prompt.ts';
import { describeReceipt } from './receipt.ts';
import { refusalSentence } from './refusalWords.ts';
import type { Key, Say, Values } from './say.ts';
import type { Box, Line, Statement } from './statement.ts';
import type { People, View, ViewOf } from './view.ts';

/** Whatever state it is in, as somebody may look at it (design 6.2). */
export function describeOperation(view: ViewOf<'operation'>, say: Say): Statement {
  const { operation } = view;
  if (stateNow(operation, say.reader.now) === 'expired') return describeExpired(view, say);
  if (operation.state === 'done') return describeReceipt(view, say);
  if (operation.state === 'awaiting-approval') return describeAwaitingApproval(view, say);
  return stateCard(view, operation, view.people, say);
}

/** An operation past its time is expired everywhere, also before it is stored so (F-92). */
export function stateNow(operation: Operation, now: string): Operation['state'] {
  const waits =
    operation.state === 'awaiting-confirmation' ||
    operation.state === 'awaiting-approval' ||
    operation.state === 'draft';
  return waits && operation.expiresAt <= now ? 'expired' : operation.state;
}

/** State: colon: the same words; one box that says what it means. */
export function stateCard(view: View, operation: Operation, people: People, say: Say): Statement {
  const c = caseOfOperation(operation);
  const { title, box } = stateWords(operation, people, c, say);
  return {
    ...blank(view, say, title),
    on: view.on ?? operation.reference,
    identity: identityOf(c.subscription, c.customer, operation.reference, say),
    box,
    paragraphs: operation.state === 'awaiting-confirmation' ? [ifConfirmed(c, say)] : [],
    actions: stateActions(view.actions, { view: view.view, case: c }, say),
    short: say.text(`act.${c.act}.short`),
    summary: summarize(`${title} (${c.subscription.reference}).`, ...box.lines, operation.reference),
  };
}

interface Words {
  readonly title: string;
  readonly box: Box;
}

function stateWords(operation: Operation, people: People, c: Case, say: Say): Words {
  const values: Values = {
    name: personOf(operation.requester, people),
    lower: lowerOf(c, say),
    until: nearMoment(operation.expiresAt, say),
    at: moment(lastInstant(operation), say.reader),
  };
  const words = (title: Key, ...lines: readonly Line[]): Words => ({
    title: say.text(title, values),
    box: { style: 'emphasis', lines },
  });
  switch (operation.state) {
    case 'awaiting-confirmation':
    case 'draft':
      return words('waiting.title', say.line('waiting.line', values));
    case 'declined':
      return words('declined.title', declinedLine(operation, people, say));
    case 'withdrawn':
      return withdrawnWords(operation, values, words, say);
    case 'failed':
      return words(
        'failed.title',
        say.line('failed.at', values),
        failedLine(operation.result, operation, say),
      );
    case 'unknown':
      return words('unknown.title', say.line('unknown.line', values));
    default:
      return words('running.title', say.line('running.line', values));
  }
}

function withdrawnWords(
  operation: Operation,
  values: Values,
  words: (title: Key, ...lines: readonly Line[]) => Words,
  say: Say,
): Words {
  const { because, replacedBy } = operation;
  if (because === 'kept') return words('kept.title', say.line('kept.line', values));
  const line = say.line('withdrawn.line', values);
  if (because === 'terms-changed')
    return words('withdrawn.title', say.line('withdrawn.terms', values), ...next(replacedBy, say));
  if (because === 'replaced')
    return words('withdrawn.title', say.line('withdrawn.replaced', values), ...next(replacedBy, say));
  return words('withdrawn.title', line);
}

function next(reference: string | null, say: Say): readonly Line[] {
  return reference === null ? [] : [say.line('withdrawn.next', { reference })];
}

function declinedLine(operation: Operation, people: People, say: Say): Line {
  const step = operation.steps.find(({ what }) => what === 'declined');
  const name = personOf(step?.person ?? '', people);
  const at = moment(step?.at ?? lastInstant(operation), say.reader);
  const said = step?.comment;
  return said
    ? say.line('declined.comment', { name, at, comment: say.text('quoted', { words: said }) })
    : say.line('declined.line', { name, at });
}

/** "Nothing has changed" only where that is known (design 6.2). */
function failedLine(result: OperationResult | null, operation: Operation, say: Say): Line {
  if (result?.outcome !== 'failed') return say.line('failed.provider');
  if (result.why !== 'refused') return say.line(`failed.${result.why}`);
  const why = refusalSentence(result.decision, operation.snapshot, operation.presentation, say);
  return [...why, { text: ' ' }, ...say.line('nothing-changed.line')];
}

function lastInstant(operation: Operation): string {
  return operation.result?.at ?? operation.steps.at(-1)?.at ?? operation.at ?? operation.createdAt;
}
