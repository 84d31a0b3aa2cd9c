import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkFiles } from './check.ts';
import { startWriter, type WriterProcess } from './processes.ts';

// One owner, many clients: owners die under load and others take over. More rounds: SUBDESK_TEST_OWNERS=200.

const ROUNDS = Number(process.env['SUBDESK_TEST_OWNERS'] ?? 5);
const PROCESSES = 5;
const WRITERS = 2;
/** The driver looks for a lost server every half second, a thread for the lock every fifth; a loaded machine is no failure. */
const BACK_AT_WORK_MS = 30_000;

let dataDir = '';
let running: WriterProcess[] = [];
let started = 0;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'subdesk-owners-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((each) => each.kill()));
  rmSync(dataDir, { recursive: true, force: true });
});

function start(writers: number): WriterProcess {
  started += 1;
  const process = startWriter({ dataDir, run: `p${started}`, writers });
  running.push(process);
  return process;
}

async function kill(victim: WriterProcess): Promise<void> {
  running = running.filter((each) => each !== victim);
  await victim.kill();
}

/** Of those that live, who says that it owns the files. */
function owners(): WriterProcess[] {
  return running.filter(({ lines }) => lines.includes('owner'));
}

async function soon(what: string, waits: readonly Promise<void>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took too long`)), BACK_AT_WORK_MS);
  });
  await Promise.race([Promise.all(waits), late]).finally(() => clearTimeout(timer));
}

const isOpen = (line: string) => line === 'owner' || line === 'client';
const isWrite = (line: string) => line.startsWith('insert') || line.startsWith('update');

function writes({ lines }: WriterProcess): number {
  return lines.filter(isWrite).length;
}

/** Everybody who lives has written on: that many acknowledgements from now. */
async function expectWork(): Promise<void> {
  await soon(
    'work after a takeover',
    running.map((each) => each.until(isWrite, writes(each) + 2)),
  );
}

/** Gives the killed one, and the milliseconds until all the others were back at work. */
async function killTheOwner(): Promise<{ victim: WriterProcess; pause: number }> {
  const [victim, ...others] = owners();
  if (victim === undefined || others.length > 0) throw new Error(`${owners().length} owners`);
  const spare = start(WRITERS);
  await spare.until((line) => line === 'ready');
  const killed = performance.now();
  const died = kill(victim);
  // It comes into the race as everybody else does.
  spare.go();
  await died;
  await soon('a new owner', [Promise.any(running.map((each) => each.until((line) => line === 'owner')))]);
  await expectWork();
  return { victim, pause: performance.now() - killed };
}

test(
  `of ${PROCESSES} processes one owns the files; when it is killed another one does, and nothing acknowledged is lost (${ROUNDS} rounds)`,
  async () => {
    for (let i = 0; i < PROCESSES; i += 1) start(WRITERS).go();
    await soon(
      'the start',
      running.map((each) => each.until(isOpen)),
    );
    const begun = performance.now();
    const dead: WriterProcess[] = [];
    const pauses: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      await expectWork();
      const { victim, pause } = await killTheOwner();
      dead.push(victim);
      pauses.push(pause);
      expect({ round, owners: owners().length, living: running.length }).toEqual({
        round,
        owners: 1,
        living: PROCESSES,
      });
      if (round % 20 === 0 || round === ROUNDS) report(round, performance.now() - begun, pauses);
    }
    const all = [...dead, ...running];
    await Promise.all([...running].map(kill));
    await expectNothingLost(all);
  },
  60_000 + ROUNDS * 20_000,
);

function report(round: number, lasted: number, pauses: readonly number[]): void {
  const sorted = pauses.map(Math.round).sort((a, b) => a - b);
  process.stdout.write(
    `owners: ${round} killed in ${Math.round(lasted / 1000)} s; all ${PROCESSES} back at work after ` +
      `${sorted[Math.floor(sorted.length / 2)]} ms (median), ${sorted.at(-1)} ms (worst)\n`,
  );
}

async function expectNothingLost(processes: readonly WriterProcess[]): Promise<void> {
  const found = await checkFiles<{ _id: string; state: string }>(dataDir, 'things');
  const states = new Map(found.documents.map(({ _id, state }) => [_id, state]));
  const acknowledged = processes.flatMap(({ lines }) => lines.filter(isWrite));
  const lost = acknowledged.filter((line) => {
    const [what, id = ''] = line.split(' ');
    return what === 'update' ? states.get(id) !== 'done' : !states.has(id);
  });
  expect({ lost, wrongIndexes: found.wrongIndexes }).toEqual({ lost: [], wrongIndexes: [] });
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * PROCESSES * 2);
  process.stdout.write(`owners: ${acknowledged.length} writes acknowledged, none lost\n`);
}

test(
  `when three start at the same instant, one owns (${ROUNDS} times)`,
  async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const three = [start(0), start(0), start(0)];
      await Promise.all(three.map((each) => each.until((line) => line === 'ready')));
      for (const each of three) each.go();
      await soon(
        'a start',
        three.map((each) => each.until(isOpen)),
      );
      expect({ round, owners: owners().length }).toEqual({ round, owners: 1 });
      await Promise.all(three.map(kill));
    }
  },
  60_000 + ROUNDS * 10_000,
);
