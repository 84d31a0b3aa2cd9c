import type { AuditEvent } from '../../domain/event.ts';
import { evolve } from '../../domain/subscription/evolve.ts';
import type { Customer } from '../../domain/subscription/subscription.ts';
import type { StoredSubscription } from '../../ports/subscriptions.ts';
import { rules } from './clockwork.ts';
import { catalogued, clockEvent } from './effects.ts';
import { pendingOf } from './pending.ts';
import type { LocalPorts } from './ports.ts';
import type { Blocked, Walk } from './walk.ts';

/**
 * Everything that concerns this one alone before the bound, in one commit, numbered upwards. `moved`: it was another
 * row by then, or there was nothing.
 */
export async function commitOwn(
  walk: Walk,
  { subscription, version }: StoredSubscription,
  customer: Customer,
  bound: string,
): Promise<Blocked | 'committed' | 'moved'> {
  const { ports, leases } = walk;
  const events: AuditEvent[] = [];
  let present = subscription;
  let next = pendingOf(present, customer, rules(ports));
  while (next && next.key < bound) {
    const after = await catalogued(ports, present, next.due.after);
    events.push(clockEvent(present, { ...next.due, after }, version + 1 + events.length));
    present = evolve(present, after);
    next = pendingOf(present, customer, rules(ports));
  }
  if (events.length === 0) return 'moved';
  const lease = leases.get(subscription.id);
  const committed = await ports.subscriptions.commit({
    id: subscription.id,
    version,
    operation: null,
    after: Object.assign({}, ...events.map((event) => event.after)),
    events,
    nextDue: next?.due.at ?? null,
    ...(lease === undefined ? {} : { lease }),
  });
  if (committed) walk.events.push(...events);
  if (committed) return 'committed';
  return lease !== undefined && (await isAsItWas(ports, subscription.id, version))
    ? { until: null }
    : 'moved';
}

/** Refused although nothing has moved: the lease is another's by now. */
async function isAsItWas({ subscriptions }: LocalPorts, id: string, version: number): Promise<boolean> {
  const present = await subscriptions.get(id);
  return present?.version === version && !present.hold?.pinned;
}
