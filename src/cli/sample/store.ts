import { due } from '../../domain/subscription/due.ts';
import type { Desk } from '../../ports/desk.ts';
import type { SampleDesk } from './desk.ts';

/** Writes the sample desk; the partner last, so that a start that was cut off is done again. */
export async function storeSample(desk: Desk, sample: SampleDesk): Promise<void> {
  for (const person of sample.people) await desk.directory.putPerson(person);
  // At once: one after another, every row waits for the disk by itself.
  await Promise.all([
    ...sample.customers.map((customer) => desk.directory.putCustomer(customer)),
    ...sample.offers.map((offer) => desk.catalogue.put(offer)),
    ...sample.subscriptions.map((one) => desk.subscriptions.insert(one, due(one).at, null)),
  ]);
  await desk.directory.putPartner(sample.partner);
}
