import { jsonLine } from '../domain/json/write.ts';
import { isClockWork } from '../domain/operation/clockWork.ts';
import type { Operation } from '../domain/operation/operation.ts';
import type { Desk } from '../ports/desk.ts';
import type { Spool } from '../ports/spool.ts';
import {
  directoryLines,
  type ExportLine,
  isAtWork,
  noticesLine,
  operationLine,
  subscriptionLine,
  trailLines,
} from './exportLines.ts';
import { relay } from './relay.ts';

/** A whole desk as lines, or why there is no moment at which it stands still. */
export type Everything =
  | { readonly outcome: 'exported'; readonly lines: AsyncIterable<string> }
  /** References of operations that are queued or running (protocol.md). */
  | { readonly outcome: 'busy'; readonly operations: readonly string[] }
  | { readonly outcome: 'changing' };

/** Longer than a lease: what a crash left is taken over by a worker meanwhile (milliseconds, real clock). */
const PATIENCE = 15_000;
const LOOK_AGAIN = 200;
const ROUNDS = 5;
const NAMED = 20;
const SPOOL = 'everything';

/**
 * Reads the desk into the spool and gives it out only if nothing moved meanwhile: there are no snapshots to read from
 * on plain MongoDB, and an operation without its effect must not reach another database.
 */
export async function exportEverything(desk: Desk, spool: Spool, patience = PATIENCE): Promise<Everything> {
  const until = desk.machine.now() + patience;
  for (let round = 0; round < ROUNDS; round += 1) {
    const busy = await outwaitWork(desk, until);
    if (busy.length > 0) return { outcome: 'busy', operations: busy };
    await spool.empty();
    if (await readStill(desk, spool)) return { outcome: 'exported', lines: spool.lines(SPOOL) };
  }
  return { outcome: 'changing' };
}

async function outwaitWork({ operations, machine }: Desk, until: number): Promise<readonly string[]> {
  for (;;) {
    const found = [
      ...(await operations.inState('running', NAMED)),
      ...(await operations.inState('queued', NAMED)),
    ];
    if (found.length === 0 || machine.now() >= until) return found.map(({ reference }) => reference);
    await machine.sleep(LOOK_AGAIN);
  }
}

/** False when something was changed while it was read. */
async function readStill(desk: Desk, spool: Spool): Promise<boolean> {
  const put = (line: ExportLine) => spool.put(SPOOL, jsonLine(line));
  let changes = 0;
  for await (const line of directoryLines(desk)) await put(line);
  for await (const row of desk.subscriptions.all()) {
    changes += row.version + 1;
    await put(subscriptionLine(row));
  }
  for await (const record of desk.operations.records()) {
    if (isAtWork(record.operation)) return false;
    if (staysBehind(record.operation)) continue;
    changes += record.operation.rev + 1;
    await put(operationLine(record));
  }
  for (const board of await desk.boards.all()) {
    changes += board.rev;
    await put(noticesLine(board));
  }
  // After the rows: what one of them had in its outbox is in the trail when that is read.
  await relay(desk);
  for await (const line of trailLines(desk)) await put(line);
  return changes === (await changesOf(desk));
}

/** A draft is none yet; of what the clock did the effects have all that there is to tell. */
function staysBehind({ state, reference }: Operation): boolean {
  return state === 'draft' || isClockWork(reference);
}

/** Grows with every event of a subscription, every new or changed operation and wish: the same sum, the same desk. */
async function changesOf({ subscriptions, operations, boards }: Desk): Promise<number> {
  let changes = 0;
  for await (const { version } of subscriptions.all()) changes += version + 1;
  for await (const operation of operations.all()) if (!staysBehind(operation)) changes += operation.rev + 1;
  for (const { rev } of await boards.all()) changes += rev;
  return changes;
}
