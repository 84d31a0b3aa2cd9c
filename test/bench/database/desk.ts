import mongoose from 'mongoose';
import { systemMachine } from '../../../src/runtime/systemClock.ts';
import { connectStorage, type Storage } from '../../../src/storage/connect.ts';
import { aSubscription } from '../../support/builders.ts';
import { anAddress } from '../../support/operations.ts';

/** A database as the desk uses it, with so many subscriptions and so many deliveries that are due. */
export interface Desk {
  readonly documents: number;
  readonly storage: Storage;
  /** Without mongoose: for what the desk does not ask. */
  readonly bare: mongoose.mongo.Db;
  close(): Promise<void>;
}

export const HOLDER = 'OP-HELD';
export const CUSTOMER_SIZE = 50;
export const DUE_SINCE = Date.UTC(2021, 8, 1);

const BATCH = 1_000;

export function subscriptionId(index: number): string {
  return `sub-${index}`;
}

export function reference(index: number): string {
  return `S-${index}`;
}

/** Customers' subscriptions lie apart, as they come in. */
export function customerId(index: number, documents: number): string {
  return `customer-${index % (documents / CUSTOMER_SIZE)}`;
}

export async function openDesk(uri: string, documents: number): Promise<Desk> {
  const storage = await connectStorage({ uri, machine: systemMachine() });
  const client = await mongoose.mongo.MongoClient.connect(uri);
  return {
    documents,
    storage,
    bare: client.db(),
    async close() {
      await client.close();
      await storage.close();
    },
  };
}

/** Fills an empty database: the rows that the ports write, again and again under other names. */
export async function fill({ documents, storage, bare }: Desk): Promise<void> {
  const { subscriptions, deliveries } = storage.stores;
  await storage.ensureIndexes();
  const [first, due] = [aSubscription({ id: subscriptionId(0), reference: reference(0) }), DUE_SINCE];
  await subscriptions.insert(first, new Date(due).toISOString(), null);
  await subscriptions.hold(first.id, 0, HOLDER, null);
  await deliveries.insert({ id: 'delivery-0', address: anAddress(), payload: { text: 'hello' } }, due);
  await multiply(bare, 'subscriptions', documents, (index) => ({
    _id: subscriptionId(index),
    reference: reference(index),
    customerId: customerId(index, documents),
    nextDue: new Date(due + index),
  }));
  await multiply(bare, 'deliveries', documents, (index) => ({
    _id: `delivery-${index}`,
    nextDue: new Date(due + index),
  }));
}

async function multiply(
  bare: mongoose.mongo.Db,
  name: string,
  documents: number,
  own: (index: number) => { readonly _id: string },
): Promise<void> {
  const collection = bare.collection<{ _id: string }>(name);
  const row = await collection.findOne({});
  await collection.deleteMany({});
  for (let from = 0; from < documents; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, documents - from) }, (_, index) => own(from + index));
    await collection.insertMany(batch.map((fields) => ({ ...row, ...fields })));
  }
}
