import type { Address } from '../domain/operation/operation.ts';

/** Where a person can be reached alone: taught by each message that they send. */
export interface Addresses {
  remember(person: string, address: Address): Promise<void>;
  of(person: string, channel: Address['channel']): Promise<Address | null>;
}
