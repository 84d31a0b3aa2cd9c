import type { Refused } from '../domain/subscription/decision.ts';
import { isAlternative, stateActions } from './actions.ts';
import { caseOfOperation, whatStands } from './acts.ts';
import { anyOf, blank, identityOf, personOf, summarize } from './blank.ts';
import { nearMoment } from './deadline.ts';
import { fact } from './fact.ts';
import { count } from './format.ts';
import { stateNow } from './operation.ts';
import { alternativeValues, lowerOf } from './prompt.ts';
import { refusalSentence, serviceRequest } from './refusalWords.ts';
import { isKey, type Key, type Say } from './say.ts';
import type { Item, Line, StatedAction, Statement } from './statement.ts';
import { statusOf } from './terms.ts';
import type { ViewOf } from './view.ts';

/** What did not happen, since when, that nothing has changed, what can be done; the rule last (design 4.8). */
export function describeRefused(view: ViewOf<'refused'>, say: Say): Statement {
  const { snapshot, decision } = view;
  const title = say.text(notKey(view), { what: whatStands(snapshot.subscription, snapshot.customer, say) });
  const why = decision
    ? refusalSentence(decision, snapshot, view.presentation, say)
    : say.line('refused.no-approver');
  const actions = stateActions(view.actions, { view: 'refused' }, say);
  const offered = actions.filter(({ role }) => role === 'alternative');
  return {
    ...blank(view, say, title),
    on: view.on ?? view.operation?.reference ?? '',
    identity: identityOf(snapshot.subscription, snapshot.customer, view.operation?.reference ?? null, say),
    box: { style: 'emphasis', lines: [[{ text: '⛔ ' }, ...why, { text: ' ' }, ...standsLine(view, say)]] },
    paragraphs: decision ? request(decision, view, say) : [],
    itemsHeading: offered.length > 0 ? say.text('heading.instead') : '',
    items: offered.map((action) => alternativeItem(action, view, say)),
    footer: [footer(view, offered.length > 0, say)],
    actions: actions.filter(({ role }) => role !== 'alternative'),
    short: say.text('refused.short'),
    summary: summarize(
      `${title} (${snapshot.subscription.reference}).`,
      why,
      say.text('nothing-changed.line'),
      ...offered.map(({ title: offer }) => `${offer.replace('…', '')}.`),
    ),
  };
}

function notKey({ decision, command, presentation }: ViewOf<'refused'>): Key {
  const asked =
    presentation === 'cancel-at-renewal' ? 'cancel-at-renewal' : (decision?.command ?? command ?? '');
  const key = `not.${asked}`;
  return isKey(key) ? key : 'not.other';
}

function standsLine({ snapshot }: ViewOf<'refused'>, say: Say): Line {
  const { subscription } = snapshot;
  return subscription.status === 'active'
    ? say.line('refused.stands.active')
    : say.line('refused.stands', { status: statusOf(subscription, say) });
}

function request(decision: Refused, { snapshot }: ViewOf<'refused'>, say: Say): readonly Line[] {
  const text = serviceRequest(decision, snapshot, say);
  return text === null ? [] : [say.line('serviceRequest.heading'), text];
}

function alternativeItem(action: StatedAction, { snapshot, quantity }: ViewOf<'refused'>, say: Say): Item {
  const values = alternativeValues(snapshot.subscription, say);
  const { id } = action;
  if (id === 'schedule-fewer-licences' && quantity !== undefined) {
    const wanted = count(quantity, say.reader.language);
    return { title: say.line('alt.schedule-fewer-licences.kept', { ...values, wanted }), lines: [], action };
  }
  const title = isAlternative(id) ? say.line(`alt.${id}.text`, values) : [{ strong: action.title }];
  return { title, lines: [], action };
}

function footer({ decision }: ViewOf<'refused'>, offers: boolean, say: Say): Line {
  const rules = decision
    ? say.text('refused.rule', { rules: decision.rules.join(', ') })
    : say.text('refused.policy');
  return [{ text: offers ? `${say.text('refused.each')} ${rules}` : rules }];
}

/** G-5: somebody else's request is open; its reference, its state, until when. */
export function describeConflict(view: ViewOf<'conflict'>, say: Say): Statement {
  const { operation, snapshot, people } = view;
  const { subscription, customer } = snapshot;
  const title = say.text('conflict.title', { what: whatStands(subscription, customer, say) });
  const c = caseOfOperation(operation);
  const name = personOf(operation.requester, people);
  const line = say.line('conflict.line', { name, lower: lowerOf(c, say), reference: operation.reference });
  const state = stateNow(operation, say.reader.now);
  const waits = state === 'awaiting-confirmation' || state === 'awaiting-approval';
  return {
    ...blank(view, say, title),
    identity: identityOf(subscription, customer, null, say),
    box: { style: 'emphasis', lines: [line] },
    facts: [
      fact('label.request', operation.reference, say),
      fact('label.state', say.text(`state.${state}`), say),
      ...(waits ? [fact('label.until', [nearMoment(operation.expiresAt, say)], say)] : []),
    ],
    paragraphs: [say.line('conflict.next', { reference: operation.reference })],
    actions: stateActions(view.actions, { view: 'conflict', case: c }, say),
    short: say.text('conflict.short'),
    summary: summarize(`${title} (${subscription.reference}).`, line, say.text('nothing-changed.line')),
  };
}

/** A private word about who may; never whether the thing exists (F-97). */
export function describeNotAllowed(view: ViewOf<'not-allowed'>, say: Say): Statement {
  const { mayClick, why } = view;
  const title = say.text(`not-allowed.${why}.title`);
  const line = say.line(`not-allowed.${why}.line`);
  const who = mayClick.length === 0 ? [] : [say.line('not-allowed.who', { names: anyOf(mayClick, say) })];
  return {
    ...blank(view, say, title),
    box: { style: 'emphasis', lines: [line, ...who] },
    actions: stateActions(view.actions, { view: 'not-allowed' }, say),
    short: say.text('not-allowed.short'),
    summary: summarize(`${title}.`, line, ...who),
  };
}

/** A late click: by whom, when, with what result; the click changed nothing. */
export function describeAlreadyDecided(view: ViewOf<'already-decided'>, say: Say): Statement {
  const { operation, people } = view;
  const c = caseOfOperation(operation);
  const title = say.text('decided.title', { lower: lowerOf(c, say) });
  const last = operation.steps.at(-1);
  const values = {
    name: personOf(last?.person ?? operation.requester, people),
    at: nearMoment(last?.at ?? operation.createdAt, say),
    state: say.text(`state.${stateNow(operation, say.reader.now)}`),
  };
  const line = say.line('decided.line', values);
  return {
    ...blank(view, say, title),
    on: view.on ?? operation.reference,
    identity: identityOf(c.subscription, c.customer, operation.reference, say),
    box: { style: 'emphasis', lines: [line, say.line('decided.click')] },
    actions: stateActions(view.actions, { view: 'already-decided', case: c }, say),
    short: say.text('decided.short'),
    summary: summarize(`${title} (${c.subscription.reference}).`, line, operation.reference),
  };
}
