import type { AuditEvent } from '../../domain/event.ts';
import type { Advance } from '../../ports/lifecycleProvider.ts';
import type { LocalPorts } from './ports.ts';

/** One walk along the clock: what it did so far, and under which leases it writes. */
export interface Walk {
  readonly ports: LocalPorts;
  /** Fencing counters of rows that this process has claimed. */
  readonly leases: ReadonlyMap<string, number>;
  /** The operation of a person that waits for the clock: its holds may be borrowed. */
  readonly waiting: string | null;
  readonly events: AuditEvent[];
}

/** Somebody else is at what comes first; until when, where that is known (real clock, milliseconds). */
export interface Blocked {
  readonly until: number | null;
}

export function startWalk(ports: LocalPorts, parts: Partial<Pick<Walk, 'leases' | 'waiting'>> = {}): Walk {
  return { ports, leases: new Map(), waiting: null, ...parts, events: [] };
}

/** How far a walk came; a lease that is over is nobody's. */
export function outcomeOf({ ports, events }: Walk, blocked: Blocked | null): Advance {
  const until = blocked?.until ?? null;
  return { events, leasedUntil: until !== null && until > ports.machine.now() ? until : null };
}
