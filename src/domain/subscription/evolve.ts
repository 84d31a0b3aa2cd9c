import type { Change } from './decision.ts';
import type { Subscription } from './subscription.ts';

/** The subscription after a change; whatever the change holds, it stays the same subscription. */
export function evolve(subscription: Subscription, change: Change): Subscription {
  return { ...subscription, ...change, id: subscription.id };
}

export interface Difference {
  readonly before: Change;
  readonly after: Change;
}

/** Exactly the keys whose value differs, null included (F-27). */
export function difference(subscription: Subscription, change: Change): Difference {
  const keys = (Object.keys(change) as (keyof Subscription)[]).filter(
    (key) => !same(subscription[key], change[key]),
  );
  const pick = (from: Change): Change => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { before: pick(subscription), after: pick(change) };
}

/** Equal in value; the order of keys is none, which a database need not keep. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sorted(held)]),
  );
}
