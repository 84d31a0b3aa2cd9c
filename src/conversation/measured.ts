import type { Machine } from '../ports/machine.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { DeskConversation } from './converse.ts';

/** Every turn is timed and counted, from its receipt to its answer. */
export function measured(
  conversation: DeskConversation,
  machine: Machine,
  metrics: Metrics,
): DeskConversation {
  return {
    ...conversation,
    async receive(envelope) {
      const began = machine.now();
      const received = await conversation.receive(envelope);
      if (received === 'duplicate') return received;
      return {
        answer: async () => {
          const reply = await received.answer();
          metrics.turn(envelope.place.channel, reply.view.view, (machine.now() - began) / 1000);
          return reply;
        },
      };
    },
  };
}
