import type { AuditEvent } from '../domain/event.ts';
import { inputsOf, stateActions } from './actions.ts';
import { type Case, caseOfOperation } from './acts.ts';
import { reasonWords } from './approval.ts';
import { personOf } from './blank.ts';
import { promptBox } from './boxes.ts';
import { changeFacts } from './changeFacts.ts';
import { deadline, nearMoment } from './deadline.ts';
import { count, day, moment, money } from './format.ts';
import { addOnNames, lostChanges } from './lost.ts';
import {
  alternativesOf,
  errorsOf,
  lowerOf,
  moneyOf,
  promptBody,
  promptSummary,
  waitingOf,
  whoMay,
} from './prompt.ts';
import { nextRefundStep, paidBehind } from './refund.ts';
import { type Key, plain, type Say } from './say.ts';
import type { Fact, Line, Statement, Table } from './statement.ts';
import { price, termAndBilling } from './terms.ts';
import type { ViewOf } from './view.ts';

type TermsChanged = ViewOf<'terms-changed'>;

/** A new prompt beside what the reader saw: only what moved, new in bold (design 4.2). */
export function describeTermsChanged(view: TermsChanged, say: Say): Statement {
  const { operation, previous } = view;
  const [now, saw] = [caseOfOperation(operation), caseOfOperation(previous)];
  const title = say.text('changed.title', { lower: lowerOf(now, say) });
  const actions = stateActions(
    view.actions,
    { view: 'terms-changed', case: now, title, customer: now.customer, ...errorsOf(view) },
    say,
  );
  const own = actions.filter(({ role }) => role !== 'alternative');
  const references = say.text('identity.was', { reference: operation.reference, was: previous.reference });
  const reason = reasonWords(operation, say);
  const kept = reason === null ? [] : [{ text: ' ' }, ...say.line('changed.reasonKept', { reason })];
  const body = promptBody(view, now, say, title);
  return {
    ...body,
    on: view.on ?? operation.reference,
    waiting: waitingOf(view, now, say),
    identity: [{ text: `${now.customer.domain} · ${now.subscription.reference} · ${references}` }],
    asked: whatMoved(view, now, say),
    table: changesTable(saw, now, say),
    box: promptBox(now, 'confirm', say),
    money: null,
    facts: standingFacts(saw, now, say),
    groups: [],
    paragraphs: [lastLine(now, say)],
    alternatives: alternativesOf(now, actions, say),
    inputs: inputsOf(own),
    footer: [[...whoMay(view, say), ...kept]],
    actions: own,
    short: say.text('changed.short'),
    summary: promptSummary(title, now, operation, say),
  };
}

function whatMoved(view: TermsChanged, now: Case, say: Say): readonly Line[] {
  const nothing = { strong: say.text(`act.${now.act}.nothing`) };
  const by = view.changedBy.map((event) => [...eventLine(event, view, say), { text: ' ' }]);
  return [[nothing, { text: ' ' }, ...by.flat(), ...say.line('changed.check')]];
}

/** "Sam Carter added 2 licences on 3 Sep, 14:05 CEST (12:05 UTC), before your click." */
function eventLine(event: AuditEvent, view: TermsChanged, say: Say): Line {
  const at = nearMoment(event.at, say);
  const [before, after] = [event.before?.quantity, event.after?.quantity];
  const more = typeof before === 'number' && typeof after === 'number' ? after - before : 0;
  const values = { at, n: Math.abs(more) };
  if (event.person === undefined) return say.line('changed.by.nobody', values);
  const name = personOf(event.person, view.people);
  if (more > 0) return say.line('changed.by.added', { ...values, name });
  if (more < 0) return say.line('changed.by.removed', { ...values, name });
  return say.line('changed.by.other', { ...values, name });
}

function changesTable(saw: Case, now: Case, say: Say): Table | null {
  const rows = movedRows(saw, now, say);
  if (rows.length === 0) return null;
  return {
    columns: [say.text('changed.terms'), say.text('changed.saw'), say.text('changed.now')],
    rows: rows.map((row) => [[{ text: row.label }], [{ text: row.saw }], [{ strong: row.now }]]),
  };
}

/** Of what goes on the change itself is compared, of what ends or is blocked its terms. */
function movedRows(saw: Case, now: Case, say: Say): readonly Row[] {
  const rows = goesOn(now) ? factRows(saw, now, say) : termRows(saw, now, say);
  return rows.filter((row) => row.saw !== row.now);
}

/** What of the change is as the reader saw it. */
function standingFacts(saw: Case, now: Case, say: Say): readonly Fact[] {
  if (!goesOn(now)) return [];
  const moved = movedRows(saw, now, say).map(({ label }) => label);
  return changeFacts(now, say).filter(({ label }) => !moved.includes(label));
}

function goesOn({ decision: { access } }: Case): boolean {
  return access === 'unchanged';
}

function factRows(saw: Case, now: Case, say: Say): readonly Row[] {
  const was = changeFacts(saw, say);
  return changeFacts(now, say).map(({ label, value }) => {
    const before = was.find((each) => each.label === label);
    return { label, saw: before ? plain(before.value) : say.text('row.none'), now: plain(value) };
  });
}

interface Row {
  readonly label: string;
  readonly saw: string;
  readonly now: string;
}

/** Each term as it reads on either card. */
function termRows(saw: Case, now: Case, say: Say): readonly Row[] {
  const row = (label: Key, of: (c: Case) => string): Row => ({
    label: say.text(label),
    saw: of(saw),
    now: of(now),
  });
  const { language } = say.reader;
  return [
    row('row.licences', (c) => count(c.subscription.quantity ?? 0, language)),
    row('row.refund', (c) =>
      c.decision.refund ? money(c.decision.refund.amount, language) : say.text('row.none'),
    ),
    ...paidRows(saw, now, say),
    row('row.price', (c) => price({ ...c.subscription, ...c.decision.after }, say)),
    row('row.term', (c) => termAndBilling(c.subscription, say)),
    row('row.ends', (c) => day(c.subscription.commitmentEndDate, language)),
    row('row.autoRenew', (c) => say.text(c.subscription.autoRenewEnabled ? 'on' : 'off')),
    row('row.scheduled', (c) => lostChanges(c, say).join(', ') || say.text('row.none')),
    row('row.addOns', (c) => addOnNames(c, say) || say.text('row.none')),
  ];
}

function paidRows(saw: Case, now: Case, say: Say): readonly Row[] {
  const sums = [saw, now].map((c) => {
    const paid =
      c.decision.refund?.basis === 'prorated' ? paidBehind(c.decision.refund, c.subscription) : null;
    return { paid, refund: c.decision.refund };
  });
  const [before, after] = sums;
  if (!before?.paid || !after?.paid || !before.refund || !after.refund) return [];
  const { language } = say.reader;
  const { currency } = after.refund.amount;
  const used = (sum: typeof before) =>
    money({ minor: (sum.paid?.minor ?? 0) - (sum.refund?.amount.minor ?? 0), currency }, language);
  const days = { used: after.refund.usedDays ?? 0, period: after.refund.periodDays ?? 0 };
  return [
    { label: say.text('row.paid'), saw: money(before.paid, language), now: money(after.paid, language) },
    { label: say.text('row.used', days), saw: used(before), now: used(after) },
  ];
}

function lastLine(c: Case, say: Say): Line {
  const step = nextRefundStep(c) ?? (c.decision.refund ? c.decision.deadline : null);
  if (step === null || moneyOf(c, say) === null) return say.line('changed.others');
  return say.line('changed.refundUntil', { until: deadline(step, say), at: moment(step, say.reader) });
}
