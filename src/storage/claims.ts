import type { Instant } from '../domain/instant.ts';
import type { Machine } from '../ports/machine.ts';
import type { Subscriptions } from '../ports/subscriptions.ts';
import { above, absent, atMost, oneOf } from './conditions.ts';
import { toDate } from './instants.ts';
import type { SubscriptionRow } from './schemas/subscription.ts';
import { fromRow } from './subscriptionRows.ts';
import type { Filter, Table } from './table.ts';

type Claims = Pick<Subscriptions, 'due' | 'claimDue' | 'leasedDue' | 'letGo'>;

/** Due, and nobody has it or waits with it. */
export function freeDue(at: Instant, machine: Machine): Filter {
  const now = machine.now();
  return {
    nextDue: atMost(toDate(at)),
    $or: [{ 'work.until': absent() }, { 'work.until': atMost(now) }],
  };
}

/**
 * The worker's leases on due rows. A batch is taken by one command of many updates, each with a filter of its own; who
 * won which row is learnt by reading the claim's mark.
 */
export function openClaims(rows: Table<SubscriptionRow>, machine: Machine): Claims {
  async function free(at: Instant, limit: number): Promise<readonly string[]> {
    const reading = { sort: { nextDue: 1 }, limit, fields: ['_id'] } as const;
    return (await rows.find(freeDue(at, machine), reading)).map(({ _id }) => _id);
  }
  return {
    due: free,
    async claimDue(at, { limit, until, by, except }) {
      const found = (await free(at, limit + except.size)).filter((id) => !except.has(id)).slice(0, limit);
      if (found.length === 0) return [];
      const lease = { $set: { 'work.until': until, 'work.by': by }, $inc: { 'work.n': 1 } };
      const taking = freeDue(at, machine);
      await rows.updateEach(found.map((id) => ({ filter: { _id: id, ...taking }, update: lease })));
      const taken = await rows.find({ _id: oneOf(found), 'work.by': by }, { sort: { nextDue: 1 } });
      return taken.map((row) => ({ row: fromRow(row), lease: row.work?.n ?? 0 }));
    },
    async leasedDue(at) {
      const leased = {
        nextDue: atMost(toDate(at)),
        'work.until': above(machine.now()),
        'work.by': above(''),
      };
      const found = await rows.find(leased, { fields: ['work'] });
      return found.reduce<number | null>((last, { work }) => Math.max(last ?? 0, work?.until ?? 0), null);
    },
    async letGo(id, lease) {
      await rows.update({ _id: id, 'work.n': lease }, { $unset: { 'work.until': '', 'work.by': '' } });
    },
  };
}
