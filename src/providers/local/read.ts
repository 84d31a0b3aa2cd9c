import type { Instant } from '../../domain/instant.ts';
import type { Overview, Reading } from '../../ports/lifecycleProvider.ts';
import type { StoredSubscription } from '../../ports/subscriptions.ts';
import { advanced, customerOf, nextDueOf, ownerAmong } from './clockwork.ts';
import type { LocalPorts } from './ports.ts';

/** A subscription with its family and its SKU's facts, everything due at `asOf` applied to each (F-92). */
export async function read(
  ports: LocalPorts,
  subscriptionId: string,
  asOf: Instant,
): Promise<Reading | null> {
  const row = await ports.subscriptions.get(subscriptionId);
  if (!row) return null;
  const { parentSubscriptionId: baseId } = row.subscription;
  const [customer, partner, baseRow, addOnRows] = await Promise.all([
    customerOf(ports, row.subscription),
    ports.directory.partner(),
    baseId === null ? null : ports.subscriptions.get(baseId),
    ports.subscriptions.addOnsOf(subscriptionId),
  ]);
  const present = (stored: StoredSubscription) =>
    advanced(ports, stored.subscription, customer, asOf).subscription;
  const subscription = present(row);
  return {
    asOf,
    subscription,
    customer,
    partner,
    base: baseRow && present(baseRow),
    addOns: addOnRows.map(present),
    sku: await ports.catalogue.offer(subscription.productId, subscription.skuId),
    rows: [row, ...addOnRows],
    nextDue: nextDueOf(ports, subscription, customer),
  };
}

/** Many at once, for a list: two questions to the database however many there are. */
export async function overview(
  ports: LocalPorts,
  subscriptionIds: readonly string[],
  asOf: Instant,
): Promise<readonly Overview[]> {
  if (subscriptionIds.length === 0) return [];
  const rows = await ports.subscriptions.many(subscriptionIds);
  const owners = [...new Set(rows.map(({ subscription }) => subscription.customerId))];
  const customers = await ports.directory.customers(owners);
  return rows.map(({ subscription }) => {
    const customer = ownerAmong(customers, subscription);
    return { subscription: advanced(ports, subscription, customer, asOf).subscription, customer };
  });
}
