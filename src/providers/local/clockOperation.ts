import { CLOCK, clockReference } from '../../domain/operation/clockWork.ts';
import { type Operation, UNWORKED } from '../../domain/operation/operation.ts';
import { isFinal } from '../../domain/operation/states.ts';
import type { LifecycleCommand } from '../../domain/subscription/command.ts';
import type { Accepted } from '../../domain/subscription/decision.ts';
import { difference } from '../../domain/subscription/evolve.ts';
import { isLiving } from '../../domain/subscription/present.ts';
import type { Subscription } from '../../domain/subscription/subscription.ts';
import type { StoredSubscription } from '../../ports/subscriptions.ts';
import { isOther } from './around.ts';
import { customerOf } from './clockwork.ts';
import { isEnd, type Pending } from './pending.ts';
import type { LocalPorts } from './ports.ts';

/** One more attempt for each that ended without an effect: an import took back what was due, and put it there again. */
const ATTEMPTS = 20;

/** The other subscriptions that change with it, ascending: an ending base's add-ons, a transfer's existing target. */
export async function othersOf(
  ports: LocalPorts,
  { subscription, due: next }: Pending,
): Promise<readonly StoredSubscription[]> {
  const target = subscription.scheduledNextTermInstructions?.upgrade?.target;
  const targets = !isEnd(next) && target ? await ports.subscriptions.many([target]) : [];
  const addOns = next.after.status === 'deleted' ? await ports.subscriptions.addOnsOf([subscription.id]) : [];
  return [...targets, ...addOns.filter((row) => isLiving(row.subscription))].filter((row) =>
    isOther(row, subscription.id),
  );
}

/**
 * The operation of what is due to several, under an id that every worker derives alike (protocol.md). Null: it was done
 * meanwhile, and the row must be read again.
 */
export async function insertClockWork(
  ports: LocalPorts,
  row: StoredSubscription,
  pending: Pending,
): Promise<string | null> {
  const base = clockReference(row.subscription.id, pending.due.at);
  const others = await othersOf(ports, pending);
  const drawn = await draftOf(ports, pending, others);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const reference = attempt === 1 ? base : `${base}/${attempt}`;
    if (await ports.operations.insert({ ...drawn, reference }, pending.due.at)) return reference;
    const there = await ports.operations.get(reference);
    if (there && !isFinal(there)) return reference;
    const present = await ports.subscriptions.get(row.subscription.id);
    if (present?.version !== row.version) return null;
  }
  throw new Error(`${base} ended without an effect ${ATTEMPTS} times`);
}

async function draftOf(
  ports: LocalPorts,
  { subscription, due: { at, after, rules } }: Pending,
  others: readonly StoredSubscription[],
): Promise<Omit<Operation, 'reference'>> {
  const customer = await customerOf(ports, subscription);
  const command = commandOf(subscription, after);
  return {
    state: 'queued',
    rev: 0,
    requester: CLOCK,
    subjects: [subscription.id, ...others.map((other) => other.subscription.id)].sort(),
    command,
    presentation: 'plain',
    tier: 0,
    approvers: null,
    decision: decisionOf(subscription, command, { at, after, rules }),
    snapshot: { subscription, customer, addOns: [], base: null },
    language: 'en',
    place: NOWHERE,
    createdAt: at,
    expiresAt: at,
    at,
    replaces: null,
    ...UNWORKED,
  };
}

const NOWHERE = { channel: 'console', workspace: '', conversation: '', message: '', extra: {} } as const;

/** The command whose consequence it is: an operation has one, also where nobody gives it. */
function commandOf(
  { scheduledNextTermInstructions: change }: Subscription,
  after: Partial<Subscription>,
): LifecycleCommand {
  if (after.status === 'deleted') return { type: 'set-auto-renew', enabled: false };
  const { skuId = '', productId = '', quantity = 0, target = null } = change?.upgrade ?? {};
  const sku = `${productId}:${skuId}`;
  return { type: 'upgrade', sku, quantity, timing: 'term-end', ...(target === null ? {} : { target }) };
}

function decisionOf(
  subscription: Subscription,
  { type: command }: LifecycleCommand,
  { at, after, rules }: Pick<Pending['due'], 'at' | 'after' | 'rules'>,
): Accepted {
  const ends = after.status === 'deleted';
  return {
    outcome: 'accepted',
    command,
    rules,
    effective: at,
    refund: null,
    access: ends ? 'ends-now' : 'unchanged',
    billing: ends ? 'stops' : 'continues',
    reversible: false,
    lost: {},
    ...difference(subscription, after),
    deadline: null,
  };
}
