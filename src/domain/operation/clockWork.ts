import type { Instant } from '../instant.ts';

/**
 * What the clock does to several subscriptions is an operation too (protocol.md), but nobody's request: no person's list
 * has it, G-5 knows nothing of it, and it writes only the events of its effects.
 */
export const CLOCK = 'clock';
const PREFIX = 'due/';

/** Derived, so that every worker inserts the same one. */
export function clockReference(subscriptionId: string, at: Instant): string {
  return `${PREFIX}${subscriptionId}/${at}`;
}

export function isClockWork(reference: string): boolean {
  return reference.startsWith(PREFIX);
}
