import { isSeatWord, numberOf } from './numbers.ts';
import type { PhraseSet } from './phraseSet.ts';
import type { Token } from './tokenize.ts';
import {
  BEFORE_DATE,
  BEFORE_MONTH,
  MOMENTS,
  MONTHS,
  NOW,
  PAST_MOMENTS,
  TERM_END,
  UNITS,
  WEEKDAYS,
} from './words/times.ts';

export interface Timed {
  /** Without the words about time. */
  readonly tokens: readonly Token[];
  readonly timing: 'now' | 'term-end' | null;
  /** A date or duration of one's own (F-61). */
  readonly date: boolean;
  readonly past: boolean;
  /** Only without "at renewal" and "now": what looks like a date may be a term ("three years"). */
  readonly undated: readonly Token[];
}

/** Takes out when it is to happen; "at renewal" and "now" are the only times the desk knows. */
export function takeTimes(tokens: readonly Token[]): Timed {
  const atTermEnd = without(tokens, TERM_END);
  const past = without(atTermEnd, PAST_MOMENTS);
  const dated = withoutDates(past);
  const now = without(dated, NOW);
  return {
    tokens: now,
    timing: atTermEnd.length < tokens.length ? 'term-end' : now.length < dated.length ? 'now' : null,
    date: dated.length < past.length,
    undated: without(past, NOW),
    past: past.length < atTermEnd.length,
  };
}

function without(tokens: readonly Token[], set: PhraseSet): readonly Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const length = set.at(tokens, index);
    const token = tokens[index];
    if (length === 0 && token) kept.push(token);
    index += Math.max(1, length);
  }
  return kept;
}

function withoutDates(tokens: readonly Token[]): readonly Token[] {
  const dropped = new Set<number>();
  tokens.forEach((_, index) => {
    const length = dateAt(tokens, index);
    for (let i = 0; i < length; i += 1) dropped.add(index + i);
  });
  // From the end backwards, so that "from the" goes with the date it leads to.
  for (let index = tokens.length - 2; index >= 0; index -= 1) {
    const key = tokens[index]?.key ?? '';
    if (dropped.has(index + 1) && !tokens[index]?.quoted && BEFORE_DATE.has(key)) dropped.add(index);
  }
  return tokens.filter((_, index) => !dropped.has(index));
}

const NUMERIC_DATE =
  /^(?:\d{4}-\d{1,2}(?:-\d{1,2})?(?:t[\d:.]+z?)?|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{1,2}:\d{2}|\d{1,2}(?:am|pm))$/u;
const ORDINAL = /^\d{1,2}(?:st|nd|rd|th|:a|:e|a|e)$/u;

/** How many tokens of a date begin here. */
function dateAt(tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (!token || token.quoted) return 0;
  const moment = MOMENTS.at(tokens, index);
  if (moment > 0) return moment;
  if (numberOf(token) !== null && isSeatWord(tokens[index + 1])) return 0;
  if (WEEKDAYS.has(token.key) || NUMERIC_DATE.test(token.key) || ORDINAL.test(token.key)) return 1;
  if (MONTHS.has(token.key)) return isMonthHere(tokens, index) ? 1 : 0;
  const next = tokens[index + 1];
  if (numberOf(token) !== null && isClock(tokens[index - 1])) return 1;
  if (numberOf(token) === null || !next || next.quoted) return 0;
  if (UNITS.has(next.key)) return tokens[index + 2]?.key === 'time' ? 3 : 2;
  return MONTHS.has(next.key) ? 2 : 0;
}

/** "klockan 17", "kl 17". */
function isClock(before: Token | undefined): boolean {
  return before !== undefined && /^(?:kl|kl\.|klockan|clock)$/u.test(before.key);
}

function isMonthHere(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const numbered = [before, after].some(
    (token) => token !== undefined && /^\d{1,4}(?:st|nd|rd|th|:a|:e)?$/u.test(token.key),
  );
  return numbered || (before !== undefined && BEFORE_MONTH.has(before.key));
}
