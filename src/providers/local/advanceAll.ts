import type { Instant } from '../../domain/instant.ts';
import { isClockWork } from '../../domain/operation/clockWork.ts';
import type { Customer } from '../../domain/subscription/subscription.ts';
import type { Advance } from '../../ports/lifecycleProvider.ts';
import type { Claimed, StoredSubscription } from '../../ports/subscriptions.ts';
import { advance } from './advance.ts';
import { type Around, aroundOf, firstOfOthers, firstShared } from './around.ts';
import { ownerAmong } from './clockwork.ts';
import { commitOwn } from './own.ts';
import { throughInstant } from './pending.ts';
import type { LocalPorts } from './ports.ts';
import { type Blocked, outcomeOf, startWalk, type Walk } from './walk.ts';

/** So many rows are worked on at the same time. */
const AT_ONCE = 8;

/** What a batch was found beside: read once for all of it. */
interface Batch {
  readonly around: Around;
  readonly customers: readonly Customer[];
  readonly asOf: Instant;
}

/** Claimed rows, each under its lease; what one throws stops no other. */
export async function advanceAll(
  ports: LocalPorts,
  claimed: readonly Claimed[],
  asOf: Instant,
): Promise<readonly PromiseSettledResult<Advance>[]> {
  const leases = new Map(claimed.map(({ row, lease }) => [row.subscription.id, lease]));
  const rows = claimed.map(({ row }) => row);
  const owners = [...new Set(rows.map(({ subscription }) => subscription.customerId))];
  const [around, customers] = await Promise.all([aroundOf(ports, rows), ports.directory.customers(owners)]);
  const batch = { around, customers, asOf };
  const results: PromiseSettledResult<Advance>[] = [];
  const entries = rows.entries();
  async function work(): Promise<void> {
    for (const [index, row] of entries) {
      const walk = startWalk(ports, { leases });
      [results[index]] = (await Promise.allSettled([advanceClaimed(walk, row, batch)])) as [
        PromiseSettledResult<Advance>,
      ];
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

/** Most rows concern nobody else: they are committed as they were claimed; all others are walked with what is around them. */
async function advanceClaimed(walk: Walk, row: StoredSubscription, batch: Batch): Promise<Advance> {
  const alone =
    row.hold?.pinned || isClockWork(row.hold?.operation ?? '')
      ? 'moved'
      : await commitAlone(walk, row, batch);
  if (alone === 'all') return outcomeOf(walk, null);
  if (alone !== 'moved') return outcomeOf(walk, alone);
  return outcomeOf(walk, await advance(walk, row.subscription.id, batch.asOf));
}

async function commitAlone(
  walk: Walk,
  row: StoredSubscription,
  { around, customers, asOf }: Batch,
): Promise<Blocked | 'all' | 'moved'> {
  const { ports } = walk;
  const customer = ownerAmong(customers, row.subscription);
  const bound = throughInstant(asOf);
  const first = firstOfOthers(ports, row, around, customer, bound);
  const shared = firstShared(ports, row, around, customer, first?.key ?? bound);
  const step = await commitOwn(walk, row, customer, shared?.key ?? first?.key ?? bound);
  if (step === 'committed') return first || shared ? 'moved' : 'all';
  return step;
}
