import type { Desk } from '../ports/desk.ts';
import { runOperations } from './dueOperations.ts';
import { type DueLine, type DueRun, together } from './dueRun.ts';
import { runSubscriptions } from './dueSubscriptions.ts';
import { forgetReceived } from './receive.ts';

/** Whoever has the lease is seldom dead: it is looked at again before it ends (milliseconds). */
const LOOK_AGAIN = 200;

/** Does once whatever is due now: prompts' expiry, operations that a crash left, the clock's own transitions. */
export async function runDue(desk: Desk): Promise<DueRun> {
  const [run] = await Promise.all([
    runWork(desk),
    desk.drafts.forget(desk.clock.now()),
    forgetReceived(desk),
  ]);
  return run;
}

/** What was clicked before goes first: the clock would wait for it. */
async function runWork(desk: Desk): Promise<DueRun> {
  const operations = await runOperations(desk);
  return together([operations, await runSubscriptions(desk)]);
}

/** As `worker --once`: until nothing is due any more, waiting for the leases of what is (F-83). */
export async function runAllDue(desk: Desk): Promise<readonly DueLine[]> {
  const lines: DueLine[] = [];
  for (;;) {
    const { done, leasedUntil } = await runDue(desk);
    lines.push(...done);
    if (leasedUntil === null && done.length === 0) return lines;
    if (leasedUntil !== null)
      await desk.machine.sleep(Math.max(0, Math.min(LOOK_AGAIN, leasedUntil - desk.machine.now() + 1)));
  }
}
