import { lessAtLeastZero, type Money, share } from '../domain/money.ts';
import type { Refund } from '../domain/subscription/decision.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Case } from './acts.ts';
import { leftAtNow } from './deadline.ts';
import { moment, money } from './format.ts';
import type { Say } from './say.ts';
import type { Line, Statement } from './statement.ts';
import { cyclePrice } from './terms.ts';

const DAY = 86_400_000;
/** Inside 30 days at most two cycles are charged; one more for good measure. */
const CYCLES = [1, 2, 3] as const;

export type MoneyPart = NonNullable<Statement['money']>;

/** The refund large, its sum in the next line, until when in the one after (design 3.2). */
export function refundPart(c: Case, say: Say): MoneyPart {
  const { refund } = c.decision;
  if (refund === null || refund.amount.minor === 0)
    return { headline: say.text('refund.none'), lines: whyNone(c, say) };
  const lines =
    refund.basis === 'full'
      ? fullLines(c, refund, say)
      : [...sumLines(c, refund, say), ...stepLines(c, refund, say)];
  return { headline: refundHeadline(refund, say), lines };
}

/** "Refund USD 362.00 (estimate)". */
function refundHeadline(refund: Refund, say: Say): string {
  const amount = money(refund.amount, say.reader.language);
  if (refund.as === 'next-invoice-credit') return say.text('refund.credit', { amount });
  return say.text(refund.estimate ? 'refund.estimate' : 'refund.exact', { amount });
}

/** What was paid, found again from the refund: the decision gives amount and days, the snapshot the price (F-30). */
export function paidBehind(refund: Refund, subscription: Subscription): Money | null {
  const cycle = cyclePrice(subscription);
  if (cycle === null) return null;
  if (refund.usedDays === undefined || refund.periodDays === undefined) return null;
  for (const cycles of CYCLES) {
    const paid = { ...cycle, minor: cycle.minor * cycles };
    const rest = lessAtLeastZero(paid, share(paid, refund.usedDays, refund.periodDays));
    if (rest.minor === refund.amount.minor) return paid;
  }
  return null;
}

function sumLines(c: Case, refund: Refund, say: Say): readonly Line[] {
  const paid = paidBehind(refund, c.subscription);
  const days = { used: refund.usedDays ?? 0, period: refund.periodDays ?? 0 };
  if (paid === null) return [say.line('refund.days', days)];
  const { language } = say.reader;
  const spent = money({ ...paid, minor: paid.minor - refund.amount.minor }, language);
  return [say.line('refund.sum', { paid: money(paid, language), spent, ...days })];
}

/** X-6 falls with every 24 hours: when the next step is, and by how much. */
function stepLines(c: Case, refund: Refund, say: Say): readonly Line[] {
  const next = nextRefundStep(c);
  if (next === null || c.decision.deadline === null || next >= c.decision.deadline) return [];
  const until = [moment(next, say.reader), { text: `, ${leftAtNow(next, say)}` }];
  const less = dailyLoss(refund, c.subscription);
  if (less === null) return [say.line('refund.step', { until })];
  return [say.line('refund.step.less', { until, less: money(less, say.reader.language) })];
}

/** The instant at which one more day counts as used, null where nothing falls daily. */
export function nextRefundStep(c: Case): string | null {
  const { refund } = c.decision;
  if (refund?.basis !== 'prorated' || refund.usedDays === undefined) return null;
  return new Date(Date.parse(c.subscription.effectiveStartDate) + refund.usedDays * DAY).toISOString();
}

function dailyLoss(refund: Refund, subscription: Subscription): Money | null {
  const paid = paidBehind(refund, subscription);
  const { usedDays, periodDays } = refund;
  if (paid === null || usedDays === undefined || periodDays === undefined) return null;
  return lessAtLeastZero(share(paid, usedDays + 1, periodDays), share(paid, usedDays, periodDays));
}

function fullLines(c: Case, refund: Refund, say: Say): readonly Line[] {
  const { deadline } = c.decision;
  const lines = [say.line(refund.as === 'refund' ? 'refund.full' : 'refund.full.credit')];
  if (deadline === null) return lines;
  const until = [moment(deadline, say.reader), { text: `, ${leftAtNow(deadline, say)}` }];
  return [
    ...lines,
    say.line(refund.as === 'refund' ? 'refund.full.until' : 'refund.full.credit.until', { until }),
  ];
}

function whyNone(c: Case, say: Say): readonly Line[] {
  if (c.act === 'deprovision') return [say.line('refund.none.usage')];
  if (c.subscription.isTrial) return [say.line('refund.none.trial')];
  if (c.act === 'cancel-now') return [say.line('refund.none.left')];
  return [...windowGone(c, say), say.line('refund.none.renewal')];
}

/** until when full credit was to be had. */
function windowGone(c: Case, say: Say): readonly Line[] {
  const { subscription } = c;
  if (subscription.productClass !== 'isv-license') return [];
  const monthly = subscription.billingCycle === 'monthly';
  const at = new Date(Date.parse(subscription.orderPlacedAt) + (monthly ? DAY : 14 * DAY)).toISOString();
  if (at > say.reader.now) return [];
  return [say.line(monthly ? 'refund.gone.day' : 'refund.gone.fortnight', { until: moment(at, say.reader) })];
}
