import type { Topic } from '../domain/announcement.ts';
import type { Instant } from '../domain/instant.ts';
import type { Address } from '../domain/operation/operation.ts';
import type { Language } from '../domain/person.ts';

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

export interface NoticeBoards {
  get(id: string): Promise<NoticeBoard | null>;
  /** There are as many as a partner has channels. */
  all(): Promise<readonly NoticeBoard[]>;
  /** False when there is one already. */
  insert(board: NoticeBoard): Promise<boolean>;
  /** Wishes, address, language and zone; false when somebody changed them since. */
  change(board: NoticeBoard): Promise<boolean>;
  /** Without `rev`: whatever it wishes by now. False: it was changed since, or is gone. */
  remove(id: string, rev?: number): Promise<boolean>;
  /** Those whose next day has begun, oldest first. */
  due(now: Instant, limit: number): Promise<readonly NoticeBoard[]>;
  /** Fixes the day up to which is told next, before anything is written down; false: somebody else did. */
  begin(id: string, told: Instant, until: Instant): Promise<boolean>;
  /** It is written down; due again the day after. */
  finish(id: string, until: Instant): Promise<void>;
}
