import { isFiller } from './strip.ts';
import type { Token } from './tokenize.ts';
import { HEADS } from './verbs.ts';
import { MANNERS } from './words/fillers.ts';
import { LEGAL_FORMS } from './words/subjects.ts';
import { negates } from './words/traps.ts';

/** A piece of a sentence between punctuation, or between conjunctions that lead to another order. */
export interface Clause {
  readonly tokens: readonly Token[];
  readonly question: boolean;
  /** What came before it: ':' may introduce somebody else's words. */
  readonly after: string;
}

const BREAKS: ReadonlySet<string> = new Set([
  '.',
  ',',
  ';',
  ':',
  '!',
  '?',
  '\n',
  '(',
  ')',
  '[',
  ']',
  '-',
  '/',
  '…',
  '*',
  '|',
  '=',
  '>',
]);
const CONJUNCTIONS: ReadonlySet<string> = new Set([
  ...['and', 'then', 'but', 'so', 'or', 'also', 'plus', 'wait', 'no', 'actually', 'rather', 'instead'],
  ...['och', 'sedan', 'sen', 'men', 'sa', 'eller', 'samt', 'vanta', 'nej', 'utan', 'istallet', 'snarare'],
]);

/** Cuts a sentence into clauses; a quoted stretch is never cut. */
export function clausesOf(tokens: readonly Token[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let current: Token[] = [];
  let after = '';
  function close(question: boolean, separator: string): void {
    if (current.length > 0) clauses.push({ tokens: current, question, after });
    else if (question) markLastAsQuestion(clauses);
    current = [];
    after = separator;
  }
  tokens.forEach((token, index) => {
    if (!token.quoted && token.mark && BREAKS.has(token.key) && !belongsToName(tokens, index))
      close(token.key === '?', token.key);
    else if (current.length > 0 && !refuses(token, current) && leadsToOrder(tokens, index))
      close(false, token.key);
    else current.push(token);
  });
  close(false, '');
  return clauses;
}

/** "Pls no cancel X": its no belongs to the order. */
function refuses({ key }: Token, before: readonly Token[]): boolean {
  return /^(?:no|nej)$/u.test(key) && isFiller(before);
}

function markLastAsQuestion(clauses: Clause[]): void {
  const last = clauses.pop();
  if (last) clauses.push({ ...last, question: true });
}

/** "contoso e3 (S-1042)" is one thing said twice. */
function isReference(token: Token | undefined): boolean {
  return token !== undefined && /^s-\d+$/u.test(token.key);
}

/** "Contoso, Ltd.", "A. Datum", "Ltd. E3", "Marks/Spencer". */
function belongsToName(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  const key = tokens[index]?.key;
  if (key === '(' || key === ')') return isReference(key === '(' ? next : before);
  if (key === ',') return next !== undefined && LEGAL_FORMS.has(next.key);
  if (key === '.')
    return before !== undefined && (LEGAL_FORMS.has(before.key) || /^[a-z]$/u.test(before.key));
  return key === '/' || key === '*' || key === '|';
}

/** "and pause", "but don't cancel", "no wait pause": a conjunction, manners, perhaps a negation, then an order. */
function leadsToOrder(tokens: readonly Token[], index: number): boolean {
  const here = tokens[index];
  if (!here || here.quoted || !CONJUNCTIONS.has(here.key)) return false;
  for (let next = index + 1; next < Math.min(tokens.length, index + 8); ) {
    if (HEADS.at(tokens, next) > 0) return true;
    const key = tokens[next]?.key ?? '';
    const manners = MANNERS.at(tokens, next);
    if (manners === 0 && !negates(key) && !CONJUNCTIONS.has(key) && !tokens[next]?.mark) return false;
    next += Math.max(1, manners);
  }
  return false;
}
