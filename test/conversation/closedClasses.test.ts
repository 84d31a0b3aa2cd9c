import { describe, expect, test } from '@jest/globals';
import { parse } from '../../src/conversation/parse.ts';

const LIMITS = {
  en: 'almost eventually twice partially supposedly hypothetically soon done failed costs'.split(' '),
  sv: 'nästan delvis gradvis snart klart misslyckades kostar kanske egentligen möjligtvis'.split(' '),
} as const;
const ORDERS = { en: ['cancel', 'pause', 'suspend'], sv: ['säg upp', 'pausa', 'inaktivera'] } as const;
const CASES = (['en', 'sv'] as const).flatMap((language) =>
  ORDERS[language].flatMap((order) =>
    LIMITS[language].flatMap((limit) => [
      `${order} contoso e3 ${limit}`,
      `${order} contoso ${limit} e3`,
      `${order} ${limit} contoso e3`,
    ]),
  ),
);

describe('a word of a closed class', () => {
  test.each(CASES)('stands in no name: %s', (text) => {
    expect(parse(text).intent).toBeNull();
  });

  test('does in capitals or in quotation marks', () => {
    expect(parse('cancel Almost Home AB e3')).toMatchObject({ subject: 'Almost Home AB e3' });
    expect(parse('cancel "almost home" e3')).toMatchObject({ subject: 'almost home e3' });
  });
});

describe('what stands beside an order', () => {
  test.each([
    ['cancel contoso e3 because they asked, next monday', 'unsupported-date'],
    ['cancel contoso e3 for non-payment next week', 'unsupported-date'],
    ['cancel contoso e3 because of fraud unless they pay', 'hypothetical'],
    ['cancel contoso e3 because they asked?', 'question'],
    ['pausa contoso e3 på grund av flytt om Erik godkänner', 'hypothetical'],
    ['cancel contoso e3, changed my mind', 'negation'],
    ['pause contoso e3, they have paid', 'negation'],
    ['cancel contoso e3, they will decide tomorrow', 'unknown'],
    ['säg upp contoso e3, de funderar', 'unknown'],
  ])('keeps it from being acted on: %s', (text, because) => {
    expect(parse(text)).toMatchObject({ intent: null, because });
  });

  test.each([
    ['cancel contoso e3, wrong order', { reason: 'other', reasonText: 'wrong order' }],
    ['pausa contoso e3, ingen brådska', {}],
    ['resume contoso e3, they have paid', {}],
    ['empty the cart, changed my mind', {}],
  ])('is a reason or small talk: %s', (text, slots) => {
    const said = parse(text);
    expect(said.intent).not.toBeNull();
    expect(said).toMatchObject({ slots });
  });
});

describe('a number', () => {
  test.each([
    ['S-1044: 30 seats', 30],
    ['set S-1044 to 1e9 seats', 1_000_000_000],
    ['set S-1044 to 1000000000 seats', 1_000_000_000],
    ['set S-1044 to -3 seats', -3],
    ['set S-1044 to 1.5 seats', 1.5],
    ['sätt S-1044 till 1 200 platser', 1200],
  ])('that was said reaches the desk, which may refuse it: %s', (text, quantity) => {
    expect(parse(text)).toMatchObject({ intent: 'set-quantity', subject: 'S-1044', slots: { quantity } });
  });

  test.each([
    'set contoso e3 to 25%',
    'set contoso e3 to 25+',
    'increase contoso e3 by 10 percent',
    'sätt contoso e3 till 2,5 platser',
  ])('that is none is not acted on: %s', (text) => {
    expect(parse(text)).toMatchObject({ intent: null, because: 'ambiguous-quantity' });
  });
});

describe('what no desk sells', () => {
  test.each([
    'order pizza for the office',
    'upgrade my laptop',
    'uppgradera min laptop',
    'säg upp min lägenhet',
  ])('is not looked up: %s', (text) => {
    expect(parse(text).intent).toBeNull();
  });
});
