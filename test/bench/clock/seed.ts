import mongoose from 'mongoose';
import { systemMachine } from '../../../src/runtime/systemClock.ts';
import { connectStorage } from '../../../src/storage/connect.ts';
import { aBuyer, aStored } from '../../support/operations.ts';

export const DUE_AT = '2021-10-15T00:00:00.000Z';
const FIRST = { at: '2021-10-01T00:00:00.000Z', started: '2021-09-01T00:00:00.000Z' } as const;
const CHUNK = 5_000;

/** One in a hundred renews every month. */
export function dueOf(size: number): number {
  return Math.ceil(size / 100);
}

/** A desk of so many subscriptions; rows are copies of one that the product has stored. */
export async function seed(uri: string, size: number): Promise<void> {
  const storage = await connectStorage({ uri, machine: systemMachine() });
  await storage.ensureIndexes();
  await storage.stores.directory.putCustomer(aBuyer());
  const sample = aStored({
    id: 'sample',
    reference: 'S-sample',
    termDuration: 'P1M',
    billingCycle: 'monthly',
    effectiveStartDate: FIRST.started,
    commitmentEndDate: FIRST.at,
  });
  await storage.stores.subscriptions.insert(sample, '2099-01-01T00:00:00.000Z', null);
  await storage.close();
  const client = await mongoose.mongo.MongoClient.connect(uri);
  const rows = client.db().collection<{ _id: string; reference: string; nextDue: Date }>('subscriptions');
  const template = await rows.findOne({ _id: 'sample' });
  if (template === null) throw new Error('no sample');
  for (let from = 0; from < size; from += CHUNK) {
    const copies = Array.from({ length: Math.min(CHUNK, size - from) }, (_, offset) => {
      const index = from + offset;
      const nextDue = index % 100 === 0 ? new Date(FIRST.at) : template.nextDue;
      return { ...template, _id: `s-${index}`, reference: `S-${index}`, nextDue };
    });
    await rows.insertMany(copies, { ordered: false });
  }
  await client.close();
}
