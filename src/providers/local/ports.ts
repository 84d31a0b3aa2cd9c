import type { Stores } from '../../ports/desk.ts';
import type { Machine } from '../../ports/machine.ts';

/** What the local lifecycle service reads and writes, the clock of its leases, and the rulebook that it goes by. */
export type LocalPorts = Pick<Stores, 'subscriptions' | 'operations' | 'directory' | 'catalogue'> & {
  readonly machine: Machine;
  readonly rulebook: string;
};
