import type { TurnContext } from 'botbuilder';
import type { Address } from '../../domain/operation/operation.ts';
import type { Outbound, Sent } from '../channel.ts';
import type { Connection, Reference } from './connection.ts';
import { sentFrom } from './errors.ts';
import { askerAt, post, replace } from './message.ts';

/** Cards kept true and messages posted outside a turn, by an address of our own. */
export function createOutbound(connection: Connection, refreshes: boolean): Outbound {
  return {
    channel: 'teams',
    update: (address, reply) =>
      attempt(connection, address, async (context) => {
        await replace(context, address, reply, askerAt(address, refreshes));
        return address;
      }),
    post: (address, reply) =>
      attempt(connection, address, async (context) => {
        const message = await post(context, reply, askerAt(address, refreshes));
        return { ...address, message };
      }),
  };
}

async function attempt(
  connection: Connection,
  address: Address,
  send: (context: TurnContext) => Promise<Address>,
): Promise<Sent> {
  const reference = referenceOf(address);
  if (reference === null) return { outcome: 'gone' };
  let sent: Address = address;
  try {
    await connection.proactively(reference, async (context) => {
      sent = await send(context);
    });
    return { outcome: 'sent', address: sent };
  } catch (error) {
    return sentFrom(error);
  }
}

/** An address without a service URL or a conversation leads nowhere. */
function referenceOf(address: Address): Reference | null {
  const { serviceUrl, bot, scope } = address.extra;
  if (serviceUrl === undefined || serviceUrl === '' || address.conversation === '') return null;
  return {
    serviceUrl,
    bot: bot ?? '',
    conversation: address.conversation,
    tenant: address.workspace,
    personal: scope === 'personal',
  };
}
