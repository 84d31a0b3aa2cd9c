import { describe, expect, test } from '@jest/globals';
import { deadline, leftAtNow, leftAtNowDated } from '../../src/views/deadline.ts';
import { clock, day, left, moment, money, sameDay, shortMoment, utcDated } from '../../src/views/format.ts';
import { plain, plainSpan, speak } from '../../src/views/say.ts';
import type { Reader } from '../../src/views/view.ts';

const NOW = '2021-09-03T12:00:00.000Z';
const stockholm: Reader = { language: 'en', timeZone: 'Europe/Stockholm', now: NOW, person: null };

function said(at: string, reader: Partial<Reader>): string {
  return plainSpan(moment(at, { ...stockholm, ...reader })).replaceAll('\u00a0', ' ');
}

describe('dates (design 3.4, 3.7, 3.10)', () => {
  test.each([
    ['2021-10-01T00:00:00.000Z', {}, '1 Oct 2021, 02:00 CEST (00:00 UTC)'],
    ['2022-03-01T00:00:00.000Z', {}, '1 Mar 2022, 01:00 CET (00:00 UTC)'],
    ['2021-09-04T00:00:00.000Z', { language: 'sv' }, '4 sep. 2021 kl. 02:00 CEST (00:00 UTC)'],
    [
      '2021-09-04T02:30:00.000Z',
      { timeZone: 'America/New_York' },
      '3 Sep 2021, 22:30 EDT (4 Sep, 02:30 UTC)',
    ],
    ['2021-09-04T02:30:00.000Z', { timeZone: 'Asia/Kolkata' }, '4 Sep 2021, 08:00 IST (02:30 UTC)'],
    ['2021-09-04T02:30:00.000Z', { timeZone: 'Asia/Tokyo' }, '4 Sep 2021, 11:30 UTC+09:00 (02:30 UTC)'],
    ['2021-09-04T02:30:00.000Z', { timeZone: 'UTC' }, '4 Sep 2021, 02:30 UTC'],
    ['2021-12-04T02:30:00.000Z', { timeZone: 'Europe/London' }, '4 Dec 2021, 02:30 GMT (02:30 UTC)'],
    ['2021-09-04T02:30:00.000Z', { timeZone: 'Nowhere/Atall' }, '4 Sep 2021, 02:30 UTC'],
  ] as const)('%s for %o', (at, reader, expected) => {
    expect(said(at, reader)).toBe(expected);
  });

  test('number and unit, day and month, hour and zone do not come apart', () => {
    expect(plainSpan(shortMoment('2021-09-03T12:15:00.000Z', stockholm))).toBe(
      '3\u00a0Sep, 14:15\u00a0CEST (12:15\u00a0UTC)',
    );
  });

  test('a plain day is the contract’s day, which is UTC’s (G-3)', () => {
    expect(day('2022-03-01T00:00:00.000Z', 'en')).toBe('1\u00a0Mar\u00a02022');
    expect(utcDated('2021-10-01T00:00:00.000Z', 'sv')).toBe('1\u00a0okt., 00:00\u00a0UTC');
  });

  test('the clock is the reader’s, and so is the day', () => {
    expect(clock(NOW, stockholm)).toBe('14:00');
    expect(clock(NOW, { ...stockholm, language: 'sv' })).toBe('kl.\u00a014:00');
    expect(sameDay('2021-09-03T22:30:00.000Z', NOW, stockholm)).toBe(false);
  });
});

describe('what is left (design 3.5): rounded down, never a minute too many', () => {
  test.each([
    ['2021-10-01T00:00:00.000Z', { days: 27, hours: 0, minutes: 0 }],
    ['2021-09-05T12:00:00.000Z', { days: 2, hours: 0, minutes: 0 }],
    ['2021-09-05T11:59:59.999Z', { days: 0, hours: 47, minutes: 59 }],
    ['2021-09-03T12:59:59.000Z', { days: 0, hours: 0, minutes: 59 }],
    ['2021-09-03T11:00:00.000Z', { days: 0, hours: 0, minutes: 0 }],
  ])('until %s', (until, expected) => {
    expect(left(until, NOW)).toEqual(expected);
  });

  test('the count says when it was counted', () => {
    const say = speak(stockholm);
    expect(leftAtNow('2021-09-04T00:00:00.000Z', say)).toBe('12\u00a0h left at 14:00');
    expect(leftAtNow('2021-09-03T15:12:30.000Z', say)).toBe('3\u00a0h\u00a012\u00a0min left at 14:00');
    expect(leftAtNowDated('2021-09-04T00:00:00.000Z', say)).toBe('12\u00a0h left at 14:00 on 3\u00a0Sep');
  });

  test('under fifteen minutes it may not be done in time', () => {
    expect(plain(deadline('2021-09-03T12:14:00.000Z', speak(stockholm)))).toMatch(
      /14\u00a0min left at 14:00\. It may not be done in time\.$/,
    );
    expect(leftAtNow('2021-09-03T12:15:00.000Z', speak(stockholm))).not.toContain('may not');
  });
});

describe('money (design 3.1): code, amount, the currency’s own digits', () => {
  test.each([
    [{ minor: 36200, currency: 'USD' }, 'USD 362.00', '362,00 USD'],
    [{ minor: 8521644, currency: 'USD' }, 'USD 85,216.44', '85 216,44 USD'],
    [{ minor: 12990, currency: 'JPY' }, 'JPY 12,990', '12 990 JPY'],
    [{ minor: 15000, currency: 'KWD' }, 'KWD 15.000', '15,000 KWD'],
  ])('%o', (amount, en, sv) => {
    expect(money(amount, 'en').replaceAll('\u00a0', ' ')).toBe(en);
    expect(money(amount, 'sv').replaceAll('\u00a0', ' ')).toBe(sv);
  });
});
