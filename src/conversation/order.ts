import type { Slots } from '../commands/defineCommand.ts';
import type { Language } from '../domain/person.ts';
import { orderOfForm } from './forms.ts';
import { canBeMeant, canBeRead, plainName, restraintOf } from './guard.ts';
import { type Match, matches } from './match.ts';
import { numberOf } from './numbers.ts';
import type { Because } from './parsed.ts';
import { OPERATION_REFERENCE } from './pattern.ts';
import { withoutVagueness } from './quantity.ts';
import type { SaidReason } from './reason.ts';
import { gapOf, readingIn, slotsIn } from './slots.ts';
import { strippings } from './strip.ts';
import { nameWords } from './subject.ts';
import { type Timed, takeTimes } from './times.ts';
import { type Token, textOf } from './tokenize.ts';
import { takeTrailingReason } from './trailingReason.ts';
import { VERB_FORMS, verbAt } from './verbs.ts';
import { INSTEAD_OF } from './words/subjects.ts';

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
const LONGEST_ORDER = 28;

/** Reads a clause as an order or a reading; null when it is neither. */
export function readOrder(tokens: readonly Token[], source: string): Order | null {
  const words = tokens.filter(
    (token, index) => !token.mark || KEPT_MARKS.has(token.key) || isOverNumber(tokens, index),
  );
  if (words.length === 0 || words.length > LONGEST_ORDER) return null;
  for (const { tokens: said, request } of strippings(words)) {
    const order =
      readVague(said, request, source) ??
      readStripped(said, request, source) ??
      readTwo(said, request, source);
    if (order) return order;
  }
  return null;
}

const KEPT_MARKS: ReadonlySet<string> = new Set(['&', '.', '~', '%']);

/** "25+": so many or more. */
function isOverNumber(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const here = tokens[index];
  return here?.key === '+' && before?.end === here.start && numberOf(before) !== null;
}

/** "Set contoso e3 to 25 or so": an order whose number is none. */
function readVague(said: readonly Token[], request: boolean, source: string): Order | null {
  const plain = withoutVagueness(said);
  const order = plain && readStripped(plain, request, source);
  return order?.acts && isCounted(order) ? { ...order, restraint: 'ambiguous-quantity' } : null;
}

/** "Withdraw OP-7F3K and OP-8A2B": an order of one, with another beside it. */
function readTwo(said: readonly Token[], request: boolean, source: string): Order | null {
  const first = said.findIndex(({ key }) => OPERATION_REFERENCE.test(key));
  const rest = said.slice(first + 1);
  if (first < 0 || !rest.some(({ key }) => OPERATION_REFERENCE.test(key))) return null;
  const order = readStripped(said.slice(0, first + 1), request, source);
  return order?.acts ? { ...order, restraint: 'several' } : null;
}

function isCounted({ slots }: Order): boolean {
  return slots.quantity !== undefined || slots.delta !== undefined;
}

function readStripped(said: readonly Token[], request: boolean, source: string): Order | null {
  const hasTimes = saysTimes(said);
  const whole = matches(said).find((found) => (found.acts ? isTimeless(found, hasTimes) : canBeRead(found)));
  const ordered = !whole || whole.acts || isAboutTermEnd(whole, said) ? acting(said, request, source) : null;
  if (whole && !whole.acts && !ordered?.acts) return reading(whole, request, source);
  return ordered;
}

function reading(found: Match, request: boolean, source: string): Order | null {
  if (found.name === 'preview') return previewing(found, request, source);
  const said = gapOf(found);
  // "renewals of contoso in june": the list has a window of its own.
  const gap = found.name === 'renewals' ? takeTimes(said).tokens : said;
  const { subject, slots } = readingIn(found, gap, source);
  return orderOf(found, { subject: textOrNull(subject, source), slots, request, restraint: null });
}

function textOrNull(tokens: readonly Token[], source: string): string | null {
  return tokens.length > 0 ? textOf(tokens, source) : null;
}

/** A preview holds another order, in whatever form its verb has (F-71). */
function previewing(found: Match, request: boolean, source: string): Order | null {
  const inner = found.found.gaps['command'];
  if (!inner) return orderOf(found, { subject: null, slots: {}, request, restraint: null });
  const order = readOrder(asOrder(inner), source);
  if (!order || (!order.acts && order.name !== 'preview')) return null;
  const { subject, restraint } = order;
  return orderOf(found, { subject, slots: { ...order.slots, verb: order.name }, request, restraint });
}

/** "cancelling X", "säger upp X" → "cancel X". */
export function asOrder(tokens: readonly Token[]): readonly Token[] {
  const first = tokens[0];
  if (!first) return tokens;
  const verb = verbAt(tokens, 0);
  const plain = orderOfForm(first.key);
  const say = verb?.say ?? (plain ? [plain] : null);
  if (!say) return tokens;
  const said = say.map((key) => ({ ...first, key, text: key }));
  return [...said, ...tokens.slice(verb?.length ?? 1)];
}

/** A way to take a clause apart: its times and its reason are taken out of it. */
interface Reading {
  readonly tokens: readonly Token[];
  readonly timed: Timed;
  readonly reason: SaidReason;
}

/** As it stands, without "now" and "at renewal", without dates: the first that fits and leaves no time in a name. */
function readingsOf(said: readonly Token[], source: string): readonly Reading[] {
  const timed = takeTimes(said);
  const untimed: Timed = { ...timed, timing: null, date: false, past: false };
  const forms: readonly (readonly [readonly Token[], Timed])[] = [
    [said, untimed],
    [timed.undated, { ...timed, date: false }],
    [timed.tokens, timed],
  ];
  const different = forms.filter(([tokens], index) => tokens.length !== forms[index + 1]?.[0].length);
  return different.map(([tokens, times]) => {
    const reasoned = takeTrailingReason(tokens, source);
    return { tokens: cutInstead(reasoned?.tokens ?? tokens), timed: times, reason: reasoned?.reason ?? {} };
  });
}

function acting(said: readonly Token[], request: boolean, source: string): Order | null {
  for (const one of readingsOf(said, source)) {
    const asked = request && VERB_FORMS.at(one.tokens, 0) > 0 ? asGerundOrder(one.tokens) : one.tokens;
    const hasTimes = saysTimes(asked);
    const found = matches(asked).find((match) =>
      match.acts ? isTimeless(match, hasTimes) && canBeMeant(match) : canBeRead(match),
    );
    if (found && !found.acts && one.tokens.length < said.length) return reading(found, request, source);
    if (found?.acts) return actingOn(found, one, request, source);
  }
  return null;
}

function actingOn(found: Match, { timed, reason }: Reading, request: boolean, source: string): Order {
  const gap = gapOf(found);
  const timing = timed.timing ? { timing: timed.timing } : {};
  const slots = { ...slotsIn(found, source), ...timing, ...reason };
  const restraint = restraintOf(found, gap, timed);
  const name = nameWords(restraint ? plainName(gap) : gap);
  return orderOf(found, { subject: textOrNull(name, source), slots, request, restraint });
}

/** "När den förnyas, sätt …" orders, "vad händer vid förnyelsen" asks. */
function isAboutTermEnd({ name }: Match, said: readonly Token[]): boolean {
  return name !== 'preview' && name !== 'show-scheduled-change' && takeTimes(said).timing === 'term-end';
}

function saysTimes(tokens: readonly Token[]): boolean {
  return takeTimes(tokens).tokens.length < tokens.length;
}

/** Nothing about time is left in a name, nor cut in two by one ("… at" + "renewal"). */
function isTimeless({ found, name }: Match, hasTimes: boolean): boolean {
  if (!hasTimes) return true;
  if (!SAYS_TIMES.has(name) && found.values['termDuration'] === undefined) return false;
  return Object.values(found.gaps).every(
    (gap) => takeTimes(gap).tokens.length === gap.length && !BEFORE_TIME.has(gap.at(-1)?.key ?? ''),
  );
}

const BEFORE_TIME: ReadonlySet<string> = new Set(
  'at on upon by from before next until vid pa till fran nasta per the den'.split(' '),
);

/** Their own words speak of a time: "buy now", "remove the change at renewal", "notify here about renewals". */
const SAYS_TIMES: ReadonlySet<string> = new Set([
  'checkout',
  'remove-scheduled-change',
  'notify',
  'stop-notifying',
  'drop-cart',
  'auto-renew',
]);

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

function orderOf(found: Match, read: Pick<Order, 'subject' | 'slots' | 'request' | 'restraint'>): Order {
  const { name, acts, language } = found;
  return { ...read, name: laterReading(name, read.slots), match: found, acts, language };
}

/** F-58: anything about quantity at the renewal is a scheduled change. */
export function laterReading(name: string, { timing }: Slots): string {
  return name === 'set-quantity' && timing === 'term-end' ? 'schedule-change' : name;
}
