import type { Machine } from '../../ports/machine.ts';
import { MAX_REPLAYS, REPLAY_WINDOW } from './limits.ts';

/** What this process has seen. Other processes' are caught by the inbox: the event's id is made from the same bytes. */
export interface Replays {
  /** True the first time within ten minutes; remembers it. */
  firstTime(fingerprint: string): boolean;
}

export function createReplays(machine: Machine): Replays {
  // In order of arrival, so the oldest are first.
  const seen = new Map<string, number>();
  return {
    firstTime(fingerprint) {
      const now = machine.now();
      forgetOld(seen, now);
      if (seen.has(fingerprint)) return false;
      seen.set(fingerprint, now);
      return true;
    },
  };
}

function forgetOld(seen: Map<string, number>, now: number): void {
  for (const [fingerprint, at] of seen) {
    if (now - at < REPLAY_WINDOW && seen.size < MAX_REPLAYS) return;
    seen.delete(fingerprint);
  }
}
