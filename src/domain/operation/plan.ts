import type { Instant } from '../instant.ts';
import { cascade } from '../subscription/cascade.ts';
import { isSupported, type LifecycleCommand } from '../subscription/command.ts';
import { decide } from '../subscription/decide.ts';
import type { Accepted, Decision } from '../subscription/decision.ts';
import type { Customer, Partner, SkuFacts, Subscription } from '../subscription/subscription.ts';
import type { PlannedStep } from './operation.ts';

/** What is decided upon: a subscription and its family at an instant, and their versions as stored. */
export interface Basis {
  readonly asOf: Instant;
  readonly subscription: Subscription;
  readonly addOns: readonly Subscription[];
  readonly base: Subscription | null;
  readonly customer: Customer;
  readonly partner: Partner | null;
  readonly sku: SkuFacts | null;
  readonly rows: readonly { readonly subscription: Pick<Subscription, 'id'>; readonly version: number }[];
}

/** The service's word on a command at the basis's instant. Throws for a verb that has no rules yet. */
export function decideOn(basis: Basis, command: LifecycleCommand, rulebook: string): Decision {
  if (!isSupported(command)) throw new RangeError(`${command.type} has no rules yet`);
  const { subscription, customer, partner, sku, addOns, base, asOf: now } = basis;
  return decide({ subscription, customer, partner, sku, addOns, base, command, now, rulebook });
}

/** Every write of an accepted decision, ascending by subscription: its own and those of the add-ons that go with it. */
export function planOf(decision: Accepted, basis: Basis, rulebook: string): readonly PlannedStep[] {
  const { subscription, addOns, customer, asOf: now, rows } = basis;
  const own = { id: subscription.id, after: decision.after };
  const versions = new Map(rows.map((row) => [row.subscription.id, row.version]));
  return [own, ...cascade({ decision, addOns, customer, now, rulebook })]
    .map(({ id, after }) => ({ subscription: id, version: versions.get(id) ?? 0, after }))
    .sort((a, b) => (a.subscription < b.subscription ? -1 : 1));
}
