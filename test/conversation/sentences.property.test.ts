import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acts } from '../../src/commands/defineCommand.ts';
import { KNOWN } from '../../src/commands/index.ts';
import { parse } from '../../src/conversation/parse.ts';
import type { Parsed } from '../../src/conversation/parsed.ts';
import { readRows } from '../understanding/rows.ts';

interface Sentence {
  readonly language: 'en' | 'sv';
  readonly text: string;
}

const ACTING: ReadonlySet<string> = new Set(KNOWN.filter(acts).map(({ name }) => name));
const EXAMPLES: readonly Sentence[] = KNOWN.flatMap(({ examples: { en, sv } }) => [
  ...en.map((text) => ({ language: 'en' as const, text })),
  ...sv.map((text) => ({ language: 'sv' as const, text })),
]);
const WRITTEN: readonly Sentence[] = [
  'en-acting.txt',
  'sv-acting.txt',
  'en-reading.txt',
  'sv-reading.txt',
].flatMap((file) => readRows(file).map(({ language, text }) => ({ language, text })));
const MEANT = [...EXAMPLES, ...WRITTEN].filter(({ text }) => parse(text).intent !== null);

function isActing({ intent }: Parsed): boolean {
  return intent !== null && ACTING.has(intent);
}

/** What it means, whatever the case and the accents of the words that it names. */
function meaning(text: string): string {
  const { text: _, ...read } = parse(text);
  const said = read.intent === null ? { intent: null, because: read.because } : read;
  return plain(JSON.stringify(said));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ');
}

describe('a negation before the verb never acts (F-60, F-63)', () => {
  const ORDERS = EXAMPLES.filter(
    ({ text }) => isActing(parse(text)) && !/^(?:don't|låt|auto-renew|at renewal|vid förnyelsen)/u.test(text),
  );

  test.each(ORDERS.filter(({ language }) => language === 'en'))("don't $text", ({ text }) => {
    for (const negation of ["don't", 'do not', 'please don’t', 'never', "you mustn't", 'dont'])
      expect({ negation, acts: isActing(parse(`${negation} ${text}`)) }).toEqual({ negation, acts: false });
  });

  test.each(ORDERS.filter(({ language }) => language === 'sv'))('$text: inte', ({ text }) => {
    const [verb, ...rest] = text.split(' ');
    for (const said of [
      `${verb} inte ${rest.join(' ')}`,
      `${verb} aldrig ${rest.join(' ')}`,
      `vi vill inte ${text}`,
    ])
      expect({ said, acts: isActing(parse(said)) }).toEqual({ said, acts: false });
  });
});

const FILLERS = { en: ['please', 'kindly', 'pls', 'thanks'], sv: ['snälla', 'tack', 'vänligen'] } as const;

describe('what changes nothing', () => {
  test('a filler, anywhere between the words of a sentence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), fc.nat(), fc.nat(), ({ language, text }, where, which) => {
        const words = text.split(' ');
        const at = where % (words.length + 1);
        const filler = FILLERS[language][which % FILLERS[language].length] ?? '';
        const said = [...words.slice(0, at), filler, ...words.slice(at)].join(' ');
        expect({ said, meaning: meaning(said) }).toEqual({ said, meaning: meaning(text) });
      }),
      { numRuns: 1500 },
    );
  });

  test('capitals, small letters, more spaces and missing accents', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), fc.constantFrom(...WRITINGS), ({ text }, write) => {
        expect({ text, meaning: meaning(write(text)) }).toEqual({ text, meaning: meaning(text) });
      }),
      { numRuns: 1000 },
    );
  });

  test('small letters and spaces in everything that people wrote', () => {
    for (const { text } of MEANT.filter((one) => !/"|”|Ltd|AB|Co\b|<at>|OP-|\n/u.test(one.text)))
      expect({ text, meaning: meaning(text.replaceAll(' ', '  ')) }).toEqual({
        text,
        meaning: meaning(text),
      });
  });
});

const WRITINGS: readonly ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => `  ${text.replaceAll(' ', '   ')} `,
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  (text) => text.normalize('NFD'),
];

describe('nothing throws and nothing is slow', () => {
  test('whatever is made of the words of the grammar', () => {
    const words = [...new Set(MEANT.flatMap(({ text }) => text.split(/\s+/u)))];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words, ',', '.', '\n', '"', "don't", '?'), { maxLength: 60 }),
        (said) => {
          const text = said.join(' ');
          expect(parse(text).text).toBe(text);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('sentences that are shown work as typed', () => {
  const SHOWN = [...shownIn('README.md', /^ {4}([a-zåäö][^#|$]{3,60}?)(?: {2,}.*)?$/gmu), ...manifests()];

  test('there are some', () => {
    expect(SHOWN.length).toBeGreaterThan(5);
  });

  test.each(SHOWN)('%s', (text) => {
    expect(parse(text).intent).not.toBeNull();
  });
});

function shownIn(file: string, pattern: RegExp): readonly string[] {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const said = [...text.matchAll(pattern)].map(([, sentence = '']) => sentence.trim());
  return said.filter((one) => /^(?:pause|cancel|avbryt|pausa|säg|show|list|find|set|turn)\b/u.test(one));
}

function manifests(): readonly string[] {
  const folder = new URL('../../manifest/teams/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const texts = files.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  return texts.flatMap((text) =>
    [...text.matchAll(/\\"([^"\\]{4,80})\\"/gu)].map(([, sentence = '']) => sentence),
  );
}
