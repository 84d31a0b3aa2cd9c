import type { Instant } from '../../domain/instant.ts';
import { executedEvent } from '../../domain/operation/change.ts';
import type { Operation, PlannedStep } from '../../domain/operation/operation.ts';
import { isFinal } from '../../domain/operation/states.ts';
import type { ExecuteRequest, ExecuteResult } from '../../ports/lifecycleProvider.ts';
import type { StoredSubscription } from '../../ports/subscriptions.ts';
import { advanceIfDue } from './advance.ts';
import { customerOf, nextDueOf } from './clockwork.ts';
import { planned } from './planned.ts';
import type { LocalPorts } from './ports.ts';

/** Steps 5 to 8 of protocol.md under the caller's lease; again after a crash it goes on where it was left. */
export async function execute(ports: LocalPorts, request: ExecuteRequest): Promise<ExecuteResult> {
  const { operation } = request;
  if (operation.state === 'running') return apply(ports, operation);
  const at = instantOf(operation);
  for (const subject of operation.subjects) await advanceIfDue(ports, subject, at);
  const [step, ...others] = operation.plan ?? [];
  const done = step && others.length === 0 ? await direct(ports, operation, step) : null;
  if (done) return done;
  const running = await planned(ports, request);
  return 'outcome' in running ? running : apply(ports, running);
}

/**
 * One subject at the version of the click: its commit alone is the point of no return, and no other answer is possible
 * from here. Null: it moved, and what is decided anew must be written down before it is done (see README.md).
 */
async function direct(
  ports: LocalPorts,
  operation: Operation,
  step: PlannedStep,
): Promise<ExecuteResult | null> {
  const row = await ports.subscriptions.get(step.subscription);
  if (row?.applied === operation.reference) return doneBy(operation);
  if (row?.version !== step.version || row.hold?.operation !== operation.reference) return null;
  return (await commitStep(ports, operation, row, step)) ? doneBy(operation) : null;
}

/** Past the point of no return: each step is done or was done before. */
async function apply(ports: LocalPorts, operation: Operation): Promise<ExecuteResult> {
  for (const step of operation.plan ?? []) {
    if (await isApplied(ports, operation, step)) continue;
    const present = await ports.operations.get(operation.reference);
    if (!present || isFinal(present)) return { outcome: 'lost' };
    throw new Error(
      `${operation.reference}: the pinned ${step.subscription} is not at version ${step.version}`,
    );
  }
  return doneBy(operation);
}

async function isApplied(ports: LocalPorts, operation: Operation, step: PlannedStep): Promise<boolean> {
  const row = await ports.subscriptions.get(step.subscription);
  if (!row) return false;
  if (row.applied === operation.reference) return true;
  if (row.version === step.version && (await commitStep(ports, operation, row, step))) return true;
  return (await ports.subscriptions.get(step.subscription))?.applied === operation.reference;
}

async function commitStep(
  ports: LocalPorts,
  operation: Operation,
  { subscription }: StoredSubscription,
  step: PlannedStep,
): Promise<boolean> {
  const customer = await customerOf(ports, subscription);
  return ports.subscriptions.commit({
    id: step.subscription,
    version: step.version,
    operation: operation.reference,
    after: step.after,
    events: [executedEvent(operation, subscription, step)],
    nextDue: nextDueOf(ports, { ...subscription, ...step.after }, customer),
  });
}

/** What became of a request: done if every effect is there, else not learnt yet. */
export async function lookup(ports: LocalPorts, operation: Operation): Promise<ExecuteResult> {
  for (const subject of operation.subjects) {
    const row = await ports.subscriptions.get(subject);
    if (row?.applied !== operation.reference) return { outcome: 'unknown' };
  }
  return doneBy(operation);
}

function doneBy({ decision }: Operation): ExecuteResult {
  return { outcome: 'done', decision };
}

function instantOf({ at, createdAt }: Operation): Instant {
  return at ?? createdAt;
}
