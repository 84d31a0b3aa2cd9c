import type { Instant } from '../domain/instant.ts';
import type { Desk } from '../ports/desk.ts';
import { comingTo } from './announcing.ts';

const BEGINNING: Instant = '0001-01-01T00:00:00.000Z';

/** Ids of what renews, ends or loses its data from now until then, soonest first, with everything due applied (F-92). */
export async function upcoming(desk: Desk, until: Instant): Promise<readonly string[]> {
  const now = desk.clock.now();
  const ahead = await desk.upcoming.between(now, until);
  const overdue = await desk.upcoming.between(BEGINNING, now);
  if (overdue.length === 0) return ahead;
  // The clock has not run yet: their dates are read anew.
  const found = await desk.provider.overview([...overdue, ...ahead], now);
  const dated = found.flatMap(({ subscription, customer }) => {
    const coming = comingTo(desk, subscription, customer);
    return coming && coming.at < until ? [{ id: subscription.id, at: coming.at }] : [];
  });
  return dated.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ id }) => id);
}
