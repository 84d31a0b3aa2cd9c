import { plus } from '../domain/instant.ts';
import type { Operation, OperationResult } from '../domain/operation/operation.ts';
import type { Desk } from '../ports/desk.ts';
import type { ExecuteResult } from '../ports/lifecycleProvider.ts';
import { type Failure, failure, releaseHolds } from './endings.ts';
import { operationEvent } from './events.ts';
import { LEASE } from './lease.ts';

/** An unanswered request is asked about again after a minute of business time. */
const ASK_AGAIN = { minutes: 1 };

/**
 * Steps 4 to 10 of protocol.md: the winner of the click and the worker run this one function. Null: somebody else is
 * at it, or nothing is left to do.
 */
export async function execute(desk: Desk, reference: string): Promise<Operation | null> {
  const now = desk.machine.now();
  const claimed = await desk.operations.claim(reference, now, now + LEASE);
  if (!claimed) return null;
  return whileLeased(desk, claimed, async () => {
    const result = await desk.provider.execute(requestOf(claimed));
    return conclude(desk, claimed, result);
  });
}

/** What became of a request whose answer was not learnt: asked, never repeated blindly. */
export async function reconcile(desk: Desk, operation: Operation): Promise<Operation | null> {
  const { requestId } = requestOf(operation);
  return conclude(desk, operation, await desk.provider.lookup(requestId, operation));
}

function requestOf(operation: Operation) {
  const requestId = operation.requestId ?? operation.reference;
  return { operation, requestId, leaseN: operation.lease?.n ?? 0 };
}

/** Step 9 and 10. */
async function conclude(desk: Desk, operation: Operation, result: ExecuteResult): Promise<Operation | null> {
  const at = operation.at ?? operation.createdAt;
  switch (result.outcome) {
    case 'done':
      return finish(desk, operation, { outcome: 'done', at, decision: result.decision });
    case 'refused':
      return fail(desk, operation, { outcome: 'failed', at, why: 'refused', decision: result.decision });
    case 'changed':
      return fail(desk, operation, { outcome: 'failed', at, why: 'terms-changed' });
    case 'pending':
      return wait(desk, operation, 'running', result.until);
    case 'unknown':
      return wait(desk, operation, 'unknown', plus(desk.clock.now(), ASK_AGAIN));
    case 'lost':
      return null;
  }
}

/** The effect is committed and carries its own event: no lease is needed to say so. */
async function finish(
  desk: Desk,
  { reference }: Operation,
  result: OperationResult,
): Promise<Operation | null> {
  const when = { states: ['queued', 'running', 'unknown'] as const };
  return ended(desk, await desk.operations.change(reference, when, { state: 'done', result }, null, null));
}

/** Nothing was changed: only the holder of the lease may say so, for a later one may be at work. */
async function fail(desk: Desk, operation: Operation, result: Failure): Promise<Operation | null> {
  const present = await desk.operations.get(operation.reference);
  if (!present) return null;
  const when = { states: [present.state], ...(operation.lease && { leaseN: operation.lease.n }) };
  const event = operationEvent(present, {
    what: 'failed',
    at: result.at,
    ...failure(result),
    person: present.requester,
  });
  return ended(
    desk,
    await desk.operations.change(present.reference, when, { state: 'failed', result }, event, null),
  );
}

async function ended(desk: Desk, operation: Operation | null): Promise<Operation | null> {
  if (operation) await releaseHolds(desk, operation);
  return operation;
}

async function wait(
  desk: Desk,
  operation: Operation,
  state: 'running' | 'unknown',
  until: string,
): Promise<Operation | null> {
  const present = await desk.operations.get(operation.reference);
  if (!present) return null;
  const firstTime = state === 'unknown' && present.state !== 'unknown';
  const event = firstTime
    ? operationEvent(present, { what: 'unknown', at: desk.clock.now(), person: present.requester })
    : null;
  return desk.operations.change(present.reference, { states: [present.state] }, { state }, event, until);
}

/** Renews the lease while the work lasts; a failed renewal only means that another may take it up. */
async function whileLeased<T>(desk: Desk, operation: Operation, work: () => Promise<T>): Promise<T> {
  const over = new AbortController();
  const renewing = renewUntil(desk, operation, over.signal);
  try {
    return await work();
  } finally {
    over.abort();
    await renewing;
  }
}

async function renewUntil(desk: Desk, { reference, lease }: Operation, over: AbortSignal): Promise<void> {
  try {
    for (;;) {
      await desk.machine.sleep(LEASE / 3, over);
      if (over.aborted) return;
      if (!(await desk.operations.renew(reference, lease?.n ?? 0, desk.machine.now() + LEASE))) return;
    }
  } catch (outage) {
    desk.logger.warn({ operation: reference, err: outage }, 'the lease could not be renewed');
  }
}
