import { type Address, type Operation, UNWORKED } from '../../src/domain/operation/operation.ts';
import type { Accepted } from '../../src/domain/subscription/decision.ts';
import type { Customer, Subscription } from '../../src/domain/subscription/subscription.ts';
import { aSubscription } from './builders.ts';

const CUSTOMER: Customer = {
  id: 'customer-1',
  name: 'Fabrikam “Å” <b>',
  domain: 'fabrikam.example',
  country: 'SE',
  segment: 'commercial',
  accountOpenedAt: '2020-01-02T03:04:05.006Z',
  firstBillingPeriodStart: null,
};

/** Ordered a millisecond before it starts, at a price finer than a cent: what storage must keep to the letter. */
const SUBSCRIPTION = aSubscription({
  id: 'subscription-1',
  unitPrice: '36.505',
  orderPlacedAt: '2021-08-31T23:59:59.999Z',
});

/** What a cancellation's prompt promises. */
export const CANCELLED: Accepted = {
  outcome: 'accepted',
  command: 'cancel',
  rules: ['X-6'],
  effective: '2021-09-03T12:00:00.000Z',
  refund: {
    amount: { minor: 9_007_199_254_740_991, currency: 'USD' },
    basis: 'full',
    estimate: false,
    as: 'refund',
  },
  access: 'ends-now',
  billing: 'stops',
  reversible: false,
  lost: {},
  before: { status: 'active' },
  after: { status: 'deleted', suspendedAt: '2021-09-03T12:00:00.000Z' },
  deadline: null,
};

export function anAddress(fields: Partial<Address> = {}): Address {
  return {
    channel: 'teams',
    workspace: 'tenant-1',
    conversation: '19:a@thread.v2',
    message: '1',
    extra: {},
    ...fields,
  };
}

/** A cancellation that waits for its confirmation until 12:15; whatever else a test needs is given. */
export function anOperation(fields: Partial<Operation> = {}): Operation {
  return {
    reference: 'OP-7F3K',
    state: 'awaiting-confirmation',
    rev: 0,
    requester: 'agent-1',
    subjects: ['subscription-1'],
    command: { type: 'cancel' },
    presentation: 'plain',
    tier: 4,
    approvers: null,
    decision: CANCELLED,
    snapshot: { subscription: SUBSCRIPTION, customer: CUSTOMER, addOns: [], base: null },
    language: 'en',
    place: anAddress(),
    createdAt: '2021-09-03T12:00:00.000Z',
    expiresAt: '2021-09-03T12:15:00.000Z',
    at: null,
    replaces: null,
    ...UNWORKED,
    ...fields,
  };
}

/** The subscription and the customer of `anOperation`'s snapshot. */
export function aStored(fields: Partial<Subscription> = {}): Subscription {
  return { ...SUBSCRIPTION, ...fields };
}

export function aBuyer(fields: Partial<Customer> = {}): Customer {
  return { ...CUSTOMER, ...fields };
}
