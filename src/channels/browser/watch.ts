import type { Machine } from '../../ports/machine.ts';
import { BROWSER_LIMITS } from './limits.ts';

type Revisions = ReadonlyMap<string, number>;

/** Answers every open page at the next look with one query for all of them (architecture.md, "Any number of processes"). */
export interface Watch {
  ask(references: readonly string[]): Promise<Revisions>;
  stop(): void;
}

export function revisionWatch(
  read: (references: readonly string[]) => Promise<Revisions>,
  machine: Machine,
): Watch {
  const stopping = new AbortController();
  const wanted = new Set<string>();
  let next: Promise<Revisions> | null = null;

  async function look(): Promise<Revisions> {
    await machine.sleep(BROWSER_LIMITS.look, stopping.signal);
    const references = [...wanted];
    wanted.clear();
    next = null;
    return stopping.signal.aborted ? new Map() : read(references);
  }

  return {
    ask(references) {
      for (const reference of references) wanted.add(reference);
      next ??= look();
      return next;
    },
    stop: () => stopping.abort(),
  };
}
