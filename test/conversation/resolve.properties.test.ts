import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Resolved } from '../../src/conversation/resolve.ts';
import { resolveIn, storeOf } from '../support/names/accuracy.ts';
import { aNameDesk, OFFERS } from '../support/names/desk.ts';
import { TYPING_ERRORS } from '../support/names/errors.ts';
import { seeded } from '../support/names/random.ts';

const desk = aNameDesk(3_000, 11);
const store = storeOf(desk);
const deleted = new Set(desk.subscriptions.filter(({ status }) => status === 'deleted').map(({ id }) => id));

/** A customer's name and what one of the offers is called, not always one that the customer has. */
const named = fc
  .record({
    customer: fc.constantFrom(...desk.customers),
    offer: fc.constantFrom(...OFFERS.flatMap(([, called]) => called)),
  })
  .map(({ customer, offer }) => `${customer.short} ${offer}`);
/** The same, perhaps with a typing error. */
const typed = fc
  .tuple(named, fc.constantFrom(null, ...Object.values(TYPING_ERRORS)), fc.integer())
  .map(([words, error, seed]) => error?.(words, seeded(seed)) ?? words);

function meaning(resolved: Resolved): unknown {
  if (resolved.kind === 'none') return resolved;
  if (resolved.kind === 'one') return resolved.subscription.id;
  return {
    why: resolved.why,
    total: resolved.total,
    equal: resolved.equal,
    ids: resolved.found.map(({ id }) => id),
  };
}

test('the order of the words says nothing', () => {
  fc.assert(
    fc.property(typed, fc.integer(), (words, seed) => {
      const random = seeded(seed);
      const shuffled = words.split(' ').map((word) => ({ word, at: random.below(1_000) }));
      const other = shuffled.sort((a, b) => a.at - b.at).map(({ word }) => word);
      expect(meaning(resolveIn(store, other.join(' ')))).toEqual(meaning(resolveIn(store, words)));
    }),
  );
});

test('case, diacritics and spaces say nothing', () => {
  const ways: readonly ((words: string) => string)[] = [
    (words) => words.toUpperCase(),
    (words) => words.normalize('NFD'),
    (words) => words.normalize('NFD').replace(/\p{M}/gu, ''),
    (words) => `  ${words.replaceAll(' ', ' \u00a0 ')} `,
    (words) => words.replaceAll(' ', '-'),
  ];
  fc.assert(
    fc.property(named, fc.constantFrom(...ways), (words, way) => {
      expect(meaning(resolveIn(store, way(words)))).toEqual(meaning(resolveIn(store, words)));
    }),
  );
});

test('a tie is never decided: what came first into the index is not nearer', () => {
  const other = storeOf({
    customers: desk.customers.toReversed(),
    subscriptions: desk.subscriptions.toReversed(),
  });
  fc.assert(
    fc.property(typed, (words) => {
      expect(atTheTop(resolveIn(other, words))).toEqual(atTheTop(resolveIn(store, words)));
    }),
  );
});

/** Who is nearest, in no order; of more than a card shows only how many. */
function atTheTop(resolved: Resolved): unknown {
  if (resolved.kind !== 'choose') return meaning(resolved);
  const { why, total, equal, found } = resolved;
  const top = equal > found.length ? [] : found.slice(0, equal).map(({ id }) => id);
  return { why, total, equal, top: top.sort() };
}

test('what is not exact is never taken without asking', () => {
  const words = new Set(desk.customers.flatMap(({ short }) => short.toLowerCase().split(' ')));
  for (const { short } of desk.customers.slice(0, 200)) {
    const [first = ''] = short.split(' ');
    const misspelt = `${first.slice(0, 2)}x${first.slice(2)}`;
    if (words.has(misspelt.toLowerCase())) continue;
    expect(resolveIn(store, short.replace(first, misspelt)).kind).not.toBe('one');
  }
});

test('what is deleted is never offered', () => {
  fc.assert(
    fc.property(typed, (words) => {
      const resolved = resolveIn(store, words);
      const found = resolved.kind === 'choose' ? resolved.found : [];
      const all = resolved.kind === 'one' ? [resolved.subscription] : found;
      expect(all.filter(({ id }) => deleted.has(id))).toEqual([]);
    }),
  );
});

test('whatever is typed, it ends', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (words) => void resolveIn(store, words)),
  );
});
