import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createNameIndex, type NameIndex, type NameSource } from '../../../src/conversation/nameIndex.ts';
import { fold } from '../../../src/conversation/normalise.ts';
import { byName } from '../../../src/conversation/resolve.ts';
import { systemMachine } from '../../../src/runtime/systemClock.ts';
import { storeOf, trials } from '../../support/names/accuracy.ts';
import { aNameDesk, type NameDesk } from '../../support/names/desk.ts';
import type { Case } from '../case.ts';
import { compare, cpuMilliseconds, interleaved, type Round } from '../measure.ts';
import { costRow, type Row } from '../table.ts';

const SUBSCRIPTIONS = 100_000;
const SEED = 7;
const QUERIES = 700;
const WANTED = { deletedToo: false, most: 12 };

export const resolveCase: Case = {
  name: 'resolve',
  against:
    'an exact look-up: a Map from the folded words, typed just so, to the id, over the same 100,000 subscriptions of 10,000 customers',
  async run({ rounds }) {
    const desk = aNameDesk(SUBSCRIPTIONS, SEED);
    const { done: asked } = trials(desk, storeOf(desk), QUERIES, SEED);
    const meant = asked.map((one) => one.meant);
    const typed = asked.map((one) => one.typed);
    const { index, map, rows } = await built(desk);
    for (const words of meant) map.set(fold(words), words);
    const lookUp = (words: string) => map.get(fold(words));
    const resolve = (words: string) => byName(index, words, WANTED);
    const [p50, p99, cpu] = await interleaved(rounds, timesOf(meant, resolve), timesOf(meant, lookUp));
    const [near50, near99, nearCpu] = await interleaved(
      rounds,
      timesOf(typed, resolve),
      timesOf(typed, lookUp),
    );
    return [
      costRow('resolve a name: p50', p50),
      costRow('resolve a name: p99', p99),
      costRow('resolve a name: p99, processor time', cpu),
      costRow('resolve with a typing error: p50', near50),
      costRow('resolve with a typing error: p99', near99),
      costRow('resolve with a typing error: p99, processor time', nearCpu),
      ...rows,
    ];
  },
};

/** Milliseconds of the middle call and of the one of a hundred that takes longest; the latter of the processor too, for a busy machine interrupts. */
function timesOf(queries: readonly string[], call: (words: string) => unknown): Round {
  const eachBy = (clock: () => number) =>
    queries.map((words) => {
      const began = clock();
      call(words);
      return clock() - began;
    });
  return () => {
    const times = eachBy(() => performance.now());
    return [share(times, 0.5), share(times, 0.99), share(eachBy(cpuMilliseconds), 0.99)];
  };
}

function share(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? Number.NaN;
}

interface Built {
  readonly index: NameIndex;
  readonly map: Map<string, string>;
  readonly rows: readonly Row[];
}

/** The index built in slices from rows in memory, and the Map built at once. */
async function built(desk: NameDesk): Promise<Built> {
  const before = heapInUse();
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const index = createNameIndex(sourceOf(desk));
  delays.enable();
  const took = await timed(() => index.refresh());
  delays.disable();
  const ours = (heapInUse() - before) / SUBSCRIPTIONS;
  const beforeMap = heapInUse();
  const map = new Map<string, string>();
  const atOnce = await timed(() => fillMap(map, desk));
  const theirs = (heapInUse() - beforeMap) / map.size;
  const row = (name: string, product: number, floor: number, unit?: string) =>
    costRow(name, compare([[product, floor]]), unit);
  return {
    index,
    map,
    rows: [
      row('resolve, first time: index built in', took, atOnce),
      row('resolve, first time: longest pause of the event loop', delays.max / 1e6, atOnce),
      row('resolve: memory for each subscription', ours, theirs, 'B'),
    ],
  };
}

function fillMap(map: Map<string, string>, { customers, subscriptions }: NameDesk): void {
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  for (const { id, customerId, offerName } of subscriptions) {
    map.set(fold(`${names.get(customerId)} ${offerName}`), id);
  }
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Strings come new from every read, as they do from a database: what the desk holds is not counted as shared. */
function sourceOf({ customers, subscriptions }: NameDesk): NameSource {
  return {
    machine: systemMachine(),
    directory: {
      async *allCustomers() {
        for (const one of customers) yield copyOf(one);
      },
      customersChangedSince: async () => [],
    },
    subscriptions: {
      async *names() {
        for (const one of subscriptions) yield copyOf(one);
      },
      changedSince: async () => [],
    },
  };
}

function copyOf<T>(row: T): T {
  return JSON.parse(JSON.stringify(row)) as T;
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
