import { stateActions } from './actions.ts';
import { type Case, caseOfOperation, whatOf } from './acts.ts';
import { reasonWords } from './approval.ts';
import { blank, identityOf, personOf, summarize } from './blank.ts';
import { arrow, fact, type Group } from './fact.ts';
import { promptFacts } from './facts.ts';
import { day, moment } from './format.ts';
import { lostChanges, lostFacts } from './lost.ts';
import { moneyOf } from './prompt.ts';
import type { Say } from './say.ts';
import { renewalFacts, statusFact } from './standing.ts';
import type { Box, Fact, Line, Statement } from './statement.ts';
import { nextCharge, price, scheduled } from './terms.ts';
import type { ViewOf } from './view.ts';

type Gone = NonNullable<ViewOf<'receipt'>['gone']> | null;
type OfDone = ViewOf<'receipt'> | ViewOf<'operation'>;

/** When, by whom, from → to, how it is undone; no button that would act again. */
export function describeReceipt(view: OfDone, say: Say): Statement {
  const { operation } = view;
  const { created = null, gone = null } = view.view === 'receipt' ? view : {};
  const c = { ...caseOfOperation(operation), ...(created && { created }) };
  const title = say.text(`act.${c.act}.done`, { what: whatOf(c, say) });
  const box = doneBox(view, c, say);
  const money = moneyOf(c, say);
  return {
    ...blank(view, say, title),
    on: view.on ?? operation.reference,
    identity: identityOf(c.subscription, c.customer, operation.reference, say),
    box,
    money: money && c.decision.refund ? { ...money, lines: money.lines.slice(0, 1) } : null,
    facts: doneFacts(c, say),
    groups: putBack(c, gone, say),
    paragraphs: afterwards(c, say),
    actions: stateActions(view.actions, { view: 'receipt', case: c }, say),
    short: say.text(`act.${c.act}.short`),
    summary: summarize(
      `${title} (${c.subscription.reference}).`,
      ...box.lines,
      money && c.decision.refund ? `${money.headline}.` : null,
      operation.reference,
    ),
  };
}

function doneBox(view: OfDone, c: Case, say: Say): Box {
  const { operation, people } = view;
  const at = moment(operation.result?.at ?? operation.at ?? operation.createdAt, say.reader);
  const by = personOf(operation.requester, people);
  const back = c.act === 'resume' || c.act === 'reactivate';
  const done = say.line(back ? 'receipt.back' : 'receipt.done', { at, by });
  const approver = operation.steps.find(({ what }) => what === 'approved');
  const approved = approver
    ? [{ text: ' ' }, ...say.line('receipt.approved', { by: personOf(approver.person, people) })]
    : [];
  const reason = reasonWords(operation, say);
  const why = reason === null ? [] : [{ text: ' ' }, ...say.line('receipt.reason', { reason })];
  return { style: 'good', lines: [[...done, ...approved, ...why]] };
}

function doneFacts(c: Case, say: Say): readonly Fact[] {
  switch (c.act) {
    case 'pause':
      return [statusFact(c, say), accessFact(c, say), billingGoesOn(c, say), ...lostFacts(c, say)];
    case 'resume':
      return [
        statusFact(c, say),
        fact('label.billing', say.text('fact.billing.same', { price: price(c.subscription, say) }), say),
        ...autoRenewAfter(c, say),
      ];
    case 'cancel-now':
    case 'deprovision':
      return [
        statusFact(c, say),
        accessFact(c, say),
        fact('label.billing', say.line('fact.billing.stops'), say),
        ...lostFacts(c, say),
      ];
    default:
      return promptFacts(c, say).filter(({ label }) => label !== say.text('label.undo'));
  }
}

function accessFact(c: Case, say: Say): Fact {
  const ends = c.act !== 'pause';
  const to = say.text(ends ? 'fact.access.ended' : 'fact.access.blocked', {
    n: c.subscription.quantity ?? 0,
  });
  const from = say.text(c.subscription.status === 'active' ? 'on' : 'fact.access.off');
  return fact('label.access', arrow(from, to), say);
}

function billingGoesOn(c: Case, say: Say): Fact {
  const amount = price(c.subscription, say);
  const next = nextCharge(c.subscription, say.reader.now);
  if (next === null) return fact('label.billing', say.text('fact.billing.on', { price: amount }), say);
  return fact(
    'label.billing',
    say.text('fact.billing.next', { price: amount, next: day(next, say.reader.language) }),
    say,
  );
}

/** A resume brings back neither auto-renew nor the scheduled changes (P-4). */
function autoRenewAfter(c: Case, say: Say): readonly Fact[] {
  const after = { ...c.subscription, ...c.decision.after };
  if (after.autoRenewEnabled) return renewalFacts(after, say);
  return [
    fact('label.autoRenew', say.line('fact.autoRenew.left'), say),
    fact('label.scheduled', say.line('fact.scheduled.none'), say),
  ];
}

/** The steps in the order that works; a button only for the one possible now (P-4, design 4.9). */
function putBack(c: Case, gone: Gone, say: Say): readonly Group[] {
  const steps = [
    ...(c.act === 'pause' ? [say.text('step.resume')] : []),
    ...(needsAutoRenew(c) ? [say.text('step.autoRenew')] : []),
    ...lostBefore(c, gone, say).map((change) => say.text('step.schedule', { change })),
  ];
  if (steps.length === 0) return [];
  const facts = steps.map((what, index) => ({
    label: say.text('label.step', { n: index + 1 }),
    value: index === 0 ? say.line('step.now', { what }) : say.line('step.after', { what, n: index }),
  }));
  return [{ heading: say.text('heading.putBack'), facts }];
}

function needsAutoRenew({ act, decision, subscription }: Case): boolean {
  return act === 'pause'
    ? decision.lost.autoRenew === true
    : act === 'resume' && !subscription.autoRenewEnabled;
}

/** What this pause deleted, or an earlier one. */
function lostBefore(c: Case, gone: Gone, say: Say): readonly string[] {
  if (c.act === 'pause') return lostChanges(c, say);
  return gone ? [scheduled(gone.change, { subscription: c.subscription, skus: gone.skus }, say)] : [];
}

function afterwards(c: Case, say: Say): readonly Line[] {
  const end = { at: moment(c.subscription.commitmentEndDate, say.reader) };
  switch (c.act) {
    case 'pause':
      return [say.line('after.pause', end)];
    case 'resume':
      return c.subscription.autoRenewEnabled ? [] : [say.line('after.resume', end)];
    case 'cancel-at-renewal':
    case 'auto-renew-off':
      return c.subscription.status === 'active'
        ? [say.line('after.ends', { at: moment(c.decision.effective, say.reader) })]
        : [];
    case 'suspend':
      return c.decision.after.dataDeletionAt
        ? [say.line('after.suspend', { at: moment(c.decision.after.dataDeletionAt, say.reader) })]
        : [];
    case 'schedule-change':
    case 'upgrade-at-renewal':
      return changesProduct(c)
        ? [say.line('after.scheduled', end), say.line('after.reassign')]
        : [say.line('after.scheduled', end)];
    case 'cancel-now':
    case 'deprovision':
      return [say.line('after.never')];
    case 'upgrade-now':
      return [say.line('after.never'), say.line('after.reassign')];
    default:
      return [];
  }
}

/** H-7: after a scheduled SKU change people reassign licences by hand. */
function changesProduct(c: Case): boolean {
  const change = c.decision.after.scheduledNextTermInstructions;
  return (
    change !== null &&
    change !== undefined &&
    (change.upgrade !== undefined ||
      change.product.skuId !== c.subscription.skuId ||
      change.product.productId !== c.subscription.productId)
  );
}
