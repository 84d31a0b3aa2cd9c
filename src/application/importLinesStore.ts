import type { AuditEvent } from '../domain/event.ts';
import type { LineKind, LineOf, ParsedLine } from '../domain/json/line.ts';
import type { Operation, OperationRecord } from '../domain/operation/operation.ts';
import { isFinal, isPrompt } from '../domain/operation/states.ts';
import { due } from '../domain/subscription/due.ts';
import { difference } from '../domain/subscription/evolve.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Desk } from '../ports/desk.ts';
import type { Spool } from '../ports/spool.ts';
import type { StoredSubscription } from '../ports/subscriptions.ts';
import { aside } from './importLinesCheck.ts';

const PAUSE_MILLISECONDS = 100;
const EVENTS_AT_ONCE = 500;
const ROWS_AT_ONCE = 16;

type Store<Kind extends LineKind> = (desk: Desk, lines: readonly LineOf<Kind>[]) => Promise<void>;

/** How many lines of a kind are written at once, and how. */
const STORES: {
  readonly [Kind in LineKind]: { readonly atOnce: number; readonly write: Store<Kind> };
} = {
  partner: { atOnce: 1, write: each((desk, { value }) => desk.directory.putPartner(value)) },
  // One after the other: people are listed in the order of import.
  person: { atOnce: 1, write: each((desk, { value }) => desk.directory.putPerson(value)) },
  customer: { atOnce: ROWS_AT_ONCE, write: each((desk, { value }) => desk.directory.putCustomer(value)) },
  offer: { atOnce: ROWS_AT_ONCE, write: each((desk, { value }) => desk.catalogue.put(value)) },
  subscription: { atOnce: ROWS_AT_ONCE, write: each(storeSubscription) },
  operation: { atOnce: ROWS_AT_ONCE, write: each((desk, { value }) => storeOperation(desk, value)) },
  // A place that is there already has wishes of its own (F-93).
  notices: { atOnce: 1, write: each(async (desk, { value }) => void (await desk.boards.insert(value))) },
  event: { atOnce: EVENTS_AT_ONCE, write: storeEvents },
};

/** Writes what was put aside of one kind; again it changes nothing. */
export async function storeLines<Kind extends LineKind>(desk: Desk, spool: Spool, kind: Kind): Promise<void> {
  const { atOnce, write }: { readonly atOnce: number; readonly write: Store<Kind> } = STORES[kind];
  let batch: LineOf<Kind>[] = [];
  for await (const { line } of aside(spool, kind)) {
    batch.push(line);
    if (batch.length < atOnce) continue;
    await write(desk, batch);
    batch = [];
  }
  await write(desk, batch);
}

/** At once, so that they share a wait for the disk; a row that two lines name is written in their order. */
function each<Kind extends Exclude<LineKind, 'event'>>(
  store: (desk: Desk, line: LineOf<Kind>) => Promise<void>,
): Store<Kind> {
  return async (desk, lines) => {
    const rows = new Map<string, Promise<void>>();
    for (const line of lines) {
      const key = keyOf(line);
      rows.set(
        key,
        (rows.get(key) ?? Promise.resolve()).then(() => store(desk, line)),
      );
    }
    await Promise.all(rows.values());
  };
}

function keyOf(line: Exclude<ParsedLine, { readonly kind: 'event' }>): string {
  if (line.kind === 'operation') return line.value.operation.reference;
  return line.kind === 'offer' ? line.value.offerId : line.value.id;
}

/** An event whose id exists is there already (F-93). */
async function storeEvents(desk: Desk, lines: readonly LineOf<'event'>[]): Promise<void> {
  const now = desk.machine.now();
  await desk.audit.restore(
    lines.map(({ value: { event, recorded } }) => ({ event, recorded: recorded ?? now })),
  );
}

/** Until it is as the line says: a row that is being executed is waited for (F-93). */
async function storeSubscription(desk: Desk, line: LineOf<'subscription'>): Promise<void> {
  while (!(await storeOnce(desk, line))) await desk.machine.sleep(PAUSE_MILLISECONDS);
}

/** A new line writes no event, and one that is ahead brings its own; any other that changes what is stored writes `imported`. */
async function storeOnce(
  desk: Desk,
  { value: subscription, version }: LineOf<'subscription'>,
): Promise<boolean> {
  const nextDue = due(subscription).at;
  const stored = await desk.subscriptions.get(subscription.id);
  if (stored === null) return desk.subscriptions.insert(subscription, nextDue, null, version);
  if (version !== undefined && version > stored.version)
    return desk.subscriptions.catchUp(subscription, { from: stored.version, to: version }, nextDue);
  const changed = difference(stored.subscription, subscription);
  if (Object.keys(changed.after).length === 0) return true;
  const event = importedEvent(desk, stored, changed);
  return desk.subscriptions.commit({
    id: subscription.id,
    version: stored.version,
    operation: null,
    after: changed.after,
    events: [event],
    nextDue,
  });
}

function importedEvent(
  desk: Desk,
  { subscription: { id, reference }, version }: StoredSubscription,
  changed: { readonly before: Partial<Subscription>; readonly after: Partial<Subscription> },
): AuditEvent {
  const subscription = changed.after.reference ?? reference;
  const at = desk.clock.now();
  return { id: `${id}/${version + 1}`, at, what: 'imported', subscription, rules: [], ...changed };
}

/** The holds of an open one first: a crash in between leaves holds of an operation that is none, free to take. */
async function storeOperation(desk: Desk, record: OperationRecord): Promise<void> {
  const { operation } = record;
  if ((await desk.operations.get(operation.reference)) !== null) return;
  if (!isFinal(operation)) {
    for (const subject of operation.subjects) await holdAgain(desk, subject, operation);
  }
  await desk.operations.restore(record, nextDueOf(operation, desk));
}

function nextDueOf(operation: Operation, desk: Desk): string | null {
  if (isFinal(operation)) return null;
  return isPrompt(operation) ? operation.expiresAt : desk.clock.now();
}

/** As it was where the operation came from; what runs without an answer keeps the clock away. */
async function holdAgain(desk: Desk, subject: string, { reference, plan, state }: Operation): Promise<void> {
  for (;;) {
    const row = await desk.subscriptions.get(subject);
    if (row === null) return;
    const from = row.hold?.operation ?? null;
    if (await desk.subscriptions.hold(subject, row.version, reference, from)) break;
  }
  if (state === 'unknown' && plan !== null) await desk.subscriptions.pin(subject, reference);
}
