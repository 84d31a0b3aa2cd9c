import { fold } from '../normalise.ts';
import { phraseSet } from '../phraseSet.ts';
import { EN_TIMES } from './en/times.ts';
import { SV_TIMES } from './sv/times.ts';
import { listOf } from './trade.ts';

function both(name: keyof typeof EN_TIMES): string {
  return `${EN_TIMES[name]}, ${SV_TIMES[name]}`;
}

function words(name: keyof typeof EN_TIMES): ReadonlySet<string> {
  return new Set(listOf(both(name)).map(fold));
}

export const NOW = phraseSet(both('now'));
export const TERM_END = phraseSet(both('termEnd'));
/** A moment of one's own is never acted on (F-61). */
export const MOMENTS = phraseSet(both('moments'));
export const PAST_MOMENTS = phraseSet(both('past'));
export const WEEKDAYS = words('weekdays');
/** Names of months: dates beside a number or after a preposition, else they may be anybody's name. */
export const MONTHS = words('months');
export const UNITS = words('units');
export const BEFORE_DATE = words('beforeDate');
export const BEFORE_MONTH = words('beforeMonth');

export const TIME_WORDS = (['now', 'termEnd', 'past'] as const).map(both).join(', ');
