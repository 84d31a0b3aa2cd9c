import type { Case } from '../case.ts';
import type { Desk } from '../database/desk.ts';
import { eventLoopRows } from '../database/eventLoop.ts';
import { OPERATIONS, type Operation } from '../database/operations.ts';
import { otherServer } from '../database/other.ts';
import { openPair, type Pair } from '../database/pair.ts';
import { besideEach, flatRows, words } from '../database/rows.ts';
import { inTurn } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { type Row, rateRow } from '../table.ts';

type Counter = () => number;

export const databaseCase: Case = {
  name: 'database',
  against:
    'the server that SUBDESK_TEST_MONGODB_URI names, else DocumentDB (both acknowledge what is on disk), asked the same through src/storage; where the name holds a | b, both are the embedded database',
  async run(plan) {
    const other = await otherServer();
    const pairs: Pair[] = [];
    try {
      for (const documents of plan.documents) {
        tell(`${words(documents)} documents`);
        pairs.push(await openPair(documents, other));
      }
      return await measured(plan, pairs);
    } finally {
      for (const pair of pairs) await pair.close();
      await other?.stop();
    }
  },
};

async function measured(plan: Plan, pairs: readonly Pair[]): Promise<Row[]> {
  let last = 0;
  const turn = () => {
    last += 1;
    return last;
  };
  const reopening = pairs.map((pair) => pair.reopen);
  const opened = await inTurn(plan.starts, reopening);
  const rows = [];
  for (const operation of OPERATIONS) rows.push(...(await operationRows(plan, operation, pairs, turn)));
  const memory = await Promise.all(pairs.map(async ({ embedded }) => [await embedded.ask('memory')]));
  rows.push(...flatRows('own memory after all that', 'MB', pairs, memory));
  rows.push(...flatRows('opened on existing data', 'ms', pairs, opened));
  tell('event loop');
  for (const largest of pairs.slice(-1)) rows.push(...(await eventLoopRows(plan.rounds, largest, turn)));
  return rows;
}

/** One operation on every database in turn: beside the other server at each size, and each size beside the smallest. */
async function operationRows(plan: Plan, operation: Operation, pairs: readonly Pair[], turn: Counter) {
  tell(operation.name);
  const sideOf = (desk: Desk | null) => async () =>
    desk === null ? Number.NaN : timeOf(operation, desk, plan.milliseconds, turn);
  const sides = pairs.flatMap(({ ours, theirs }) => [sideOf(ours), sideOf(theirs)]);
  const costs = await inTurn(plan.rounds, sides);
  const own = costs.filter((_, side) => side % 2 === 0);
  const others = costs.filter((_, side) => side % 2 === 1);
  const beside = pairs.map(({ documents }, size) =>
    rateRow(`${operation.name}: ${words(documents)}`, besideEach(own[size], others[size])),
  );
  const rows = [...beside, ...flatRows(operation.name, '/s', pairs, own)];
  // Said at once: what comes after may take minutes, or fail.
  tell(rows.map(({ ratio }) => `${ratio.toFixed(2)}×`).join(', '));
  return rows;
}

/** Milliseconds for each, of as many as are done in so many milliseconds. */
async function timeOf({ clients, run, undo }: Operation, desk: Desk, milliseconds: number, turn: Counter) {
  const began = performance.now();
  let done = 0;
  const client = async () => {
    while (performance.now() - began < milliseconds) {
      await run(desk, turn());
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = performance.now() - began;
  await undo?.(desk);
  return took / done;
}

function tell(what: string): void {
  process.stderr.write(`  ${what} …\n`);
}
