import { numberOf } from './numbers.ts';
import { phraseSet } from './phraseSet.ts';
import { PRODUCT_WORDS } from './products.ts';
import type { Token } from './tokenize.ts';
import { VAGUE_AMOUNTS, VAGUE_NUMBERS } from './words/subjects.ts';
import { groupNamed } from './words/trade.ts';

export const SEATS = phraseSet(groupNamed('seats'));
const RANGE = /^\d{1,6}(?:[-/]\d{1,6}|,\d|ish)$/u;
const BETWEEN: ReadonlySet<string> = new Set(['or', 'eller', 'to', 'till', '/', 'and', 'och', 'of', 'av']);

/** The tokens without what makes their number vague ("about", "or so", "5-10"); null where none is (F-58, G-2). */
export function withoutVagueness(tokens: readonly Token[]): readonly Token[] | null {
  const counted = tokens.some(
    (token) => !token.quoted && (numberOf(token) !== null || RANGE.test(token.key)),
  );
  if (!counted && !VAGUE_AMOUNTS.find(tokens)) return null;
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    if (!token) break;
    const amount = vagueAmount(tokens, index);
    if (amount > 0) {
      kept.push({ ...token, key: '2' });
      index += amount;
      continue;
    }
    const vague = counted ? VAGUE_NUMBERS.at(tokens, index) : 0;
    const second = secondNumber(tokens, index);
    if (vague + second === 0) kept.push(plain(tokens, index, token));
    index += vague || second || 1;
  }
  return kept.length < tokens.length || kept.some((token, index) => token !== tokens[index]) ? kept : null;
}

/** "Some seats", "a dozen or so e3": read as a number, to see what is ordered. */
function vagueAmount(tokens: readonly Token[], index: number): number {
  const length = VAGUE_AMOUNTS.at(tokens, index);
  const next = tokens[index + length];
  return length > 0 && index > 0 && next !== undefined && numberOf(next) === null ? length : 0;
}

/** "5-10 seats" with its first number; "2,5 seats" likewise. */
function plain(tokens: readonly Token[], index: number, token: Token): Token {
  if (token.quoted || !RANGE.test(token.key) || SEATS.at(tokens, index + 1) === 0) return token;
  return { ...token, key: token.key.split(/[-,/i]/u)[0] ?? token.key };
}

/** The "or 6" of "5 or 6 seats", the "of 10" of "5 of 10". */
function secondNumber(tokens: readonly Token[], index: number): number {
  const [before, between, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!before || !between || !after || between.quoted || !BETWEEN.has(between.key)) return 0;
  // "Project Plan 3 to 12 licences"
  if (PRODUCT_WORDS.has(tokens[index - 2]?.key ?? '')) return 0;
  if (numberOf(before) === null || numberOf(after) === null || after.key === '365') return 0;
  // "from 10 to 25 seats" is exact.
  return (between.key === 'to' || between.key === 'till') &&
    /^(?:from|fran)$/u.test(tokens[index - 2]?.key ?? '')
    ? 0
    : 2;
}

/** Seats that are counted inside a name: "contoso e3 5 seats". */
export function countsSeats(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, index) =>
      !token.quoted && numberOf(token) !== null && token.key !== '365' && SEATS.at(tokens, index + 1) > 0,
  );
}
