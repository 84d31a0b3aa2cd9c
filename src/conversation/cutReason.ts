import { readReason, type SaidReason } from './reason.ts';
import { reasonLength } from './reasonEnd.ts';
import { isFiller } from './strip.ts';
import type { Token } from './tokenize.ts';
import { HEADS, ORDERS } from './verbs.ts';
import { MANNERS } from './words/fillers.ts';
import { REASON_MARKERS, THEREFORE } from './words/reasons.ts';
import { negates } from './words/traps.ts';

/** Cuts "because …" out of a sentence; what is ordered after it again is kept as clauses of its own. */
export function cutReason(
  tokens: readonly Token[],
  source: string,
): { readonly rest: readonly Token[]; readonly reason: SaidReason } {
  const marker = markerIn(tokens);
  if (!marker) return { rest: tokens, reason: {} };
  const from = marker.index + marker.length;
  const ordered = orderAfter(tokens, from, isFiller(tokens.slice(0, marker.index))) ?? tokens.length;
  const next = from + reasonLength(tokens.slice(from, ordered));
  const reason = readReason(tokens.slice(from, next), source);
  return { rest: [...tokens.slice(0, marker.index), ...tokens.slice(next)], reason };
}

/** "No reason to" gives none. */
function markerIn(tokens: readonly Token[]): { readonly index: number; readonly length: number } | null {
  const marker = REASON_MARKERS.find(tokens);
  return marker && NO_REASON.has(tokens[marker.index - 1]?.key ?? '')
    ? REASON_MARKERS.find(tokens, marker.index + marker.length)
    : marker;
}

const NO_REASON: ReadonlySet<string> = new Set(
  'no any what which ingen inget nagon vilken vilket soon long istallet stallet'.split(' '),
);

/** Between a reason's end and the order that follows stand at most so many words ("so could you please"). */
const LONGEST_LEAD = 6;

/** Where, after a break, an order (or its negation) begins. */
function orderAfter(tokens: readonly Token[], from: number, first: boolean): number | null {
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token && !token.quoted && isBreak(token) && leadsToOrder(tokens, index + 1)) return index;
    if (first && index > from && beginsOrder(tokens, index)) return index;
  }
  return null;
}

/** "since they never paid [please] cancel X": an order that nothing parts from the reason in front of it. */
function beginsOrder(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.key ?? '';
  if (ORDERS.at(tokens, index) > 0) return !NO_BREAK.has(before) && !negates(before);
  const manners = MANNERS.at(tokens, index);
  return manners > 0 && ORDERS.at(tokens, index + manners) > 0;
}

const NO_BREAK: ReadonlySet<string> = new Set(
  'to att we they i you vi de jag and or och eller want wants vill will ska must'.split(' '),
);

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
