import type { Token } from './tokenize.ts';
import { VERB_FORMS } from './verbs.ts';
import { ASIDES, CIRCUMSTANCES, UNDECIDED } from './words/reasons.ts';
import { CONDITIONS, CORRECTIONS, MODALS, QUESTIONS } from './words/traps.ts';

/** Longer than this it is a story. */
const LONGEST = 12;

/** "Three invoices open", "wrong order": a clause that can only say why, whoever is meant. */
export function tellsWhy(tokens: readonly Token[]): boolean {
  return CIRCUMSTANCES.find(tokens) !== null && isTalk(tokens);
}

/** "No rush", "hope the weekend was ok": a clause that says nothing about the order. */
export function isAside(tokens: readonly Token[]): boolean {
  return (
    ASIDES.find(tokens) !== null && VERB_FORMS.find(tokens) === null && !isUndecided(tokens) && isTalk(tokens)
  );
}

function isTalk(tokens: readonly Token[]): boolean {
  if (tokens.length > LONGEST || tokens.some(isReference)) return false;
  return (
    QUESTIONS.at(tokens, 0) === 0 &&
    CORRECTIONS.at(tokens.slice(1), 0) === 0 &&
    !tokens.some((_, index) => CONDITIONS.at(tokens, index) > 0 && !asksFor(tokens, index)) &&
    MODALS.find(tokens) === null
  );
}

/** "Bad om det", "misstanke om": no condition. */
export function asksFor(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.key === 'om' && BEFORE_OM.has(tokens[index - 1]?.key ?? '');
}

const BEFORE_OM: ReadonlySet<string> = new Set(
  `bad ber bett begaran onskemal fraga fragat fragade misstanke beslut avtal information begart onskan tillstand
  ansokan`.split(/\s+/u),
);

export function isReference({ key }: Token): boolean {
  return /^(?:s-\d+|op-\w+)$/u.test(key);
}

/** "They will decide", "customer to confirm", "they say": nobody has decided, or nobody here. */
export function isUndecided(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)?.key ?? '';
  return (
    UNDECIDED.find(tokens) !== null ||
    SAYING.has(last) ||
    (tokens.length <= 3 && SAYING.has(tokens[0]?.key ?? ''))
  );
}

const SAYING: ReadonlySet<string> = new Set(
  'say says said claim claims sager sa pastar tror think thinks'.split(' '),
);
