import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Envelope, Reply } from '../../conversation/inbound.ts';
import { failureReply } from './failure.ts';
import { TEAMS_LIMITS } from './limits.ts';
import type { TurnParts } from './parts.ts';
import { say } from './say.ts';

/** A sentence, an arrival, or a click by a client that knows no Action.Execute: answered by a message. */
export async function takeMessage(parts: TurnParts, envelope: Envelope, context: TurnContext): Promise<void> {
  const reply = await withTyping(parts, context, () => answer(parts, envelope));
  if (reply !== 'duplicate') await say(parts, envelope, reply, context);
}

/** The conversation's answer; an outage becomes words. 'duplicate': answered before. */
export async function answer(parts: TurnParts, envelope: Envelope): Promise<Reply | 'duplicate'> {
  try {
    const received = await parts.conversation.receive(envelope);
    return received === 'duplicate' ? received : await received.answer();
  } catch (error) {
    const correlation = randomUUID();
    parts.logger.error({ err: error, correlation, input: envelope.input.kind }, 'a Teams turn failed');
    return failureReply(envelope, correlation, parts.machine.now());
  }
}

/** Shows that somebody is at work when it takes longer. */
async function withTyping<T>(parts: TurnParts, context: TurnContext, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const typing = parts.machine.sleep(TEAMS_LIMITS.typingAfterMilliseconds, done.signal).then(async () => {
    if (!done.signal.aborted) await context.sendActivity({ type: 'typing' });
  });
  try {
    return await work();
  } finally {
    done.abort();
    await typing.catch((error) => parts.logger.debug({ err: error }, 'typing was not shown'));
  }
}
