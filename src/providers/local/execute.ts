import type { Operation, PlannedStep } from '../../domain/operation/operation.ts';
import type { ExecuteRequest, ExecuteResult } from '../../ports/lifecycleProvider.ts';
import { advance } from './advance.ts';
import { applyPlan, commitStep } from './apply.ts';
import { planned } from './planned.ts';
import type { LocalPorts } from './ports.ts';
import { startWalk } from './walk.ts';

/** Steps 5 to 8 of protocol.md under the caller's lease; again after a crash it goes on where it was left. */
export async function execute(ports: LocalPorts, request: ExecuteRequest): Promise<ExecuteResult> {
  const { operation } = request;
  if (operation.state === 'running') return apply(ports, operation);
  if (!(await clockFirst(ports, operation))) return { outcome: 'lost' };
  const [step, ...others] = operation.plan ?? [];
  const done = step && others.length === 0 ? await direct(ports, operation, step) : null;
  if (done) return done;
  const running = await planned(ports, request);
  return 'outcome' in running ? running : apply(ports, running);
}

/** What the clock's own operation needs is a few writes; one whose process died is waited for (milliseconds). */
const PATIENCE = 12_000;
const LOOK_AGAIN = 50;

/** F-92: each due event is committed first, at its own instant. False: another process is at it for too long. */
async function clockFirst(
  ports: LocalPorts,
  { subjects, reference, at, createdAt }: Operation,
): Promise<boolean> {
  const giveUpAt = ports.machine.now() + PATIENCE;
  const walk = startWalk(ports, { waiting: reference });
  for (const subject of subjects) {
    while (await advance(walk, subject, at ?? createdAt)) {
      if (ports.machine.now() >= giveUpAt) return false;
      await ports.machine.sleep(LOOK_AGAIN);
    }
  }
  return true;
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

async function apply(ports: LocalPorts, operation: Operation): Promise<ExecuteResult> {
  return (await applyPlan(ports, operation)) === 'lost' ? { outcome: 'lost' } : doneBy(operation);
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
