import type { Language } from '../domain/person.ts';
import { isAssent } from './assent.ts';
import { clausesOf } from './clauses.ts';
import { combine, type Outcome, refuse } from './combine.ts';
import { isCorrected } from './correction.ts';
import { cutReason } from './cutReason.ts';
import { LONGEST_SENTENCE, normalise } from './normalise.ts';
import { joinNumbers } from './numbers.ts';
import type { Order } from './order.ts';
import type { Meant, Parsed } from './parsed.ts';
import { pieceOf } from './pieces.ts';
import { meantBy } from './restraint.ts';
import { respelt } from './spelling.ts';
import { sentence } from './spoken.ts';
import { barest, withoutFillers } from './strip.ts';
import { nearest, suggestionsFor } from './suggest.ts';
import { type Token, tokenize } from './tokenize.ts';
import { PASTED } from './words/traps.ts';

/** More than anybody orders with: a pasted page is not read at all. */
const MOST_TOKENS = 300;
/** Without its reason. */
const MOST_TO_READ = 72;
const MOST_TO_SPELL = 24;
const MOST_CLAUSES = 12;

/** Reads one sentence in either language; `locale` chooses only the language of the suggestions. Never throws. */
export function parse(text: string, locale?: string | null): Parsed {
  const language: Language = locale?.toLowerCase().startsWith('sv') ? 'sv' : 'en';
  const whole = text.length > LONGEST_SENTENCE ? '' : normalise(text);
  const tokens = joinNumbers(tokenize(whole));
  const meant = isAssent(whole)
    ? refuse('unknown', [])
    : PASTED.test(whole)
      ? refuse('quotation', meantIn(tokens, whole))
      : readTokens(tokens, whole);
  if (meant.because === null)
    return { text, intent: meant.order.name, ...subjectOf(meant.order), slots: meant.order.slots };
  const said = language === 'en' && locale == null ? languageOf(meant) : language;
  return { text, intent: null, because: meant.because, suggestions: suggestions(meant, tokens, said) };
}

function languageOf(outcome: Outcome): Language {
  return outcome.because === null
    ? outcome.order.language
    : (outcome.language ?? outcome.meant[0]?.language ?? 'en');
}

function subjectOf({ subject }: Order): { readonly subject?: string } {
  return subject === null ? {} : { subject };
}

function suggestions(outcome: Outcome, tokens: readonly Token[], language: Language): readonly string[] {
  if (outcome.because === null) return [];
  if (outcome.because === 'incomplete') return unclear(language);
  if (outcome.because === 'unknown' && outcome.meant.length === 0) return nearest(barest(tokens), language);
  return suggestionsFor(outcome.asSaid ? 'unknown' : outcome.because, outcome.meant, language);
}

/** F-62: "cancel that" is the open prompt or the subscription. */
function unclear(language: Language): readonly string[] {
  return ['withdraw', 'cancel'].flatMap(
    (name) => sentence(name, name === 'withdraw' ? 'OP-7F3K' : 'S-1042', language) ?? [],
  );
}

/** As it is spelt; where that is not understood, with slips of the pen put right. */
function readTokens(tokens: readonly Token[], source: string): Outcome {
  if (tokens.length > MOST_TOKENS || tokens.every((token) => token.mark)) return refuse('unknown', []);
  const said = readSpelt(tokens, source);
  if (said.because !== 'unknown' || tokens.length > MOST_TO_SPELL) return said;
  const right = respelt(tokens);
  return right === tokens ? said : readSpelt(right, source);
}

function readSpelt(tokens: readonly Token[], source: string): Outcome {
  const { rest, reason } = cutReason(tokens, source);
  const plain = withoutFillers(rest);
  if (plain.length > MOST_TO_READ) return refuse('unknown', []);
  const clauses = clausesOf(plain);
  if (clauses.length > MOST_CLAUSES) return refuse('unknown', []);
  const pieces = clauses.map((clause) => pieceOf(clause, source));
  const outcome = combine(pieces, reason, source);
  return isCorrected(plain) ? corrected(outcome) : outcome;
}

/** F-73: "cancel X, sorry, I mean pause it" is never the first half. */
function corrected(outcome: Outcome): Outcome {
  if (outcome.because === null)
    return outcome.order.acts ? refuse('several', [outcome.order], outcome.order.language) : outcome;
  return outcome.because === 'unknown' || outcome.because === 'negation'
    ? { ...outcome, because: 'several' }
    : outcome;
}

function meantIn(tokens: readonly Token[], source: string): readonly Meant[] {
  const meant = meantBy(tokens, source);
  return meant ? [meant] : [];
}
