import type { AuditEvent } from '../../src/domain/event.ts';
import { CLOCK } from '../../src/domain/operation/clockWork.ts';
import type { Operation } from '../../src/domain/operation/operation.ts';
import { isOpen } from '../../src/domain/operation/states.ts';
import type { Subscription } from '../../src/domain/subscription/subscription.ts';
import type { Desk } from '../../src/ports/desk.ts';
import type { StoredSubscription } from '../../src/ports/subscriptions.ts';

interface World {
  readonly now: string;
  readonly operations: readonly Operation[];
  readonly rows: readonly StoredSubscription[];
  readonly events: readonly AuditEvent[];
}

export interface Asked {
  /** All due work was run and every outbox relayed: what was clicked must be finished. */
  readonly settled: boolean;
}

/** Whatever the invariants find wrong with a desk, in words; none is right. */
export async function faultsOf(desk: Desk, { settled }: Asked): Promise<readonly string[]> {
  const world = await look(desk);
  return [
    ...world.operations.flatMap((operation) => [
      ...effectFaults(operation, world),
      ...(settled ? settledFaults(operation, world) : []),
    ]),
    ...orphanFaults(world),
    ...(settled ? world.rows.flatMap((row) => rowFaults(row, world)) : []),
    ...exclusionFaults(world),
  ];
}

async function look(desk: Desk): Promise<World> {
  const [operations, rows, events] = await Promise.all([
    collect(desk.operations.all()),
    collect(desk.subscriptions.all()),
    collect(desk.audit.all()),
  ]);
  return { now: desk.clock.now(), operations, rows, events };
}

async function collect<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}

function of(operation: Operation, { events }: World): readonly AuditEvent[] {
  return events.filter((event) => event.operation === operation.reference);
}

/** No effect without a confirmation; one a subject; none for what expired, was withdrawn, declined or failed; as promised. */
function effectFaults(operation: Operation, world: World): readonly string[] {
  const { reference, state, subjects, approvers, steps } = operation;
  const effects = of(operation, world).filter(({ what }) => what === 'executed');
  if (effects.length === 0) return [];
  const subject = (event: AuditEvent) => event.id.slice(0, event.id.lastIndexOf('/'));
  const faults: string[] = [];
  const by = (what: string) => steps.find((step) => step.what === what);
  const confirmed = by('confirmed');
  if (confirmed?.person !== operation.requester) faults.push('an effect without a confirmation');
  if (approvers && (!by('approved') || by('approved')?.person === operation.requester))
    faults.push('an effect without an approval');
  if (
    ['expired', 'withdrawn', 'declined', 'failed', 'awaiting-confirmation', 'awaiting-approval'].includes(
      state,
    )
  )
    faults.push(`an effect although ${state}`);
  const last = by(approvers ? 'approved' : 'confirmed');
  if (last && last.at >= operation.expiresAt) faults.push('an effect of a click after its expiry');
  if (new Set(effects.map(subject)).size !== effects.length) faults.push('two effects on one subscription');
  const touched = [...subjects, ...createdBy(operation)];
  if (effects.some((event) => !touched.includes(subject(event))))
    faults.push('an effect on a foreign subscription');
  const own = effects.find((event) => subject(event) === operation.snapshot.subscription.id);
  // The catalogue names and prices another SKU (F-53).
  if (own && !same({ ...own.after, ...operation.decision.after }, own.after))
    faults.push('another effect than was decided');
  return faults.map((fault) => `${reference}: ${fault}`);
}

/** What was clicked has come to its end, and every subject has its effect. */
function settledFaults(operation: Operation, world: World): readonly string[] {
  const { reference, state, subjects, requester } = operation;
  const effects = of(operation, world).filter(({ what }) => what === 'executed').length;
  const wanted = requester === CLOCK ? 0 : subjects.length + createdBy(operation).length;
  if (state === 'queued' || state === 'running') return [`${reference}: still ${state}`];
  if (state === 'done' && effects !== wanted)
    return [`${reference}: done with ${effects} of ${wanted} effects`];
  return [];
}

function createdBy({ plan }: Operation): readonly string[] {
  return (plan ?? []).flatMap(({ creates }) => creates?.id ?? []);
}

/** Every effect belongs to an operation that is there. */
function orphanFaults({ operations, events }: World): readonly string[] {
  const known = new Set(operations.map(({ reference }) => reference));
  return events
    .filter(({ what, operation }) => what === 'executed' && !known.has(operation ?? ''))
    .map(({ id }) => `${id}: an effect of nobody's`);
}

/** Versions are the events, without a gap, and the events tell how the subscription became what it is. */
function rowFaults({ subscription, version }: StoredSubscription, world: World): readonly string[] {
  const own = world.events
    .filter(({ id }) => id.startsWith(`${subscription.id}/`))
    .sort((a, b) => numberOf(a) - numberOf(b));
  const faults: string[] = [];
  if (own.length !== version || own.some((event, index) => numberOf(event) !== index + 1)) {
    faults.push(`version ${version}, events ${own.map(numberOf)}`);
  }
  const told = Object.assign({}, ...own.map(({ after }) => after)) as Partial<Subscription>;
  if (!same({ ...subscription, ...told }, subscription)) faults.push('is not what its events say');
  return faults.map((fault) => `${subscription.id}: ${fault}`);
}

function numberOf({ id }: AuditEvent): number {
  return Number(id.slice(id.lastIndexOf('/') + 1));
}

/** G-5: one open operation a subscription. */
function exclusionFaults({ operations, now }: World): readonly string[] {
  const open = operations
    .filter((operation) => operation.requester !== CLOCK && isOpen(operation, now))
    .flatMap(({ subjects }) => subjects);
  return [...new Set(open.filter((id, index) => open.indexOf(id) !== index))].map(
    (id) => `${id}: two open operations`,
  );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
