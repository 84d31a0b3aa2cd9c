import type { Desk } from '../ports/desk.ts';
import type { Advance } from '../ports/lifecycleProvider.ts';
import type { Claimed } from '../ports/subscriptions.ts';
import { type DueRun, linesOf, together } from './dueRun.ts';
import { LEASE } from './lease.ts';
import { setBack } from './setBack.ts';

/** Done well within a lease, and few enough that several workers share a short queue. */
const BATCH = 50;

/** The clock's own transitions: due rows are claimed a batch at a time, each at most once a run. */
export async function runSubscriptions(desk: Desk): Promise<DueRun> {
  const except = new Set<string>();
  const runs: DueRun[] = [];
  for (;;) {
    const claimed = await claim(desk, except);
    if (claimed.length === 0) break;
    for (const { row } of claimed) except.add(row.subscription.id);
    const results = await desk.provider.advanceAll(claimed, desk.clock.now());
    for (const [index, result] of results.entries()) {
      const [one] = claimed.slice(index);
      if (one) runs.push(await conclude(desk, one, result));
    }
  }
  const run = together(runs);
  // Whoever did something looks again anyhow.
  return run.done.length > 0 ? run : together([run, await leasedByOthers(desk)]);
}

async function leasedByOthers(desk: Desk): Promise<DueRun> {
  return { done: [], leasedUntil: await desk.subscriptions.leasedDue(desk.clock.now()) };
}

function claim(desk: Desk, except: ReadonlySet<string>): Promise<readonly Claimed[]> {
  const until = desk.machine.now() + LEASE;
  return desk.subscriptions.claimDue(desk.clock.now(), {
    limit: BATCH,
    until,
    by: desk.ids.unique(),
    except,
  });
}

/** A commit has given the lease back; what could not be done now stays due for the next run. */
async function conclude(
  desk: Desk,
  { row, lease }: Claimed,
  result: PromiseSettledResult<Advance>,
): Promise<DueRun> {
  const { id } = row.subscription;
  if (result.status === 'rejected') return setBack(desk, desk.subscriptions, id, result.reason);
  const isCommitted = result.value.events.some((event) => event.id.startsWith(`${id}/`));
  if (!isCommitted) await desk.subscriptions.letGo(id, lease);
  return linesOf(result.value);
}
