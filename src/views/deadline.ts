import type { Instant } from '../domain/instant.ts';
import { clock, dayOfReader, left, moment, sameDay, shortMoment } from './format.ts';
import type { Say } from './say.ts';
import type { Line, Span } from './statement.ts';

const SHORT_OF_TIME_MINUTES = 15;

/** "27 days left at 14:00": when it was counted stays true in a card that is never refreshed (design 3.4). No full stop. */
export function leftAtNow(until: Instant, say: Say): string {
  const { now } = say.reader;
  const amount = say.text('left.at', { left: leftWords(until, say), at: clock(now, say.reader) });
  return hurry(until, say) ? `${amount}. ${say.text('left.hurry')}` : amount;
}

/** The same with its day, where the card can outlive the day (an approval). */
export function leftAtNowDated(until: Instant, say: Say): string {
  const { reader } = say;
  if (sameDay(reader.now, until, reader)) return leftAtNow(until, say);
  const values = {
    left: leftWords(until, say),
    at: clock(reader.now, reader),
    day: dayOfReader(reader.now, reader),
  };
  return say.text('left.at.day', values);
}

/** "1 Oct 2021, 02:00 CEST (00:00 UTC), 27 days left at 14:00". */
export function deadline(until: Instant, say: Say): Line {
  return [moment(until, say.reader), { text: `, ${ended(leftAtNow(until, say), until, say)}` }];
}

export function deadlineDated(until: Instant, say: Say): Line {
  return [moment(until, say.reader), { text: `, ${ended(leftAtNowDated(until, say), until, say)}` }];
}

/** Without the year for what ends within hours of now, with it for everything else. */
export function nearMoment(at: Instant, say: Say): Span {
  const near = Math.abs(Date.parse(at) - Date.parse(say.reader.now)) < 48 * 3_600_000;
  return near ? shortMoment(at, say.reader) : moment(at, say.reader);
}

/** A full stop where there is more than one sentence. */
function ended(words: string, until: Instant, say: Say): string {
  return hurry(until, say) ? `${words}.` : words;
}

function leftWords(until: Instant, say: Say): string {
  const { days, hours, minutes } = left(until, say.reader.now);
  if (days > 0) return say.text('left.days', { n: days });
  if (hours === 0) return say.text('left.minutes', { n: minutes });
  return minutes === 0 ? say.text('left.hours', { n: hours }) : say.text('left.both', { hours, minutes });
}

function hurry(until: Instant, say: Say): boolean {
  const { days, hours, minutes } = left(until, say.reader.now);
  return days === 0 && hours === 0 && minutes < SHORT_OF_TIME_MINUTES;
}
