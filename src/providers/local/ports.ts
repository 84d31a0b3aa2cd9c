import type { Stores } from '../../ports/desk.ts';

/** What the local lifecycle service reads and writes, and the rulebook that it goes by. */
export type LocalPorts = Pick<Stores, 'subscriptions' | 'operations' | 'directory' | 'catalogue'> & {
  readonly rulebook: string;
};
