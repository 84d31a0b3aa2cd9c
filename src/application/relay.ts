import type { Desk } from '../ports/desk.ts';
import { announceEvents } from './announce.ts';

const BATCH = 100;

/** Step 11 of protocol.md: outboxes to the audit trail, then emptied if nothing was added. Returns how many events. */
export async function relay(desk: Desk): Promise<number> {
  let relayed = 0;
  for (let batch = -1; batch !== 0; relayed += batch) {
    batch = (await relaySubscriptions(desk)) + (await relayOperations(desk));
  }
  return relayed;
}

async function relaySubscriptions(desk: Desk): Promise<number> {
  const { subscriptions, audit } = desk;
  const waiting = await subscriptions.unrelayed(BATCH);
  await announceEvents(desk, waiting);
  for (const { id, version, events } of waiting) {
    await audit.append(events);
    await subscriptions.relayed(id, version);
  }
  return waiting.reduce((sum, { events }) => sum + events.length, 0);
}

async function relayOperations({ operations, audit }: Desk): Promise<number> {
  const waiting = await operations.unrelayed(BATCH);
  for (const { reference, rev, events } of waiting) {
    await audit.append(events);
    await operations.relayed(reference, rev);
  }
  return waiting.reduce((sum, { events }) => sum + events.length, 0);
}
