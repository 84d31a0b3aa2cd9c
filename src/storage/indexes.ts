import type { mongo } from 'mongoose';

type Keys = Readonly<Record<string, 1 | -1>>;

function index(name: string, key: Keys, unique?: true): mongo.IndexDescription {
  return unique ? { name, key: { ...key }, unique } : { name, key: { ...key } };
}

/** Every index, by collection: each answers one method of a port. What has none is reached by `_id` alone. */
export const INDEXES = {
  subscriptions: [
    index('reference', { reference: 1 }, true),
    index('customer', { customerId: 1, _id: 1 }),
    index('base', { parentSubscriptionId: 1, _id: 1 }),
    index('upgrade', { 'scheduledNextTermInstructions.upgrade.target': 1, _id: 1 }),
    index('due', { nextDue: 1 }),
    index('aside', { 'aside.at': 1 }),
    index('relay', { relayAt: 1 }),
    index('touched', { touchedAt: 1 }),
  ],
  operations: [
    index('requester', { requester: 1, createdAt: -1, insertedAt: -1 }),
    index('state', { state: 1, createdAt: -1, insertedAt: -1 }),
    index('due', { nextDue: 1 }),
    index('aside', { 'aside.at': 1 }),
    index('relay', { relayAt: 1 }),
    index('behind', { behindSince: 1 }),
  ],
  events: [
    index('subscription', { subscription: 1, at: 1, order: 1, _id: 1 }),
    index('operation', { operation: 1, at: 1, order: 1, _id: 1 }),
    index('time', { at: 1, order: 1, _id: 1 }),
  ],
  people: [index('position', { position: 1 })],
  identities: [index('person', { person: 1 })],
  customers: [index('touched', { touchedAt: 1 })],
  partner: [],
  offers: [index('sku', { productId: 1, skuId: 1, _id: 1 })],
  drafts: [index('expires', { expiresAt: 1 })],
  inbox: [index('due', { nextDue: 1 }), index('answered', { answered: 1, receivedAt: 1 })],
  deliveries: [index('due', { nextDue: 1, 'address.channel': 1 })],
  addresses: [],
  boards: [index('due', { nextDue: 1 })],
} as const satisfies Readonly<Record<string, readonly mongo.IndexDescription[]>>;

export type CollectionName = keyof typeof INDEXES;
