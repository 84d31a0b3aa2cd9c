import type { Instant } from '../domain/instant.ts';

/** The memory of a reply's buttons where nothing is asked to be confirmed (F-80): forgotten after 24 h. */
export interface Draft {
  readonly id: string;
  /** Only the person shown a choice may choose (F-89); null: anyone. */
  readonly person: string | null;
  readonly at: Instant;
  readonly expiresAt: Instant;
  /** What the buttons need: written and read by conversation/ alone. */
  readonly memory: Readonly<Record<string, unknown>>;
}

export interface Drafts {
  put(draft: Draft): Promise<void>;
  /** The same for an id that is written again and again. */
  putAgain(draft: Draft): Promise<void>;
  get(id: string): Promise<Draft | null>;
  /** Removes what expired at or before. */
  forget(at: Instant): Promise<number>;
}
