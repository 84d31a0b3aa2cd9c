import type { Cursors } from './cursors.ts';
import type { Data } from './records.ts';

/** What a command works on. */
export interface Context {
  readonly data: Data;
  readonly cursors: Cursors;
  readonly database: string;
}
