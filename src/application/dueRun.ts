import type { AuditEvent, EventWord } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Advance } from '../ports/lifecycleProvider.ts';

/** One thing that was due and is done: a line of `worker --once`. */
export interface DueLine {
  readonly what: EventWord;
  /** Contractual instant, however late it ran. */
  readonly at: Instant;
  readonly operation?: string;
  readonly subscription?: string;
}

export interface DueRun {
  readonly done: readonly DueLine[];
  /** When the lease ends of due work that another process has (real clock), or null. */
  readonly leasedUntil: number | null;
}

export const NOTHING: DueRun = { done: [], leasedUntil: null };

export function together(runs: readonly DueRun[]): DueRun {
  const leases = runs.flatMap(({ leasedUntil }) => leasedUntil ?? []);
  return {
    done: runs.flatMap(({ done }) => done),
    leasedUntil: leases.length === 0 ? null : Math.max(...leases),
  };
}

/** What the clock did, a line for each event. */
export function linesOf({ events, leasedUntil }: Advance): DueRun {
  return { done: events.map(lineOf), leasedUntil };
}

function lineOf({ what, at, subscription }: AuditEvent): DueLine {
  return { what, at, ...(subscription && { subscription }) };
}
