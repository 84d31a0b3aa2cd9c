import type { Subscription } from '../domain/subscription/subscription.ts';
import type { StoredSubscription } from '../ports/subscriptions.ts';
import { withDates, withInstants } from './instants.ts';
import {
  SUBSCRIPTION_INSTANTS,
  type SubscriptionInstant,
  type SubscriptionRow,
} from './schemas/subscription.ts';

type Stored = Omit<
  SubscriptionRow,
  'version' | 'hold' | 'applied' | 'nextDue' | 'relayAt' | 'touchedAt' | 'outbox'
>;

/** The subscription's own fields as stored; an unknown key is refused by the schema. */
export function toRow({ id, ...fields }: Subscription): Stored {
  return { _id: id, ...withDates(fields, SUBSCRIPTION_INSTANTS) };
}

/** What a change sets; the id names the row and stays. */
export function toFields({ id: _, ...change }: Partial<Subscription>): Readonly<Record<string, unknown>> {
  return withDates(change, SUBSCRIPTION_INSTANTS);
}

export function fromRow(row: SubscriptionRow): StoredSubscription {
  const { _id, version, hold, applied, nextDue: _1, relayAt: _2, touchedAt: _3, outbox: _4, ...stored } = row;
  const subscription = withInstants<Subscription, SubscriptionInstant>(
    { id: _id, ...stored },
    SUBSCRIPTION_INSTANTS,
  );
  return { subscription, version, hold: hold ?? null, applied: applied ?? null };
}
