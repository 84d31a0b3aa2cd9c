import type { Outbound } from '../channel.ts';

/** A terminal's lines are written once: nothing is updated or sent there unasked (F-95). */
export function consoleOutbound(): Outbound {
  return {
    channel: 'console',
    update: async () => ({ outcome: 'gone' }),
    post: async () => ({ outcome: 'gone' }),
  };
}
