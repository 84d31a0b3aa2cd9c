import type { TurnContext } from 'botbuilder';
import type { Envelope, Reply } from '../../conversation/inbound.ts';
import type { Address } from '../../domain/operation/operation.ts';
import { everybodys, isHarmless, operationOf } from './base.ts';
import { sentFrom, wasNotPosted } from './errors.ts';
import { TEAMS_LIMITS } from './limits.ts';
import { askerAt, post, replace } from './message.ts';
import type { TurnParts } from './parts.ts';

/** Says it where it was asked: in place of the clicked card, as a new message, or to the person alone. */
export async function say(
  parts: TurnParts,
  envelope: Envelope,
  reply: Reply,
  context: TurnContext,
): Promise<void> {
  if (reply.audience === 'person' && !envelope.personal && !isHarmless(reply)) {
    return sayAlone(parts, envelope, reply, context);
  }
  const { place } = envelope;
  const shown = await everybodys(parts.conversation, reply, place, parts.refreshes);
  if (reply.replaces && place.message !== '' && (await replaced(parts, context, place, shown))) {
    return noteReplaced(parts, envelope, shown);
  }
  await postHere(parts, shown, place, context);
}

/** Tells the desk where an operation's card now stands, so that the worker keeps it true. */
export async function noteShown(parts: TurnParts, shown: Reply, address: Address): Promise<void> {
  const operation = operationOf(shown);
  if (operation === null || address.message === '') return;
  await parts.conversation.showed(operation.reference, address, operation.rev);
}

/** The card of another operation stands there now: the old one is never to be brought up to date in its place. */
export async function noteReplaced(
  parts: TurnParts,
  { input, place }: Envelope,
  shown: Reply,
): Promise<void> {
  await noteShown(parts, shown, place);
  const now = operationOf(shown)?.reference;
  if (input.kind !== 'click' || now === undefined || input.on === now) return;
  await parts.conversation.showed(input.on, place, Number.MAX_SAFE_INTEGER);
}

/** Posts in the chat of the turn; a refusal that certainly posted nothing is tried once more. */
async function postHere(parts: TurnParts, shown: Reply, place: Address, context: TurnContext): Promise<void> {
  const message = await posted(parts, shown, () => post(context, shown, askerAt(place, parts.refreshes)));
  if (message !== null) await noteShown(parts, shown, { ...place, message });
}

async function posted(parts: TurnParts, shown: Reply, send: () => Promise<string>): Promise<string | null> {
  try {
    return await send();
  } catch (error) {
    const wait = wasNotPosted(error)
      ? (error.retryAfter ?? TEAMS_LIMITS.defaultRetryAfterMilliseconds)
      : null;
    if (wait !== null && wait <= TEAMS_LIMITS.retryInTurnMilliseconds) {
      await parts.machine.sleep(wait);
      return lastTry(parts, shown, send);
    }
    return notPosted(parts, shown, error);
  }
}

async function lastTry(parts: TurnParts, shown: Reply, send: () => Promise<string>): Promise<string | null> {
  try {
    return await send();
  } catch (error) {
    return notPosted(parts, shown, error);
  }
}

/** Nothing is lost by it: the operation stands in the database and `status` shows it. */
function notPosted(parts: TurnParts, { correlation }: Reply, error: unknown): null {
  const { outcome } = sentFrom(error);
  parts.logger.warn({ err: error, outcome, correlation }, 'Teams did not take an answer');
  return null;
}

/** False where the card is gone: then it is posted anew. */
async function replaced(
  parts: TurnParts,
  context: TurnContext,
  place: Address,
  shown: Reply,
): Promise<boolean> {
  try {
    await replace(context, place, shown, askerAt(place, parts.refreshes));
    return true;
  } catch (error) {
    sentFrom(error);
    return false;
  }
}

/** In the person's own chat with the bot; where they have none, a word that names nobody's data points there. */
async function sayAlone(
  parts: TurnParts,
  envelope: Envelope,
  reply: Reply,
  context: TurnContext,
): Promise<void> {
  try {
    await parts.connection.alone(envelope.place, async (own, conversation) => {
      const extra = { ...envelope.place.extra, scope: 'personal' };
      const place = { ...envelope.place, conversation, message: '', extra };
      await postHere(parts, reply, place, own);
    });
  } catch (error) {
    parts.logger.info(
      { err: error, correlation: reply.correlation },
      'no personal chat with somebody in Teams',
    );
    const greeting: Reply = { ...reply, view: { view: 'welcome', actions: [] } };
    await postHere(parts, greeting, envelope.place, context);
  }
}
