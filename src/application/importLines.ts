import type { AuditEvent } from '../domain/event.ts';
import { type ParsedLine, parseLine } from '../domain/json/line.ts';
import { due } from '../domain/subscription/due.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Desk } from '../ports/desk.ts';

export interface ImportResult {
  readonly stored: number;
  /** `line N: reason`; when there is any, nothing was stored. */
  readonly problems: readonly string[];
}

interface Numbered {
  readonly number: number;
  readonly line: ParsedLine;
}

/** What may be named before it is written: people and offers stand alone, subscriptions come last (F-94). */
const ORDER = ['partner', 'person', 'customer', 'offer', 'subscription'] as const;

/** Checks the whole input, then writes in an order that may be run again after a crash (protocol.md). */
export async function importLines(desk: Desk, texts: readonly string[]): Promise<ImportResult> {
  const { lines, problems } = readLines(texts);
  const unknown = problems.length === 0 ? await danglingReferences(desk, lines) : [];
  const all = [...problems, ...unknown];
  if (all.length > 0) return { stored: 0, problems: all };
  for (const kind of ORDER) {
    for (const { line } of lines) if (line.kind === kind) await store(desk, line);
  }
  return { stored: lines.length, problems: [] };
}

function readLines(texts: readonly string[]): {
  readonly lines: readonly Numbered[];
  readonly problems: readonly string[];
} {
  const lines: Numbered[] = [];
  const problems: string[] = [];
  texts.forEach((text, index) => {
    if (text.trim() === '') return;
    const parsed = parseLine(text);
    if (parsed.ok) lines.push({ number: index + 1, line: parsed.value });
    else problems.push(`line ${index + 1}: ${parsed.problem}`);
  });
  return { lines, problems };
}

/** A customer or base that is neither stored nor in this file, a reference used by another id (F-94). */
async function danglingReferences(desk: Desk, lines: readonly Numbered[]): Promise<readonly string[]> {
  const customers = new Set(lines.flatMap(({ line }) => (line.kind === 'customer' ? [line.value.id] : [])));
  const subscriptions = new Map(
    lines.flatMap(({ line }) =>
      line.kind === 'subscription' ? [[line.value.id, line.value.reference] as const] : [],
    ),
  );
  const taken = new Map<string, string>();
  const problems: string[] = [];
  for (const { number, line } of lines) {
    if (line.kind !== 'subscription') continue;
    const problem = await dangling(desk, line.value, customers, subscriptions, taken);
    taken.set(line.value.reference, line.value.id);
    if (problem !== null) problems.push(`line ${number}: ${problem}`);
  }
  return problems;
}

async function dangling(
  desk: Desk,
  { id, reference, customerId, parentSubscriptionId: base }: Subscription,
  customers: ReadonlySet<string>,
  subscriptions: ReadonlyMap<string, string>,
  taken: ReadonlyMap<string, string>,
): Promise<string | null> {
  if (!customers.has(customerId) && (await desk.directory.customer(customerId)) === null) {
    return `customer ${customerId} is unknown`;
  }
  if (base !== null && !subscriptions.has(base) && (await desk.subscriptions.get(base)) === null) {
    return `base ${base} is unknown`;
  }
  const owner =
    taken.get(reference) ?? (await desk.subscriptions.byReference(reference))?.subscription.id ?? id;
  return owner === id ? null : `reference ${reference} is used by ${owner}`;
}

async function store(desk: Desk, line: ParsedLine): Promise<void> {
  switch (line.kind) {
    case 'partner':
      return desk.directory.putPartner(line.value);
    case 'person':
      return desk.directory.putPerson(line.value);
    case 'customer':
      return desk.directory.putCustomer(line.value);
    case 'offer':
      return desk.catalogue.put(line.value);
    case 'subscription':
      return storeSubscription(desk, line.value);
  }
}

const PAUSE_MILLISECONDS = 100;

/** A new line writes no event; one that changes what is stored writes `imported` through the version filter (F-93). */
async function storeSubscription(desk: Desk, subscription: Subscription): Promise<void> {
  for (;;) {
    const stored = await desk.subscriptions.get(subscription.id);
    if (stored === null) {
      if (await desk.subscriptions.insert(subscription, due(subscription).at, null)) return;
      continue;
    }
    const changed = difference(stored.subscription, subscription);
    if (changed === null) return;
    const event: AuditEvent = {
      id: `${subscription.id}/${stored.version + 1}`,
      at: desk.clock.now(),
      what: 'imported',
      subscription: subscription.reference,
      rules: [],
      ...changed,
    };
    const commit = { id: subscription.id, version: stored.version, operation: null, after: changed.after };
    if (await desk.subscriptions.commit({ ...commit, events: [event], nextDue: due(subscription).at }))
      return;
    await desk.machine.sleep(PAUSE_MILLISECONDS);
  }
}

type Difference = { readonly before: Partial<Subscription>; readonly after: Partial<Subscription> };

function difference(stored: Subscription, wanted: Subscription): Difference | null {
  const keys = Object.keys(wanted) as (keyof Subscription)[];
  const differing = keys.filter((key) => JSON.stringify(stored[key]) !== JSON.stringify(wanted[key]));
  if (differing.length === 0) return null;
  return { before: pick(stored, differing), after: pick(wanted, differing) };
}

function pick(subscription: Subscription, keys: readonly (keyof Subscription)[]): Partial<Subscription> {
  return Object.fromEntries(keys.map((key) => [key, subscription[key]]));
}
