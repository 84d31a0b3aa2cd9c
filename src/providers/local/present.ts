import { earlier, type Instant } from '../../domain/instant.ts';
import { due } from '../../domain/subscription/due.ts';
import { evolve } from '../../domain/subscription/evolve.ts';
import { presentBeside } from '../../domain/subscription/present.ts';
import type { Customer, Subscription } from '../../domain/subscription/subscription.ts';
import type { StoredSubscription } from '../../ports/subscriptions.ts';
import { rules } from './clockwork.ts';
import { firstForOthers, isTransfer, type Pending, pendingOf, throughInstant } from './pending.ts';
import type { LocalPorts } from './ports.ts';

/** Those whose dates change a subscription too: its base, and whoever sends it licences at a renewal. */
export interface Beside {
  readonly base: Subscription | null;
  readonly sources: readonly Subscription[];
}

/** A subscription as everybody sees it at the instant: everything due is applied, also what the clock does to several (F-92). */
export function presentOf(
  ports: LocalPorts,
  subscription: Subscription,
  { base, sources }: Beside,
  customer: Customer,
  asOf: Instant,
): Subscription {
  let present = subscription;
  for (const transfer of transfersTo(ports, sources, customer, asOf)) {
    present = received(upTo(ports, present, customer, transfer.key), transfer, customer, ports);
  }
  return presentBeside(present, base, asOf, customer, rules(ports));
}

/** When the clock next does something to it: by its own dates, its base's end, or licences that come. */
export function nextFor(
  ports: LocalPorts,
  subscription: Subscription,
  { base, sources }: Beside,
  customer: Customer,
): Instant | null {
  const own = pendingOf(subscription, customer, rules(ports))?.due.at;
  if (own === undefined) return null;
  const others = [...(base ? [base] : []), ...sources]
    .flatMap((one) => firstForOthers(one, customer, rules(ports), throughInstant(own)) ?? [])
    .map((pending) => pending.due.at);
  return others.reduce(earlier, own);
}

function transfersTo(
  ports: LocalPorts,
  sources: readonly Subscription[],
  customer: Customer,
  asOf: Instant,
): readonly Pending[] {
  return sources
    .flatMap((source) => firstForOthers(source, customer, rules(ports), throughInstant(asOf)) ?? [])
    .filter(isTransfer)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function upTo(
  ports: LocalPorts,
  subscription: Subscription,
  customer: Customer,
  bound: string,
): Subscription {
  let present = subscription;
  for (;;) {
    const next = pendingOf(present, customer, rules(ports));
    if (!next || next.key >= bound) return present;
    present = evolve(present, next.due.after);
  }
}

function received(
  subscription: Subscription,
  { subscription: source }: Pending,
  customer: Customer,
  ports: LocalPorts,
): Subscription {
  const next = due(source, customer, rules(ports), subscription);
  const isHere = next.what !== 'nothing' && next.target?.subscriptionId === subscription.id;
  return isHere ? evolve(subscription, next.target?.after ?? {}) : subscription;
}

/** Of what was read at once: the base and the sources of each. */
export function besideOf(
  { id, parentSubscriptionId }: Subscription,
  rows: readonly StoredSubscription[],
): Beside {
  const all = rows.map(({ subscription }) => subscription);
  return {
    base: all.find((one) => one.id === parentSubscriptionId) ?? null,
    sources: all.filter((one) => one.scheduledNextTermInstructions?.upgrade?.target === id),
  };
}
