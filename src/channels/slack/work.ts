import type { Logger } from '../../ports/logger.ts';
import type { Machine } from '../../ports/machine.ts';
import { STOP_PATIENCE } from './limits.ts';

/** What goes on after the acknowledgement: kept in sight, so that a shutdown can wait for it. */
export interface Work {
  /** Begins once the response in hand is written; a throw is a defect and becomes a log line. */
  run(task: () => Promise<void>): void;
  /** Waits; false when the shutdown came first. */
  pause(milliseconds: number): Promise<boolean>;
  /** Resolves when everything in hand is done; who still waits for Slack after a few seconds waits no more. */
  settle(): Promise<void>;
}

export function createWork(machine: Machine, logger: Logger): Work {
  const inHand = new Set<Promise<void>>();
  const ending = new AbortController();
  return {
    run(task) {
      const running = afterResponse()
        .then(task)
        .catch((error: unknown) => logger.error({ err: error }, 'work for Slack failed'))
        .finally(() => inHand.delete(running));
      inHand.add(running);
    },
    async pause(milliseconds) {
      await machine.sleep(milliseconds, ending.signal);
      return !ending.signal.aborted;
    },
    async settle() {
      const quiet = allDone(inHand);
      if ((await within(machine, STOP_PATIENCE, quiet)) === 'late') ending.abort();
      await quiet;
    },
  };
}

async function allDone(inHand: ReadonlySet<Promise<void>>): Promise<'done'> {
  while (inHand.size > 0) await Promise.all(inHand);
  return 'done';
}

function afterResponse(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What the promise gives, or 'late' after so many milliseconds; it goes on meanwhile. */
export async function within<T>(
  machine: Machine,
  milliseconds: number,
  promise: Promise<T>,
): Promise<T | 'late'> {
  const patience = new AbortController();
  const late = machine.sleep(milliseconds, patience.signal).then(() => 'late' as const);
  try {
    return await Promise.race([promise, late]);
  } finally {
    patience.abort();
  }
}
