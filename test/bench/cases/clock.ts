import { relay } from '../../../src/application/relay.ts';
import { runDue } from '../../../src/application/runDue.ts';
import { type Instant, plus } from '../../../src/domain/instant.ts';
import type { Desk } from '../../../src/ports/desk.ts';
import { systemMachine } from '../../../src/runtime/systemClock.ts';
import { connectStorage } from '../../../src/storage/connect.ts';
import { deskOver, POLICY } from '../../support/desk.ts';
import type { Case } from '../case.ts';
import { type Bare, openBare } from '../clock/bare.ts';
import { DUE_AT, dueOf, seed } from '../clock/seed.ts';
import { compare, interleaved, type Round } from '../measure.ts';
import { type Program, startProgram } from '../program.ts';
import { costRow, type Row, rateRow } from '../table.ts';

const SMALL = 10_000;
const LARGE = 1_000_000;

export const clockCase: Case = {
  name: 'clock',
  against:
    'the bare driver in as many loops: the same finds, the same claims, the same renewals, as the product was seen to send them',
  async run({ rounds, million }) {
    const small = await measureDesk(SMALL, rounds);
    const large = million ? await measureDesk(LARGE, rounds) : null;
    return [...small.rows, ...(large?.rows ?? []), ...(large ? [growth(small, large)] : [])];
  },
};

interface Measured {
  readonly rows: readonly Row[];
  /** Milliseconds a row, one worker. */
  readonly cost: number;
}

/** 1 % of so many subscriptions renews every month. */
async function measureDesk(size: number, rounds: number): Promise<Measured> {
  const database = await startProgram('database', {});
  const uri = database.facts['uri'] ?? '';
  const ours = await openDesks(uri.replace(/\/[^/?]*(\?|$)/, '/ours$1'), size);
  const bare = await openBare(uri.replace(/\/[^/?]*(\?|$)/, '/bare$1'), size);
  const before = process.memoryUsage().heapUsed;
  const one = await compareWith(1, rounds, ours, bare);
  const four = await compareWith(4, rounds, ours, bare);
  const heap = compare([[process.memoryUsage().heapUsed / 1e6, before / 1e6]]);
  await ours.close();
  await bare.close();
  await (database satisfies Program).stop();
  const of = `of ${size.toLocaleString('en')}`;
  return {
    rows: [
      rateRow(`clock ${of}: renewals by 1 worker`, one),
      rateRow(`clock ${of}: renewals by 4 workers`, four),
      costRow(`clock ${of}: heap in use, after | before`, heap, 'MB'),
    ],
    cost: one?.product ?? Number.NaN,
  };
}

function growth(small: Measured, large: Measured): Row {
  return costRow('clock: a renewal of 1,000,000 | of 10,000', compare([[large.cost, small.cost]]));
}

interface Desks {
  readonly size: number;
  readonly desks: readonly Desk[];
  /** A month later, and with empty outboxes: as beside a relay that keeps up. */
  month(): Promise<void>;
  close(): Promise<void>;
}

async function openDesks(uri: string, size: number): Promise<Desks> {
  const machine = systemMachine();
  const storages = await Promise.all([1, 2, 3, 4].map(() => connectStorage({ uri, machine })));
  await storages[0]?.ensureIndexes();
  await seed(uri, size);
  let now: Instant = DUE_AT;
  const desks = storages.map(({ stores }) =>
    deskOver(stores, { clock: { now: () => now }, machine, policy: POLICY }),
  );
  return {
    size,
    desks,
    month: async () => {
      now = plus(now, { months: 1 });
      const [first] = desks;
      if (first) await relay(first);
    },
    close: async () => void (await Promise.all(storages.map((storage) => storage.close()))),
  };
}

async function compareWith(workers: number, rounds: number, ours: Desks, bare: Bare) {
  const [measured] = await interleaved(rounds, ourRound(workers, ours), bareRound(workers, bare, ours.size));
  return measured;
}

/** Milliseconds a renewal. */
function ourRound(workers: number, { desks, size, month }: Desks): Round {
  return async () => {
    const began = performance.now();
    const runs = await Promise.all(desks.slice(0, workers).map((desk) => runDue(desk)));
    const took = performance.now() - began;
    const done = runs.reduce((sum, run) => sum + run.done.length, 0);
    if (done !== dueOf(size)) throw new Error(`${done} of ${dueOf(size)} were renewed`);
    await month();
    return [took / done];
  };
}

function bareRound(workers: number, bare: Bare, size: number): Round {
  return async () => {
    const began = performance.now();
    const done = await bare.renewAll(workers);
    const took = performance.now() - began;
    await bare.month();
    if (done !== dueOf(size)) throw new Error(`the floor renewed ${done} of ${dueOf(size)}`);
    return [took / done];
  };
}
