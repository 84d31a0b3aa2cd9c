import { begins } from './match.ts';
import { numberOf } from './numbers.ts';
import { asOrder, type Order, readOrder } from './order.ts';
import type { Because, Meant } from './parsed.ts';
import { nameWords } from './subject.ts';
import { takeTimes } from './times.ts';
import { type Token, textOf } from './tokenize.ts';
import { OTHER_FORMS, VERB_FORMS, verbAt } from './verbs.ts';
import {
  CONDITIONS,
  DELEGATIONS,
  MODALS,
  NEGATIONS,
  negates,
  ONCE,
  QUESTIONS,
  REPORTS,
  WISHES,
} from './words/traps.ts';

export interface Restraint {
  readonly because: Because;
  readonly meant: Meant | null;
}

/** Why a clause that speaks of an order gives none (F-61 to F-67), and which; null when it speaks of none. */
export function restraintIn(
  tokens: readonly Token[],
  question: boolean,
  source: string,
  whole: readonly Token[] = tokens,
): Restraint | null {
  const spoken = spokenIn(tokens, source);
  if (!spoken) return null;
  const because = spoken.quoted
    ? 'quotation'
    : becauseOf(whole, spoken.index + whole.length - tokens.length, question);
  return { because, meant: spoken.meant };
}

interface Spoken {
  readonly index: number;
  readonly quoted: boolean;
  readonly meant: Meant | null;
}

/** A verb that is common in talk too ("they are closing the office"): no sign of an order on its own. */
export function speaksStrongly(tokens: readonly Token[]): boolean {
  return tokens.some((token, index) => {
    const verb = token.quoted ? null : verbAt(tokens, index);
    return verb !== null && !WEAK.has(verb.say.join(' '));
  });
}

const WEAK: ReadonlySet<string> = new Set(
  'stop,end,close,close down,drop,remove,delete,hold,lock,block,continue,restart,kill,scrap,order,buy,freeze,stoppa,ta bort,lagg ner,avsluta,fortsatt,kop,kopa,bestall,las,recall'.split(
    ',',
  ),
);

/** The order that a clause speaks of: its verb in any form, or an order after other words ("they want 5 more seats"). */
function spokenIn(tokens: readonly Token[], source: string): Spoken | null {
  const positive = withoutNegations(tokens);
  const inside = orderInside(positive, source);
  const verb = VERB_FORMS.find(positive);
  if (inside || verb) {
    const index = Math.min(
      inside?.index ?? Number.POSITIVE_INFINITY,
      verb?.index ?? Number.POSITIVE_INFINITY,
    );
    return { index, quoted: false, meant: inside?.order ?? meantBy(tokens, source) };
  }
  const plain = positive.map((token) => ({ ...token, quoted: false }));
  return VERB_FORMS.find(plain) ? { index: 0, quoted: true, meant: meantBy(tokens, source) } : null;
}

/** How far into a clause an order may begin. */
const LONGEST_LEAD = 5;
/** An order after other words is short; what is longer is talk. */
const LONGEST_INSIDE = 14;

function orderInside(
  tokens: readonly Token[],
  source: string,
): { readonly order: Order; readonly index: number } | null {
  for (let index = 0; index < Math.min(tokens.length, LONGEST_LEAD); index += 1) {
    if (tokens.length - index > LONGEST_INSIDE) continue;
    const said = asOrder(tokens.slice(index));
    const [first] = said;
    if (!first || !(begins(first) || numberOf(first) !== null)) continue;
    const order = readOrder(said, source);
    if (order?.acts) return { order, index };
  }
  return null;
}

/** "säg inte upp" is one verb: the clause without its negations. */
function withoutNegations(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(
    (token, index) =>
      token.quoted || !(negates(token.key) || (STRESSING.has(token.key) && isBesideNegation(tokens, index))),
  );
}

/** "do not", "absolut inte", "inte alls". */
const STRESSING: ReadonlySet<string> = new Set(
  'do absolutely really definitely ever please absolut verkligen alls definitivt just bara'.split(' '),
);

function isBesideNegation(tokens: readonly Token[], index: number): boolean {
  return [tokens[index - 1], tokens[index + 1]].some((token) => token !== undefined && negates(token.key));
}

const PLAIN_CONDITION: ReadonlySet<string> = new Set(['when', 'whenever', 'nar']);

function becauseOf(tokens: readonly Token[], spoken: number, question: boolean): Because {
  if (WISHES.at(tokens, 0) > 0 && !question) return 'hypothetical';
  const lead = QUESTIONS.at(tokens, 0);
  const asks = question || (lead > 0 && !isPerfect(tokens));
  if (CONDITIONS.at(tokens, 0) > 0 && !question && !(lead > 0 && isAsking(tokens))) return 'hypothetical';
  if (tokens.some((token) => !token.quoted && negates(token.key)) || NEGATIONS.find(tokens))
    return 'negation';
  if (asks) return 'question';
  if (ONCE.find(tokens)) return 'past';
  const reported = REPORTS.find(tokens);
  const own = FIRST_PERSON.has(tokens[0]?.key ?? '') && MODALS.find(tokens) !== null;
  const others = reported && reported.index > 0 && reported.index < spoken && !own;
  if (DELEGATIONS.at(tokens, 0) > 0 || others) return 'third-party';
  if (own || !isPast(tokens)) {
    if (CONDITIONS.find(tokens) || MODALS.find(tokens)) return 'hypothetical';
  }
  if (isPast(tokens)) return 'past';
  return reported || OTHER_FORMS.find(tokens) ? 'third-party' : 'unknown';
}

const FIRST_PERSON: ReadonlySet<string> = new Set(['i', 'we', 'jag', 'vi']);

/** "när kan jag …", "when does …" ask; "when they pay …" is a condition. */
function isAsking(tokens: readonly Token[]): boolean {
  return (
    !PLAIN_CONDITION.has(tokens[0]?.key ?? '') || QUESTIONS.at(tokens, 1) > 0 || OTHER_FORMS.at(tokens, 1) > 0
  );
}

/** "har precis pausat" reports, "har ni pausat" asks. */
function isPerfect(tokens: readonly Token[]): boolean {
  return /^(?:har|hade|have|has|had)$/u.test(tokens[0]?.key ?? '') && JUST.has(tokens[1]?.key ?? '');
}

const JUST: ReadonlySet<string> = new Set([
  'precis',
  'just',
  'redan',
  'already',
  'nyss',
  'nu',
  'now',
  'idag',
]);
const PAST_FORM =
  /^(?:la|sa|tog|gav)$|(?:ed|en|at|ad|ade|ades|ats|og|agit|agt|ot|ut|utit|utet|uten|ew|oze|d|te|tt|ght|dde|de)$/u;

function isPast(tokens: readonly Token[]): boolean {
  const form = OTHER_FORMS.find(tokens);
  if (!form) return false;
  const words = tokens.slice(form.index, form.index + form.length).map(({ key }) => key);
  return PAST_TWO_WORDS.has(words.join(' ')) || PAST_FORM.test(words[0] ?? '');
}

const PAST_TWO_WORDS: ReadonlySet<string> = new Set(['sa upp', 'lade till', 'la till', 'la ner']);

/** What the clause speaks of: the verb's command and the words after it (before it, where none follow). */
export function meantBy(tokens: readonly Token[], source: string): Meant | null {
  const plain = tokens
    .filter((token) => (!token.mark || token.key === '&') && !negates(token.key))
    .map((token) => ({ ...token, quoted: false }));
  const index = plain.findIndex((_, at) => verbAt(plain, at) !== null);
  const verb = index < 0 ? null : verbAt(plain, index);
  if (!verb) return null;
  const rest = takeTimes(plain.slice(index + verb.length)).tokens;
  const after = ASIDE.has(rest[0]?.key ?? '') ? [] : nameWords(rest);
  const name = after.length > 0 ? after : nameWords(objectIn(plain.slice(0, index)));
  const subject = name.length > 0 ? textOf(name, source) : null;
  return { name: verb.command.name, subject, slots: {}, language: verb.language };
}

const ASIDE: ReadonlySet<string> = new Set('by due because av pa after efter since during'.split(' '));

/** What stands before a reported verb ("is contoso e3 paused"), without the words that report or ask. */
function objectIn(before: readonly Token[]): readonly Token[] {
  const asking = QUESTIONS.at(before, 0);
  return before.slice(asking).filter((token) => !isFunctionWord(token));
}

const FUNCTION_WORDS =
  /^(?:i|we|you|jag|vi|du|ni|they|de|kunden|customer|be|been|bli|blivit|s|like|would|want|vill|have|get|fa|behover|need|needs|know|tell|me|if|om)$/u;

function isFunctionWord(token: Token): boolean {
  return (
    QUESTIONS.at([token], 0) > 0 ||
    CONDITIONS.at([token], 0) > 0 ||
    negates(token.key) ||
    REPORTS.at([token], 0) > 0 ||
    FUNCTION_WORDS.test(token.key)
  );
}
