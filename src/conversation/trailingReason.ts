import { knownReason, LONGEST_KNOWN_REASON, readReason, type SaidReason } from './reason.ts';
import { reasonLength } from './reasonEnd.ts';
import type { Token } from './tokenize.ts';
import { KNOWN_REASONS, REASON_PREPOSITIONS } from './words/reasons.ts';
import { CONDITIONS } from './words/traps.ts';

interface TrailingReason {
  readonly tokens: readonly Token[];
  readonly reason: SaidReason;
}

/** Cuts a known reason off the end: "contoso e3 for non-payment". Nothing known there: null. */
export function takeTrailingReason(tokens: readonly Token[], source: string): TrailingReason | null {
  for (let index = 1; index < tokens.length; index += 1) {
    // "if they asked" is a condition.
    if (CONDITIONS.at(tokens, index - 1) > 0) continue;
    const preposition = REASON_PREPOSITIONS.at(tokens, index);
    const rest = tokens.slice(index + preposition);
    if (rest.length === 0 || rest.length > LONGEST_KNOWN_REASON || CONDITIONS.find(rest)) continue;
    if (preposition > 0 ? knownReason(rest.slice(0, 5)) : startsKnown(rest))
      return withoutReason(tokens, index, rest, source);
  }
  return null;
}

/** What follows the reason ("for non-payment next week") stays. */
function withoutReason(
  tokens: readonly Token[],
  index: number,
  rest: readonly Token[],
  source: string,
): TrailingReason {
  const length = reasonLength(rest);
  const reason = readReason(rest.slice(0, length), source);
  return { tokens: [...tokens.slice(0, index), ...rest.slice(length)], reason };
}

function startsKnown(tokens: readonly Token[]): boolean {
  return KNOWN_REASONS.some(({ said }) => said.at(tokens, 0) > 0);
}
