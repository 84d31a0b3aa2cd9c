import { DateTime } from 'luxon';
import { atTime, dayOf, daysIn, timeOf } from './calendar.ts';

/** An instant as ISO-8601 UTC with milliseconds, "2021-09-01T00:00:00.000Z": compares as text (G-3). */
export type Instant = string;

/** Calendar and clock parts; negative ones count backwards. */
export interface Duration {
  readonly months?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly milliseconds?: number;
}

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Instants compare as text only inside these years: what would leave them stays at the edge. */
const EARLIEST: Instant = '0001-01-01T00:00:00.000Z';
const FIRST = Date.parse(EARLIEST);
const LATEST: Instant = '9999-12-31T23:59:59.999Z';
const LAST = Date.parse(LATEST);
const FIRST_MONTH = dayOf(EARLIEST).month;
const LAST_MONTH = dayOf(LATEST).month;

/** An ISO-8601 instant with its offset, in any precision; null when it is none. */
export function parseInstant(text: string): Instant | null {
  return INSTANT.test(text) ? inRange(text) : null;
}

/** As parseInstant, and a plain date is midnight UTC (F-08). */
export function parseInstantOrDate(text: string): Instant | null {
  return DATE.test(text) ? inRange(text) : parseInstant(text);
}

function inRange(text: string): Instant | null {
  if (isCanonical(text)) return text >= EARLIEST ? text : null;
  const parsed = DateTime.fromISO(text, { zone: 'utc' });
  const at = parsed.toMillis();
  return parsed.isValid && at >= FIRST && at <= LAST ? toInstant(at) : null;
}

/** Our own form, as nearly all are: reading it needs no calendar. */
function isCanonical(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString() === text;
}

/** Months are calendar months in UTC, the last day standing for a missing one. */
export function plus(instant: Instant, { months = 0, ...rest }: Duration): Instant {
  return toInstant(Date.parse(months === 0 ? instant : plusMonths(instant, months)) + fixedLength(rest));
}

function plusMonths(instant: Instant, months: number): Instant {
  const { month: from, day } = dayOf(instant);
  const month = from + months;
  if (month < FIRST_MONTH) return EARLIEST;
  return month > LAST_MONTH ? LATEST : atTime({ month, day: Math.min(day, daysIn(month)) }, timeOf(instant));
}

/** In UTC every day has 24 hours. */
function fixedLength({ days = 0, hours = 0, minutes = 0, milliseconds = 0 }: Duration): number {
  return days * DAY + hours * HOUR + minutes * MINUTE + milliseconds;
}

/** Milliseconds from one instant to the other; negative backwards. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** Real time (milliseconds since 1970) as an instant. */
export function ofMilliseconds(milliseconds: number): Instant {
  return toInstant(milliseconds);
}

/** The way back. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** Whole 24-hour periods, rounded down. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.floor(millisecondsBetween(from, to) / DAY);
}

export function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function toInstant(milliseconds: number): Instant {
  const at = Number.isNaN(milliseconds) ? LAST : Math.min(Math.max(milliseconds, FIRST), LAST);
  return new Date(at).toISOString();
}
