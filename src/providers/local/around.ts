import { isLiving } from '../../domain/subscription/present.ts';
import type { Customer } from '../../domain/subscription/subscription.ts';
import type { StoredSubscription } from '../../ports/subscriptions.ts';
import { rules } from './clockwork.ts';
import { firstForOthers, isTransfer, type Pending } from './pending.ts';
import type { LocalPorts } from './ports.ts';

/** What stands around some subscriptions, in three questions however many they are. */
export interface Around {
  readonly bases: readonly StoredSubscription[];
  /** With a scheduled upgrade into one of them. */
  readonly sources: readonly StoredSubscription[];
  /** Those that an end would take along. */
  readonly addOns: readonly StoredSubscription[];
}

export async function aroundOf(ports: LocalPorts, rows: readonly StoredSubscription[]): Promise<Around> {
  const ids = rows.map(({ subscription }) => subscription.id);
  const baseIds = [...new Set(rows.flatMap(({ subscription }) => subscription.parentSubscriptionId ?? []))];
  const [bases, sources, addOns] = await Promise.all([
    baseIds.length === 0 ? [] : ports.subscriptions.many(baseIds),
    ports.subscriptions.upgradingInto(ids),
    ports.subscriptions.addOnsOf(ids),
  ]);
  return { bases, sources, addOns: addOns.filter((row) => isLiving(row.subscription)) };
}

/** An import may bring what names itself as its base or its target: nothing waits for itself. */
export function isOther({ subscription }: StoredSubscription, id: string): boolean {
  return subscription.id !== id;
}

/** Its base's end, or licences that another sends: theirs to do, and before what it does itself then. */
export function firstOfOthers(
  ports: LocalPorts,
  { subscription }: StoredSubscription,
  { bases, sources }: Around,
  customer: Customer,
  bound: string,
): Pending | null {
  const { id, parentSubscriptionId } = subscription;
  const isSource = (row: StoredSubscription) =>
    row.subscription.scheduledNextTermInstructions?.upgrade?.target === id;
  return [...bases.filter((row) => row.subscription.id === parentSubscriptionId), ...sources.filter(isSource)]
    .filter((row) => isOther(row, id))
    .flatMap((row) => firstForOthers(row.subscription, customer, rules(ports), bound) ?? [])
    .reduce<Pending | null>((a, b) => (a && a.key <= b.key ? a : b), null);
}

/** The first of its own that changes others with it. */
export function firstShared(
  ports: LocalPorts,
  { subscription }: StoredSubscription,
  { addOns }: Around,
  customer: Customer,
  bound: string,
): Pending | null {
  const { id } = subscription;
  const hasAddOns = addOns.some((row) => row.subscription.parentSubscriptionId === id && isOther(row, id));
  // Most have neither: nothing is reckoned for them.
  if (!hasAddOns && !subscription.scheduledNextTermInstructions?.upgrade) return null;
  const first = firstForOthers(subscription, customer, rules(ports), bound);
  return first && (isTransfer(first) || hasAddOns) ? first : null;
}
