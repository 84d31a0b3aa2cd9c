import type { Match } from './match.ts';
import { isNamePart } from './namePart.ts';
import { hasTail, hasTalk, isOwn, isThing } from './noName.ts';
import type { Because } from './parsed.ts';
import { isProductWord, namesProduct } from './products.ts';
import { countsSeats, SEATS } from './quantity.ts';
import { namesSeveral } from './severalNames.ts';
import { gapOf } from './slots.ts';
import { isPronoun, leadingNumber, nameWords } from './subject.ts';
import type { Timed } from './times.ts';
import type { Token } from './tokenize.ts';
import { VERB_FORMS } from './verbs.ts';
import { OBJECTS, TALK } from './words/objects.ts';
import { LEGAL_FORMS, VAGUE_AMOUNTS } from './words/subjects.ts';
import { CONDITIONS, negates, REPORTS } from './words/traps.ts';

/** Whether the words after an order can be what it is about; "the renewal" can not be cancelled. */
export function canBeMeant(match: Match): boolean {
  const name = nameWords(gapOf(match));
  const isObject = name.some((_, index) => OBJECTS.at(name, index) > 0 && !isNamePart(name, index));
  const { product = [], sku = [] } = match.found.gaps;
  // "remove erik from contoso e3", "order 10 for litware"
  if (isTakenFrom(name) || LEADS.has(product[0]?.key ?? '')) return false;
  if (isOwn(gapOf(match)) || [name, product].some(isThing)) return false;
  return !isObject && ![...product, ...sku].some((_, index, words) => SEATS.at(words, index) > 0);
}

const LEADS: ReadonlySet<string> = new Set('for to till at from fran'.split(' '));

function isTakenFrom(name: readonly Token[]): boolean {
  const from = name.findIndex(({ key, quoted }) => !quoted && (key === 'from' || key === 'fran'));
  return from > 0 && !namesProduct(name.slice(0, from));
}

/** F-61 to F-65: an order that is one, and yet must not be acted on. */
export function restraintOf(found: Match, gap: readonly Token[], timed: Timed): Because | null {
  const words = Object.values(found.found.gaps);
  const trap = words
    .map((one) => rawTrap(one) ?? firstTrap(nameWords(one), found.head))
    .find((because) => because !== null);
  if (trap) return trap;
  // "Hold on Contoso E3" may ask to wait.
  if (found.head === 'hold' && gap[0]?.key === 'on') return 'unknown';
  return (
    untimely(found, gap, timed) ??
    (words.some((one) => namesSeveral(one)) ? 'several' : unnamed(found, words))
  );
}

/** Something in a gap that is no name. */
function unnamed({ found: { gaps } }: Match, words: readonly (readonly Token[])[]): Because | null {
  const { product } = gaps;
  if (product && (nameWords(product).length === 0 || holdsMore(product))) return 'unknown';
  return words.some((one) => hasTalk(nameWords(one)) || hasTail(nameWords(one))) ? 'unknown' : null;
}

/** "Buy 10 [e3 for contoso at a discount]": only a product's own words may follow its "for". */
function holdsMore(product: readonly Token[]): boolean {
  return product.some((token, index) => {
    const next = product[index + 1];
    return index > 0 && !token.quoted && LEADS.has(token.key) && next !== undefined && !isProductWord(next);
  });
}

/** Not then, not so many, or nothing to do it to. */
function untimely(found: Match, gap: readonly Token[], timed: Timed): Because | null {
  if (timed.past) return 'past';
  if (timed.date) return 'unsupported-date';
  if (isUnclear(found, gap) || isBareTalk(found, gap)) return 'incomplete';
  if (found.found.numbers['+n'] === 0 || found.found.numbers['-n'] === 0) return 'ambiguous-quantity';
  if (leadingNumber(gap) !== null || isVague(found) || countsSeats(gap)) return 'ambiguous-quantity';
  if (isAtWrongTime(found, timed.timing)) return 'unsupported-date';
  return isBareCompany(found, gap) ? 'unknown' : null;
}

function isVague({ found: { gaps } }: Match): boolean {
  return Object.values(gaps).some((words) => VAGUE_AMOUNTS.at(words, 0) > 0);
}

/** At the renewal where the command knows only now, or now where it knows only the renewal (F-59). */
export function isAtWrongTime(
  { command, acts, name }: Match,
  timing: 'now' | 'term-end' | null | undefined,
): boolean {
  if (timing === 'now') return name === 'schedule-change';
  return timing === 'term-end' && acts && !('atTermEnd' in command && command.atTermEnd);
}

/** What stands around a name and turns it round: "if they …" at its end. */
function rawTrap(gap: readonly Token[]): Because | null {
  const index = gap.findIndex(
    (token, at) => !token.quoted && !isNamePart(gap, at) && CONDITIONS.at(gap, at) > 0,
  );
  return index >= 0 && !isPronoun(gap) ? 'hypothetical' : null;
}

/** "Cancel Culture Ltd", all in capitals and nothing else: a customer's name as likely as an order. */
function isBareCompany({ head, found, command }: Match, gap: readonly Token[]): boolean {
  const isVerbOnly = found.weight <= 4 && command.subject === 'subscription';
  const capitals = gap.every(({ text }) => /^\p{Lu}/u.test(text)) && gap[0]?.start === head.length + 1;
  return (
    isVerbOnly && capitals && gap.length >= 2 && LEGAL_FORMS.has(gap.at(-1)?.key ?? '') && !namesProduct(gap)
  );
}

/** Whether the words of a reading's gap can be asked for: "the show must go on" asks for nothing. */
export function canBeRead({ found, name }: Match): boolean {
  // "get me 10 e3 for contoso" asks for no look at it.
  if (name === 'show' && leadingNumber(found.gaps['s'] ?? []) !== null) return false;
  return Object.entries(found.gaps).every(
    ([gap, words]) =>
      gap === 'command' ||
      words.every(
        (token, index) =>
          token.quoted ||
          isNamePart(words, index) ||
          (!negates(token.key) &&
            (CONDITIONS.at(words, index) === 0 || name === 'help') &&
            (TALK.at(words, index) === 0 || (name === 'help' && index === 0))),
      ),
  );
}

/** Whether words of a clause of their own can name something: "Contoso E3: pause". */
export function isName(words: readonly Token[]): boolean {
  const plain = words.every((token) => token.quoted || !ASIDE.has(token.key));
  return (
    words.length <= LONGEST_NAME &&
    plain &&
    firstTrap(words, '') === null &&
    !hasTalk(words) &&
    leadingNumber(words) === null &&
    !namesSeveral(words)
  );
}

const LONGEST_NAME = 8;
const ASIDE: ReadonlySet<string> = new Set(
  'here there that this joke kidding yet his hers why what'.split(' '),
);

const ENDING: ReadonlySet<string> = new Set(['stop', 'quit', 'cease', 'avoid', 'sluta', 'stoppa', 'end']);

function firstTrap(name: readonly Token[], head: string): Because | null {
  if (isPronoun(name)) return null;
  for (let index = 0; index < name.length; index += 1) {
    const token = name[index];
    if (!token || token.quoted || isNamePart(name, index)) continue;
    if (negates(token.key)) return VERB_FORMS.find(name, index + 1) ? 'several' : 'negation';
    if (VERB_FORMS.at(name, index) > 0) return ENDING.has(head) && index === 0 ? 'negation' : 'several';
    if (CONDITIONS.at(name, index) > 0) return 'hypothetical';
    if (REPORTS.at(name, index) > 0) return 'third-party';
  }
  return null;
}

/** The name in an order that must not be acted on, for its suggestion. */
export function plainName(gap: readonly Token[]): readonly Token[] {
  const condition = CONDITIONS.find(gap);
  const kept = (condition && condition.index > 0 ? gap.slice(0, condition.index) : gap).filter(
    ({ key }) => !negates(key),
  );
  return leadingNumber(kept) === null ? kept.slice(VAGUE_AMOUNTS.at(kept, 0)) : kept.slice(1);
}

/** "Stop" and "hold" on their own are said of anything. */
function isBareTalk({ head, found, command }: Match, gap: readonly Token[]): boolean {
  const name = nameWords(gap);
  const [word] = name;
  // "End the call", "lock the door": one word that is no product and no name in capitals.
  const isNobody =
    name.length === 1 &&
    word !== undefined &&
    !word.quoted &&
    !namesProduct(name) &&
    /^\p{Ll}+$/u.test(word.text);
  return (
    (gap.length === 0 || (isNobody && !isPronoun(gap))) &&
    command.subject === 'subscription' &&
    found.weight <= 2 &&
    BARE_TALK.has(head)
  );
}

const BARE_TALK: ReadonlySet<string> = new Set(
  'stop end drop close remove delete kill hold continue block lock scrap freeze stoppa radera doda skrota las frys restart'.split(
    ' ',
  ),
);

/** F-62: "cancel that" may mean the prompt or the subscription. */
function isUnclear({ command, head }: Match, gap: readonly Token[]): boolean {
  const unclear = command.toLifecycleCommand ? command.pronounIsUnclear : undefined;
  const words = gap.filter((token) => !token.mark);
  if (unclear === undefined || !isPronoun(words)) return false;
  return unclear.includes(head) || words[0]?.key === 'det';
}
