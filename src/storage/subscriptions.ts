import type { AuditEvent } from '../domain/event.ts';
import type { Machine } from '../ports/machine.ts';
import type { Commit, Subscriptions } from '../ports/subscriptions.ts';
import { absent, anyDate, atLeast, atMost, not, oneOf } from './conditions.ts';
import { toDate } from './instants.ts';
import type { Recordings } from './outbox.ts';
import type { SubscriptionRow } from './schemas/subscription.ts';
import { fromRow, toFields, toRow } from './subscriptionRows.ts';
import type { Filter, Table, Update } from './table.ts';

type Rows = Table<SubscriptionRow>;
type Part<K extends keyof Subscriptions> = Pick<Subscriptions, K>;

/** Subscriptions with their holds and outboxes (protocol.md); every write is safe to do twice by its own filter. */
export function openSubscriptions(rows: Rows, recordings: Recordings, machine: Machine): Subscriptions {
  return {
    ...lookUps(rows),
    ...holds(rows, machine),
    ...commits(rows, recordings, machine),
    ...outbox(rows, recordings),
  };
}

type LookUps = 'get' | 'byReference' | 'many' | 'ofCustomer' | 'addOnsOf' | 'all' | 'changedSince' | 'due';

function lookUps(rows: Rows): Part<LookUps> {
  const one = async (filter: Filter) => {
    const row = await rows.one(filter);
    return row && fromRow(row);
  };
  const find = async (filter: Filter) => (await rows.find(filter, { sort: { _id: 1 } })).map(fromRow);
  return {
    get: (id) => one({ _id: id }),
    byReference: (reference) => one({ reference }),
    async many(ids) {
      const found = new Map((await find({ _id: oneOf(ids) })).map((one) => [one.subscription.id, one]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    ofCustomer: (customerId) => find({ customerId }),
    addOnsOf: (baseId) => find({ parentSubscriptionId: baseId }),
    async *all() {
      for await (const row of rows.each()) yield fromRow(row);
    },
    async changedSince(machineTime) {
      const touched = { touchedAt: atLeast(new Date(machineTime)) };
      return (await rows.find(touched, { sort: { touchedAt: 1 } })).map(fromRow);
    },
    async due(at, limit) {
      const waiting = { nextDue: atMost(toDate(at)) };
      const found = await rows.find(waiting, { sort: { nextDue: 1 }, limit, fields: ['_id'] });
      return found.map((row) => row._id);
    },
  };
}

function holds(rows: Rows, machine: Machine): Part<'hold' | 'pin' | 'release'> {
  const touched = () => ({ touchedAt: new Date(machine.now()) });
  async function holder(id: string, version: number): Promise<string | undefined> {
    return (await rows.one({ _id: id, version }, { fields: ['hold'] }))?.hold?.operation;
  }
  return {
    async hold(id, version, operation, from) {
      const free: Filter = from === null ? { hold: absent() } : { 'hold.operation': from };
      const taken = await rows.update(
        { _id: id, version, ...free },
        // The former holder's proof goes with its hold.
        { $set: { hold: { operation, pinned: false }, ...touched() }, $unset: { applied: '' } },
      );
      return taken || (await holder(id, version)) === operation;
    },
    async pin(id, operation) {
      const row = await rows.updateAndGet(
        { _id: id, 'hold.operation': operation },
        { $set: { 'hold.pinned': true, ...touched() } },
      );
      return row && fromRow(row);
    },
    async release(id, operation) {
      await rows.update(
        { _id: id, 'hold.operation': operation },
        { $set: touched(), $unset: { hold: '', applied: '' } },
      );
    },
  };
}

function commits(
  rows: Rows,
  recordings: Recordings,
  machine: Machine,
): Part<'commit' | 'insert' | 'catchUp'> {
  return {
    commit: (commit) => {
      const { id, version, operation } = commit;
      const holding = operation === null ? { 'hold.pinned': not(true) } : { 'hold.operation': operation };
      return rows.update(
        { _id: id, version, ...holding },
        effectOf(commit, recordings, new Date(machine.now())),
      );
    },
    catchUp(subscription, { from, to }, nextDue) {
      const due = nextDue === null ? { $unset: { nextDue: '' } as const } : {};
      const set = { ...toFields(subscription), version: to, touchedAt: new Date(machine.now()) };
      const dated = nextDue === null ? set : { ...set, nextDue: toDate(nextDue) };
      const filter = { _id: subscription.id, version: from, 'hold.pinned': not(true) };
      return rows.update(filter, { $set: dated, ...due });
    },
    async insert(subscription, nextDue, event, version = 0) {
      const events = event ? [event] : [];
      const touchedAt = new Date(machine.now());
      const row: SubscriptionRow = {
        ...toRow(subscription),
        version: version + events.length,
        ...(nextDue === null ? {} : { nextDue: toDate(nextDue) }),
        ...(event ? { relayAt: touchedAt } : {}),
        touchedAt,
        outbox: events.map(recordings.waiting),
      };
      return (await rows.insert(row)) === null;
    },
  };
}

/** Step 8: state, version, proof, the next due instant and the events, in one write. */
function effectOf({ after, operation, events, nextDue }: Commit, recordings: Recordings, now: Date): Update {
  return {
    $set: {
      ...toFields(after),
      ...(operation === null ? {} : { applied: operation }),
      ...(nextDue === null ? {} : { nextDue: toDate(nextDue) }),
      ...(events.length === 0 ? {} : { relayAt: now }),
      touchedAt: now,
    },
    $unset: nextDue === null ? { nextDue: '' } : {},
    $inc: { version: events.length },
    $push: { outbox: { $each: events.map((event: AuditEvent) => recordings.waiting(event)) } },
  };
}

function outbox(rows: Rows, recordings: Recordings): Part<'unrelayed' | 'relayed'> {
  return {
    async unrelayed(limit) {
      const found = await rows.find(
        { relayAt: anyDate() },
        { sort: { relayAt: 1 }, limit, fields: ['version', 'outbox'] },
      );
      return found.map((row) => ({
        id: row._id,
        version: row.version,
        events: recordings.carry(row.outbox),
      }));
    },
    async relayed(id, version) {
      await rows.update({ _id: id, version }, { $set: { outbox: [] }, $unset: { relayAt: '' } });
    },
  };
}
