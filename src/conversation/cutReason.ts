import { HEADS } from './match.ts';
import { readReason, type SaidReason } from './reason.ts';
import type { Token } from './tokenize.ts';
import { MANNERS } from './words/fillers.ts';
import { REASON_MARKERS, THEREFORE } from './words/reasons.ts';
import { negates } from './words/traps.ts';

/** Cuts "because …" out of a sentence; what is ordered after it again is kept as clauses of its own. */
export function cutReason(
  tokens: readonly Token[],
  source: string,
): { readonly rest: readonly Token[]; readonly reason: SaidReason } {
  const marker = REASON_MARKERS.find(tokens);
  if (!marker) return { rest: tokens, reason: {} };
  const from = marker.index + marker.length;
  const next = orderAfter(tokens, from) ?? tokens.length;
  const reason = readReason(tokens.slice(from, next), source);
  return { rest: [...tokens.slice(0, marker.index), ...tokens.slice(next)], reason };
}

/** Between a reason's end and the order that follows stand at most so many words ("so could you please"). */
const LONGEST_LEAD = 6;

/** Where, after a break, an order (or its negation) begins. */
function orderAfter(tokens: readonly Token[], from: number): number | null {
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token && !token.quoted && isBreak(token) && leadsToOrder(tokens, index + 1)) return index;
  }
  return null;
}

const JOINING: ReadonlySet<string> = new Set(['and', 'but', 'och', 'men', 'sedan', 'sen', 'or', 'eller']);

function isBreak({ key }: Token): boolean {
  return THEREFORE.has(key) || JOINING.has(key);
}

function leadsToOrder(tokens: readonly Token[], from: number): boolean {
  for (let index = from; index < Math.min(tokens.length, from + LONGEST_LEAD); index += 1) {
    if (HEADS.at(tokens, index) > 0) return true;
    if (!isLead(tokens, index)) return false;
  }
  return false;
}

const LEADS: ReadonlySet<string> = new Set('can could would you kan du i we want to jag vi vill'.split(' '));

function isLead(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token) return false;
  const { mark, key } = token;
  return mark || negates(key) || JOINING.has(key) || LEADS.has(key) || MANNERS.at(tokens, index) > 0;
}
