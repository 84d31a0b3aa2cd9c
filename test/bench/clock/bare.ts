import mongoose from 'mongoose';
import { runDue } from '../../../src/application/runDue.ts';
import { systemMachine } from '../../../src/runtime/systemClock.ts';
import { connectStorage, type SentCommand } from '../../../src/storage/connect.ts';
import { deskOver, POLICY } from '../../support/desk.ts';
import { DUE_AT, seed } from './seed.ts';

/** As in the product: rows of a claim, and rows worked on at the same time. */
const BATCH = 50;
const AT_ONCE = 8;
const LEASE = 10_000;

interface Row {
  readonly _id: string;
  readonly version: number;
  readonly customerId: string;
  readonly nextDue: Date;
  readonly work: { readonly n: number };
}

type Update = { readonly $set: Readonly<Record<string, unknown>> };
type Client = mongoose.mongo.MongoClient;

/** What the work costs without us: four connections, and loops that do nothing but send it. */
export interface Bare {
  /** Everything due this month by so many loops at the same time; how many there were. */
  renewAll(workers: number): Promise<number>;
  /** A month later, and with empty outboxes. */
  month(): Promise<void>;
  close(): Promise<void>;
}

export async function openBare(uri: string, size: number): Promise<Bare> {
  const update = await seenRenewal(uri.replace('/bare', '/seen'));
  await seed(uri, size);
  const concern = { writeConcern: { w: 'majority', journal: true } } as const;
  const connect = () => mongoose.mongo.MongoClient.connect(uri, concern);
  const clients = await Promise.all([connect(), connect(), connect(), connect()]);
  let now = new Date(DUE_AT);
  return {
    async renewAll(workers) {
      const done = await Promise.all(
        clients.slice(0, workers).map((client) => renewLoop(client, now, update)),
      );
      return done.reduce((a, b) => a + b, 0);
    },
    async month() {
      now = nextMonth(now);
      await drain(clients[0].db().collection<Row>('subscriptions'));
    },
    close: async () => void (await Promise.all(clients.map((client) => client.close()))),
  };
}

/** The update of a renewal, as the product sends it. */
async function seenRenewal(uri: string): Promise<Update> {
  const sent: SentCommand[] = [];
  await seed(uri, 1);
  const machine = systemMachine();
  const storage = await connectStorage({ uri, machine, onCommand: (one) => sent.push(one) });
  await runDue(deskOver(storage.stores, { clock: { now: () => DUE_AT }, machine, policy: POLICY }));
  await storage.close();
  const updates = sent
    .filter(({ name }) => name === 'update')
    .flatMap(
      ({ command }) => command['updates'] as readonly { readonly u: Update & { readonly $push?: unknown } }[],
    );
  const renewal = updates.find(({ u }) => u.$push !== undefined);
  if (renewal === undefined) throw new Error('the product sent no renewal');
  return renewal.u;
}

async function renewLoop(client: Client, now: Date, update: Update): Promise<number> {
  const rows = client.db().collection<Row>('subscriptions');
  let done = 0;
  for (;;) {
    const claimed = await claim(rows, now);
    if (claimed === null) return done;
    const ids = claimed.map(({ _id }) => _id);
    const customers = [...new Set(claimed.map(({ customerId }) => customerId))];
    await Promise.all([
      client
        .db()
        .collection<Row>('customers')
        .find({ _id: { $in: customers } })
        .toArray(),
      rows.find({ 'scheduledNextTermInstructions.upgrade.target': { $in: ids } } as object).toArray(),
      rows
        .find({ parentSubscriptionId: { $in: ids } } as object)
        .sort({ _id: 1 })
        .toArray(),
    ]);
    const entries = claimed.values();
    const work = async () => {
      for (const row of entries) if (await renew(rows, row, update)) done += 1;
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
}

type Rows = mongoose.mongo.Collection<Row>;

/** Null: nothing is due any more. */
async function claim(rows: Rows, now: Date): Promise<readonly Row[] | null> {
  const free = {
    nextDue: { $lte: now },
    $or: [{ 'work.until': { $exists: false } }, { 'work.until': { $lte: Date.now() } }],
  };
  const found = await rows
    .find(free as object, { projection: { _id: 1 } })
    .sort({ nextDue: 1 })
    .limit(BATCH)
    .toArray();
  if (found.length === 0) return null;
  const by = String(Math.random());
  const update = { $set: { 'work.until': Date.now() + LEASE, 'work.by': by }, $inc: { 'work.n': 1 } };
  const each = found.map(({ _id }) => ({ updateOne: { filter: { _id, ...free }, update } }));
  await rows.bulkWrite(each as never, { ordered: false });
  const taken = { _id: { $in: found.map(({ _id }) => _id) }, 'work.by': by };
  return rows
    .find(taken as object)
    .sort({ nextDue: 1 })
    .toArray();
}

async function renew(rows: Rows, { _id, version, work, nextDue }: Row, update: Update): Promise<boolean> {
  const next = nextMonth(nextDue);
  const $set = { ...update.$set, commitmentEndDate: next, nextDue: next };
  const filter = { _id, version, 'hold.pinned': { $ne: true }, 'work.n': work.n };
  const { matchedCount } = await rows.updateOne(filter as object, { ...update, $set } as object);
  return matchedCount === 1;
}

async function drain(rows: Rows): Promise<void> {
  const waiting = await rows
    .find({ relayAt: { $exists: true } } as object, { projection: { _id: 1 } })
    .toArray();
  const emptied = { $set: { outbox: [] }, $unset: { relayAt: '' } };
  const each = waiting.map(({ _id }) => ({ updateOne: { filter: { _id }, update: emptied } }));
  await rows.bulkWrite(each as never, { ordered: false });
}

function nextMonth(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()));
}
