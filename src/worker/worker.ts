import { type Delivering, deliver } from '../application/deliver.ts';
import type { DueLine } from '../application/dueRun.ts';
import { takeUp } from '../application/receive.ts';
import { relay } from '../application/relay.ts';
import { runDue } from '../application/runDue.ts';
import { type SetAsides, setAsides } from '../application/setAsides.ts';
import type { Desk } from '../ports/desk.ts';
import type { InboxRow } from '../ports/inbox.ts';
import { type Announcing, announcingChores } from './announcing.ts';

export interface WorkerOptions {
  /** Cards to keep true, on the channels that this process has. */
  readonly delivering?: Omit<Delivering, 'patience'>;
  readonly announcing?: Announcing;
  /** Answers what a crash left in the inbox. */
  readonly answer?: (row: InboxRow) => Promise<void>;
  /** Told of each thing done. */
  readonly onDone?: (line: DueLine) => void;
  /** Told at each look what is set aside. */
  readonly onAside?: (asides: SetAsides) => void;
  /** Between two looks (milliseconds, default 1000). */
  readonly every?: number;
}

export interface Worker {
  /** Finishes the work in hand; nothing new is begun. */
  stop(): Promise<void>;
}

const EVERY = 1_000;
const LONGEST = 30_000;

/** The one loop: due work, outboxes, cards, unanswered messages. Timers only; all rules are in application/. */
export function startWorker(desk: Desk, options: WorkerOptions = {}): Worker {
  const stopping = new AbortController();
  const running = loop(desk, options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function loop(desk: Desk, options: WorkerOptions, stopping: AbortSignal): Promise<void> {
  const chores = choresOf(desk, options);
  const every = options.every ?? EVERY;
  let failures = 0;
  while (!stopping.aborted) {
    failures = (await runAll(desk, chores, stopping)) ? 0 : failures + 1;
    await desk.machine.sleep(Math.min(every * 2 ** failures, LONGEST), stopping);
  }
}

interface Chore {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

function choresOf(desk: Desk, options: WorkerOptions): readonly Chore[] {
  const { delivering, announcing, answer, onDone, onAside } = options;
  const patience: Delivering['patience'] = new Map();
  const chores: (Chore | null)[] = [
    { name: 'due', run: () => doDue(desk, onDone) },
    onAside ? { name: 'aside', run: async () => onAside(await setAsides(desk)) } : null,
    { name: 'relay', run: () => relay(desk) },
    ...announcingChores(desk, announcing),
    delivering ? { name: 'deliver', run: () => deliver(desk, { ...delivering, patience }) } : null,
    answer ? { name: 'inbox', run: () => takeUp(desk, answer) } : null,
  ];
  return chores.filter((chore) => chore !== null);
}

async function doDue(desk: Desk, onDone: WorkerOptions['onDone']): Promise<void> {
  const { done } = await runDue(desk);
  for (const line of done) onDone?.(line);
}

/** True when all went well; an outage of the database fails them all and slows the loop down. */
async function runAll(desk: Desk, chores: readonly Chore[], stopping: AbortSignal): Promise<boolean> {
  let well = true;
  for (const { name, run } of chores) {
    if (stopping.aborted) return well;
    await run().catch((error: unknown) => {
      well = false;
      desk.logger.warn({ chore: name, err: error }, 'the worker will try again');
    });
  }
  return well;
}
