import { OTHER_FORMS, VERB_FORMS, verbAt } from './match.ts';
import type { Because, Meant } from './parsed.ts';
import { nameWords } from './subject.ts';
import { takeTimes } from './times.ts';
import { type Token, textOf } from './tokenize.ts';
import { CONDITIONS, MODALS, negates, QUESTIONS, REPORTS } from './words/traps.ts';

/** Why a clause that speaks of an order gives none (F-61 to F-67); null when it speaks of none. */
export function restraintIn(tokens: readonly Token[], question: boolean): Because | null {
  // Without its negations, for "säg inte upp" is one verb.
  const positive = tokens.filter((token) => token.quoted || !negates(token.key));
  if (!VERB_FORMS.find(positive.map((token) => ({ ...token, quoted: false })))) return null;
  if (!VERB_FORMS.find(positive)) return 'quotation';
  if (positive.length < tokens.length) return 'negation';
  if (question || QUESTIONS.at(tokens, 0) > 0) return 'question';
  if (CONDITIONS.find(tokens) || MODALS.find(tokens)) return 'hypothetical';
  const reported = REPORTS.find(tokens);
  const spoken = VERB_FORMS.find(tokens);
  if (reported && spoken && reported.index < spoken.index) return 'third-party';
  if (isPast(tokens)) return 'past';
  return reported || OTHER_FORMS.find(tokens) ? 'third-party' : 'unknown';
}

const PAST_FORM = /(?:ed|en|at|ad|ade|ades|ats|og|agit|ot|ut|utit|utet|uten|ew|ad upp|oze|d)$/u;

function isPast(tokens: readonly Token[]): boolean {
  const form = OTHER_FORMS.find(tokens);
  if (!form) return false;
  const words = tokens.slice(form.index, form.index + form.length).map(({ key }) => key);
  return PAST_TWO_WORDS.has(words.join(' ')) || (words.length === 1 && PAST_FORM.test(words[0] ?? ''));
}

const PAST_TWO_WORDS: ReadonlySet<string> = new Set([
  'sade upp',
  'sa upp',
  'sagt upp',
  'drog tillbaka',
  'dragit tillbaka',
  'tog tillbaka',
  'tagit tillbaka',
]);

/** What the clause speaks of: the verb's command and the words after it (before it, where none follow). */
export function meantBy(tokens: readonly Token[], source: string): Meant | null {
  const plain = tokens
    .filter((token) => (!token.mark || token.key === '&') && !negates(token.key))
    .map((token) => ({ ...token, quoted: false }));
  const at = VERB_FORMS.find(plain);
  const verb = at && verbAt(plain, at.index);
  if (!at || !verb) return null;
  const after = nameWords(takeTimes(plain.slice(at.index + verb.length)).tokens);
  const name = after.length > 0 ? after : nameWords(objectIn(plain.slice(0, at.index)));
  const subject = name.length > 0 ? textOf(name, source) : null;
  return { name: verb.command.name, subject, slots: {}, language: verb.language };
}

/** What stands before a reported verb ("is contoso e3 paused"), without the words that report or ask. */
function objectIn(before: readonly Token[]): readonly Token[] {
  const asking = QUESTIONS.at(before, 0);
  return before.slice(asking).filter((token) => !isFunctionWord(token));
}

function isFunctionWord(token: Token): boolean {
  return (
    QUESTIONS.at([token], 0) > 0 ||
    CONDITIONS.at([token], 0) > 0 ||
    negates(token.key) ||
    REPORTS.at([token], 0) > 0 ||
    /^(?:i|we|jag|vi|they|de|kunden|customer|be|been|bli|blivit|s|like|would|want|vill|have|get|fa|jag|behover|need|needs)$/u.test(
      token.key,
    )
  );
}
