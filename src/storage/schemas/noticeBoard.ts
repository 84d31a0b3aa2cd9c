import { Schema } from 'mongoose';
import type { NoticeBoard } from '../../domain/noticeBoard.ts';
import { LANGUAGES } from '../../domain/person.ts';
import * as field from '../fields.ts';
import { addressPart } from './operation.ts';

export type NoticeBoardRow = Omit<NoticeBoard, 'id' | 'told' | 'telling'> & {
  readonly _id: string;
  readonly told: Date;
  /** Absent where nobody writes. */
  readonly telling?: Date;
  /** The first instant of the next day to tell of (business time). */
  readonly nextDue: Date;
};

export const noticeBoardSchema = new Schema(
  {
    _id: field.key,
    address: { type: addressPart, required: true },
    language: field.word(LANGUAGES),
    timeZone: field.key,
    wishes: { ...field.frozen, required: true },
    rev: field.integerField,
    told: field.instant,
    telling: field.optionalInstant,
    nextDue: field.instant,
  },
  field.STRICT,
);
