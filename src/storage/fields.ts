import { Schema, type SchemaOptions } from 'mongoose';

/** How every collection's schema behaves: what it does not name is refused, nothing is added by itself. */
export const STRICT = {
  strict: 'throw',
  strictQuery: 'throw',
  minimize: false,
  versionKey: false,
  timestamps: false,
  autoIndex: false,
  autoCreate: false,
  id: false,
} as const satisfies SchemaOptions;

/** A part of a document: as strict, and without an `_id` of its own. */
export const PART = { ...STRICT, _id: false } as const satisfies SchemaOptions;

/** Whatever JSON says: frozen values of the domain (decisions, snapshots), written whole and never searched. */
export const frozen = { type: Schema.Types.Mixed };

type Bearer = { get(path: string): unknown };

/** Mongoose's own `required` refuses '', which is a value here (an address's workspace): only null and absent are. */
function unlessPresent(path: string): (this: Bearer) => boolean {
  return function (this: Bearer) {
    return this.get(path) == null;
  };
}

const integer = { validator: (value: unknown) => value == null || Number.isSafeInteger(value) };

export const key = { type: String, required: true };
export const optionalText = { type: String };
export const optionalInteger = { type: Number, validate: integer };
export const optionalFlag = { type: Boolean };
export const optionalInstant = { type: Date };
export const integerField = { type: Number, required: true, validate: integer };
export const flag = { type: Boolean, required: true };
export const instant = { type: Date, required: true };

/** A text that must be there and may be empty. */
export function text(path: string) {
  return { type: String, required: unlessPresent(path) };
}

/** One of the domain's words. */
export function word(values: readonly string[]) {
  return { type: String, required: true, enum: [...values] };
}

/** One of the domain's words, or null. */
export function optionalWord(values: readonly string[]) {
  return { type: String, enum: [...values, null] };
}

/** Texts that need not be there: mongoose would write an empty array of itself. */
export const optionalTexts = { type: [String], default: undefined };
