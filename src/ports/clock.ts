import type { Instant } from '../domain/instant.ts';

/** Business time: rules, prompts, events. May be fixed by SUBDESK_NOW. */
export interface Clock {
  now(): Instant;
}
