import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_PEOPLE } from '../../../src/cli/sample/people.ts';
import type { Case } from '../case.ts';
import { openWindow, startAndWait, startDemo } from '../demo.ts';
import { compare } from '../measure.ts';
import { costRow } from '../table.ts';

/** The three SDKs loaded, and a server that answers: nothing that has Teams, Slack and MongoDB starts sooner. */
const BARE = `
import { createServer } from 'node:http';
import 'botbuilder';
import '@slack/bolt';
import 'mongoose';
const server = createServer((request, response) => response.end('ready'));
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'));
`;

export const startCase: Case = {
  name: 'demo start',
  against: 'a node process that imports botbuilder, Bolt and mongoose and answers its first request',
  async run({ starts }) {
    const rounds: { readonly fresh: Start; readonly again: Start; readonly bare: number }[] = [];
    for (let round = 0; round < starts; round += 1) {
      const dataDir = await mkdtemp(join(tmpdir(), 'subdesk-bench-'));
      const bare = await startBare();
      rounds.push({ fresh: await start(dataDir), again: await start(dataDir), bare });
      await rm(dataDir, { recursive: true, force: true });
    }
    const row = (name: string, pick: (round: (typeof rounds)[number]) => number) =>
      costRow(name, compare(rounds.map((round) => [pick(round), round.bare])));
    return [
      row('demo start, fresh: ready after', ({ fresh }) => fresh.ready),
      row('demo start, fresh: first answer after', ({ fresh }) => fresh.answered),
      row('demo start, with data: ready after', ({ again }) => again.ready),
      row('demo start, with data: first answer after', ({ again }) => again.answered),
    ];
  },
};

interface Start {
  readonly ready: number;
  readonly answered: number;
}

async function start(dataDir: string): Promise<Start> {
  const began = performance.now();
  const demo = await startDemo(dataDir);
  await openWindow(demo.client, SAMPLE_PEOPLE[0]?.id ?? '').say('show contoso e3');
  const answered = performance.now() - began;
  await demo.stop();
  return { ready: demo.ready, answered };
}

async function startBare(): Promise<number> {
  const bare = await startAndWait(['--input-type=module', '-e', BARE], {});
  await bare.stop();
  return bare.ready;
}
