import type { Instant } from '../../domain/instant.ts';
import type { Overview, Reading } from '../../ports/lifecycleProvider.ts';
import type { StoredSubscription } from '../../ports/subscriptions.ts';
import { customerOf, ownerAmong } from './clockwork.ts';
import type { LocalPorts } from './ports.ts';
import { besideOf, nextFor, presentOf } from './present.ts';

/** A subscription with its family, an upgrade's target and its SKU's facts, everything due at `asOf` applied to each (F-92). */
export async function read(
  ports: LocalPorts,
  subscriptionId: string,
  asOf: Instant,
  targetId: string | null = null,
): Promise<Reading | null> {
  const row = await ports.subscriptions.get(subscriptionId);
  if (!row) return null;
  const [customer, partner, addOnRows, targets] = await Promise.all([
    customerOf(ports, row.subscription),
    ports.directory.partner(),
    ports.subscriptions.addOnsOf([subscriptionId]),
    targetId === null ? [] : ports.subscriptions.many([targetId]),
  ]);
  const [target = null] = targets.filter(({ subscription }) => subscription.customerId === customer.id);
  const rows = [row, ...addOnRows, ...(target && target !== row ? [target] : [])];
  const around = [...rows, ...(await besides(ports, rows))];
  const present = ({ subscription }: StoredSubscription) =>
    presentOf(ports, subscription, besideOf(subscription, around), customer, asOf);
  const subscription = present(row);
  const base = around.find((one) => one.subscription.id === subscription.parentSubscriptionId);
  return {
    asOf,
    subscription,
    customer,
    partner,
    base: base ? present(base) : null,
    addOns: addOnRows.map(present),
    target: target && present(target),
    sku: await ports.catalogue.offer(subscription.productId, subscription.skuId),
    rows,
    nextDue: nextFor(ports, subscription, besideOf(subscription, around), customer),
  };
}

/** Many at once, for a list: a few questions to the database however many there are. */
export async function overview(
  ports: LocalPorts,
  subscriptionIds: readonly string[],
  asOf: Instant,
): Promise<readonly Overview[]> {
  if (subscriptionIds.length === 0) return [];
  const rows = await ports.subscriptions.many(subscriptionIds);
  const owners = [...new Set(rows.map(({ subscription }) => subscription.customerId))];
  const [customers, others] = await Promise.all([ports.directory.customers(owners), besides(ports, rows)]);
  const around = [...rows, ...others];
  return rows.map(({ subscription }) => {
    const customer = ownerAmong(customers, subscription);
    const beside = besideOf(subscription, around);
    return { subscription: presentOf(ports, subscription, beside, customer, asOf), customer };
  });
}

/** Bases, and sources of scheduled upgrades, that are not among the rows. */
async function besides(
  ports: LocalPorts,
  rows: readonly StoredSubscription[],
): Promise<readonly StoredSubscription[]> {
  const ids = rows.map(({ subscription }) => subscription.id);
  const bases = rows.flatMap(({ subscription }) => subscription.parentSubscriptionId ?? []);
  const [baseRows, sources] = await Promise.all([
    bases.length === 0 ? [] : ports.subscriptions.many([...new Set(bases)]),
    ports.subscriptions.upgradingInto(ids),
  ]);
  return [...baseRows, ...sources].filter(({ subscription }) => !ids.includes(subscription.id));
}
