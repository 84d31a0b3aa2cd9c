import type { Instant } from '../instant.ts';
import { cascade } from '../subscription/cascade.ts';
import type { LifecycleCommand } from '../subscription/command.ts';
import { decide } from '../subscription/decide.ts';
import type { Accepted, Change, Decision } from '../subscription/decision.ts';
import type { Customer, Partner, SkuFacts, Subscription } from '../subscription/subscription.ts';
import type { NewSubscription } from '../subscription/upgradeTarget.ts';
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
  /** The existing target of an upgrade, when the command names one (F-04). */
  readonly target?: Subscription | null;
  readonly rows: readonly { readonly subscription: Pick<Subscription, 'id'>; readonly version: number }[];
}

/** The service's word on a command at the basis's instant. */
export function decideOn(basis: Basis, command: LifecycleCommand, rulebook: string): Decision {
  const { asOf: now, rows: _rows, ...facts } = basis;
  return decide({ ...facts, command, now, rulebook });
}

/** What only the desk can say of a subscription that an upgrade creates: names, and the catalogue's price (F-53). */
export type Named = Pick<Subscription, 'id' | 'reference' | 'offerName' | 'unitPrice'>;

/**
 * Every write of an accepted decision, ascending by subscription: its own, those of the add-ons that go with it and
 * of an upgrade's target (U-7). `created` names a new target; RangeError when one is needed and not named.
 */
export function planOf(
  decision: Accepted,
  basis: Basis,
  rulebook: string,
  created?: Named,
): readonly PlannedStep[] {
  const { subscription, addOns, customer, asOf: now, rows } = basis;
  const own = { id: subscription.id, after: decision.after };
  const versions = new Map(rows.map((row) => [row.subscription.id, row.version]));
  const beside = cascade({ decision, addOns, customer, now, rulebook });
  return [own, ...beside, ...existingTarget(decision)]
    .map(({ id, after }) => ({ subscription: id, version: versions.get(id) ?? 0, after }))
    .concat(newTarget(decision, created))
    .sort((a, b) => (a.subscription < b.subscription ? -1 : 1));
}

function existingTarget({ target }: Accepted): readonly { readonly id: string; readonly after: Change }[] {
  if (!target || target.subscriptionId === null) return [];
  return [{ id: target.subscriptionId, after: target.after }];
}

function newTarget({ target }: Accepted, created: Named | undefined): readonly PlannedStep[] {
  if (!target || target.subscriptionId !== null) return [];
  if (created === undefined) throw new RangeError('a new subscription without a name');
  // A target without an id is the new one, whole.
  const creates = { ...(target.after as NewSubscription), ...created };
  return [{ subscription: created.id, version: 0, after: creates, creates }];
}
