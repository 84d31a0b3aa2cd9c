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
  'version' | 'hold' | 'applied' | 'nextDue' | 'work' | 'aside' | 'relayAt' | 'touchedAt' | 'outbox'
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
  const { _id, version, hold, applied, nextDue: _1, work: _2, aside: _3, ...more } = row;
  const { relayAt: _4, touchedAt: _5, outbox: _6, ...stored } = more;
  const subscription = withInstants<Subscription, SubscriptionInstant>(
    { id: _id, ...stored },
    SUBSCRIPTION_INSTANTS,
  );
  return { subscription, version, hold: hold ?? null, applied: applied ?? null };
}
