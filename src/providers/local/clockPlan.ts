import type { Operation, PlannedStep } from '../../domain/operation/operation.ts';
import type { UpgradeTarget } from '../../domain/subscription/decision.ts';
import { due } from '../../domain/subscription/due.ts';
import { difference } from '../../domain/subscription/evolve.ts';
import { isLiving } from '../../domain/subscription/present.ts';
import { ENDED } from '../../domain/subscription/state.ts';
import type { Subscription } from '../../domain/subscription/subscription.ts';
import type { StoredSubscription } from '../../ports/subscriptions.ts';
import { othersOf } from './clockOperation.ts';
import { customerOf, rules } from './clockwork.ts';
import { newcomer } from './newcomer.ts';
import { type DueNow, type Pending, pendingOf } from './pending.ts';
import type { LocalPorts } from './ports.ts';

/**
 * Every write of what is due, on the pinned rows. Null: it is not due any more, others are concerned than those that are
 * held, or one of them has something before it.
 */
export async function clockPlan(
  ports: LocalPorts,
  operation: Operation,
  rows: readonly StoredSubscription[],
): Promise<readonly PlannedStep[] | null> {
  const own = rows.find(({ subscription }) => subscription.id === operation.snapshot.subscription.id);
  if (!own) return null;
  const customer = await customerOf(ports, own.subscription);
  const pending = pendingOf(own.subscription, customer, rules(ports));
  if (pending?.due.at !== operation.at) return null;
  const others = rows.filter((row) => row !== own);
  if (!(await areAll(ports, pending, others))) return null;
  const isLate = ({ subscription }: StoredSubscription) =>
    (pendingOf(subscription, customer, rules(ports))?.key ?? '~') < pending.key;
  if (others.some(isLate)) return null;
  const into = own.subscription.scheduledNextTermInstructions?.upgrade?.target;
  const target = others.find(({ subscription }) => subscription.id === into)?.subscription ?? null;
  const next = due(own.subscription, customer, rules(ports), target);
  if (next.what === 'nothing') return null;
  const steps = [
    stepOf(own, next, next.after),
    ...endings(own, next, others),
    ...(next.target ? [await targetStep(ports, operation, own.subscription, next, next.target, others)] : []),
  ];
  return steps.sort((a, b) => (a.subscription < b.subscription ? -1 : 1));
}

async function areAll(
  ports: LocalPorts,
  pending: Pending,
  held: readonly StoredSubscription[],
): Promise<boolean> {
  const ids = new Set(held.map(({ subscription }) => subscription.id));
  return (await othersOf(ports, pending)).every(({ subscription }) => ids.has(subscription.id));
}

function stepOf(
  { subscription, version }: StoredSubscription,
  { what, rules }: Pick<DueNow, 'what' | 'rules'>,
  after: PlannedStep['after'],
): PlannedStep {
  return { subscription: subscription.id, version, after, due: { what, rules } };
}

/** the add-ons of what ends go with it, by the same word. */
function endings(
  own: StoredSubscription,
  next: DueNow,
  others: readonly StoredSubscription[],
): readonly PlannedStep[] {
  if (next.after.status !== 'deleted') return [];
  const rules = [...next.rules, 'A-6'];
  return others
    .filter(
      ({ subscription }) =>
        subscription.parentSubscriptionId === own.subscription.id && isLiving(subscription),
    )
    .map((row) => stepOf(row, { what: next.what, rules }, difference(row.subscription, ENDED).after));
}

/** The other side of a transfer: its own word is the source's, for licences come when that renews. */
async function targetStep(
  ports: LocalPorts,
  { reference }: Operation,
  source: Subscription,
  next: DueNow,
  target: UpgradeTarget,
  others: readonly StoredSubscription[],
): Promise<PlannedStep> {
  const row = others.find(({ subscription }) => subscription.id === target.subscriptionId);
  if (row) return stepOf(row, next, target.after);
  const named = await newcomer(ports, reference, source, target);
  const creates = { ...source, ...target.after, ...named };
  const { what, rules } = next;
  return { subscription: named.id, version: 0, after: target.after, creates, due: { what, rules } };
}
