import { numberOf } from './numbers.ts';
import type { PhraseSet } from './phraseSet.ts';
import type { Token } from './tokenize.ts';
import { AFTER_NAME, BEFORE_NAME, INSIDE_NAME, PRONOUNS, STATUS_WORDS } from './words/subjects.ts';

/** The words that name something, without what stands around them; pronouns stay as they are (F-99). */
export function nameWords(tokens: readonly Token[]): readonly Token[] {
  const bare = tokens.filter((token) => !token.mark || token.key === '&');
  if (isPronoun(bare)) return bare;
  const name = trimEnd(trimStart(bare, BEFORE_NAME), AFTER_NAME);
  const plain = trimStart(trimStart(name, STATUS_WORDS), BEFORE_NAME);
  return dropInside(plain.length > 0 ? plain : name);
}

/** "it", "den där", and nothing else. */
export function isPronoun(tokens: readonly Token[]): boolean {
  return tokens.length > 0 && PRONOUNS.at(tokens, 0) === tokens.length;
}

/** A number in front that counts licences; 365 belongs to a product's name. */
export function leadingNumber(tokens: readonly Token[]): number | null {
  const [first, second] = tokens;
  if (!first || first.quoted) return null;
  const number = numberOf(first);
  return number === null ||
    first.key === '365' ||
    (second !== undefined && ['en', 'ett', 'one'].includes(first.key))
    ? null
    : number;
}

function trimStart(tokens: readonly Token[], set: PhraseSet): readonly Token[] {
  let start = 0;
  for (let length = set.at(tokens, 0); length > 0; length = set.at(tokens, start)) start += length;
  return tokens.slice(start);
}

function trimEnd(tokens: readonly Token[], set: PhraseSet): readonly Token[] {
  let kept = tokens;
  for (let length = set.atEnd(kept); length > 0; length = set.atEnd(kept)) kept = kept.slice(0, -length);
  return kept;
}

function dropInside(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; ) {
    const length = INSIDE_NAME.at(tokens, index);
    const token = tokens[index];
    if (length === 0 && token) kept.push(token);
    index += Math.max(1, length);
  }
  return kept;
}
