import { stateActions } from './actions.ts';
import { type Case, caseOfOperation } from './acts.ts';
import { blank, identityOf, personOf, summarize } from './blank.ts';
import { moment } from './format.ts';
import { lowerOf } from './prompt.ts';
import type { Say } from './say.ts';
import type { Line, Statement } from './statement.ts';
import { statusOf } from './terms.ts';
import type { ViewOf } from './view.ts';

/** Nobody confirmed: nothing has changed, and what is still possible. */
export function describeExpired(view: ViewOf<'expired'> | ViewOf<'operation'>, say: Say): Statement {
  const { operation, people } = view;
  const c = caseOfOperation(operation);
  const title = say.text('expired.title', { lower: lowerOf(c, say) });
  const at = moment(operation.expiresAt, say.reader);
  const approved = operation.steps.some(({ what }) => what === 'confirmed');
  const key = approved ? 'expired.approval' : 'expired.line';
  const line = say.line(key, {
    at,
    status:
      c.subscription.status === 'active'
        ? say.text('expired.active')
        : say.text('expired.status', { status: statusOf(c.subscription, say) }),
  });
  const asked = say.line('expired.asked', { name: personOf(operation.requester, people) });
  return {
    ...blank(view, say, title),
    on: view.on ?? operation.reference,
    identity: [
      ...identityOf(c.subscription, c.customer, operation.reference, say),
      { text: ' · ' },
      ...asked,
    ],
    box: { style: 'emphasis', lines: [line] },
    paragraphs: stillPossible(c, say),
    actions: stateActions(view.actions, { view: 'expired', case: c }, say),
    short: say.text('expired.short'),
    summary: summarize(`${title} (${c.subscription.reference}).`, line, operation.reference),
  };
}

/** A draft's buttons are forgotten after a day (F-80). */
export function describeExpiredDraft(view: ViewOf<'expired-draft'>, say: Say): Statement {
  return {
    ...blank(view, say, say.text('expired-draft.title')),
    box: { style: 'emphasis', lines: [say.line('expired-draft.line')] },
    actions: stateActions(view.actions, { view: 'expired-draft' }, say),
    short: say.text('expired.short'),
    summary: summarize(say.text('expired-draft.title'), say.text('expired-draft.line')),
  };
}

function stillPossible(c: Case, say: Say): readonly Line[] {
  const { deadline, refund } = c.decision;
  if (deadline === null) return [];
  if (deadline <= say.reader.now) return [say.line('expired.window', { at: moment(deadline, say.reader) })];
  if (refund === null) return [say.line('expired.possible', { at: moment(deadline, say.reader) })];
  return [say.line('expired.refund', { at: moment(deadline, say.reader) })];
}
