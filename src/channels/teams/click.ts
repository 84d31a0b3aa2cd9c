import type { TurnContext } from 'botbuilder';
import type { Envelope, Reply } from '../../conversation/inbound.ts';
import { describe } from '../../views/describe.ts';
import { everybodys, operationOf } from './base.ts';
import { languageOf } from './failure.ts';
import { cardAnswer, type InvokeAnswer, messageAnswer } from './invoke.ts';
import { TEAMS_LIMITS } from './limits.ts';
import { askerAt, cardOf, textOf } from './message.ts';
import type { TurnParts } from './parts.ts';
import { noteReplaced, noteShown, say } from './say.ts';
import { answer } from './turn.ts';

/** A click or a refresh by Action.Execute: answered in the response, to the person who clicked; then the card is changed for all. */
export async function takeClick(
  parts: TurnParts,
  envelope: Envelope,
  context: TurnContext,
): Promise<InvokeAnswer> {
  const answered = answer(parts, envelope);
  const reply = await inTime(parts, answered);
  if (reply === 'late') {
    parts.later(answered.then((result) => followUp(parts, envelope, result)));
    return presentAnswer(parts, envelope);
  }
  if (reply === 'duplicate') return presentAnswer(parts, envelope);
  return answerWith(parts, envelope, reply, context);
}

async function answerWith(
  parts: TurnParts,
  envelope: Envelope,
  reply: Reply,
  context: TurnContext,
): Promise<InvokeAnswer> {
  if (reply.replaces || envelope.input.kind === 'refresh') {
    if (changesForAll(envelope, reply)) parts.later(showAll(parts, envelope, reply));
    return cardAnswer(cardOf(reply, askerAt(envelope.place, parts.refreshes)));
  }
  if (reply.audience === 'person') return messageAnswer(textOf(reply));
  await say(parts, envelope, reply, context);
  return presentAnswer(parts, envelope, describe(reply.view, reply.reader).title);
}

/** Not for looking, not for a word to one person, not for a wrong input: others lose nothing they see. */
function changesForAll(envelope: Envelope, reply: Reply): boolean {
  const wrong = 'errors' in reply.view && (reply.view.errors?.length ?? 0) > 0;
  return envelope.input.kind === 'click' && reply.audience === 'everyone' && !wrong;
}

/** The message itself is changed too: the response reached one client of one person. */
async function showAll(parts: TurnParts, envelope: Envelope, reply: Reply): Promise<void> {
  const { place } = envelope;
  if (place.message === '') return;
  const shown = await everybodys(parts.conversation, reply, place, parts.refreshes);
  const sent = await parts.outbound.update(place, shown);
  if (sent.outcome === 'sent') return noteReplaced(parts, envelope, shown);
  const { correlation } = reply;
  parts.logger.warn({ correlation, outcome: sent.outcome }, 'Teams did not take a card update');
}

/** The result of a click that took longer than Teams waits. */
async function followUp(parts: TurnParts, envelope: Envelope, reply: Reply | 'duplicate'): Promise<void> {
  if (reply === 'duplicate') return;
  if (changesForAll(envelope, reply) && reply.replaces) return showAll(parts, envelope, reply);
  if (!envelope.personal && reply.audience === 'person') return;
  const shown = await everybodys(parts.conversation, reply, envelope.place, parts.refreshes);
  const sent = await parts.outbound.post(envelope.place, shown);
  if (sent.outcome === 'sent') await noteShown(parts, shown, sent.address);
}

/** The present state of what the card stands for, as this person may see it; for a draft, or nothing known, words. */
async function presentAnswer(parts: TurnParts, envelope: Envelope, words = ''): Promise<InvokeAnswer> {
  const { input } = envelope;
  if (input.kind !== 'click' && input.kind !== 'refresh') return messageAnswer(words);
  const person = await parts.conversation.whoIs(envelope.from);
  const language = person?.language ?? languageOf(envelope.locale);
  const timeZone = envelope.timeZone ?? person?.timeZone ?? 'UTC';
  const present = await parts.conversation.present(input.on, person, language, timeZone);
  if (present === null || operationOf(present) === null) return messageAnswer(words);
  return cardAnswer(cardOf(present, askerAt(envelope.place, parts.refreshes)));
}

async function inTime<T>(parts: TurnParts, work: Promise<T>): Promise<T | 'late'> {
  const done = new AbortController();
  const patience = parts.machine
    .sleep(TEAMS_LIMITS.invokePatienceMilliseconds, done.signal)
    .then(() => 'late' as const);
  try {
    return await Promise.race([work, patience]);
  } finally {
    done.abort();
  }
}
