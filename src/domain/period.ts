import { type Instant, plus } from './instant.ts';
import type { BillingCycle, TermDuration } from './subscription/subscription.ts';

export const TERM_MONTHS = { P1M: 1, P1Y: 12, P3Y: 36 } as const satisfies Record<TermDuration, number>;
/** `none` is paid once a term. */
export const CYCLE_MONTHS = { monthly: 1, annual: 12, triennial: 36, none: 0 } as const satisfies Record<
  BillingCycle,
  number
>;

/** anchor + k × term, computed at once so that the 31st does not drift. */
export function termEnd(anchor: Instant, term: TermDuration, k: number): Instant {
  return plus(anchor, { months: k * TERM_MONTHS[term] });
}

/** The first anchor + k × term (k at least 1) after the instant. */
export function nextTermEnd(anchor: Instant, term: TermDuration, after: Instant): Instant {
  return multipleAfter(anchor, 0, TERM_MONTHS[term], after);
}

export interface Term {
  readonly anchor: Instant;
  /** The present end: the new term counts on from its place on the anchor's grid of months, or from itself (F-10). */
  readonly end: Instant;
  readonly term: TermDuration;
}

/** Where the term after the present one ends. */
export function followingTermEnd(term: Term): Instant {
  const { from, months } = placeOf(term);
  return plus(from, { months: months + TERM_MONTHS[term.term] });
}

/** The first end of a term after the instant, counted on from the present end (F-42). */
export function termEndAfter(term: Term, after: Instant): Instant {
  const { from, months } = placeOf(term);
  return multipleAfter(from, months, TERM_MONTHS[term.term], after);
}

function placeOf({ anchor, end }: Term): { readonly from: Instant; readonly months: number } {
  const about = calendarMonths(anchor, end);
  const months = [about, about + 1].find((k) => k >= 0 && plus(anchor, { months: k }) === end);
  return months === undefined ? { from: end, months: 0 } : { from: anchor, months };
}

/** The first from + (base + k × step) months after the instant, k at least 1. */
function multipleAfter(from: Instant, base: number, step: number, after: Instant): Instant {
  const estimate = Math.floor((calendarMonths(from, after) - base) / step);
  const first = Math.max(1, estimate);
  const candidates = [first, first + 1, first + 2].map((k) => plus(from, { months: base + k * step }));
  return candidates.find((end) => end > after) ?? candidates[0] ?? from;
}

/** Charges since the start, one at the first instant of each cycle, never fewer than the first one (F-30, F-36). */
export interface Charged {
  readonly cycles: number;
  /** The end of the last cycle charged. */
  readonly until: Instant;
}

export function cyclesCharged(
  start: Instant,
  cycle: BillingCycle,
  term: TermDuration,
  now: Instant,
): Charged {
  const months = CYCLE_MONTHS[cycle] || TERM_MONTHS[term];
  const about = Math.max(1, Math.floor(calendarMonths(start, now) / months));
  const cycles =
    [about, about + 1, about + 2].find((n) => plus(start, { months: n * months }) > now) ?? about;
  return { cycles, until: plus(start, { months: cycles * months }) };
}

/** From the one calendar month to the other, whatever the day. */
function calendarMonths(from: Instant, to: Instant): number {
  const part = (instant: Instant) => 12 * Number(instant.slice(0, 4)) + Number(instant.slice(5, 7));
  return part(to) - part(from);
}
