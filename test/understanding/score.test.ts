import { describe, expect, test } from '@jest/globals';
import type { Parsed } from '../../src/conversation/parsed.ts';
import { readRows } from './rows.ts';
import { verdictOf } from './score.ts';

const ROWS = [...readRows('en-acting.txt'), ...readRows('en-traps.txt')];

function verdict(text: string, said: object, read: (text: string) => string = () => 'help'): string {
  const row = ROWS.find((one) => one.text === text);
  if (!row) throw new Error(`no row: ${text}`);
  const parsed = (words: string): Parsed => ({ text: words, intent: read(words), slots: {} });
  return verdictOf(row, { text, ...said } as Parsed, parsed);
}

describe('a sentence that acts', () => {
  const text = 'add 5 seats to contoso e3';
  const slots = { delta: 5 };

  test('is understood up to case, spaces and trailing punctuation', () => {
    const said = { intent: 'set-quantity', subject: 'Contoso  E3.', slots };
    expect(verdict(text, said)).toBe('understood');
  });

  test('is only misunderstood when its subject keeps a filler, its reason is wrong, or nothing is done', () => {
    const said = { intent: 'set-quantity', subject: 'the contoso e3', slots };
    expect(verdict(text, said)).toBe('misunderstood');
    expect(verdict(text, { ...said, subject: 'contoso e3', slots: { ...slots, reason: 'fraud' } })).toBe(
      'misunderstood',
    );
    expect(verdict(text, { intent: null, because: 'unknown', suggestions: [] })).toBe('misunderstood');
    expect(verdict(text, { intent: 'show', subject: 'contoso e3', slots: {} })).toBe('misunderstood');
  });

  test.each([
    { intent: 'set-quantity', subject: 'contoso e3', slots: { delta: -5 } },
    { intent: 'set-quantity', subject: 'contoso e3', slots: { quantity: 5 } },
    { intent: 'set-quantity', subject: 'contoso e3', slots: {} },
    { intent: 'set-quantity', subject: 'contoso', slots },
    { intent: 'set-quantity', slots },
    { intent: 'pause', subject: 'contoso e3', slots: {} },
  ])('acts wrongly with another deed, thing or number: %j', (said) => {
    expect(verdict(text, said)).toBe('acted wrongly');
  });
});

describe('a trap', () => {
  const text = "don't pause it, cancel it";
  const refused = { intent: null, because: 'negation', suggestions: ['S-1042'] };

  test('is understood by its reason together with the suggestion it has to have', () => {
    expect(verdict(text, refused, () => 'cancel')).toBe('understood');
    expect(verdict(text, refused)).toBe('misunderstood');
    expect(verdict(text, { ...refused, because: 'unknown' }, () => 'cancel')).toBe('misunderstood');
  });

  test('acts wrongly with any deed', () => {
    expect(verdict(text, { intent: 'cancel', subject: 'it', slots: {} })).toBe('acted wrongly');
  });
});
