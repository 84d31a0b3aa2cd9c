import type { Shown } from '../application/deliver.ts';
import type { Outbound } from '../channels/channel.ts';
import { announcementReply } from '../conversation/announcement.ts';
import type { DeskConversation } from '../conversation/converse.ts';
import type { Address } from '../domain/operation/operation.ts';
import type { Desk } from '../ports/desk.ts';
import type { Metrics } from '../ports/metrics.ts';
import { startWorker, type Worker } from '../worker/worker.ts';

/** Of what is composed, what the worker is given. */
interface Wired {
  readonly desk: Desk;
  readonly conversation: DeskConversation;
  readonly metrics: Metrics;
}

const GONE = { outcome: 'gone' } as const;

/** Due work, outboxes, what a crash left unanswered, and the cards on the channels that this process has. */
export function startDeskWorker(wired: Wired, channels: readonly { readonly outbound: Outbound }[]): Worker {
  const { desk, conversation, metrics } = wired;
  const outbounds = new Map(channels.map(({ outbound }) => [outbound.channel, outbound]));
  return startWorker(desk, {
    delivering: {
      channels: [...outbounds.keys()],
      show: (address, reference) => show(wired, outbounds.get(address.channel), address, reference),
    },
    announcing: {
      channels: [...outbounds.keys()],
      post: async (board, news) => {
        const reply = await announcementReply(desk, board, news);
        const sent = (await outbounds.get(board.address.channel)?.post(board.address, reply)) ?? GONE;
        metrics.sent(board.address.channel, sent.outcome);
        return sent;
      },
    },
    answer: async (row) => {
      const { place, reply } = await conversation.answerLeft(row);
      await outbounds.get(place.channel)?.post(place, reply);
    },
    onDone: ({ what }) => metrics.work(what),
    onAside: ({ subscriptions, operations }) => {
      metrics.aside('subscriptions', subscriptions.length);
      metrics.aside('operations', operations.length);
    },
  });
}

/** What everybody may see of the operation's present state, in its requester's language and zone. */
async function show(
  { desk, conversation, metrics }: Wired,
  outbound: Outbound | undefined,
  address: Address,
  reference: string,
): Promise<Shown> {
  const operation = await desk.operations.get(reference);
  const requester = operation === null ? null : await desk.directory.person(operation.requester);
  const language = operation?.language ?? 'en';
  const reply = await conversation.present(reference, null, language, requester?.timeZone ?? 'UTC');
  if (reply === null || outbound === undefined) return 'gone';
  const sent = await outbound.update(address, reply);
  metrics.sent(address.channel, sent.outcome);
  if (sent.outcome === 'later') return { later: sent.retryAfter };
  return sent.outcome === 'sent' ? 'shown' : 'gone';
}
