import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SAMPLE_PEOPLE } from '../../../src/cli/sample/people.ts';
import type { Case } from '../case.ts';
import type { Client } from '../client.ts';
import { openWindow, startDemo, type Window } from '../demo.ts';
import { compare } from '../measure.ts';
import { costRow, type Row } from '../table.ts';

/** So long nobody speaks before a look. */
const QUIET_MILLISECONDS = 1_000;
const WINDOWS = 4;
/** What one window says again and again; each prompt is kept before the next, which is a turn too. */
const SENTENCES = ['help', 'who am i', 'list contoso', 'show contoso visio', 'find fabrikam'];
const ORDER = 'pause contoso e3 for non-payment';

export const memoryCase: Case = {
  name: 'demo memory',
  against: 'the same process before those turns: flat is 1.00×',
  async run({ memoryTurns }) {
    const dataDir = await mkdtemp(join(tmpdir(), 'subdesk-bench-'));
    const demo = await startDemo(dataDir);
    const windows = SAMPLE_PEOPLE.slice(0, WINDOWS).map(({ id }) => openWindow(demo.client, id));
    await speak(windows, windows.length);
    const idle = await look(demo.client);
    await speak(windows, memoryTurns / 2);
    const half = await look(demo.client);
    await speak(windows, memoryTurns / 2);
    const whole = await look(demo.client);
    await demo.stop();
    await rm(dataDir, { recursive: true, force: true });
    const turns = memoryTurns.toLocaleString('en');
    const halfOfThem = (memoryTurns / 2).toLocaleString('en');
    return [
      row(`demo memory: resident, after ${turns} turns | idle`, whole.resident, idle.resident),
      row(`demo memory: resident, after ${turns} | after ${halfOfThem}`, whole.resident, half.resident),
      row(`demo memory: heap in use, after ${turns} | after ${halfOfThem}`, whole.heap, half.heap),
    ];
  },
};

interface Look {
  readonly resident: number;
  readonly heap: number;
}

function row(name: string, after: number, before: number): Row {
  return costRow(name, compare([[after, before]]), 'MB');
}

/** The windows speak at the same time, so many turns in all. */
async function speak(windows: readonly Window[], turns: number): Promise<void> {
  let left = turns;
  const talk = async (window: Window): Promise<void> => {
    for (let index = 0; left > 0; index += 1) {
      const sentence = SENTENCES[index % (SENTENCES.length + 1)];
      left -= sentence === undefined ? 2 : 1;
      if (sentence === undefined) await orderAndKeep(window);
      else await window.say(sentence);
    }
  };
  await Promise.all(windows.map(talk));
}

async function orderAndKeep(window: Window): Promise<void> {
  const { operation } = await window.say(ORDER);
  await window.click('keep', operation ?? 'OP-NONE');
}

/** What the process itself says on /metrics, in MB. */
async function look(client: Client): Promise<Look> {
  await sleep(QUIET_MILLISECONDS);
  const metrics = await client.get('/metrics');
  const megabytes = (name: string) =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? Number.NaN) / 1_000_000;
  return {
    resident: megabytes('process_resident_memory_bytes'),
    heap: megabytes('nodejs_heap_size_used_bytes'),
  };
}
