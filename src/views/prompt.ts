import type { Operation } from '../domain/operation/operation.ts';
import { inputsOf, isAlternative, stateActions } from './actions.ts';
import { type Case, caseOfOperation, whatOf } from './acts.ts';
import { blank, identityOf, orList, personOf, summarize } from './blank.ts';
import { promptBox } from './boxes.ts';
import { leftAtNow, nearMoment } from './deadline.ts';
import { promptFacts, promptGroups } from './facts.ts';
import { count, day } from './format.ts';
import { type MoneyPart, refundPart } from './refund.ts';
import type { Say } from './say.ts';
import type { Line, StatedAction, Statement, Waiting } from './statement.ts';
import { price } from './terms.ts';
import type { View, ViewOf } from './view.ts';

/** The confirmation: title, identity, outcome, money, deadline, facts, alternatives, inputs, who, buttons (design 1.1). */
export function describeConfirm(view: ViewOf<'confirm'>, say: Say): Statement {
  const { operation } = view;
  const c = caseOfOperation(operation);
  const title = promptTitle(c, say);
  const actions = stateActions(
    view.actions,
    { view: 'confirm', case: c, title, customer: c.customer, ...errorsOf(view) },
    say,
  );
  const own = actions.filter(({ role }) => role !== 'alternative');
  return {
    ...promptBody(view, c, say, title),
    on: view.on ?? operation.reference,
    waiting: waitingOf(view, c, say),
    alternatives: alternativesOf(c, actions, say),
    inputs: inputsOf(own),
    footer: [whoMay(view, say)],
    actions: own,
    summary: promptSummary(title, c, operation, say),
  };
}

/** A preview is the same without anything to press. */
export function describePreview(view: ViewOf<'preview'>, c: Case, say: Say): Statement {
  const title = say.text('preview.title', { lower: lowerOf(c, say) });
  const body = promptBody(view, c, say, title);
  const actions = stateActions(view.actions, { view: 'preview', case: c }, say);
  return {
    ...body,
    footer: [say.line('preview.footer')],
    actions,
    summary: summarize(
      `${title} (${c.subscription.reference}).`,
      body.money?.headline ?? null,
      say.text('preview.footer'),
    ),
  };
}

/** Box, money, facts and groups of an accepted decision. */
export function promptBody(view: View, c: Case, say: Say, title: string): Statement {
  return {
    ...blank(view, say, title),
    identity: identityOf(c.subscription, c.customer, c.reference, say),
    box: promptBox(c, 'confirm', say),
    money: moneyOf(c, say),
    facts: promptFacts(c, say),
    groups: promptGroups(c, say),
    short: say.text(`act.${c.act}.short`),
  };
}

export function promptTitle(c: Case, say: Say): string {
  return say.text(`act.${c.act}.prompt`, { what: whatOf(c, say) });
}

/** "cancel 10 × Visio Plan 2 for Contoso": after a state and a colon. */
export function lowerOf(c: Case, say: Say): string {
  return say.text(`act.${c.act}.lower`, { what: whatOf(c, say) });
}

/** A refund, or that there is none, where something ends; null where money is not the question. */
export function moneyOf(c: Case, say: Say): MoneyPart | null {
  const ends = ['cancel-now', 'cancel-at-renewal', 'auto-renew-off', 'deprovision'].includes(c.act);
  if (c.decision.refund !== null || ends) return refundPart(c, say);
  if (c.act !== 'more-licences') return null;
  const { before, after } = c.decision;
  const values = {
    from: price(c.subscription, say, before.quantity),
    to: price(c.subscription, say, after.quantity),
  };
  return { headline: say.text('money.change', values), lines: [say.line('money.change.charge')] };
}

/** "Cannot be undone." or nothing. */
export function undoable(c: Case, say: Say): string | null {
  return c.decision.reversible ? null : say.text('cannot-be-undone');
}

/** Who may click, until when (design 6.1); the base card of a channel names, the asker's own says "you". */
export function whoMay(view: ViewOf<'confirm' | 'terms-changed'>, say: Say): Line {
  const { operation, people } = view;
  const values = { name: personOf(operation.requester, people), until: nearMoment(operation.expiresAt, say) };
  const own = say.reader.person?.id === operation.requester;
  return say.line(own ? 'who.you' : 'who.only', values);
}

export function errorsOf(view: ViewOf<'confirm' | 'terms-changed' | 'approval'>) {
  return view.errors ? { errors: view.errors } : {};
}

/** What a message shows while the form is elsewhere (design 9). */
export function waitingOf(view: ViewOf<'confirm' | 'terms-changed'>, c: Case, say: Say): Waiting {
  const { operation, people } = view;
  const name = personOf(operation.requester, people);
  return {
    title: say.text('waiting.title', { name, lower: lowerOf(c, say) }),
    lines: [
      say.line('waiting.line', { name, until: nearMoment(operation.expiresAt, say) }),
      [...ifConfirmed(c, say)],
    ],
    review: say.text(`act.${c.act}.review`),
  };
}

/** "If confirmed: all 10 licences lose access at once. Cannot be undone." */
export function ifConfirmed(c: Case, say: Say): Line {
  const what = say.line(`act.${c.act}.if`, { n: c.subscription.quantity ?? 0 });
  const never = undoable(c, say);
  return never === null || c.act === 'upgrade-now' ? what : [...what, { text: ` ${never}` }];
}

export function promptSummary(title: string, c: Case, operation: Operation, say: Say): string {
  const until = say.text('summary.until', { until: nearMoment(operation.expiresAt, say) });
  const amount = moneyOf(c, say)?.headline ?? null;
  const deadline =
    c.act === 'cancel-now' && c.decision.deadline
      ? say.text('summary.deadline', {
          at: nearMoment(c.decision.deadline, say),
          left: leftAtNow(c.decision.deadline, say),
        })
      : null;
  return summarize(
    `${title} (${c.subscription.reference}).`,
    undoable(c, say),
    amount === null ? null : `${amount}.`,
    deadline,
    until,
    operation.reference,
  );
}

/** One sentence, its price visible, the buttons one tap away (design 4.7). */
export function alternativesOf(
  c: Case,
  actions: readonly StatedAction[],
  say: Say,
): Statement['alternatives'] {
  const offered = actions.filter(({ role }) => role === 'alternative');
  if (offered.length === 0) return null;
  const until = day(c.subscription.commitmentEndDate, say.reader.language);
  const phrases = offered.flatMap(({ id }) =>
    isAlternative(id) ? [say.text(`alt.${id}.phrase`, { until })] : [],
  );
  return {
    line: say.line('alt.line', { list: orList(phrases, say) }),
    show: say.text('alt.show'),
    actions: offered,
  };
}

/** What each alternative's text may name. */
export function alternativeValues(subscription: Case['subscription'], say: Say) {
  return {
    until: day(subscription.commitmentEndDate, say.reader.language),
    quantity: count(subscription.quantity ?? 0, say.reader.language),
    price: price(subscription, say),
  };
}
