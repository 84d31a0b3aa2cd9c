import type { Instant } from '../domain/instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { Machine } from '../ports/machine.ts';

/** The only file that reads the system's clock (architecture.md, "Two clocks"). */
export function systemClock(): Clock {
  return { now: () => new Date().toISOString() };
}

/** SUBDESK_NOW: business time stands still, leases and signatures do not. */
export function fixedClock(now: Instant): Clock {
  return { now: () => now };
}

export function systemMachine(): Machine {
  return { now: () => Date.now(), sleep };
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(finish, milliseconds);
    function finish(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', finish);
      resolve();
    }
    signal?.addEventListener('abort', finish, { once: true });
  });
}
