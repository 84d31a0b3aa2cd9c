import { isFiller } from './strip.ts';
import { isAside, tellsWhy } from './telling.ts';
import type { Token } from './tokenize.ts';
import { HEADS, VERB_FORMS } from './verbs.ts';
import { CORRECTIONS, PLAIN_CORRECTIONS } from './words/traps.ts';

/** After something was ordered the speaker takes a part of it back, and goes on (F-73). */
export function isCorrected(tokens: readonly Token[]): boolean {
  const order = firstOf(HEADS.find(tokens), VERB_FORMS.find(tokens));
  if (!order) return false;
  for (let index = order.index + 1; index < tokens.length; index += 1) {
    const length = CORRECTIONS.at(tokens, index);
    if (
      length > 0 &&
      (isSetOff(tokens, index) || PLAIN_CORRECTIONS.at(tokens, index) > 0) &&
      !isFiller(wordsOf(tokens.slice(index + length))) &&
      !tellsNothing(clauseAt(tokens, index))
    )
      return true;
  }
  return false;
}

/** "…, no rush", "…, no money coming in" take nothing back. */
function clauseAt(tokens: readonly Token[], index: number): readonly Token[] {
  const end = tokens.findIndex((token, at) => at > index && token.mark);
  return tokens.slice(index, end < 0 ? tokens.length : end);
}

function tellsNothing(clause: readonly Token[]): boolean {
  return tellsWhy(clause) || isAside(clause);
}

function firstOf<Found extends { readonly index: number }>(
  one: Found | null,
  other: Found | null,
): Found | null {
  return one && other ? (one.index < other.index ? one : other) : (one ?? other);
}

/** Between marks: "…, sorry, …", "… no wait …" (a name may hold "Better" or "Rather"). */
function isSetOff(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before?.mark === true && before.key !== '&' && before.key !== ':';
}

function wordsOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ mark }) => !mark);
}
