import type { EventWord } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import type { Operation } from '../domain/operation/operation.ts';
import { isExpired } from '../domain/operation/states.ts';
import type { Desk } from '../ports/desk.ts';
import { expirePrompt, releaseHolds } from './endings.ts';
import { execute, reconcile } from './execute.ts';
import { forgetReceived } from './receive.ts';

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

const BATCH = 100;
/** Whoever has the lease is seldom dead: it is looked at again before it ends (milliseconds). */
const LOOK_AGAIN = 200;

/** Does once whatever is due now: prompts' expiry, operations that a crash left, the clock's own transitions. */
export async function runDue(desk: Desk): Promise<DueRun> {
  const operations = await eachDue(
    desk,
    (limit) => desk.operations.due(desk.clock.now(), limit),
    runOperation,
  );
  const subscriptions = await eachDue(
    desk,
    (limit) => desk.subscriptions.due(desk.clock.now(), limit),
    runClock,
  );
  await desk.drafts.forget(desk.clock.now());
  await forgetReceived(desk);
  const leases = operations.flatMap(({ leasedUntil }) => leasedUntil ?? []);
  return {
    done: [...operations, ...subscriptions].flatMap(({ done }) => done),
    leasedUntil: leases.length === 0 ? null : Math.max(...leases),
  };
}

/** As `worker --once`: until nothing is due any more, waiting for the leases of what is (F-83). */
export async function runAllDue(desk: Desk): Promise<readonly DueLine[]> {
  const lines: DueLine[] = [];
  for (;;) {
    const { done, leasedUntil } = await runDue(desk);
    lines.push(...done);
    if (leasedUntil === null && done.length === 0) return lines;
    if (leasedUntil !== null)
      await desk.machine.sleep(Math.min(LOOK_AGAIN, leasedUntil - desk.machine.now() + 1));
  }
}

const NOTHING: DueRun = { done: [], leasedUntil: null };

/** Each at most once a run: what cannot be done now stays due for the next. One that fails does not stop the others. */
async function eachDue(
  desk: Desk,
  find: (limit: number) => Promise<readonly string[]>,
  run: (desk: Desk, id: string) => Promise<DueRun>,
): Promise<readonly DueRun[]> {
  const seen = new Set<string>();
  const runs: DueRun[] = [];
  for (;;) {
    const fresh = (await find(BATCH)).filter((id) => !seen.has(id));
    if (fresh.length === 0) return runs;
    for (const id of fresh) {
      seen.add(id);
      runs.push(await run(desk, id).catch((error: unknown) => failed(desk, id, error)));
    }
  }
}

function failed(desk: Desk, id: string, error: unknown): DueRun {
  desk.logger.error({ due: id, err: error }, 'due work failed and stays due');
  return NOTHING;
}

async function runOperation(desk: Desk, reference: string): Promise<DueRun> {
  const operation = await desk.operations.get(reference);
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

async function runClock(desk: Desk, subscriptionId: string): Promise<DueRun> {
  const events = await desk.provider.advance(subscriptionId, desk.clock.now());
  const done = events.map(({ what, at, subscription }) => ({
    what,
    at,
    ...(subscription && { subscription }),
  }));
  return { done, leasedUntil: null };
}
