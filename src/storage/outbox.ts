import { type AuditEvent, EVENT_WORDS, type RecordedEvent } from '../domain/event.ts';
import type { Machine } from '../ports/machine.ts';

/** An event waiting in its document's outbox, with the real time at which it was committed (milliseconds). */
export type Waiting = RecordedEvent;

/**
 * Remembers when an event was committed while it is carried from an outbox to the trail: `at` alone does not order a history
 * (the confirmation and its effect have one instant), and what is relayed late happened earlier all the same.
 */
export interface Recordings {
  waiting(event: AuditEvent): Waiting;
  carry(waiting: readonly Waiting[]): readonly AuditEvent[];
  /** Orders events of one instant: real time of the commit, then the word's place in the story. */
  order(event: AuditEvent): number;
}

const WORDS = 100;

/** The real time in what `order` gave. */
export function recordedIn(order: number): number {
  return Math.floor(order / WORDS);
}

/** One for a set of stores; forgets an event as soon as nobody holds it. */
export function openRecordings(machine: Machine): Recordings {
  const recorded = new WeakMap<AuditEvent, number>();
  return {
    waiting: (event) => ({ event, recorded: machine.now() }),
    carry: (waiting) =>
      waiting.map((one) => {
        recorded.set(one.event, one.recorded);
        return one.event;
      }),
    order: (event) => (recorded.get(event) ?? machine.now()) * WORDS + EVENT_WORDS.indexOf(event.what),
  };
}
