import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COMMANDS } from '../../src/commands/index.ts';
import { parse } from '../../src/conversation/parse.ts';

const ACTING = ['pause', 'resume', 'suspend', 'reactivate', 'cancel'] as const;
const SUBJECT = fc.constantFrom(
  'contoso e3',
  'S-1042',
  'Fabrikam Visio',
  'Södra Skogsbruk Power BI',
  "Litware's E5",
  '"Contoso Retail" E3',
);
const ORDER = fc
  .constantFrom(...COMMANDS.filter(({ name }) => (ACTING as readonly string[]).includes(name)))
  .chain((command) =>
    fc.constantFrom(
      ...(['en', 'sv'] as const).flatMap((language) =>
        command.phrases[language].verbs.map(({ say }) => ({ name: command.name, language, say })),
      ),
    ),
  );
const NEGATIONS = {
  en: ["don't", 'do not', 'never', 'please do not', 'you must not', "we don't want to", 'Dont'],
  sv: ['inte', 'aldrig', 'du får inte', 'vi vill inte', 'snälla inte'],
} as const;
const FILLERS = {
  en: [
    'please',
    'could you',
    'can you please',
    'hi,',
    "don't forget to",
    'I want to',
    'ok,',
    "let's",
    '@subdesk',
    'hello! would you',
  ],
  sv: ['snälla', 'kan du', 'hej, kan du', 'glöm inte att', 'jag vill', 'vänligen', 'skulle du kunna', 'ok,'],
} as const;
const THANKS = ['', ' please', ', thanks', ' tack!', ', thank you very much', ' 🙏'];

describe('restraint', () => {
  test('a negation before the verb never acts', () => {
    fc.assert(
      fc.property(ORDER, SUBJECT, fc.nat(), (order, subject, pick) => {
        const negations = NEGATIONS[order.language];
        const text = `${negations[pick % negations.length]} ${order.say} ${subject}`;
        expect(parse(text).intent).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  test('"inte" after a Swedish verb never acts', () => {
    fc.assert(
      fc.property(ORDER, SUBJECT, (order, subject) => {
        fc.pre(order.language === 'sv');
        expect(parse(`${order.say} inte ${subject}`).intent).toBeNull();
        expect(parse(`${order.say} ${subject} inte`).intent).toBeNull();
      }),
    );
  });

  test('fillers and thanks change nothing', () => {
    fc.assert(
      fc.property(ORDER, SUBJECT, fc.nat(), fc.constantFrom(...THANKS), (order, subject, pick, thanks) => {
        const fillers = FILLERS[order.language];
        const plain = parse(`${order.say} ${subject}`);
        const polite = parse(`${fillers[pick % fillers.length]} ${order.say} ${subject}${thanks}`);
        expect({ ...polite, text: '' }).toEqual({ ...plain, text: '' });
      }),
      { numRuns: 500 },
    );
  });

  test('an order inside quotation marks never acts (F-64)', () => {
    fc.assert(
      fc.property(ORDER, fc.constantFrom('"', '“', '«', '`'), (order, mark) => {
        const close = mark === '“' ? '”' : mark === '«' ? '»' : mark;
        expect(parse(`${mark}${order.say} contoso e3${close}`).intent).toBeNull();
      }),
    );
  });

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(parse(text).text).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('time grows with the length and no faster', () => {
  const ADVERSARIAL: readonly (readonly [string, (n: number) => string])[] = [
    ['articles', (n) => `set ${'the '.repeat(36)}, `.repeat(n / 150)],
    ['spaces', (n) => `pause${' '.repeat(n)}x`],
    ['quotes', (n) => '"\''.repeat(n / 2)],
    ['verbs', (n) => 'pause '.repeat(n / 6)],
    ['conjunctions', (n) => 'and no wait but '.repeat(n / 16)],
    ['markers', (n) => 'because , pause x '.repeat(n / 18)],
    ['hyphens', (n) => 'a-'.repeat(n / 2)],
    ['negations', (n) => `säg ${'inte '.repeat(n / 5)}upp`],
    ['mentions', (n) => '<at '.repeat(n / 4)],
    ['fillers', (n) => `${'please '.repeat(n / 7)}pause contoso e3`],
    ['reasons', (n) => `pause x ${'for as on at by '.repeat(n / 16)}`],
    ['dates', (n) => `pause x ${'from the '.repeat(n / 9)}monday`],
  ];

  test.each(ADVERSARIAL)('%s', (_, make) => {
    const runs = [1, 2, 3].map(() => {
      const before = performance.now();
      parse(make(4000));
      return performance.now() - before;
    });
    // What grew with the square of the length would take seconds.
    expect(Math.min(...runs)).toBeLessThan(250);
  });
});
