import type { Clause } from './clauses.ts';
import { type Order, readOrder } from './order.ts';
import type { Because, Meant } from './parsed.ts';
import { knownReason, readReason, type SaidReason } from './reason.ts';
import { meantBy, restraintIn } from './restraint.ts';
import { barest, isFiller } from './strip.ts';
import { takeTimes } from './times.ts';
import type { Token } from './tokenize.ts';
import { REQUESTS } from './words/fillers.ts';
import { SETTLED } from './words/reasons.ts';
import { CONDITIONS, negates, QUESTIONS, QUOTING } from './words/traps.ts';

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
  | { readonly kind: 'reason'; readonly reason: SaidReason }
  | { readonly kind: 'restrained'; readonly because: Because; readonly meant: Meant | null }
  | { readonly kind: 'condition' | 'date' | 'quoting' }
  | { readonly kind: 'timing'; readonly timing: 'now' | 'term-end' }
  /** None of these; after that punctuation. `name`: it may be another object. */
  | {
      readonly kind: 'other';
      readonly question: boolean;
      readonly words: number;
      readonly name: boolean;
      readonly negated: boolean;
      readonly after: string;
    };

export function pieceOf({ tokens, question, after }: Clause, source: string): Piece {
  const order = readOrder(tokens, source);
  if (order) return { kind: 'order', order, question };
  if (isFiller(tokens)) return filler(tokens, question);
  const bare = barest(tokens);
  return (
    restrained(bare, question, source) ?? circumstance(bare, question, source) ?? other(bare, question, after)
  );
}

function filler(tokens: readonly Token[], question: boolean): Piece {
  const request = REQUESTS.find(tokens) !== null;
  return { kind: 'filler', question, request, negated: tokens.some(({ key }) => negates(key)) };
}

/** Speaks of an order and gives none. */
function restrained(bare: readonly Token[], question: boolean, source: string): Piece | null {
  const negated = orderWithoutNegation(bare, source);
  if (negated) return { kind: 'restrained', because: 'negation', meant: negated };
  const because = restraintIn(bare, question);
  return because && { kind: 'restrained', because, meant: meantBy(bare, source) };
}

/** "don't turn off auto-renew for X": what is left when the negation is taken away is an order. */
function orderWithoutNegation(bare: readonly Token[], source: string): Order | null {
  const positive = bare.filter((token) => token.quoted || !(negates(token.key) || token.key === 'do'));
  if (!bare.some((token) => !token.quoted && negates(token.key))) return null;
  const order = readOrder(positive, source);
  return order?.acts ? order : null;
}

/** When, why, on which condition, in whose words. */
function circumstance(bare: readonly Token[], question: boolean, source: string): Piece | null {
  const timed = takeTimes(bare);
  if (timed.tokens.every((token) => token.mark))
    return timed.timing ? { kind: 'timing', timing: timed.timing } : { kind: 'date' };
  if (question) return null;
  if (CONDITIONS.at(bare, 0) > 0) return { kind: 'condition' };
  if (SETTLED.find(bare) && !bare.some(({ key }) => negates(key))) return filler(bare, question);
  if (knownReason(bare)) return { kind: 'reason', reason: readReason(bare, source) };
  return bare.some((token) => QUOTING.has(token.key)) ? { kind: 'quoting' } : null;
}

/** Longer than a customer and a product. */
const LONGEST_NAME = 4;
/** Words of talk, that no second object is made of. */
const TALK: ReadonlySet<string> = new Set(
  'they we i you he she it this that there is are was were have has had de vi jag du han hon den det ar var har hade som so'.split(
    ' ',
  ),
);

function other(bare: readonly Token[], question: boolean, after: string): Piece {
  const negated = bare.some(({ key }) => negates(key));
  const name = bare.length <= LONGEST_NAME && !bare.some(({ key }) => TALK.has(key));
  return {
    kind: 'other',
    question: question || QUESTIONS.at(bare, 0) > 0,
    words: bare.length,
    name,
    negated,
    after,
  };
}
