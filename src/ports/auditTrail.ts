import type { AuditEvent, RecordedEvent } from '../domain/event.ts';

/** Append only; an event whose id exists is there already (protocol.md, step 11). */
export interface AuditTrail {
  append(events: readonly AuditEvent[]): Promise<void>;
  /** Latest last. */
  ofSubscription(reference: string, limit: number): Promise<readonly AuditEvent[]>;
  ofOperation(reference: string): Promise<readonly AuditEvent[]>;
  /** In the order in which it happened. */
  all(): AsyncIterable<AuditEvent>;
  /** The same with the real time of each commit: another database tells them in the same order. */
  recorded(): AsyncIterable<RecordedEvent>;
  /** Appends what another database recorded. */
  restore(events: readonly RecordedEvent[]): Promise<void>;
}
