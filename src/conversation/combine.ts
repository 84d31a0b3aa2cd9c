import type { Slots } from '../commands/defineCommand.ts';
import type { Language } from '../domain/person.ts';
import { catalogFilters } from './catalogFilters.ts';
import { isAtWrongTime, isName } from './guard.ts';
import { laterReading, type Order } from './order.ts';
import type { Because, Meant } from './parsed.ts';
import type { Other, Piece } from './pieces.ts';
import { namesProduct } from './products.ts';
import type { SaidReason } from './reason.ts';
import { namesSeveral } from './severalNames.ts';
import { nameWords } from './subject.ts';
import { textOf } from './tokenize.ts';

/** How a whole sentence was read. */
export type Outcome =
  | { readonly because: null; readonly order: Order }
  | {
      readonly because: Because;
      readonly meant: readonly Meant[];
      readonly language?: Language;
      /** What was meant is suggested as it is: the other half of the sentence forbade something else. */
      readonly asSaid?: boolean;
    };

export function refuse(because: Because, meant: readonly Meant[], language?: Language): Outcome {
  return { because, meant, ...(language && { language }) };
}

type Restrained = Extract<Piece, { readonly kind: 'restrained' }>;
type Said = Extract<Piece, { readonly kind: 'order' }>;

/** What is said around an order depends on which it is: who takes something back has changed a mind. */
function settled(pieces: readonly Piece[]): readonly Piece[] {
  const names = pieces.flatMap((piece) => (piece.kind === 'order' ? [piece.order.name] : []));
  return pieces.map((piece) => {
    const speaks =
      (piece.kind === 'changed-mind' && !names.some((name) => TAKING_BACK.has(name))) ||
      (piece.kind === 'settled' && names.some((name) => TAKING_AWAY.has(name)));
    if (speaks) return { kind: 'restrained', because: 'negation', meant: null };
    return piece.kind === 'changed-mind' || piece.kind === 'settled' ? NOTHING_SAID : piece;
  });
}

const NOTHING_SAID: Piece = { kind: 'filler', question: false, request: false, negated: false };
const TAKING_AWAY: ReadonlySet<string> = new Set(['pause', 'suspend', 'cancel', 'deprovision']);
const TAKING_BACK: ReadonlySet<string> = new Set([
  'drop-cart',
  'withdraw',
  'remove-scheduled-change',
  'resume',
  'reactivate',
]);

const LONGEST_SIGNATURE = 4;

/** "Thanks, Erik": a name or two after the thanks is whose they are. */
function withoutSignature(pieces: readonly Piece[]): readonly Piece[] {
  const thanks = pieces.findLastIndex((piece) => piece.kind === 'filler');
  const order = pieces.findIndex((piece) => piece.kind === 'order');
  if (thanks < order || order < 0) return pieces;
  return pieces.filter((piece, index) => !(index > thanks && piece.kind === 'other' && isSignature(piece)));
}

function isSignature({ tokens, negated, question }: Other): boolean {
  const isCapital = tokens.every(({ text, mark }) => mark || /^(?:\p{Lu}|\d{5})/u.test(text));
  return !negated && !question && tokens.length <= LONGEST_SIGNATURE && isCapital;
}

/** From the clauses to one order, or to why there is none. */
export function combine(all: readonly Piece[], reason: SaidReason, source: string): Outcome {
  const pieces = withName(withoutSignature(settled(all)), source);
  const orders = pieces.flatMap((piece) => (piece.kind === 'order' ? [piece] : []));
  const restrained = pieces.flatMap((piece) => (piece.kind === 'restrained' ? [piece] : []));
  const [first] = orders;
  const [held] = first ? restrained : [...restrained, ...heldReasons(pieces)];
  const said = orders.map(({ order }) => order);
  if (held) return restrainedBy([held, ...restrained.filter((one) => one !== held)], said);
  if (!first) return withoutOrder(pieces);
  if (orders.length > 1) return several(said);
  return single(first, pieces, reason);
}

/** Reasons of nothing that was ordered report what was done. */
function heldReasons(pieces: readonly Piece[]): readonly Restrained[] {
  return pieces.flatMap((piece) =>
    piece.kind === 'reason' && piece.restraint ? [{ kind: 'restrained' as const, ...piece.restraint }] : [],
  );
}

/** "Contoso E3: pause", "pause - contoso e3", "for Contoso, pause the E3": a name in a clause of its own. */
function withName(pieces: readonly Piece[], source: string): readonly Piece[] {
  const orders = pieces.filter((piece) => piece.kind === 'order');
  const others = pieces.filter((piece) => piece.kind === 'other');
  const [said] = orders;
  const [other] = others;
  if (!said || !other || orders.length > 1 || others.length > 1) return pieces;
  const subject = joined(said.order, other, source);
  if (subject === null) return pieces;
  const named: Piece = { ...said, order: { ...said.order, subject } };
  return pieces.flatMap((piece) => (piece === other ? [] : [piece === said ? named : piece]));
}

const LEADS_TO_NAME: ReadonlySet<string> = new Set(
  'for för hos on at regarding re angaende gallande re: till at'.split(' '),
);

function joined(order: Order, { tokens, negated, question }: Other, source: string): string | null {
  const name = nameWords(tokens);
  if (negated || question || name.length === 0 || !isName(name)) return null;
  const text = textOf(name, source);
  if (PRONOUN.test(order.subject ?? '') && order.acts && namesProduct(name)) return text;
  if (order.subject === null) return order.match.command.subject === 'nothing' ? null : text;
  const leads = LEADS_TO_NAME.has(tokens[0]?.key ?? '');
  return leads && order.acts && order.match.command.subject === 'subscription'
    ? `${text} ${order.subject}`
    : null;
}

const PRONOUN = /^(?:it|that|this|den|det|that one|this one)$/iu;

/** F-63: the positive half of "don't pause it, cancel it" is the suggestion; else what was spoken of. */
function restrainedBy(restrained: readonly Restrained[], orders: readonly Order[]): Outcome {
  const [held] = restrained;
  const [order] = orders;
  const because = held?.because ?? 'unknown';
  if (!order?.acts)
    return refuse(
      because,
      restrained.flatMap(({ meant }) => meant ?? []),
    );
  const pronoun = order.subject === null || PRONOUN.test(order.subject);
  const subject = pronoun ? (held?.meant?.subject ?? order.subject) : order.subject;
  return { because, meant: [{ ...order, subject }], language: order.language, asSaid: true };
}

/** Each of them alone; one that names nothing means what the first one named. */
function several(orders: readonly Order[]): Outcome {
  const rest = orders.filter(({ restraint }) => restraint !== 'negation');
  const because = rest.length < orders.length ? 'negation' : 'several';
  const [first] = rest;
  const meant = rest.map((order) => ({ ...order, subject: order.subject ?? first?.subject ?? null }));
  return { because, meant, ...(first && { language: first.language }), asSaid: true };
}

function withoutOrder(pieces: readonly Piece[]): Outcome {
  if (pieces.some((piece) => piece.kind === 'condition')) return refuse('hypothetical', []);
  const asks = pieces.some((piece) => (piece.kind === 'other' || piece.kind === 'filler') && piece.question);
  return refuse(asks ? 'question' : 'unknown', []);
}

function single(said: Said, pieces: readonly Piece[], reason: SaidReason): Outcome {
  const { order } = said;
  const slots = complete(order.slots, pieces, order.acts ? reason : {});
  if (!order.acts)
    return order.restraint
      ? refuse(order.restraint, [order])
      : { because: null, order: filtered(order, pieces) };
  const late = isAtWrongTime(order.match, slots.timing) ? ('unsupported-date' as const) : null;
  const because = order.restraint ?? around(said, pieces) ?? late;
  if (because) return refuse(because, [order], order.language);
  return { because: null, order: atRenewal({ ...order, name: laterReading(order.name, slots), slots }) };
}

/** F-58, F-59: a scheduled change says by its name when it comes. */
function atRenewal(order: Order): Order {
  if (order.name !== 'schedule-change') return order;
  const { timing: _, ...slots } = order.slots;
  return { ...order, slots };
}

/** "Catalogue for fabrikam, microsoft only": the filters go on after the comma. */
function filtered(order: Order, pieces: readonly Piece[]): Order {
  if (order.name !== 'catalog') return order;
  const words = pieces.flatMap((piece) => (piece.kind === 'other' ? piece.tokens : []));
  return { ...order, slots: { ...order.slots, ...catalogFilters(words).filters } };
}

/** What else the sentence says that keeps an order from being acted on. */
function around({ order, question }: Said, pieces: readonly Piece[]): Because | null {
  const kinds = new Set(pieces.map(({ kind }) => kind));
  if (kinds.has('quoting')) return 'quotation';
  if (kinds.has('condition')) return 'hypothetical';
  if (kinds.has('date')) return 'unsupported-date';
  const others = pieces.flatMap((piece) => (piece.kind === 'other' ? [piece] : []));
  if (others.some(({ negated }) => negated)) return 'negation';
  if (takenBack(pieces)) return 'negation';
  const asks = question || pieces.some((piece) => 'question' in piece && piece.question);
  if (asks && !order.request && !pieces.some((piece) => piece.kind === 'filler' && piece.request))
    return 'question';
  const [other] = others;
  if (other) return beside(other);
  return kinds.has('values') && !TAKES_VALUES.has(order.name) ? 'unknown' : null;
}

const TAKES_VALUES: ReadonlySet<string> = new Set(['buy', 'schedule-change']);

/** "Cancel X. No, wait." */
function takenBack(pieces: readonly Piece[]): boolean {
  const order = pieces.findIndex(({ kind }) => kind === 'order');
  return pieces.some((piece, index) => index > order && piece.kind === 'filler' && piece.negated);
}

/** "S-1042, S-1043" are two objects; anything else beside an order is not understood. */
function beside({ after, tokens, question }: Other): Because {
  const isObject = isName(nameWords(tokens)) || namesSeveral(tokens);
  return [',', ';', '&', '+', '/', '\n'].includes(after) && isObject && !question ? 'several' : 'unknown';
}

function complete(slots: Slots, pieces: readonly Piece[], reason: SaidReason): Slots {
  const timing = pieces.find((piece) => piece.kind === 'timing');
  const values = pieces.flatMap((piece) => (piece.kind === 'values' ? [piece.slots] : []));
  const reasons = [reason, ...pieces.flatMap((piece) => (piece.kind === 'reason' ? [piece.reason] : []))];
  // A known reason says more than words do.
  const said =
    reasons.find((one) => one.reason !== undefined && one.reason !== 'other') ??
    reasons.find((one) => one.reason);
  return Object.assign(
    {},
    slots,
    ...values,
    timing && { timing: timing.timing },
    slots.reason === undefined ? said : {},
  );
}
