import type { Instant } from '../domain/instant.ts';

/** Due work that was tried in vain too often: out of the way until somebody puts it back. */
export interface SetAside {
  readonly id: string;
  readonly since: Instant;
  readonly tries: number;
  /** The last failure, in the words of whoever failed. */
  readonly why: string;
}

/** What a row that waits remembers of failures, so that one that fails every time does not stop the rest. */
export interface Setbacks {
  /** One more try in vain; gives a lease back. How many there were since something last succeeded. */
  failed(id: string): Promise<number>;
  /** Nobody takes it up before that moment (real clock, milliseconds). */
  postpone(id: string, until: number): Promise<void>;
  /** It waits for nothing any more, but remembers when it was due. */
  setAside(id: string, at: Instant, why: string): Promise<void>;
  /** Longest first. */
  aside(limit: number): Promise<readonly SetAside[]>;
  /** Due again as before; false when it was not set aside. */
  putBack(id: string): Promise<boolean>;
}
