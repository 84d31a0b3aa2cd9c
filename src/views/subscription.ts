import type { Operation } from '../domain/operation/operation.ts';
import type { Decision } from '../domain/subscription/decision.ts';
import { stateActions } from './actions.ts';
import { whatStands } from './acts.ts';
import { blank, summarize } from './blank.ts';
import { deadline } from './deadline.ts';
import { fact } from './fact.ts';
import { day, moment, money } from './format.ts';
import { namesOf } from './lost.ts';
import type { Say } from './say.ts';
import { renewalFacts } from './standing.ts';
import type { Fact, Line, Statement } from './statement.ts';
import { cyclePrice, price, scheduled, statusOf, termAndBilling } from './terms.ts';
import type { ViewOf } from './view.ts';

/** One subscription as it stands, with the window for cancelling in words. */
export function describeSubscription(view: ViewOf<'subscription'>, say: Say): Statement {
  const { snapshot } = view;
  const { subscription, customer } = snapshot;
  const title = whatStands(subscription, customer, say);
  const asOf = say.line('show.asOf', { at: moment(say.reader.now, say.reader) });
  return {
    ...blank(view, say, title),
    identity: [{ text: `${customer.domain} · ${subscription.reference} · ` }, ...asOf],
    facts: [
      ...stateFacts(view, say),
      ...familyFacts(view, say),
      cancelFact(view.cancel, say),
      requestFact(view.openOperation, say),
    ],
    footer: [footer(view, say)],
    actions: stateActions(view.actions, { view: 'subscription' }, say),
    short: say.text('show.short'),
    summary: summarize(
      `${title} (${subscription.reference}).`,
      `${statusOf(subscription, say)}.`,
      `${price(subscription, say)}.`,
    ),
  };
}

function stateFacts({ snapshot: of }: ViewOf<'subscription'>, say: Say): readonly Fact[] {
  const { subscription } = of;
  const facts = [
    fact('label.status', [{ strong: statusOf(subscription, say) }], say),
    fact('label.price', unitLine(subscription, say), say),
    fact('label.term', termAndBilling(subscription, say), say),
  ];
  if (subscription.isTrial)
    facts.push(
      fact(
        'label.trial',
        [moment(subscription.trialEndsAt ?? subscription.commitmentEndDate, say.reader)],
        say,
      ),
    );
  if (subscription.status !== 'deleted') facts.push(...renewalFacts(subscription, say));
  // S-3: wherever the suspended status is shown.
  if (subscription.dataDeletionAt)
    facts.push(fact('label.deletion', deadline(subscription.dataDeletionAt, say), say));
  const change = subscription.scheduledNextTermInstructions;
  if (change) facts.push(fact('label.scheduled', scheduled(change, of, say), say));
  else if (subscription.productClass === 'nce' && subscription.status === 'active')
    facts.push(fact('label.scheduled', say.text('scheduled.none'), say));
  return facts;
}

function unitLine(subscription: ViewOf<'subscription'>['snapshot']['subscription'], say: Say): string {
  const unit = cyclePrice(subscription, 1);
  if (unit === null || subscription.quantity === null) return price(subscription, say);
  return say.text('show.price', {
    price: price(subscription, say),
    n: subscription.quantity,
    unit: money(unit, say.reader.language),
  });
}

function familyFacts({ snapshot }: ViewOf<'subscription'>, say: Say): readonly Fact[] {
  const { addOns, base, subscription } = snapshot;
  const facts: Fact[] = [];
  if (addOns.length > 0) facts.push(fact('label.addOns', namesOf(addOns, say), say));
  if (base) facts.push(fact('label.base', namesOf([base], say), say));
  if (subscription.activation?.state === 'pending') {
    facts.push(
      fact('label.activation', say.text('show.activation', { url: subscription.activation.url }), say),
    );
  }
  return facts;
}

function cancelFact(decision: Decision, say: Say): Fact {
  return fact('label.cancel', cancelLine(decision, say), say);
}

function cancelLine(decision: Decision, say: Say): Line {
  const { language } = say.reader;
  if (decision.outcome === 'refused') {
    return decision.since
      ? say.line('show.cancel.since', { at: day(decision.since, language) })
      : say.line('show.cancel.no');
  }
  if (decision.after.status !== 'deleted')
    return say.line('show.cancel.renewal', { at: day(decision.effective, language) });
  const amount = decision.refund ? money(decision.refund.amount, language) : say.text('refund.none.lower');
  if (decision.deadline === null) return say.line('show.cancel.now', { amount });
  return say.line('show.cancel.until', { amount, at: deadline(decision.deadline, say) });
}

function requestFact(operation: Operation | null, say: Say): Fact {
  if (operation === null) return fact('label.requests', say.line('show.requests.none'), say);
  return fact('label.requests', `${operation.reference}: ${say.text(`state.${operation.state}`)}`, say);
}

function footer({ snapshot, actions }: ViewOf<'subscription'>, say: Say): Line {
  const { subscription } = snapshot;
  const values = {
    publisher: subscription.publisherName,
    productClass: say.text(`class.${subscription.productClass}`),
    start: day(subscription.effectiveStartDate, say.reader.language),
  };
  const line = say.line('show.footer', values);
  const opens = actions.some(({ id }) => id !== 'history');
  return !opens ? line : [...line, { text: ' ' }, ...say.line('show.opens')];
}
