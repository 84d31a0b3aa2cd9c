import { Schema } from 'mongoose';
import * as field from '../fields.ts';

/** What a row that the clock waits for has beside its own fields; absent where it waits for nothing. */
export interface Waits {
  readonly nextDue?: Date;
  readonly work?: Work;
  readonly aside?: Aside;
}

interface Work {
  /** Fencing counter: raised by every claim, never lowered. */
  readonly n?: number;
  /** Not taken up by anybody else before (real clock, milliseconds): a lease, or the pause after a failure. */
  readonly until?: number;
  /** Whose lease it is; absent while it only pauses. */
  readonly by?: string;
  readonly tries?: number;
}

/** Set aside after too many tries in vain. */
interface Aside {
  readonly at: Date;
  readonly tries: number;
  readonly why: string;
  /** When it was due: where it goes back to. */
  readonly nextDue: Date;
}

const work = new Schema(
  {
    n: field.optionalInteger,
    until: field.optionalInteger,
    by: field.optionalText,
    tries: field.optionalInteger,
  },
  field.PART,
);
const aside = new Schema(
  { at: field.instant, tries: field.integerField, why: field.text('why'), nextDue: field.instant },
  field.PART,
);

export const waits = {
  nextDue: field.optionalInstant,
  work: { type: work },
  aside: { type: aside },
} as const;
