import { atTime, type Day, dayOf, daysIn, timeOf } from './calendar.ts';
import type { Instant } from './instant.ts';
import { TERM_MONTHS, type Term } from './period.ts';

/**
 * The last end at or before `now` among those that followingTermEnd reaches one by one; the present end when there is none.
 * Off the anchor's grid a short month moves every later end (F-10), so the steps cannot be multiplied; here one is a few additions.
 */
export function lastTermEndBy({ anchor, end, term }: Term, now: Instant): Instant {
  const time = timeOf(end);
  const until = lastDayBy(now, time);
  const anchored = timeOf(anchor) === time ? dayOf(anchor) : null;
  let { month, day } = dayOf(end);
  for (;;) {
    const next = month + TERM_MONTHS[term];
    const wanted = anchored !== null && isOnGrid(anchored, month, day) ? anchored.day : day;
    const nextDay = Math.min(wanted, daysIn(next));
    if (next > until.month || (next === until.month && nextDay > until.day)) break;
    month = next;
    day = nextDay;
  }
  return atTime({ month, day }, time);
}

/** The last day that at this time of day is not after now; the day before the first of a month is its 0th. */
function lastDayBy(now: Instant, time: string): Day {
  const { month, day } = dayOf(now);
  return { month, day: time <= timeOf(now) ? day : day - 1 };
}

function isOnGrid(anchored: Day, month: number, day: number): boolean {
  return month >= anchored.month && day === Math.min(anchored.day, daysIn(month));
}
