import type { AuditEvent } from '../domain/event.ts';
import { type ParsedLine, parseLine } from '../domain/json/line.ts';
import { isObject, parseJson } from '../domain/json/reader.ts';
import { due } from '../domain/subscription/due.ts';
import { difference } from '../domain/subscription/evolve.ts';
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
  const read = readLines(texts);
  const { lines, problems } = read;
  const all = [...problems, ...(await danglingReferences(desk, read))].sort((a, b) => a.number - b.number);
  if (all.length > 0) {
    return { stored: 0, problems: all.map(({ number, reason }) => `line ${number}: ${reason}`) };
  }
  for (const kind of ORDER) {
    for (const { line } of lines) if (line.kind === kind) await store(desk, line);
  }
  return { stored: lines.length, problems: [] };
}

interface Problem {
  readonly number: number;
  readonly reason: string;
}

interface Read {
  readonly lines: readonly Numbered[];
  readonly problems: readonly Problem[];
  /** Ids that stand on bad lines: what names one of them is not wrong for that. */
  readonly onBadLines: ReadonlySet<string>;
}

function readLines(texts: readonly string[]): Read {
  const lines: Numbered[] = [];
  const problems: Problem[] = [];
  const onBadLines = new Set<string>();
  texts.forEach((text, index) => {
    if (text.trim() === '') return;
    const parsed = parseLine(text);
    if (parsed.ok) lines.push({ number: index + 1, line: parsed.value });
    else {
      problems.push({ number: index + 1, reason: parsed.problem });
      idsIn(text).forEach((id) => void onBadLines.add(id));
    }
  });
  return { lines, problems, onBadLines };
}

function idsIn(text: string): readonly string[] {
  const json = parseJson(text);
  const id = json.ok && isObject(json.value) ? json.value['id'] : undefined;
  return typeof id === 'string' ? [id] : [];
}

/** A customer or base that is neither stored nor in this file, a reference used by another id (F-94). */
async function danglingReferences(
  desk: Desk,
  { lines, onBadLines }: Pick<Read, 'lines' | 'onBadLines'>,
): Promise<readonly Problem[]> {
  const named = (kind: ParsedLine['kind']) =>
    lines.flatMap(({ line }) => (line.kind === kind && line.kind !== 'offer' ? [line.value.id] : []));
  const customers = new Set([...named('customer'), ...onBadLines]);
  const subscriptions = new Set([...named('subscription'), ...onBadLines]);
  const taken = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { number, line } of lines) {
    if (line.kind !== 'subscription') continue;
    const problem = await dangling(desk, line.value, customers, subscriptions, taken);
    taken.set(line.value.reference, line.value.id);
    if (problem !== null) problems.push({ number, reason: problem });
  }
  return problems;
}

async function dangling(
  desk: Desk,
  { id, reference, customerId, parentSubscriptionId: base }: Subscription,
  customers: ReadonlySet<string>,
  subscriptions: ReadonlySet<string>,
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
    if (Object.keys(changed.after).length === 0) return;
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
