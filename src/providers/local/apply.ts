import type { AuditEvent } from '../../domain/event.ts';
import type { Operation, PlannedStep } from '../../domain/operation/operation.ts';
import { isFinal } from '../../domain/operation/states.ts';
import type { Subscription } from '../../domain/subscription/subscription.ts';
import type { StoredSubscription } from '../../ports/subscriptions.ts';
import { customerOf, nextDueOf } from './clockwork.ts';
import { catalogued, eventOf } from './effects.ts';
import { nextReference } from './newcomer.ts';
import type { LocalPorts } from './ports.ts';

/** References that are taken by imports: more than that is a defect. */
const REFERENCES = 1000;

/** Step 8, past the point of no return: each is done or was done before. The events that were committed now. */
export async function applyPlan(
  ports: LocalPorts,
  operation: Operation,
): Promise<readonly AuditEvent[] | 'lost'> {
  const events: AuditEvent[] = [];
  for (const step of operation.plan ?? []) {
    const done = await applyStep(ports, operation, step);
    if (done !== 'stuck') {
      events.push(...done);
      continue;
    }
    const present = await ports.operations.get(operation.reference);
    if (!present || isFinal(present)) return 'lost';
    throw new Error(
      `${operation.reference}: the pinned ${step.subscription} is not at version ${step.version}`,
    );
  }
  return events;
}

async function applyStep(
  ports: LocalPorts,
  operation: Operation,
  step: PlannedStep,
): Promise<readonly AuditEvent[] | 'stuck'> {
  const { subscriptions } = ports;
  if (step.creates) return create(ports, operation, step, step.creates);
  const row = await subscriptions.get(step.subscription);
  if (!row) return 'stuck';
  if (row.applied === operation.reference) return [];
  const event = row.version === step.version ? await commitStep(ports, operation, row, step) : null;
  if (event) return [event];
  return (await subscriptions.get(step.subscription))?.applied === operation.reference ? [] : 'stuck';
}

/** One effect with its event; null where the row moved. */
export async function commitStep(
  ports: LocalPorts,
  operation: Operation,
  { subscription }: StoredSubscription,
  step: PlannedStep,
): Promise<AuditEvent | null> {
  const customer = await customerOf(ports, subscription);
  const after = await catalogued(ports, subscription, step.after);
  const event = eventOf(operation, subscription, { ...step, after });
  const committed = await ports.subscriptions.commit({
    id: step.subscription,
    version: step.version,
    operation: operation.reference,
    after,
    events: [event],
    nextDue: nextDueOf(ports, { ...subscription, ...after }, customer),
  });
  return committed ? event : null;
}

/** Under its derived id: there already means done. A reference that another has is none for it. */
async function create(
  ports: LocalPorts,
  operation: Operation,
  step: PlannedStep,
  planned: Subscription,
): Promise<readonly AuditEvent[]> {
  const customer = await customerOf(ports, planned);
  let created = planned;
  for (let tried = 0; tried < REFERENCES; tried += 1) {
    const { id: _, ...after } = created;
    const { before: _before, ...event } = eventOf(operation, created, { ...step, after });
    if (await ports.subscriptions.insert(created, nextDueOf(ports, created, customer), event)) return [event];
    if (await ports.subscriptions.get(created.id)) return [];
    created = { ...created, reference: nextReference(created.reference) };
  }
  throw new Error(`${operation.reference}: no reference is free for ${planned.id}`);
}
