import type { ConversationAccount, TurnContext } from 'botbuilder';
import type { Reply } from '../../conversation/inbound.ts';
import type { Address } from '../../domain/operation/operation.ts';
import { renderTeams } from '../../rendering/teams.ts';
import { renderText } from '../../rendering/text.ts';
import { describe } from '../../views/describe.ts';
import type { Statement } from '../../views/statement.ts';
import { awaits } from './base.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** The reply as an Adaptive Card; clients of `user` ask again when they open one that still waits for somebody. */
export function cardOf(reply: Reply, user: string): object {
  return draw(reply, describe(reply.view, reply.reader), user);
}

/** The reply as plain text: a private word, where Teams takes no card. */
export function textOf(reply: Reply): string {
  return renderText(describe(reply.view, reply.reader));
}

/** Posts it; the id of the new message. */
export async function post(context: TurnContext, reply: Reply, user: string): Promise<string> {
  const sent = await context.sendActivity(messageOf(reply, user));
  return sent?.id ?? '';
}

/** Whose client asks again for the card at an address; nobody's where no client does. */
export function askerAt(address: Address, refreshes: boolean): string {
  return refreshes ? (address.extra['user'] ?? '') : '';
}

/** Puts it in place of the message at the address; safe to repeat. */
export async function replace(
  context: TurnContext,
  address: Address,
  reply: Reply,
  user: string,
): Promise<void> {
  const conversation = { id: address.conversation } as ConversationAccount;
  await context.updateActivity({ ...messageOf(reply, user), id: address.message, conversation });
}

/** One activity with the card alone: text beside a card is split in two by Teams, without a usable id (platforms.md 2.3). */
function messageOf(reply: Reply, user: string) {
  const statement = describe(reply.view, reply.reader);
  const attachment = { contentType: CARD, content: draw(reply, statement, user) };
  return { type: 'message', summary: statement.summary, attachments: [attachment] };
}

function draw(reply: Reply, statement: Statement, user: string): object {
  const asks = awaits(reply) && user !== '';
  return renderTeams(statement, { refreshFor: asks ? [user] : [] });
}
