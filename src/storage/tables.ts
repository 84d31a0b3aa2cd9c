import type { Connection, Schema } from 'mongoose';
import type { Machine } from '../ports/machine.ts';
import type { CollectionName } from './indexes.ts';
import {
  type CustomerRow,
  customerSchema,
  type IdentityRow,
  identitySchema,
  type PartnerRow,
  type PersonRow,
  partnerSchema,
  personSchema,
} from './schemas/directory.ts';
import { type EventRow, eventSchema } from './schemas/event.ts';
import {
  type AddressRow,
  addressSchema,
  type DeliveryRow,
  type DraftRow,
  deliverySchema,
  draftSchema,
  type InboxDocument,
  inboxSchema,
} from './schemas/messages.ts';
import { type NoticeBoardRow, noticeBoardSchema } from './schemas/noticeBoard.ts';
import { type OfferRow, offerSchema } from './schemas/offer.ts';
import { type OperationRow, operationSchema } from './schemas/operation.ts';
import { type SubscriptionRow, subscriptionSchema } from './schemas/subscription.ts';
import { openTable, type Table } from './table.ts';

export interface Tables {
  readonly subscriptions: Table<SubscriptionRow>;
  readonly operations: Table<OperationRow>;
  readonly events: Table<EventRow>;
  readonly people: Table<PersonRow>;
  readonly identities: Table<IdentityRow>;
  readonly customers: Table<CustomerRow>;
  readonly partner: Table<PartnerRow>;
  readonly offers: Table<OfferRow>;
  readonly drafts: Table<DraftRow>;
  readonly inbox: Table<InboxDocument>;
  readonly deliveries: Table<DeliveryRow>;
  readonly addresses: Table<AddressRow>;
  readonly boards: Table<NoticeBoardRow>;
}

/** Opens every collection of the desk's database. */
export function openTables(connection: Connection, machine: Machine): Tables {
  function table<Row extends { readonly _id: string }>(name: CollectionName, schema: Schema): Table<Row> {
    return openTable<Row>(connection, machine, name, schema);
  }
  return {
    subscriptions: table('subscriptions', subscriptionSchema),
    operations: table('operations', operationSchema),
    events: table('events', eventSchema),
    people: table('people', personSchema),
    identities: table('identities', identitySchema),
    customers: table('customers', customerSchema),
    partner: table('partner', partnerSchema),
    offers: table('offers', offerSchema),
    drafts: table('drafts', draftSchema),
    inbox: table('inbox', inboxSchema),
    deliveries: table('deliveries', deliverySchema),
    addresses: table('addresses', addressSchema),
    boards: table('boards', noticeBoardSchema),
  };
}
