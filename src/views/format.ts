import { DateTime } from 'luxon';
import type { Instant } from '../domain/instant.ts';
import { currencyDigits, type Money } from '../domain/money.ts';
import type { Language } from '../domain/person.ts';
import type { Span } from './statement.ts';
import type { Reader } from './view.ts';

/** Between number and unit, code and amount, day and month (design 3.10). */
export const NBSP = '\u00a0';

const NUMBERS = { en: 'en-GB', sv: 'sv-SE' } as const;
const DATES = { en: 'en-US', sv: 'sv-SE' } as const;
/** No one locale names every zone in letters: the first that does not say GMT+n wins. */
const ZONE_NAMES = ['en-GB', 'en-US', 'en-AU', 'en-IN', 'en-CA', 'en-NZ'] as const;

/** The most decimals that a currency has (CLF: 4). */
const MOST_DIGITS = 4;

/** Made once: making one costs more than the line that it stands in. */
const COUNTS = { en: new Intl.NumberFormat(NUMBERS.en), sv: new Intl.NumberFormat(NUMBERS.sv) } as const;
/** By their decimals. */
const AMOUNTS = { en: amountsIn('en'), sv: amountsIn('sv') } as const;

/** Found once for each zone and offset: asking costs more than the rest of a card together. */
const zoneNames = new Map<string, string>();
/** Zones come from outside, in any spelling: more than the world has are forgotten. */
const MOST_ZONE_NAMES = 1_000;

const HOUR = 3_600_000;

/** A whole number with the language's grouping. */
export function count(value: number, language: Language): string {
  return COUNTS[language].format(value);
}

/** "USD 362.00", "362,00 USD": the currency's own digits, no symbol (design 3.1). */
export function money(amount: Money, language: Language): string {
  const digits = currencyDigits(amount.currency);
  const format = AMOUNTS[language][digits] ?? amountFormat(language, digits);
  const text = format.format(amount.minor / 10 ** digits);
  return language === 'sv' ? `${text}${NBSP}${amount.currency}` : `${amount.currency}${NBSP}${text}`;
}

function amountsIn(language: Language): readonly Intl.NumberFormat[] {
  return Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => amountFormat(language, digits));
}

function amountFormat(language: Language, digits: number): Intl.NumberFormat {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(NUMBERS[language], options);
}

/** "1 Mar 2022": the contract's day, which is a day in UTC (G-3, design 3.9). */
export function day(at: Instant, language: Language): string {
  return spaced(inZone(at, 'utc', language).toFormat('d MMM yyyy'));
}

/** "4 Sep 2021, 02:00 CEST (00:00 UTC)" as a span (design 3.4). */
export function moment(at: Instant, reader: Reader): Span {
  return stamp(at, reader, 'd MMM yyyy');
}

/** The same without the year, for what happens within hours. */
export function shortMoment(at: Instant, reader: Reader): Span {
  return stamp(at, reader, 'd MMM');
}

/** "14:00", "kl. 14:00": the reader's clock, without a zone; stands where the zone was just named. */
export function clock(at: Instant, reader: Reader): string {
  const time = local(at, reader).toFormat('HH:mm');
  return reader.language === 'sv' ? `kl.${NBSP}${time}` : time;
}

/** "3 Sep": the reader's day. */
export function dayOfReader(at: Instant, reader: Reader): string {
  return spaced(local(at, reader).toFormat('d MMM'));
}

/** Both on the same day of the reader's? */
export function sameDay(one: Instant, other: Instant, reader: Reader): boolean {
  return local(one, reader).hasSame(local(other, reader), 'day');
}

/** "1 Oct, 00:00 UTC": always with its own date, where the client writes the local one (design 3.7). */
export function utcDated(at: Instant, language: Language): string {
  const utc = inZone(at, 'utc', language);
  return `${spaced(utc.toFormat('d MMM'))}, ${utc.toFormat('HH:mm')}${NBSP}UTC`;
}

/** Whole days from 48 h, else hours and minutes, always rounded down (design 3.5). */
export function left(
  until: Instant,
  now: Instant,
): { readonly days: number; readonly hours: number; readonly minutes: number } {
  const ms = Math.max(0, Date.parse(until) - Date.parse(now));
  if (ms >= 48 * HOUR) return { days: Math.floor(ms / (24 * HOUR)), hours: 0, minutes: 0 };
  return { days: 0, hours: Math.floor(ms / HOUR), minutes: Math.floor((ms % HOUR) / 60_000) };
}

function stamp(at: Instant, reader: Reader, pattern: string): Span {
  const there = local(at, reader);
  const date = spaced(there.toFormat(pattern));
  const zone = zoneName(there);
  const text = `${date}${reader.language === 'sv' ? ` kl.${NBSP}` : ', '}${there.toFormat('HH:mm')}${NBSP}${zone}`;
  const utc = there.toUTC();
  if (zone === 'UTC') return { at, local: text, utc: '' };
  const own =
    there.toFormat('d') === utc.toFormat('d')
      ? `${utc.toFormat('HH:mm')}${NBSP}UTC`
      : utcDated(at, reader.language);
  return { at, local: text, utc: own };
}

function local(at: Instant, reader: Reader): DateTime {
  const there = inZone(at, reader.timeZone, reader.language);
  return there.isValid ? there : inZone(at, 'utc', reader.language);
}

function inZone(at: Instant, zone: string, language: Language): DateTime {
  return DateTime.fromMillis(Date.parse(at), { zone, locale: DATES[language] });
}

/** CEST: the zone's letters at that instant; UTC+05:30 where no language has any. */
function zoneName(there: DateTime): string {
  const zone = there.zoneName ?? 'UTC';
  if (there.offset === 0 && /^(utc|etc\/)/i.test(zone)) return 'UTC';
  const key = `${zone} ${there.offset}`;
  const known = zoneNames.get(key);
  if (known !== undefined) return known;
  if (zoneNames.size >= MOST_ZONE_NAMES) zoneNames.clear();
  const name = lettersOf(there);
  zoneNames.set(key, name);
  return name;
}

function lettersOf(there: DateTime): string {
  const named = ZONE_NAMES.find((locale) => !/^(GMT|UTC)[+\u2212-]/.test(nameIn(locale, there)));
  return named === undefined ? `UTC${there.toFormat('ZZ')}` : nameIn(named, there);
}

function nameIn(locale: string, there: DateTime): string {
  return there.setLocale(locale).toFormat('ZZZZ');
}

function spaced(text: string): string {
  return text.replaceAll(' ', NBSP);
}
