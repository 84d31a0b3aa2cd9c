import type { Instant } from '../instant.ts';
import { FINAL_STATES, type Operation, type OperationState } from './operation.ts';

/** Every move that an operation can make (conversation.md); a final state has none. */
export const TRANSITIONS = {
  draft: ['awaiting-confirmation'],
  'awaiting-confirmation': ['awaiting-approval', 'queued', 'failed', 'expired', 'withdrawn'],
  'awaiting-approval': ['queued', 'failed', 'declined', 'expired', 'withdrawn'],
  queued: ['running', 'done', 'failed', 'unknown'],
  running: ['running', 'done', 'failed', 'unknown'],
  unknown: ['unknown', 'done', 'failed'],
  done: [],
  failed: [],
  declined: [],
  expired: [],
  withdrawn: [],
} as const satisfies Readonly<Record<OperationState, readonly OperationState[]>>;

const PROMPTS: readonly OperationState[] = ['draft', 'awaiting-confirmation', 'awaiting-approval'];

/** Nothing more happens to it: whoever finds it so stops. */
export function isFinal(operation: Operation): boolean {
  return (FINAL_STATES as readonly OperationState[]).includes(operation.state);
}

/** Waiting for a person: the only states in which `expiresAt` matters (F-83). */
export function isPrompt(operation: Operation): boolean {
  return PROMPTS.includes(operation.state);
}

/** Live while `now < expiresAt` (F-86); past the click it no longer expires. */
export function isExpired(operation: Operation, now: Instant): boolean {
  return operation.state === 'expired' || (isPrompt(operation) && operation.expiresAt <= now);
}

/** Whether it keeps others off its subscriptions (G-5, F-81). */
export function isOpen(operation: Operation, now: Instant): boolean {
  return operation.state !== 'draft' && !isFinal(operation) && !isExpired(operation, now);
}

/** The operation as everybody sees it: past its time it is expired, also before that is stored (F-92). */
export function asSeen(operation: Operation, now: Instant): Operation {
  if (operation.state === 'draft' || operation.state === 'expired' || !isExpired(operation, now))
    return operation;
  return { ...operation, state: 'expired', rev: operation.rev + 1 };
}
