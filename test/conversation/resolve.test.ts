import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createNameIndex, type NameIndex } from '../../src/conversation/nameIndex.ts';
import { resolve } from '../../src/conversation/resolve.ts';
import { CONTOSO, owned, type Talking, talking } from './support.ts';

let talk: Talking;
let index: NameIndex;

beforeAll(async () => {
  talk = await talking();
  index = createNameIndex(talk.desk);
});
afterAll(() => talk.close());

async function references(words: string, deletedToo = false): Promise<string> {
  const resolved = await resolve(talk.desk, index, words, deletedToo);
  if (resolved.kind === 'one') return `one ${resolved.subscription.reference}`;
  if (resolved.kind === 'none') return 'none';
  return [resolved.why, ...resolved.found.map(({ reference }) => reference).sort()].join(' ');
}

describe('a subscription is named by', () => {
  test.each([
    ['its reference', 'S-1042', 'one S-1042'],
    ['its reference in small letters', 's-1042', 'one S-1042'],
    ['its reference without the hyphen', 's1042', 'one S-1042'],
    ['its id', 'id-S-1042', 'one S-1042'],
    ['customer and product', 'contoso visio', 'one S-1042'],
    ['product and customer', 'visio contoso', 'one S-1042'],
    ['product for customer', 'Visio for Contoso', 'one S-1042'],
    ['a genitive (F-72)', 'Litwares E5', 'one S-1060'],
    ['an English genitive', "Litware's E5", 'one S-1060'],
    ['a nickname', 'fabrikam bp', 'one S-1052'],
    ['words run together', 'fabrikam powerbi', 'one S-1051'],
    ['the domain', 'contoso-retail.com', 'one S-1021'],
    ['a customer with only one', 'litware', 'one S-1060'],
    ['its reference and its name', 'contoso visio S-1042', 'one S-1042'],
    ['letters without their marks', 'sodra visio', 'one S-1070'],
  ])('%s: %s', async (_, words, expected) => {
    expect(await references(words)).toBe(expected);
  });
});

describe('never a guess', () => {
  test.each([
    ['several fit', 'contoso e3', 'several S-1017 S-1021'],
    ['a customer with several', 'fabrikam', 'several S-1051 S-1052'],
    ['a product of several', 'visio', 'several S-1042 S-1070'],
    ['a misspelt customer', 'litwre e5', 'fuzzy S-1060'],
    ['a beginning', 'fabri bi', 'fuzzy S-1051 S-1052'],
    ['a product that the customer has not', 'litware e3', 'fuzzy S-1060'],
    ['a reference that the rest contradicts', 'S-1042 fabrikam', 'fuzzy S-1042'],
    ['nothing near', 'zzzz qqqq', 'none'],
    ['a known product of an unknown customer', 'umbrella visio', 'none'],
    ['an unknown reference', 'S-9999', 'none'],
  ])('%s: %s', async (_, words, expected) => {
    expect(await references(words)).toBe(expected);
  });
});

test('a deleted one is found by its reference, or when deleted ones are asked for', async () => {
  expect(await references('litware project')).not.toContain('one S-1061');
  expect(await references('litware project', true)).toBe('one S-1061');
  expect(await references('S-1061')).toBe('one S-1061');
});

test('what another process adds is known after a second', async () => {
  expect(await references('contoso teams phone')).toBe('none');
  await talk.add(owned(CONTOSO, 'S-2001', 'Teams Phone Standard'));
  talk.machine.forward(1_000);
  expect(await references('contoso teams phone')).toBe('one S-2001');
});
