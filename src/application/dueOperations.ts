import type { EventWord } from '../domain/event.ts';
import { isClockWork } from '../domain/operation/clockWork.ts';
import type { Operation } from '../domain/operation/operation.ts';
import { isExpired } from '../domain/operation/states.ts';
import type { Desk } from '../ports/desk.ts';
import { type DueRun, linesOf, NOTHING, together } from './dueRun.ts';
import { expirePrompt, releaseHolds } from './endings.ts';
import { execute, reconcile } from './execute.ts';
import { setBack } from './setBack.ts';

const BATCH = 100;

/** Expired prompts, and work that a crash left; each at most once a run, and one that fails does not stop the others. */
export async function runOperations(desk: Desk): Promise<DueRun> {
  const seen = new Set<string>();
  const runs: DueRun[] = [];
  for (;;) {
    const found = await desk.operations.due(desk.clock.now(), BATCH + seen.size);
    const fresh = found.filter((id) => !seen.has(id));
    if (fresh.length === 0) return together(runs);
    for (const reference of fresh) {
      seen.add(reference);
      const run = runOperation(desk, reference);
      runs.push(await run.catch((error: unknown) => setBack(desk, desk.operations, reference, error)));
    }
  }
}

async function runOperation(desk: Desk, reference: string): Promise<DueRun> {
  const operation = await desk.operations.get(reference);
  if (operation && isClockWork(operation.reference)) return linesOf(await desk.provider.carryOn(reference));
  switch (operation?.state) {
    case 'draft':
      return forgetDraft(desk, operation);
    case 'awaiting-confirmation':
    case 'awaiting-approval':
      return lineOf(await expirePrompt(desk, operation, desk.clock.now()));
    case 'queued':
    case 'running':
      return takeOver(desk, operation);
    case 'unknown':
      return lineOf(await reconcile(desk, operation));
    default:
      return NOTHING;
  }
}

async function takeOver(desk: Desk, operation: Operation): Promise<DueRun> {
  const executed = await execute(desk, operation.reference);
  if (executed) return lineOf(executed);
  const present = await desk.operations.get(operation.reference);
  const until = present && WORKED_ON.includes(present.state) ? (present.lease?.until ?? 0) : 0;
  return until > desk.machine.now() ? { done: [], leasedUntil: until } : NOTHING;
}

const WORKED_ON: readonly Operation['state'][] = ['queued', 'running'];

async function forgetDraft(desk: Desk, draft: Operation): Promise<DueRun> {
  if (isExpired(draft, desk.clock.now()) && (await desk.operations.discard(draft.reference))) {
    await releaseHolds(desk, draft);
  }
  return NOTHING;
}

const WORDS: Partial<Record<Operation['state'], EventWord>> = {
  done: 'executed',
  failed: 'failed',
  unknown: 'unknown',
  expired: 'expired',
};

function lineOf(operation: Operation | null): DueRun {
  const what = operation && WORDS[operation.state];
  if (!operation || !what) return NOTHING;
  const at = what === 'expired' ? operation.expiresAt : (operation.at ?? operation.createdAt);
  const { reference, snapshot } = operation;
  return {
    done: [{ what, at, operation: reference, subscription: snapshot.subscription.reference }],
    leasedUntil: null,
  };
}
