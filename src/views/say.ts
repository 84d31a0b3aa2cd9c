import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import type { Language } from '../domain/person.ts';
import { NBSP } from './format.ts';
import type { Line, Span } from './statement.ts';
import type { Reader } from './view.ts';
import { en } from './wording/en.ts';
import { sv } from './wording/sv.ts';

export type Key = keyof typeof en;
export type Values = Readonly<Record<string, string | number | Span | Line>>;

/** The wording in one reader's language. */
export interface Say {
  readonly reader: Reader;
  /** Rich: <b> is strong, <i> an example sentence; spans may be put in. */
  line(key: Key, values?: Values): Line;
  /** The same as one plain string. */
  text(key: Key, values?: Values): string;
}

const cache = createIntlCache();
const INTL: Readonly<Record<Language, IntlShape<string>>> = { en: intlOf('en', en), sv: intlOf('sv', sv) };

/** What needs no formatting, by its key: half of all texts, and formatting costs the most of a card. */
const PLAIN: Readonly<Record<Language, ReadonlyMap<string, Line>>> = { en: plainOf(en), sv: plainOf(sv) };

export function speak(reader: Reader): Say {
  const line = (key: Key, values: Values = {}): Line => sentence(reader.language, key, values);
  return { reader, line, text: (key, values) => plain(line(key, values)) };
}

/** What a line says without any dress. */
export function plain(line: Line): string {
  return line.map(plainSpan).join('');
}

export function plainSpan(span: Span): string {
  if ('text' in span) return span.text;
  if ('strong' in span) return span.strong;
  if ('example' in span) return span.example;
  if ('person' in span) return span.person;
  return span.utc === '' ? span.local : `${span.local} (${span.utc})`;
}

function intlOf(language: Language, messages: Readonly<Record<string, string>>): IntlShape<string> {
  const spaced = Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, spacedOf(text)]));
  const fail = (error: unknown): never => {
    throw error;
  };
  return createIntl({ locale: language, defaultLocale: language, messages: spaced, onError: fail }, cache);
}

function spacedOf(text: string): string {
  return text.replaceAll('~', NBSP);
}

/** Those without any of ICU's syntax. */
function plainOf(messages: Readonly<Record<string, string>>): ReadonlyMap<string, Line> {
  const texts = Object.entries(messages).filter(([, text]) => text !== '' && !/[{}<>'#|]/u.test(text));
  return new Map(texts.map(([key, text]) => [key, [{ text: spacedOf(text) }]]));
}

function sentence(language: Language, key: Key, values: Values): Line {
  const unformatted = PLAIN[language].get(key);
  if (unformatted) return unformatted;
  const dressed = {
    ...values,
    b: (parts: readonly unknown[]) => ({ strong: plain(spansOf(parts)) }),
    i: (parts: readonly unknown[]) => ({ example: plain(spansOf(parts)) }),
  };
  // The library types rich values as React nodes; ours are spans, passed through untouched.
  const said: unknown = INTL[language].formatMessage({ id: key }, dressed as never);
  return spansOf([said]);
}

function spansOf(parts: readonly unknown[]): Line {
  return parts.flatMap((part): Line => {
    if (Array.isArray(part)) return spansOf(part);
    if (typeof part === 'object' && part !== null) return [part as Span];
    return [{ text: String(part) }];
  });
}

/** Whether the wording has a text of that name: for texts that exist only where they say more. */
export function isKey(key: string): key is Key {
  return Object.hasOwn(en, key);
}

/** The words of a chat's own frame around a card: a modal's close, a refresh, a second question. */
export function frameWord(word: 'close' | 'refresh' | 'back' | 'approve', language: Language): string {
  return plain(sentence(language, `frame.${word}`, {}));
}
