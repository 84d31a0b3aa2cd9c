import { knownReason } from './reason.ts';
import { isFiller } from './strip.ts';
import { asksFor, isReference, isUndecided } from './telling.ts';
import { takeTimes } from './times.ts';
import type { Token } from './tokenize.ts';
import { CONDITIONS, MODALS, negates, QUESTIONS } from './words/traps.ts';

/** How many of the tokens after "because" are the reason; what follows is read as a clause of its own. */
export function reasonLength(tokens: readonly Token[]): number {
  for (let index = 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || token.quoted) continue;
    if (token.key === '?' || TURNS.has(token.key) || isConditionHere(tokens, index)) return index;
    if (AND.has(token.key) && tokens.slice(index).some(isReference)) return index;
    if (token.mark && ENDS.has(token.key) && turnsRound(clauseFrom(tokens, index + 1))) return index;
    if (isDateAfterReason(tokens, index)) return index;
  }
  return tokens.length;
}

const AND: ReadonlySet<string> = new Set(['and', 'och', 'plus', 'samt', '+', '&']);
const ENDS: ReadonlySet<string> = new Set([',', '.', ';', '-', '!', '\n', '(']);
const TURNS: ReadonlySet<string> = new Set(
  'but or unless if provided men eller ifall savida forutsatt fast'.split(' '),
);
function isConditionHere(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.key === 'om' && !asksFor(tokens, index) && index + 2 < tokens.length;
}

function clauseFrom(tokens: readonly Token[], from: number): readonly Token[] {
  const end = tokens.findIndex(({ mark, key }, index) => index >= from && mark && ENDS.has(key));
  return tokens.slice(from, end < 0 ? tokens.length : end);
}

/** A clause after the reason that may say something else about the order. */
function turnsRound(clause: readonly Token[]): boolean {
  const [first] = clause;
  if (!first || isFiller(clause.filter(({ mark }) => !mark)))
    return first !== undefined && negates(first.key);
  const timed = takeTimes(clause);
  return (
    negates(first.key) ||
    AGAIN.has(first.key) ||
    CONDITIONS.at(clause, 0) > 0 ||
    MODALS.at(clause, 0) > 0 ||
    QUESTIONS.at(clause, 0) > 0 ||
    clause.some((token) => token.key === '?' || isReference(token)) ||
    timed.timing !== null ||
    timed.tokens.every(({ mark }) => mark) ||
    isUndecided(clause)
  );
}

const AGAIN: ReadonlySet<string> = new Set(
  'actually wait sorry also and plus or but except och eller men samt aven vanta forlat egentligen utom'.split(
    ' ',
  ),
);

/** "For non-payment next week": the date is the order's. "Haven't paid since March" tells. */
function isDateAfterReason(tokens: readonly Token[], index: number): boolean {
  const tail = tokens.slice(index);
  if (tail.length > 5 || SINCE.has(tail[0]?.key ?? '')) return false;
  const { date, past, tokens: rest } = takeTimes(tail);
  if (!date || past || rest.some(({ mark }) => !mark)) return false;
  return knownReason(tokens.slice(0, index)) !== null;
}

const SINCE: ReadonlySet<string> = new Set(
  'since sedan sen for last forra in i under during this'.split(' '),
);
