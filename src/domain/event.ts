import type { Instant } from './instant.ts';
import type { Subscription } from './subscription/subscription.ts';

/** The audit trail's words (F-91). */
export const EVENT_WORDS = [
  'proposed',
  'confirmed',
  'approved',
  'declined',
  'withdrawn',
  'expired',
  'executed',
  'failed',
  'unknown',
  'refused',
  'not-allowed',
  'imported',
  'announced',
  'trial-conversion',
  'renewal',
  'end-of-service',
  'data-deletion',
  'cart-expired',
] as const;
export type EventWord = (typeof EVENT_WORDS)[number];

/** One thing that happened: append only. `before` and `after` only on executed, imported and the clock's. */
export interface AuditEvent {
  /** "<subscription id>/<version>" or "<operation>/<rev>"; drawn for a refused attempt. */
  readonly id: string;
  readonly at: Instant;
  readonly what: EventWord;
  /** The lifecycle command's name. */
  readonly command?: string;
  /** Reference OP-… */
  readonly operation?: string;
  /** Reference S-… */
  readonly subscription?: string;
  /** Person id. */
  readonly person?: string;
  readonly roles?: readonly string[];
  readonly identity?: string;
  readonly place?: string;
  readonly reason?: string;
  readonly reasonText?: string;
  readonly code?: string;
  readonly because?: string;
  readonly comment?: string;
  readonly rules: readonly string[];
  readonly before?: Partial<Subscription>;
  readonly after?: Partial<Subscription>;
}

/** An event with the real time of its commit (milliseconds): `at` alone does not order a history. */
export interface RecordedEvent {
  readonly event: AuditEvent;
  readonly recorded: number;
}
