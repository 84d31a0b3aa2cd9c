import { Schema } from 'mongoose';
import type { Address } from '../../domain/operation/operation.ts';
import * as field from '../fields.ts';
import { addressPart } from './operation.ts';

/** Payloads are conversation's: kept as JSON text, since names in them come from outside and may hold "$" and ".". */
export interface DraftRow {
  readonly _id: string;
  readonly person: string | null;
  readonly at: Date;
  readonly expiresAt: Date;
  readonly memory: string;
}

export interface InboxDocument {
  readonly _id: string;
  readonly payload: string;
  readonly reference: string;
  /** Real time, milliseconds. */
  readonly receivedAt: number;
  readonly lease: { readonly n: number; readonly until: number };
  readonly answered: boolean;
  /** The lease's end; absent once answered. */
  readonly nextDue?: Date;
}

export interface DeliveryRow {
  readonly _id: string;
  readonly state: 'waiting' | 'done' | 'given-up';
  readonly address: Address;
  readonly payload: string;
  readonly tries: number;
  readonly why?: string;
  /** Absent when it waits for nothing more. */
  readonly nextDue?: Date;
}

export interface AddressRow {
  /** "<channel>/<person>". */
  readonly _id: string;
  readonly address: Address;
}

export const draftSchema = new Schema(
  {
    _id: field.key,
    person: field.optionalText,
    at: field.instant,
    expiresAt: field.instant,
    memory: field.key,
  },
  field.STRICT,
);

const lease = new Schema({ n: field.integerField, until: field.integerField }, field.PART);

export const inboxSchema = new Schema(
  {
    _id: field.key,
    payload: field.key,
    reference: field.key,
    receivedAt: field.integerField,
    lease: { type: lease, required: true },
    answered: field.flag,
    nextDue: field.optionalInstant,
  },
  field.STRICT,
);

export const deliverySchema = new Schema(
  {
    _id: field.key,
    state: field.word(['waiting', 'done', 'given-up']),
    address: { type: addressPart, required: true },
    payload: field.key,
    tries: field.integerField,
    why: field.optionalText,
    nextDue: field.optionalInstant,
  },
  field.STRICT,
);

export const addressSchema = new Schema(
  { _id: field.key, address: { type: addressPart, required: true } },
  field.STRICT,
);
