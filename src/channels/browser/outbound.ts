import type { Outbound } from '../channel.ts';

/** A page keeps its own cards true by asking (watch.ts): nothing is sent to it, and a closed page is gone. */
export function browserOutbound(): Outbound {
  return {
    channel: 'browser',
    update: async (address) => ({ outcome: 'sent', address }),
    post: async () => ({ outcome: 'gone' }),
  };
}
