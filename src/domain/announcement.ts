import { DAY, type Instant, plus } from './instant.ts';
import type { DUE_WORDS } from './subscription/due.ts';

/** What a place may ask to be told of (F-70, without its `all`, which is the three together). */
export const TOPICS = ['renewals', 'endings', 'deletions'] as const;
export type Topic = (typeof TOPICS)[number];

/** What the clock does, as it is announced. */
export type Announced = (typeof DUE_WORDS)[number];

const TOPIC_OF: Readonly<Record<Announced, Topic>> = {
  renewal: 'renewals',
  'trial-conversion': 'renewals',
  'end-of-service': 'endings',
  'data-deletion': 'deletions',
};

export function topicOf(what: Announced): Topic {
  return TOPIC_OF[what];
}

/** F-70's word as the topics that it stands for; null: none of them. */
export function topicsOf(word: string): readonly Topic[] | null {
  if (word === 'all') return TOPICS;
  const topic = TOPICS.find((one) => one === word);
  return topic === undefined ? null : [topic];
}

/** The contract's day, which is a day in UTC (G-3), at its first instant. */
export function startOfDay(at: Instant): Instant {
  return `${at.slice(0, 10)}T00:00:00.000Z`;
}

/** Calendar days in UTC: 0 is today. */
export function daysUntil(at: Instant, now: Instant): number {
  return (Date.parse(startOfDay(at)) - Date.parse(startOfDay(now))) / DAY;
}

/** A day on which something is announced ahead. */
export interface Mark {
  readonly days: number;
  /** First instant of that day. */
  readonly day: Instant;
}

/** The latest mark that has come, the only one still worth saying; null before the first, and once it has happened. */
export function latestMark(at: Instant, now: Instant, daysBefore: readonly number[]): Mark | null {
  if (at <= now) return null;
  const come = daysBefore.filter((days) => days >= daysUntil(at, now));
  if (come.length === 0) return null;
  const days = Math.min(...come);
  return { days, day: plus(startOfDay(at), { days: -days }) };
}
