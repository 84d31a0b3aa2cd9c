import { describe, expect, test } from '@jest/globals';
import { daysUntil, latestMark, topicsOf } from '../../src/domain/announcement.ts';

const DAYS = [30, 7, 1];

describe('marks ahead of a date, by the contract’s day in UTC (G-3)', () => {
  test.each([
    ['31 days before', '2024-01-30T23:59:59.999Z', null],
    ['30 days before, over a leap day', '2024-01-31T00:00:00.000Z', 30],
    ['late for 30', '2024-02-22T23:59:59.999Z', 30],
    ['7 days before', '2024-02-23T00:00:00.000Z', 7],
    ['the day before', '2024-02-29T12:00:00.000Z', 1],
    ['on the day, before it happens', '2024-03-01T09:59:59.999Z', 1],
    ['when it happens', '2024-03-01T10:00:00.000Z', null],
  ])('%s', (_, now, days) => {
    expect(latestMark('2024-03-01T10:00:00.000Z', now, DAYS)?.days ?? null).toBe(days);
  });

  test('a mark has its day, whatever the time of the date', () => {
    expect(latestMark('2024-03-01T10:00:00.000Z', '2024-02-29T12:00:00.000Z', DAYS)).toEqual({
      days: 1,
      day: '2024-02-29T00:00:00.000Z',
    });
  });

  test('without marks nothing is announced ahead', () => {
    expect(latestMark('2024-03-01T10:00:00.000Z', '2024-02-29T12:00:00.000Z', [])).toBeNull();
  });

  test('days are calendar days', () => {
    expect(daysUntil('2024-03-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z')).toBe(1);
  });
});

test('F-70: all is the three together, any other word is none', () => {
  expect(topicsOf('all')).toEqual(['renewals', 'endings', 'deletions']);
  expect(topicsOf('deletions')).toEqual(['deletions']);
  expect(topicsOf('constructor')).toBeNull();
});
