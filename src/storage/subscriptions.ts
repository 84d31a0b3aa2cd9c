import type { AuditEvent } from '../domain/event.ts';
import type { Machine } from '../ports/machine.ts';
import type { Commit, Subscriptions } from '../ports/subscriptions.ts';
import { openClaims } from './claims.ts';
import { anyDate, atLeast, not, oneOf } from './conditions.ts';
import { openHolds } from './holds.ts';
import { toDate, toInstant } from './instants.ts';
import type { Recordings } from './outbox.ts';
import type { SubscriptionRow } from './schemas/subscription.ts';
import { openSetbacks, UNTROUBLED } from './setbacks.ts';
import { fromRow, toFields, toRow } from './subscriptionRows.ts';
import type { Filter, Table, Update } from './table.ts';

type Rows = Table<SubscriptionRow>;
type Part<K extends keyof Subscriptions> = Pick<Subscriptions, K>;

/** Subscriptions with their holds and outboxes (protocol.md); every write is safe to do twice by its own filter. */
export function openSubscriptions(rows: Rows, recordings: Recordings, machine: Machine): Subscriptions {
  return {
    ...lookUps(rows),
    ...openHolds(rows, machine),
    ...commits(rows, recordings, machine),
    ...openClaims(rows, machine),
    ...openSetbacks(rows),
    ...outbox(rows, recordings),
  };
}

type LookUps =
  | 'get'
  | 'byReference'
  | 'many'
  | 'ofCustomer'
  | 'addOnsOf'
  | 'upgradingInto'
  | 'all'
  | 'names'
  | 'changedSince';

const NAME_FIELDS = ['reference', 'customerId', 'offerName', 'status', 'commitmentEndDate'] as const;

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
    addOnsOf: (baseIds) => find({ parentSubscriptionId: oneOf(baseIds) }),
    upgradingInto: (ids) => find({ 'scheduledNextTermInstructions.upgrade.target': oneOf(ids) }),
    async *all() {
      for await (const row of rows.each()) yield fromRow(row);
    },
    async *names() {
      for await (const { _id: id, reference, customerId, offerName, status, ...row } of rows.each(
        NAME_FIELDS,
      )) {
        const commitmentEndDate = toInstant(row.commitmentEndDate);
        yield { id, reference, customerId, offerName, status, commitmentEndDate };
      }
    },
    async changedSince(machineTime) {
      const touched = { touchedAt: atLeast(new Date(machineTime)) };
      return (await rows.find(touched, { sort: { touchedAt: 1 } })).map(fromRow);
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
      const { id, version, operation, lease } = commit;
      const holding = operation === null ? { 'hold.pinned': not(true) } : { 'hold.operation': operation };
      const fence = lease === undefined ? {} : { 'work.n': lease };
      return rows.updateAsIs(
        { _id: id, version, ...holding, ...fence },
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
    $unset: { ...UNTROUBLED, ...(nextDue === null ? { nextDue: '' } : {}) },
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
