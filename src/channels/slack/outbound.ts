import type { Conversation, Reply } from '../../conversation/inbound.ts';
import type { Address } from '../../domain/operation/operation.ts';
import type { Outbound, Sent } from '../channel.ts';
import { cardOf, everybodysCard } from './cards.ts';
import { place } from './place.ts';
import type { Posted, Web } from './web.ts';

/** What the worker keeps cards true with, and answers what a crash left. */
export function slackOutbound(web: Web, conversation: Conversation): Outbound {
  return {
    channel: 'slack',
    async update(address, reply) {
      // A card whose message was never learnt cannot be updated: a click will teach it.
      if (address.message === '') return { outcome: 'gone' };
      return sent(await web.update(address, await everybodysCard(conversation, reply, address.workspace)));
    },
    async post(address, reply) {
      if (reply.audience === 'person' && !isPersonal(address)) return confide(web, address, reply);
      return sent(await web.post(address, await everybodysCard(conversation, reply, address.workspace)));
    },
  };
}

/** Direct messages (D…), or a person's (U…, W…). */
function isPersonal(address: Address): boolean {
  return /^[DUW]/.test(address.conversation);
}

/** A private word never becomes a public message; somebody whose account is not known cannot be told. */
async function confide(web: Web, address: Address, reply: Reply): Promise<Sent> {
  const { workspace } = address;
  const identities = reply.reader.person?.identities ?? [];
  const here = identities.find((one) => one.channel === 'slack' && one.team === workspace);
  if (here?.channel !== 'slack') return { outcome: 'gone' };
  return sent(await web.post(place(workspace, here.user, '', ''), cardOf(reply, workspace)));
}

function sent(posted: Posted): Sent {
  switch (posted.outcome) {
    case 'sent':
      return { outcome: 'sent', address: posted.address };
    case 'gone':
      return { outcome: 'gone' };
    case 'later':
      return { outcome: 'later', retryAfter: posted.retryAfter };
  }
}
