import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { parseInstant, parseInstantOrDate, plus } from '../../src/domain/instant.ts';
import { formatDecimal, parseMoney, priceTimes } from '../../src/domain/money.ts';
import { cyclesCharged, nextTermEnd, termEnd } from '../../src/domain/period.ts';
import { lastTermEndBy } from '../../src/domain/termWalk.ts';
import { at } from './../support/decider.ts';

describe('instants', () => {
  test('G-3: any offset becomes UTC with milliseconds', () => {
    expect(parseInstant('2021-09-01T12:00+02:00')).toBe('2021-09-01T10:00:00.000Z');
  });

  test('G-3: every form of one instant is one text', () => {
    const forms = ['2021-09-01T10:00Z', '2021-09-01T10:00:00.000Z', '2021-09-01T10:00:00.000000Z'];
    expect(forms.map(parseInstant)).toEqual(forms.map(() => '2021-09-01T10:00:00.000Z'));
  });

  test('outside the years 1 to 9999 there is no instant', () => {
    const texts = ['0000-12-31T23:59:59.999Z', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999-01:00'];
    expect(texts.map(parseInstant)).toEqual([null, '0001-01-01T00:00:00.000Z', null]);
  });

  test.each(['2021-09-01', '2021-09-01T00:00:00', '2021-13-01T00:00Z', '2021-02-30T00:00Z', '1', ''])(
    '%s is no instant',
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );

  test('F-08: a plain date is midnight UTC where dates are allowed', () => {
    expect(parseInstantOrDate('2021-09-01')).toBe(at('2021-09-01'));
  });

  test('R-5: months are those of the calendar, with leap years', () => {
    const random = fc.record({
      months: fc.integer({ min: -2400, max: 2400 }),
      days: fc.integer({ min: -40, max: 40 }),
    });
    const range = { min: new Date('0400-01-01'), max: new Date('9700-01-01'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), random, (date, duration) => {
        const expected = DateTime.fromJSDate(date, { zone: 'utc' }).plus(duration).toJSDate().toISOString();
        expect(plus(date.toISOString(), duration)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('what would leave the calendar stays at its edge', () => {
    expect(plus('9999-12-01T00:00:00.000Z', { months: 12 })).toBe('9999-12-31T23:59:59.999Z');
    expect(plus('0001-01-31T00:00:00.000Z', { months: -1 })).toBe('0001-01-01T00:00:00.000Z');
    expect(plus('2021-01-31T00:00:00.000Z', { days: 1e12 })).toBe('9999-12-31T23:59:59.999Z');
  });
});

describe('money', () => {
  test('F-16: multiplied first, rounded half up once', () => {
    expect(priceTimes('0.005', 1, 'USD').minor).toBe(1);
    expect(priceTimes('0.0049', 1, 'USD').minor).toBe(0);
    expect(priceTimes('0.0049', 3, 'USD').minor).toBe(1);
  });

  test.each([
    ['USD', 5, '0.05'],
    ['JPY', 12990, '12990'],
    ['KWD', 15000, '15.000'],
    ['HUF', 36250, '362.50'],
    ['IDR', 36250, '362.50'],
    ['IQD', 36250, '36.250'],
  ])('F-16: by ISO 4217 %s %d is %s', (currency, minor, text) => {
    expect(formatDecimal({ minor, currency })).toBe(text);
    expect(parseMoney(text, currency)).toEqual({ minor, currency });
  });

  test('finer than the minor unit is no amount', () => {
    expect(parseMoney('1.001', 'USD')).toBeNull();
  });
});

describe('periods', () => {
  test('R-5: anchored on the 31st', () => {
    const ends = [1, 2, 3].map((k) => termEnd(at('2024-01-31'), 'P1M', k));
    expect(ends).toEqual([at('2024-02-29'), at('2024-03-31'), at('2024-04-30')]);
  });

  test('R-5: the next end is after the instant, never at it', () => {
    expect(nextTermEnd(at('2024-01-31'), 'P1M', at('2024-02-29'))).toBe(at('2024-03-31'));
    expect(nextTermEnd(at('2024-01-31'), 'P1Y', at('2020-01-01'))).toBe(at('2025-01-31'));
  });

  test('F-13: the last end by an instant is at or before it, to the millisecond', () => {
    const term = { anchor: at('2024-01-31T10:00Z'), end: at('2024-02-29T10:00Z'), term: 'P1M' } as const;
    const ends = ['2024-03-31T09:59:59.999Z', '2024-03-31T10:00Z', '2024-05-01T09:00Z'].map((now) =>
      lastTermEndBy(term, at(now)),
    );
    expect(ends).toEqual(['2024-02-29T10:00Z', '2024-03-31T10:00Z', '2024-04-30T10:00Z'].map(at));
  });

  test('F-30: a cycle is charged at its first instant', () => {
    const charged = (now: string) => cyclesCharged(at('2021-02-01'), 'monthly', 'P1Y', at(now)).cycles;
    expect(['2021-02-28T23:59:59.999Z', '2021-03-01', '2021-01-01'].map(charged)).toEqual([1, 2, 1]);
  });
});
