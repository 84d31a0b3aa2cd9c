import type { Reply } from '../../conversation/inbound.ts';
import type { Address } from '../../domain/operation/operation.ts';
import { type Card, cardOf, everybodysCard } from './cards.ts';
import type { Heard } from './heard.ts';
import { MAX_PATIENCE, POST_TRIES } from './limits.ts';
import { place } from './place.ts';
import type { Tools } from './turn.ts';
import { contentOf, type Posted } from './web.ts';

/** For everybody there. Falls back to the response URL where the bot is no member, then to the person alone; null: it stands somewhere that we cannot name. */
export async function publish(tools: Tools, heard: Heard, reply: Reply): Promise<Address | null> {
  const card = await forEverybody(tools, heard, reply);
  const where = { ...heard.envelope.place, message: '' };
  const posted = await patiently(tools, () => tools.web.post(where, card));
  if (posted.outcome === 'sent') return showed(tools, card, posted.address);
  tools.logger.warn({ code: posted.code, by: heard.by }, 'Slack took no message there');
  if (await answerByUrl(tools, heard, card, 'in_channel')) return null;
  return directly(tools, heard, card);
}

/** For the one who spoke: by the response URL, else as an ephemeral message, else in their direct messages. */
export async function confide(tools: Tools, heard: Heard, reply: Reply): Promise<void> {
  if (heard.envelope.personal) return void (await publish(tools, heard, reply));
  const card = forOne(heard, reply);
  if (await answerByUrl(tools, heard, card, 'ephemeral')) return;
  const { place: where } = heard.envelope;
  if (where.conversation !== heard.user) {
    const whispered = await tools.web.whisper(where, heard.user, card);
    if (whispered.outcome === 'sent') return;
    tools.logger.warn({ code: whispered.code, by: heard.by }, 'Slack took no ephemeral message there');
  }
  await directly(tools, heard, card);
}

/** Changes the message that stands at an address; a new message where that one is gone (platforms.md 1.1). */
export async function change(tools: Tools, heard: Heard, address: Address, reply: Reply): Promise<void> {
  const card = await forEverybody(tools, heard, reply);
  const updated = await patiently(tools, () => tools.web.update(address, card));
  if (updated.outcome === 'sent') return void (await showed(tools, card, updated.address));
  tools.logger.warn({ code: updated.code, by: heard.by }, 'Slack took no change of the message');
  // The worker changes an operation's card when Slack takes calls again.
  if (updated.outcome === 'later' && card.operation !== null) return;
  const content = { response_type: 'in_channel', replace_original: true, ...contentOf(card) } as const;
  const replaced = updated.code !== 'message_not_found' && (await byUrl(tools, heard, content));
  if (!replaced) await publish(tools, heard, reply);
}

/** Waits as Slack says, if that is not long. */
async function patiently(tools: Tools, send: () => Promise<Posted>): Promise<Posted> {
  for (let attempt = 1; ; attempt += 1) {
    const posted = await send();
    if (posted.outcome !== 'later' || posted.retryAfter > MAX_PATIENCE || attempt === POST_TRIES)
      return posted;
    if (!(await tools.work.pause(posted.retryAfter))) return posted;
  }
}

async function directly(tools: Tools, heard: Heard, card: Card): Promise<Address | null> {
  const { workspace } = heard.envelope.place;
  const posted = await patiently(tools, () => tools.web.post(place(workspace, heard.user, '', ''), card));
  if (posted.outcome === 'sent') return showed(tools, card, posted.address);
  tools.logger.warn({ code: posted.code, by: heard.by }, 'nobody could be reached in Slack');
  return null;
}

/** Recorded, so that the worker keeps it true from now on. */
async function showed(tools: Tools, card: Card, address: Address): Promise<Address> {
  const { operation } = card;
  if (operation !== null) await tools.conversation.showed(operation.reference, address, operation.rev);
  return address;
}

function answerByUrl(
  tools: Tools,
  heard: Heard,
  card: Card,
  audience: 'ephemeral' | 'in_channel',
): Promise<boolean> {
  return byUrl(tools, heard, { response_type: audience, replace_original: false, ...contentOf(card) });
}

async function byUrl(tools: Tools, heard: Heard, answer: Parameters<Tools['respond']>[1]): Promise<boolean> {
  return heard.responseUrl !== '' && (await tools.respond(heard.responseUrl, answer));
}

/** Takes the place of the message that only the clicker sees. */
export async function changeEphemeral(tools: Tools, heard: Heard, reply: Reply): Promise<void> {
  const card = forOne(heard, reply);
  const answer = { response_type: 'ephemeral', replace_original: true, ...contentOf(card) } as const;
  if (!(await byUrl(tools, heard, answer))) await confide(tools, heard, reply);
}

export async function removeEphemeral(tools: Tools, heard: Heard): Promise<void> {
  await byUrl(tools, heard, { delete_original: true });
}

function forEverybody(tools: Tools, heard: Heard, reply: Reply): Promise<Card> {
  return everybodysCard(tools.conversation, reply, heard.envelope.place.workspace);
}

function forOne(heard: Heard, reply: Reply): Card {
  return cardOf(reply, heard.envelope.place.workspace);
}
