import type { Address } from '../domain/operation/operation.ts';

/** A message to be posted once to a place (an announcement, a receipt by another route). */
export interface Delivery {
  /** "<place>×<event or day>": made once. */
  readonly id: string;
  readonly address: Address;
  /** What to say: conversation/ writes and reads it. */
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Deliveries {
  insert(delivery: Delivery, machineNow: number): Promise<void>;
  /** One that is due on a channel of this process; its lease runs on the real clock. */
  claim(
    channels: readonly Address['channel'][],
    machineNow: number,
    until: number,
  ): Promise<(Delivery & { readonly tries: number }) | null>;
  /** The others that are due and whose id begins so, with theirs: what waits for one place goes in one message. */
  claimBeside(
    prefix: string,
    machineNow: number,
    until: number,
    limit: number,
  ): Promise<readonly (Delivery & { readonly tries: number })[]>;
  done(id: string): Promise<void>;
  /** Again not before that moment (Retry-After). */
  postpone(id: string, until: number): Promise<void>;
  /** Set aside after bounded tries. */
  giveUp(id: string, why: string): Promise<void>;
}
