import type { Upcoming } from '../ports/upcoming.ts';
import { all, atLeast, below } from './conditions.ts';
import { toDate } from './instants.ts';
import type { SubscriptionRow } from './schemas/subscription.ts';
import type { Table } from './table.ts';

/** `nextDue` is the very date of the next renewal, end or deletion: the clock's own index serves. */
export function openUpcoming(rows: Table<SubscriptionRow>): Upcoming {
  return {
    async between(from, until) {
      const within = { nextDue: all(atLeast(toDate(from)), below(toDate(until))) };
      const found = await rows.find(within, { sort: { nextDue: 1 }, fields: ['_id'] });
      return found.map((row) => row._id);
    },
  };
}
