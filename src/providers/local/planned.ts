import type { Operation, PlannedStep } from '../../domain/operation/operation.ts';
import { decideOn, planOf } from '../../domain/operation/plan.ts';
import { isFinal } from '../../domain/operation/states.ts';
import { targetOf } from '../../domain/subscription/command.ts';
import { sameTerms } from '../../domain/subscription/terms.ts';
import type { ExecuteRequest, ExecuteResult, Reading } from '../../ports/lifecycleProvider.ts';
import type { OperationChange } from '../../ports/operations.ts';
import { advanced } from './clockwork.ts';
import { newcomer } from './newcomer.ts';
import type { LocalPorts } from './ports.ts';
import { read } from './read.ts';

/**
 * Pin all, decide, write the plan: the operation as `running`, or why not. The plan is written by the holder of the lease
 * alone, and only then does anything change: a stale process can neither apply a decision of its own nor fail one that
 * another has applied.
 */
export async function planned(
  ports: LocalPorts,
  { operation, leaseN }: ExecuteRequest,
): Promise<Operation | ExecuteResult> {
  if (!(await pinAll(ports, operation))) return withoutHold(ports, operation);
  const decided = await decideAgain(ports, operation);
  if ('outcome' in decided) return decided;
  const when = { states: ['queued'] as const, leaseN };
  const change = { state: 'running', ...decided } as const;
  const running = await ports.operations.change(operation.reference, when, change, null, operation.at);
  return running ?? { outcome: 'lost' };
}

async function pinAll(ports: LocalPorts, { subjects, reference }: Operation): Promise<boolean> {
  for (const subject of subjects) {
    if (!(await ports.subscriptions.pin(subject, reference))) return false;
  }
  return true;
}

type Decided = Required<Pick<OperationChange, 'decision' | 'plan'>>;

/** Step 6: at the versions of the click its decision stands; else as of its instant, and other terms change nothing (F-83). */
async function decideAgain(ports: LocalPorts, operation: Operation): Promise<ExecuteResult | Decided> {
  const { reference, snapshot, at, createdAt, command, decision: agreed, plan } = operation;
  const reading = await read(ports, snapshot.subscription.id, at ?? createdAt, targetOf(command));
  if (!reading || isBehind(ports, operation, reading)) return { outcome: 'changed' };
  if (plan && isAtVersions(plan, reading)) return { decision: agreed, plan };
  const decision = decideOn(reading, command, ports.rulebook);
  if (decision.outcome === 'refused') return { outcome: 'refused', decision };
  if (!sameTerms(decision, agreed)) return { outcome: 'changed' };
  const { target } = decision;
  const isNew = target?.subscriptionId === null;
  const named = isNew ? await newcomer(ports, reference, reading.subscription, target) : undefined;
  return { decision, plan: planOf(decision, reading, ports.rulebook, named) };
}

/** Something became due between the clock's commit and the pin: an import did it, and nobody has agreed to that. */
function isBehind(ports: LocalPorts, { subjects }: Operation, { rows, customer, asOf }: Reading): boolean {
  const own = rows.filter(({ subscription }) => subjects.includes(subscription.id));
  return own.some(({ subscription }) => advanced(ports, subscription, customer, asOf).events.length > 0);
}

function isAtVersions(plan: readonly PlannedStep[], { rows }: Reading): boolean {
  const versions = new Map(rows.map((row) => [row.subscription.id, row.version]));
  return plan.every((step) => versions.get(step.subscription) === step.version);
}

/** Final: somebody finished it. Otherwise the hold went without an effect, and nothing may be done. */
async function withoutHold(ports: LocalPorts, { reference }: Operation): Promise<ExecuteResult> {
  const present = await ports.operations.get(reference);
  return !present || isFinal(present) ? { outcome: 'lost' } : { outcome: 'changed' };
}
