import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { parse } from '../../src/conversation/parse.ts';
import type { Parsed } from '../../src/conversation/parsed.ts';
import { failures, isTrap, score, shareUnderstood, table } from './report.ts';
import { readRows } from './rows.ts';

/** Issue 7: what people type is understood, and nothing is done that was not asked. */
const FLOOR = 0.97;

const BATCHES = {
  first: ['en-acting', 'sv-acting', 'en-reading', 'sv-reading', 'en-traps', 'sv-traps'],
  second: ['second-en', 'second-sv'],
  third: ['third-en', 'third-sv'],
} as const;

describe.each(Object.entries(BATCHES))('the %s batch', (name, files) => {
  const scored = score(
    files.flatMap((file) => readRows(`${file}.txt`)),
    (text) => parse(text),
  );
  const meaningful = scored.filter((one) => !isTrap(one));
  process.stdout.write(`${table(`${name} batch`, scored)}\n\n`);
  if (process.env['SUBDESK_TEST_SHOW'] === '1') process.stdout.write(`${failures(scored)}\n\n`);

  test('no trap acts', () => {
    expect(texts(scored.filter((one) => isTrap(one) && one.verdict === 'acted wrongly'))).toEqual([]);
  });

  test('nothing acts otherwise than it was meant', () => {
    expect(texts(meaningful.filter((one) => one.verdict === 'acted wrongly'))).toEqual([]);
  });

  test('what means something is understood', () => {
    expect(shareUnderstood(meaningful)).toBeGreaterThanOrEqual(FLOOR);
  });

  test('either language is understood whatever the locale', () => {
    const differing = scored.filter(({ row, said }) =>
      ['en', 'sv'].some((locale) => !sameMeaning(parse(row.text, locale), said)),
    );
    expect(texts(differing)).toEqual([]);
  });
});

function sameMeaning(one: Parsed, other: Parsed): boolean {
  return isDeepStrictEqual({ ...one, suggestions: [] }, { ...other, suggestions: [] });
}

function texts(scored: ReturnType<typeof score>): readonly string[] {
  return scored.map(({ row }) => `${row.at} ${row.text}`);
}
