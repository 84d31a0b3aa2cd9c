import type { Slots } from '../commands/defineCommand.ts';
import type { Language } from '../domain/person.ts';
import { type Match, match, ORDERS, VERB_FORMS, verbAt } from './match.ts';
import type { Because } from './parsed.ts';
import { OPERATION_REFERENCE } from './pattern.ts';
import { takeTrailingReason } from './reason.ts';
import { strippings } from './strip.ts';
import { isPronoun, leadingNumber, nameWords } from './subject.ts';
import { takeTimes } from './times.ts';
import { type Token, textOf } from './tokenize.ts';
import { INSTEAD_OF, SEVERAL, VAGUE_AMOUNTS } from './words/subjects.ts';
import { CONDITIONS, negates } from './words/traps.ts';

/** A clause that orders or asks to read something, as far as its own words go. */
export interface Order {
  readonly name: string;
  readonly match: Match;
  readonly acts: boolean;
  readonly subject: string | null;
  readonly slots: Slots;
  readonly request: boolean;
  /** Why it must not be acted on although it is an order. */
  readonly restraint: Because | null;
  readonly language: Language;
}

/** Longer than any order; the rest of the message is something else. */
const LONGEST_ORDER = 40;

/** Reads a clause as an order or a reading; null when it is neither. */
export function readOrder(tokens: readonly Token[], source: string): Order | null {
  const words = tokens.filter((token) => !token.mark || token.key === '&' || token.key === '.');
  if (words.length === 0 || words.length > LONGEST_ORDER) return null;
  for (const { tokens: said, request } of strippings(words)) {
    const order = readStripped(said, request, source);
    if (order) return order;
  }
  return null;
}

function readStripped(said: readonly Token[], request: boolean, source: string): Order | null {
  const whole = match(said);
  if (whole && !whole.acts) return reading(whole, request, source);
  // "buy now" is said with a word about time that belongs to it.
  return (
    acting(said, request, source) ??
    (whole && !whole.found.gaps['s'] ? order(whole, null, whole.slots, request, null) : null)
  );
}

function reading(found: Match, request: boolean, source: string): Order | null {
  if (found.name === 'preview') return previewing(found, request, source);
  const said = found.found.gaps['s'] ?? [];
  // "renewals of contoso in june": the list has a window of its own.
  const gap = found.found.gaps['op'] ?? nameWords(found.name === 'renewals' ? takeTimes(said).tokens : said);
  const subject = gap.length > 0 ? textOf(gap, source) : null;
  return order(found, subject, found.slots, request, null);
}

/** A preview holds another order, in whatever form its verb has (F-71). */
function previewing(found: Match, request: boolean, source: string): Order | null {
  const inner = found.found.gaps['command'];
  if (!inner) return order(found, null, {}, request, null);
  const order_ = readOrder(asOrder(inner), source);
  if (!order_ || (!order_.acts && order_.name !== 'preview')) return null;
  return order(found, order_.subject, { ...order_.slots, verb: order_.name }, request, order_.restraint);
}

/** "cancelling X", "säger upp X" → "cancel X". */
export function asOrder(tokens: readonly Token[]): readonly Token[] {
  const verb = verbAt(tokens, 0);
  const first = tokens[0];
  if (!verb || !first) return tokens;
  const said = verb.say.map((key) => ({ ...first, key, text: key }));
  return [...said, ...tokens.slice(verb.length)];
}

function acting(said: readonly Token[], request: boolean, source: string): Order | null {
  const timed = takeTimes(said);
  const reasoned = takeTrailingReason(timed.tokens, source);
  const bare = cutInstead(reasoned?.tokens ?? timed.tokens);
  const asked = request && VERB_FORMS.at(bare, 0) > 0 ? asGerundOrder(bare) : bare;
  const found = match(asked);
  if (!found) return null;
  if (!found.acts) return timed.tokens.length === said.length ? null : reading(found, request, source);
  const slots = {
    ...found.slots,
    ...numbersOf(found),
    ...wordsOf(found, source),
    ...timingOf(timed.timing),
    ...reasoned?.reason,
  };
  const gap = found.found.gaps['op'] ?? found.found.gaps['s'] ?? [];
  const restraint = restraintOf(found, gap, timed);
  const name = nameWords(restraint ? plainOf(gap) : gap);
  return order(found, name.length > 0 ? textOf(name, source) : null, slots, request, restraint);
}

/** "would you mind pausing X" orders, "would you paused X" is nothing. */
function asGerundOrder(tokens: readonly Token[]): readonly Token[] {
  return /ing$/u.test(tokens[0]?.key ?? '') ? asOrder(tokens) : tokens;
}

/** "pause X instead of cancelling it": the second half is what is not wanted. */
function cutInstead(tokens: readonly Token[]): readonly Token[] {
  const instead = INSTEAD_OF.find(tokens, 1);
  if (!instead || VERB_FORMS.at(tokens, instead.index + instead.length) === 0) return tokens;
  return tokens.slice(0, instead.index);
}

function timingOf(timing: 'now' | 'term-end' | null): Pick<Slots, 'timing'> {
  return timing ? { timing } : {};
}

function numbersOf({ found }: Match): Pick<Slots, 'quantity' | 'delta'> {
  const { n, '+n': more, '-n': fewer } = found.numbers;
  return {
    ...(n !== undefined && { quantity: n }),
    ...(more !== undefined && { delta: more }),
    ...(fewer !== undefined && { delta: -fewer }),
  };
}

function wordsOf({ found }: Match, source: string): Slots {
  const named = Object.entries(found.gaps).filter(([name]) => !['s', 'op', 'command'].includes(name));
  return Object.fromEntries(named.map(([name, tokens]) => [name, textOf(tokens, source)]));
}

/** F-61 to F-65: an order that is one, and yet must not be acted on. */
function restraintOf(
  found: Match,
  gap: readonly Token[],
  timed: ReturnType<typeof takeTimes>,
): Because | null {
  const trap = firstTrap(gap);
  if (trap) return trap;
  if (timed.past) return 'past';
  if (timed.date) return 'unsupported-date';
  if (isUnclear(found, gap)) return 'incomplete';
  if (leadingNumber(gap) !== null || VAGUE_AMOUNTS.at(gap, 0) > 0) return 'ambiguous-quantity';
  if (timed.timing === 'term-end' && found.command?.toLifecycleCommand && !found.command.atTermEnd)
    return 'unsupported-date';
  return namesSeveral(gap) ? 'several' : null;
}

function firstTrap(gap: readonly Token[]): Because | null {
  for (let index = 0; index < gap.length; index += 1) {
    const token = gap[index];
    if (!token || token.quoted) continue;
    if (ORDERS.at(gap, index) > 0) return 'several';
    if (negates(token.key)) return nextOrders(gap, index + 1) ? 'several' : 'negation';
    if (CONDITIONS.at(gap, index) > 0) return 'hypothetical';
  }
  return null;
}

/** The name in an order that must not be acted on, for its suggestion. */
function plainOf(gap: readonly Token[]): readonly Token[] {
  const condition = CONDITIONS.find(gap);
  const kept = (condition && condition.index > 0 ? gap.slice(0, condition.index) : gap).filter(
    ({ key }) => !negates(key),
  );
  return leadingNumber(kept) === null ? kept.slice(VAGUE_AMOUNTS.at(kept, 0)) : kept.slice(1);
}

/** F-73: "cancel no wait pause it" is a correction. */
function nextOrders(gap: readonly Token[], from: number): boolean {
  return ORDERS.find(gap, from) !== null;
}

/** F-62: "cancel that" may mean the prompt or the subscription. */
function isUnclear({ command, head }: Match, gap: readonly Token[]): boolean {
  const unclear = command?.toLifecycleCommand ? command.pronounIsUnclear : undefined;
  return unclear?.includes(head) === true && isPronoun(gap.filter((token) => !token.mark));
}

const REFERENCE = /^s-\d+$/u;

function namesSeveral(gap: readonly Token[]): boolean {
  if (isPronoun(gap)) return false;
  const references = gap.filter(
    (token) => REFERENCE.test(token.key) || OPERATION_REFERENCE.test(token.key),
  ).length;
  return references > 1 || SEVERAL.find(gap) !== null || joinedByAmpersand(gap);
}

/** "Ström & Lund E3" is a name; "contoso e3 & fabrikam e5" are two. */
function joinedByAmpersand(gap: readonly Token[]): boolean {
  const index = gap.findIndex((token) => token.key === '&' && !token.quoted);
  return (
    index >= 2 &&
    gap.length - index > 2 &&
    !/^[a-z]$/u.test(gap[index - 2]?.key ?? '') &&
    index + 3 <= gap.length &&
    isPlanLike(gap[index - 1])
  );
}

/** What ends a product's name ("e3", "2", "pro") comes before an & only between two products. */
function isPlanLike(token: Token | undefined): boolean {
  return token !== undefined && /\d|^(?:pro|premium|basic|standard|visio|project|bi)$/u.test(token.key);
}

function order(
  found: Match,
  subject: string | null,
  slots: Slots,
  request: boolean,
  restraint: Because | null,
): Order {
  const { name, acts, language } = found;
  const later = laterReading(name, slots);
  return { name: later, match: found, acts, subject, slots, request, restraint, language };
}

/** F-58: anything about quantity at the renewal is a scheduled change. */
function laterReading(name: string, { timing }: Slots): string {
  return name === 'set-quantity' && timing === 'term-end' ? 'schedule-change' : name;
}
