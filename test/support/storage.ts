import { randomUUID } from 'node:crypto';
import type { Stores } from '../../src/ports/desk.ts';
import type { Machine } from '../../src/ports/machine.ts';
import { connectStorage, type SentCommand } from '../../src/storage/connect.ts';
import { testDatabase } from './database.ts';

/** Real time under the test's hand; a sleep ends in the next turn of the loop. */
export interface HandMachine extends Machine {
  set(milliseconds: number): void;
}

export function handMachine(start: number): HandMachine {
  let now = start;
  return {
    now: () => now,
    sleep: () => new Promise((resolve) => setImmediate(resolve)),
    set: (milliseconds) => {
      now = milliseconds;
    },
  };
}

/** The stores of two processes over one database. */
export interface OpenStores {
  readonly stores: Stores;
  readonly other: Stores;
  readonly machine: HandMachine;
  /** Every command that went to the server. */
  readonly sent: readonly SentCommand[];
  /** Its own part of ids: suites may share the database. */
  readonly prefix: string;
  close(): Promise<void>;
}

export async function openTestStores(): Promise<OpenStores> {
  const { uri, close } = await testDatabase();
  const machine = handMachine(1_000_000);
  const sent: SentCommand[] = [];
  const onCommand = (command: SentCommand) => sent.push(command);
  const one = await connectStorage({ uri, machine, onCommand });
  await one.ready();
  await one.ensureIndexes();
  const two = await connectStorage({ uri, machine, onCommand });
  return {
    stores: one.stores,
    other: two.stores,
    machine,
    sent,
    prefix: randomUUID().slice(0, 8),
    async close() {
      await Promise.all([one.close(), two.close()]);
      await close();
    },
  };
}
