import { Schema } from 'mongoose';
import { type AuditEvent, EVENT_WORDS } from '../../domain/event.ts';
import * as field from '../fields.ts';

export type EventRow = Omit<AuditEvent, 'id' | 'at'> & {
  /** "<subscription or operation>/<number>", the number padded, so that a history is one range. */
  readonly _id: string;
  readonly at: Date;
  readonly order: number;
};

export const eventSchema = new Schema(
  {
    _id: field.key,
    at: field.instant,
    order: field.integerField,
    what: field.word(EVENT_WORDS),
    command: field.optionalText,
    operation: field.optionalText,
    subscription: field.optionalText,
    person: field.optionalText,
    roles: field.optionalTexts,
    identity: field.optionalText,
    place: field.optionalText,
    reason: field.optionalText,
    reasonText: field.optionalText,
    code: field.optionalText,
    because: field.optionalText,
    comment: field.optionalText,
    rules: [String],
    before: field.frozen,
    after: field.frozen,
  },
  field.STRICT,
);
