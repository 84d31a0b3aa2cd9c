import type { Topic } from './announcement.ts';
import type { Instant } from './instant.ts';
import type { Address } from './operation/operation.ts';
import type { Language } from './person.ts';

/** One thing that a place wants to be told of, until somebody says otherwise. */
export interface Wish {
  readonly topic: Topic;
  /** null: of every customer. */
  readonly customer: string | null;
  readonly person: string;
  readonly since: Instant;
}

/** A place where renewals, ends and deletions are announced. */
export interface NoticeBoard {
  /** Of the place, one for each. */
  readonly id: string;
  readonly address: Address;
  /** Of whoever asked last: everybody there reads the same message. */
  readonly language: Language;
  readonly timeZone: string;
  readonly wishes: readonly Wish[];
  /** Raised with each change of the wishes. */
  readonly rev: number;
  /** The last day whose marks were written down as a delivery. */
  readonly told: Instant;
  /** The day up to which somebody is writing them down just now. */
  readonly telling: Instant | null;
}
