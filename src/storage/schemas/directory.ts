import { Schema } from 'mongoose';
import { LANGUAGES, type Person, ROLES } from '../../domain/person.ts';
import type { Customer, Partner } from '../../domain/subscription/subscription.ts';
import * as field from '../fields.ts';
import type { Dated } from '../instants.ts';

/** `position`: the order of import. */
export type PersonRow = Omit<Person, 'id'> & { readonly _id: string; readonly position: number };

/** "<channel>/<tenant or team>/<user>" → person. */
export interface IdentityRow {
  readonly _id: string;
  readonly person: string;
}

export const CUSTOMER_INSTANTS = [
  'accountOpenedAt',
  'firstBillingPeriodStart',
] as const satisfies readonly (keyof Customer)[];
export type CustomerInstant = (typeof CUSTOMER_INSTANTS)[number];

export type CustomerRow = Dated<Omit<Customer, 'id'>, CustomerInstant> & {
  readonly _id: string;
  readonly touchedAt: Date;
};

/** A desk has one: its `_id` is fixed, its own id a field. */
export type PartnerRow = Omit<Partner, 'id'> & { readonly _id: string; readonly partnerId: string };

const identityPart = new Schema(
  {
    channel: field.word(['teams', 'slack']),
    tenant: field.optionalText,
    team: field.optionalText,
    user: field.key,
  },
  field.PART,
);

export const personSchema = new Schema(
  {
    _id: field.key,
    name: field.text('name'),
    roles: [{ type: String, enum: [...ROLES] }],
    language: field.word(LANGUAGES),
    timeZone: field.key,
    identities: [identityPart],
    position: field.integerField,
  },
  field.STRICT,
);

export const identitySchema = new Schema({ _id: field.key, person: field.key }, field.STRICT);

export const customerSchema = new Schema(
  {
    _id: field.key,
    name: field.text('name'),
    domain: field.text('domain'),
    country: field.text('country'),
    segment: field.word(['commercial', 'education', 'government', 'nonprofit']),
    accountOpenedAt: field.optionalInstant,
    firstBillingPeriodStart: field.optionalInstant,
    touchedAt: field.instant,
  },
  field.STRICT,
);

export const partnerSchema = new Schema(
  {
    _id: field.key,
    partnerId: field.key,
    name: field.text('name'),
    type: field.word(['direct-bill', 'indirect-provider', 'indirect-reseller']),
    country: field.text('country'),
    cloud: field.word(['public', 'usgov']),
  },
  field.STRICT,
);
