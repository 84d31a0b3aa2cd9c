import { Schema } from 'mongoose';
import { type Address, OPERATION_STATES, type Operation } from '../../domain/operation/operation.ts';
import { LANGUAGES } from '../../domain/person.ts';
import type { CardShown } from '../../ports/operations.ts';
import * as field from '../fields.ts';
import type { Waiting } from '../outbox.ts';
import { type Waits, waits } from './waits.ts';

type Channel = Address['channel'];

/** An operation as stored. Its decision, snapshot, plan and result are frozen values of the domain. */
export type OperationRow = Omit<Operation, 'reference' | 'createdAt' | 'expiresAt' | 'at' | 'lease'> & {
  readonly _id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly at: Date | null;
  /** Absent until claimed: `$inc` needs no null in its way. */
  readonly lease?: NonNullable<Operation['lease']>;
  /** Real time: orders what one business instant created. */
  readonly insertedAt: number;
  /** By a key drawn from the address (cards.ts). */
  readonly cards: Readonly<Record<string, CardShown>>;
  /** Raised with each change of `cards`: the filter of whatever was reckoned from them. */
  readonly look: number;
  /** Channels on which a card shows less than `rev`, and since when; absent where every card is right. */
  readonly behind?: Readonly<Partial<Record<Channel, true>>>;
  readonly behindSince?: Date;
  /** Until when one process updates its cards (real clock); absent where none does. */
  readonly showing?: number;
  readonly relayAt?: Date;
  readonly outbox: readonly Waiting[];
} & Waits;

const CHANNELS = ['teams', 'slack', 'browser', 'console'] as const satisfies readonly Channel[];

export const addressPart = new Schema(
  {
    channel: field.word(CHANNELS),
    workspace: field.text('workspace'),
    conversation: field.text('conversation'),
    message: field.text('message'),
    extra: field.frozen,
  },
  field.PART,
);

const lease = new Schema({ n: field.integerField, until: field.integerField }, field.PART);
const behind = new Schema(
  Object.fromEntries(CHANNELS.map((channel) => [channel, field.optionalFlag])),
  field.PART,
);

export const operationSchema = new Schema(
  {
    _id: field.key,
    state: field.word(OPERATION_STATES),
    rev: field.integerField,
    requester: field.key,
    subjects: [String],
    command: { ...field.frozen, required: true },
    presentation: field.word(['plain', 'cancel-at-renewal']),
    tier: { type: Number, required: true, enum: [0, 1, 2, 3, 4] },
    approvers: field.frozen,
    decision: { ...field.frozen, required: true },
    snapshot: { ...field.frozen, required: true },
    language: field.word(LANGUAGES),
    place: { type: addressPart, required: true },
    createdAt: field.instant,
    expiresAt: field.instant,
    attempt: field.optionalText,
    at: field.optionalInstant,
    lease: { type: lease },
    plan: field.frozen,
    requestId: field.optionalText,
    steps: [Schema.Types.Mixed],
    result: field.frozen,
    because: field.optionalText,
    replacedBy: field.optionalText,
    replaces: field.optionalText,
    ...waits,
    insertedAt: field.integerField,
    cards: field.frozen,
    look: field.integerField,
    behind: { type: behind },
    behindSince: field.optionalInstant,
    showing: field.optionalInteger,
    relayAt: field.optionalInstant,
    outbox: [Schema.Types.Mixed],
  },
  field.STRICT,
);
