import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { en } from '../../src/views/wording/en.ts';
import { sv } from '../../src/views/wording/sv.ts';

const VIEWS = fileURLToPath(new URL('../../src/views/', import.meta.url));
const SOURCE = readdirSync(VIEWS)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(VIEWS + name, 'utf8'))
  .join('\n');
const KEYS = Object.keys(en) as (keyof typeof en)[];

/** `alt.${id}.text` in the source stands for every key of that form. */
const FORMS = [...SOURCE.matchAll(/`((?:[\w-]|\.|\$\{[^`}]*\})*)`/g)]
  .map(([, form = '']) => form)
  .filter((form) => form.includes('${') && form.includes('.'))
  .map((form) => form.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.')))
  .filter((parts) => parts.some((part) => /\w/.test(part)))
  .map((parts) => new RegExp(`^${parts.join('[\\w-]+')}$`));

function placeholders(message: string): readonly string[] {
  const flat = message.replace(/(=0|one|other) \{/g, '$1 (');
  return [...new Set([...flat.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name))].sort();
}

describe('wording', () => {
  test('both languages have the same keys', () => {
    expect(Object.keys(sv).sort()).toEqual([...KEYS].sort());
  });

  test('no key is unused', () => {
    const unused = KEYS.filter(
      (key) => !SOURCE.includes(`'${key}'`) && !FORMS.some((form) => form.test(key)),
    );
    expect(unused).toEqual([]);
  });

  test('every message says the same things in both languages', () => {
    const differing = KEYS.filter((key) => placeholders(en[key]).join() !== placeholders(sv[key]).join());
    expect(differing).toEqual([]);
  });

  test('a Swedish card never says Avbryt: it closes the dialog in every program (design 8)', () => {
    expect(Object.entries(sv).filter(([, text]) => /avbryt/i.test(text))).toEqual([]);
  });

  test('no please, no successfully, no Are you sure, no she or he (design 2.3, 8)', () => {
    expect(
      Object.entries(en).filter(([, text]) =>
        /please|successfully|are you sure|\b(she|he|her|his)\b/i.test(text),
      ),
    ).toEqual([]);
  });

  test('labels are short (design 7.6)', () => {
    const labels = [...Object.entries(en), ...Object.entries(sv)].filter(([key]) => key.startsWith('label.'));
    expect(labels.filter(([, text]) => text.length > 14)).toEqual([]);
  });

  test.each([
    ['en', en],
    ['sv', sv],
  ] as const)('%s: buttons of 27, modal titles of 24 (design 2.7, 9)', (_, words) => {
    const buttons = Object.entries(words).filter(([key]) =>
      /^(action\.|alt\..*\.button$|act\..*\.(confirm|keep|review|approve)$)/.test(key),
    );
    const titles = Object.entries(words).filter(([key]) => /(^|\.)short($|\.)/.test(key));
    expect(buttons.filter(([, text]) => !text.includes('{') && text.length > 27)).toEqual([]);
    expect(titles.filter(([, text]) => text.length > 24)).toEqual([]);
  });

  test('sentences are of at most twenty words (design 7.6)', () => {
    const long = [...Object.entries(en), ...Object.entries(sv)].filter(
      ([key, text]) => !key.startsWith('serviceRequest.') && sentences(text).some((words) => words > 20),
    );
    expect(long).toEqual([]);
  });
});

const BRANCH = String.raw`\{((?:[^{}]|\{[^{}]*\})*)\}`;
const PLURAL = new RegExp(`\\{\\w+, plural,(?: =0 ${BRANCH})?(?: one ${BRANCH})? other ${BRANCH}\\}`, 'g');

/** Words a sentence, a plural counted once. */
function sentences(text: string): readonly number[] {
  const once = text.replace(PLURAL, '$3').replace(/<\/?\w>/g, '');
  return once.split(/[.:;]\s/).map((sentence) => sentence.trim().split(/\s+/).length);
}
