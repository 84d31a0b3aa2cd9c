import type { Instant } from '../../domain/instant.ts';
import type { Rulebook } from '../../domain/policies/rulebook.ts';
import { rulebookOf } from '../../domain/subscription/decide.ts';
import { type Advanced, applyDue, due } from '../../domain/subscription/due.ts';
import type { Customer, Subscription } from '../../domain/subscription/subscription.ts';
import type { LocalPorts } from './ports.ts';

/** A subscription with everything due at `asOf` applied, by its own dates alone, and what that was. */
export function advanced(
  ports: LocalPorts,
  subscription: Subscription,
  customer: Customer,
  asOf: Instant,
): Advanced {
  return applyDue(subscription, asOf, customer, rules(ports));
}

export function rules({ rulebook }: LocalPorts): Rulebook {
  return rulebookOf(rulebook);
}

/** What the clock does to it next, or null. */
export function nextDueOf(ports: LocalPorts, subscription: Subscription, customer: Customer): Instant | null {
  return due(subscription, customer, rules(ports)).at;
}

/** Whoever owns the subscription; an unknown one is a defect of the import. */
export async function customerOf(ports: LocalPorts, subscription: Subscription): Promise<Customer> {
  const customer = await ports.directory.customer(subscription.customerId);
  return ownerAmong(customer ? [customer] : [], subscription);
}

/** The same among those that were read. */
export function ownerAmong(
  customers: readonly Customer[],
  { id, customerId }: Pick<Subscription, 'id' | 'customerId'>,
): Customer {
  const customer = customers.find((one) => one.id === customerId);
  if (!customer) throw new Error(`customer ${customerId} of ${id} is not there`);
  return customer;
}
