import { fold } from './normalise.ts';
import type { Token } from './tokenize.ts';
import { EN_NUMBERS } from './words/en/numbers.ts';
import { SV_NUMBERS } from './words/sv/numbers.ts';

const UNITS: ReadonlyMap<string, number> = tableOf('units');
const TENS: ReadonlyMap<string, number> = tableOf('tens');
const SCALES: ReadonlyMap<string, number> = tableOf('scales');

function tableOf(name: keyof typeof EN_NUMBERS): ReadonlyMap<string, number> {
  return new Map(
    [...Object.entries(EN_NUMBERS[name]), ...Object.entries(SV_NUMBERS[name])].map(([word, value]) => [
      fold(word),
      value,
    ]),
  );
}

/** Digits ("25", "1,000", "25x", "25st") or one word that is a number ("twenty-five", "tjugofem"), or null. */
export function numberOf({ key }: Token): number | null {
  const digits = /^(-?\d{1,12})(?:x|st)?$/u.exec(key)?.[1] ?? /^x(\d{1,7})$/u.exec(key)?.[1];
  if (digits !== undefined) return Number(digits);
  // No number of seats, and yet one that was said: the desk refuses it (G-2). "10e3" is ten of a product.
  if (/^\d{1,6}[.]\d{1,2}$|^\d{1,3}e(?:[6-9]|\d\d)$/u.test(key)) return Number(key);
  if (/^\d{1,3}(?:,\d{3})+$/u.test(key)) return Number(key.replaceAll(',', ''));
  return wordNumber(key);
}

function wordNumber(key: string): number | null {
  const one = UNITS.get(key) ?? TENS.get(key) ?? SCALES.get(key);
  if (one !== undefined) return one;
  return key.length <= 30 && WRITTEN_TOGETHER.test(key) ? (hyphenated(key) ?? compound(key)) : null;
}

const WRITTEN_TOGETHER = new RegExp(`^(?:${[...TENS.keys()].join('|')})|hundra`, 'u');

function hyphenated(key: string): number | null {
  const [tens = '', unit = '', ...more] = key.split('-');
  const ten = TENS.get(tens);
  const one = UNITS.get(unit);
  return more.length === 0 && ten !== undefined && one !== undefined && one < 10 ? ten + one : null;
}

/** Swedish writes them together: "tjugofem", "hundratjugo", "tvåhundra". */
function compound(key: string): number | null {
  for (const [tens, ten] of TENS) {
    const one = key.startsWith(tens) ? UNITS.get(key.slice(tens.length)) : undefined;
    if (one !== undefined && one < 10) return ten + one;
  }
  const hundred = /^(.*?)hundra(.*)$/u.exec(key);
  if (!hundred) return null;
  const [, before = '', after = ''] = hundred;
  const many = before === '' ? 1 : UNITS.get(before);
  const rest = after === '' ? 0 : wordNumber(after);
  return many === undefined || many > 9 || rest === null || rest > 99 ? null : many * 100 + rest;
}

/** "twenty five", "a hundred and twenty", "1 000" as one token each; names in quotation marks stay. */
export function joinNumbers(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const here = grouped(tokens, index) ?? numberFrom(tokens, index);
    const token = tokens[index];
    const last = tokens[index + here.length - 1];
    if (here.length > 1 && token && last)
      joined.push({ ...token, text: `${token.text} ${last.text}`, key: String(here.value), end: last.end });
    else if (token) joined.push(token);
    index += Math.max(1, here.length);
  }
  return joined;
}

/** "1 200 platser": in groups of three, where seats are counted ("10 365 e3" are ten). */
function grouped(
  tokens: readonly Token[],
  index: number,
): { readonly value: number; readonly length: number } | null {
  const [first, second, third] = tokens.slice(index, index + 3);
  if (!first || !second || !third || first.quoted || second.key === '365') return null;
  const counts = /^[1-9]\d{0,2}$/u.test(first.key) && /^\d{3}$/u.test(second.key) && COUNTED.test(third.key);
  return counts ? { value: Number(first.key + second.key), length: 2 } : null;
}

/** Whether a word counts seats. */
export function isSeatWord(token: Token | undefined): boolean {
  return token !== undefined && COUNTED.test(token.key);
}

const COUNTED = /^(?:seats?|licen[cs]es?|users?|platser|licenser|anvandare|st|stycken)$/u;

const AND: ReadonlySet<string> = new Set(['and', 'och']);

function numberFrom(
  tokens: readonly Token[],
  start: number,
): { readonly value: number; readonly length: number } {
  let value = 0;
  let length = 0;
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || token.quoted) break;
    const next = extended(value, token.key, tokens[index + 1], length > 0);
    if (next === null) break;
    value = next;
    if (!AND.has(token.key)) length = index - start + 1;
  }
  return { value, length };
}

/** The number with one more word, or null where that is none of it. */
function extended(value: number, key: string, next: Token | undefined, begun: boolean): number | null {
  if (!begun) return beginning(key, next);
  const scale = SCALES.get(key);
  if (scale !== undefined) return value > 0 && value < scale ? value * scale : null;
  if (/^000$/u.test(key)) return value > 0 && value < 1000 ? value * 1000 : null;
  if (AND.has(key)) return value % 100 === 0 && value > 0 && next && small(next.key) !== null ? value : null;
  const less = small(key);
  if (less === null || value === 0) return null;
  if (value % 100 === 0) return value + less;
  return value % 10 === 0 && value >= 20 && less < 10 ? value + less : null;
}

function beginning(key: string, next: Token | undefined): number | null {
  const scaled = next !== undefined && !next.quoted && SCALES.has(next.key);
  if (key === 'a' && scaled) return 1;
  if (/^\d{1,3}$/u.test(key) && next?.key === '000') return Number(key);
  return UNITS.get(key) ?? TENS.get(key) ?? SCALES.get(key) ?? null;
}

function small(key: string): number | null {
  return UNITS.get(key) ?? TENS.get(key) ?? hyphenated(key) ?? null;
}
