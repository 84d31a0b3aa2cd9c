import type { Slots } from '../commands/defineCommand.ts';
import type { Clause } from './clauses.ts';
import { type Order, readOrder } from './order.ts';
import type { Because, Meant } from './parsed.ts';
import { knownReason, readReason, type SaidReason } from './reason.ts';
import { meantBy, type Restraint, restraintIn, speaksStrongly } from './restraint.ts';
import { barest, isFiller } from './strip.ts';
import { isAside, isUndecided, tellsWhy } from './telling.ts';
import { takeTimes } from './times.ts';
import type { Token } from './tokenize.ts';
import { valuesOnly } from './valuesOnly.ts';
import { REQUESTS } from './words/fillers.ts';
import { CHANGED_MIND, REASON_STARTS, SETTLED } from './words/reasons.ts';
import { INSTEAD_OF } from './words/subjects.ts';
import { CONDITIONS, INTERJECTIONS, NEGATIONS, negates, QUESTIONS, QUOTING } from './words/traps.ts';

/** What a clause is to the sentence. */
export type Piece =
  /** Manners; a `request` ("could you") that leads to an order, or a no or wait that takes one back. */
  | {
      readonly kind: 'filler';
      readonly question: boolean;
      readonly request: boolean;
      readonly negated: boolean;
    }
  | { readonly kind: 'order'; readonly order: Order; readonly question: boolean }
  | Reason
  /** "Changed my mind": why something is taken back, or that this order is. */
  | { readonly kind: 'changed-mind' }
  /** "They have paid": why something is given back, and no reason to take it. */
  | { readonly kind: 'settled' }
  | { readonly kind: 'restrained'; readonly because: Because; readonly meant: Meant | null }
  | { readonly kind: 'condition' | 'date' | 'quoting' }
  | { readonly kind: 'timing'; readonly timing: 'now' | 'term-end' }
  /** "annual term, monthly billing": slots of the order beside it. */
  | { readonly kind: 'values'; readonly slots: Slots }
  | Other;

/** Why; where nothing is ordered it says why it did not order ("e1 got suspended for fraud"). */
export interface Reason {
  readonly kind: 'reason';
  readonly reason: SaidReason;
  readonly restraint?: Restraint;
}

/** None of these; it stood after that punctuation. */
export interface Other {
  readonly kind: 'other';
  readonly question: boolean;
  readonly tokens: readonly Token[];
  readonly negated: boolean;
  readonly after: string;
}

export function pieceOf({ tokens, question, after }: Clause, source: string): Piece {
  const instead = INSTEAD_OF.at(tokens, 0);
  if (instead > 0)
    return { kind: 'restrained', because: 'negation', meant: meantBy(tokens.slice(instead), source) };
  if (CHANGED_MIND.find(tokens) && !question && !readOrder(tokens, source)) return { kind: 'changed-mind' };
  const forbidden = NEGATIONS.find(tokens) && restraintIn(tokens, question, source);
  if (forbidden?.because === 'negation') return { kind: 'restrained', ...forbidden };
  if (INTERJECTIONS.at(tokens, 0) === tokens.length) return filler(tokens, question);
  const order = readOrder(tokens, source);
  if (order) return { kind: 'order', order, question };
  if (isFiller(tokens) || (!question && isAside(tokens))) return filler(tokens, question);
  const bare = barest(tokens);
  return (
    valuesPiece(bare) ??
    timePiece(bare) ??
    restrained(bare, tokens, question, source) ??
    circumstance(bare, tokens, question, source) ??
    reasonTold(bare, tokens, question, source) ??
    other(bare, question, after)
  );
}

function filler(tokens: readonly Token[], question: boolean): Piece {
  const request = REQUESTS.find(tokens) !== null;
  const negated = !isAside(tokens) && tokens.some(({ key }) => negates(key));
  return { kind: 'filler', question, request, negated };
}

function timePiece(bare: readonly Token[]): Piece | null {
  const timed = takeTimes(bare);
  if (timed.tokens.some((token) => !token.mark)) return null;
  return timed.timing ? { kind: 'timing', timing: timed.timing } : { kind: 'date' };
}

function valuesPiece(bare: readonly Token[]): Piece | null {
  const slots = valuesOnly(bare);
  return slots && { kind: 'values', slots };
}

/** Speaks of an order and gives none; why somebody orders ("they stopped paying") is a reason. */
function restrained(
  bare: readonly Token[],
  whole: readonly Token[],
  question: boolean,
  source: string,
): Piece | null {
  const restraint = restraintIn(bare, question, source, whole);
  if (!restraint) return null;
  const said = bare.some((token) => QUOTING.has(token.key)) ? null : reasonIn(bare, question, source);
  const told = said ?? (speaksStrongly(bare) ? null : reasonTold(bare, whole, question, source));
  return told ? { ...told, restraint } : { kind: 'restrained', ...restraint };
}

function reasonIn(bare: readonly Token[], question: boolean, source: string): Reason | null {
  if (question || CONDITIONS.at(bare, 0) > 0 || QUESTIONS.at(bare, 0) > 0) return null;
  const reason = knownReason(bare);
  return reason === 'non-payment' || reason === 'fraud'
    ? { kind: 'reason', reason: readReason(bare, source) }
    : null;
}

const JOINING: ReadonlySet<string> = new Set('but men and och fast however dock though'.split(' '));

/** Why, on which condition, in whose words. */
function circumstance(
  bare: readonly Token[],
  whole: readonly Token[],
  question: boolean,
  source: string,
): Piece | null {
  if (question) return null;
  if ([bare, whole].some((words) => CONDITIONS.at(words, JOINING.has(words[0]?.key ?? '') ? 1 : 0) > 0))
    return { kind: 'condition' };
  if (SETTLED.find(bare) && !bare.some(({ key }) => negates(key))) return { kind: 'settled' };
  if (knownReason(bare) && !isUndecided(bare)) return { kind: 'reason', reason: readReason(bare, source) };
  return bare.some((token) => QUOTING.has(token.key)) && !tellsWhy(bare) ? { kind: 'quoting' } : null;
}

/** "…, they are closing the office": why, in the agent's own words. */
function reasonTold(
  bare: readonly Token[],
  whole: readonly Token[],
  question: boolean,
  source: string,
): Reason | null {
  const told =
    [bare, whole].find((words) => REASON_STARTS.at(words, 0) > 0) ?? (tellsWhy(bare) ? bare : null);
  if (question || !told || isUndecided(told) || (told.length < 2 && !tellsWhy(told))) return null;
  return { kind: 'reason', reason: readReason(told, source) };
}

function other(bare: readonly Token[], question: boolean, after: string): Other {
  return {
    kind: 'other',
    question: question || QUESTIONS.at(bare, 0) > 0,
    tokens: bare,
    negated: bare.some(({ key }) => negates(key)),
    after,
  };
}
