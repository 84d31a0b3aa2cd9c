import type { Slots } from '../commands/defineCommand.ts';
import type { Language } from '../domain/person.ts';
import type { Order } from './order.ts';
import type { Because, Meant } from './parsed.ts';
import type { Piece } from './pieces.ts';
import type { SaidReason } from './reason.ts';

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

/** "Thanks, Erik": a name or two after the thanks is whose they are. */
function withoutSignature(pieces: readonly Piece[]): readonly Piece[] {
  const thanks = pieces.findLastIndex((piece) => piece.kind === 'filler');
  const order = pieces.findIndex((piece) => piece.kind === 'order');
  if (thanks < order) return pieces;
  return pieces.filter(
    (piece, index) => !(index > thanks && piece.kind === 'other' && piece.words <= 3 && !piece.negated),
  );
}

/** From the clauses to one order, or to why there is none. */
export function combine(all: readonly Piece[], reason: SaidReason): Outcome {
  const pieces = withoutSignature(all);
  const orders = pieces.flatMap((piece) => (piece.kind === 'order' ? [piece] : []));
  const restrained = pieces.flatMap((piece) => (piece.kind === 'restrained' ? [piece] : []));
  const [first] = orders;
  const [held] = restrained;
  const said = orders.map(({ order }) => order);
  if (held) return restrainedBy(restrained, said);
  if (!first) return withoutOrder(pieces);
  if (orders.length > 1) return several(said);
  return single(first, pieces, reason);
}

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
  const pronoun = order.subject === null || /^(?:it|that|this|den|det)$/iu.test(order.subject);
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
  if (!order.acts) return order.restraint ? refuse(order.restraint, [order]) : { because: null, order };
  const slots = complete(order.slots, pieces, reason);
  const because = order.restraint ?? around(said, pieces) ?? impossible(order, slots);
  return because ? refuse(because, [order], order.language) : { because: null, order: { ...order, slots } };
}

/** A time that the command does not know, said in a clause of its own: "pause X, at renewal". */
function impossible({ match }: Order, { timing }: Slots): Because | null {
  const atOnce = match.command?.toLifecycleCommand !== undefined && !match.command.atTermEnd;
  return atOnce && timing === 'term-end' ? 'unsupported-date' : null;
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
  return other ? beside(other) : null;
}

/** "Cancel X. No, wait." */
function takenBack(pieces: readonly Piece[]): boolean {
  const order = pieces.findIndex(({ kind }) => kind === 'order');
  return pieces.some((piece, index) => index > order && piece.kind === 'filler' && piece.negated);
}

/** "S-1042, S-1043" are two objects; anything else beside an order is not understood. */
function beside({ after, name, question }: Extract<Piece, { readonly kind: 'other' }>): Because {
  return [',', ';', '&', '+'].includes(after) && name && !question ? 'several' : 'unknown';
}

function complete(slots: Slots, pieces: readonly Piece[], reason: SaidReason): Slots {
  const timing = pieces.find((piece) => piece.kind === 'timing');
  const said = pieces.find((piece) => piece.kind === 'reason');
  return { ...slots, ...(timing && { timing: timing.timing }), ...said?.reason, ...reason };
}
