import type { Conversation } from '../../conversation/inbound.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Machine } from '../../ports/machine.ts';
import type { Outbound } from '../channel.ts';
import type { Connection } from './connection.ts';

/** What every turn of this channel needs. */
export interface TurnParts {
  readonly conversation: Conversation;
  readonly logger: Logger;
  readonly machine: Machine;
  readonly connection: Connection;
  readonly outbound: Outbound;
  /** False for a client that never fires a card's refresh (the playground). */
  readonly refreshes: boolean;
  /** Work that goes on after the answer; `stop` waits for it. */
  readonly later: (work: Promise<unknown>) => void;
}
