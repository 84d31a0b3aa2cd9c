import { readFileSync } from 'node:fs';
import { SAMPLE_PEOPLE, SAMPLE_TENANT } from '../../../src/cli/sample/people.ts';
import { identityServer, TENANT } from '../../support/teams/identity.ts';
import type { Case } from '../case.ts';
import { type Client, openClient } from '../client.ts';
import { interleaved, median, type Round } from '../measure.ts';
import { type Program, startProgram } from '../program.ts';
import { costRow } from '../table.ts';

const SERVICE_URL = 'http://127.0.0.1:9/';
const PATH = '/api/messages';

export const teamsInvokeCase: Case = {
  name: 'Teams invoke',
  against:
    'bare botbuilder CloudAdapter over node:http, the same token checked, answering the bytes of the same card from memory',
  async run({ rounds, turns }) {
    const identity = await identityServer({ serviceUrl: SERVICE_URL, now: Date.now() });
    const { openIdMetadataUrl } = identity;
    const database = await startProgram('database', {});
    const desk = await startProgram('teamsDesk', { ...database.facts, openIdMetadataUrl });
    const activity = refreshOf(desk.facts['operation'] ?? '');
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${identity.sign()}` };
    const ask = (client: Client) => client.post(PATH, activity, headers);
    const [ours, body] = await answering(desk, ask);
    const bare = await startProgram('teamsBare', { openIdMetadataUrl, body });
    const [theirs, same] = await answering(bare, ask);
    if (same !== body) throw new Error('the floor answers something else');
    const measured = await interleaved(
      rounds,
      roundOf(desk, turns, () => ask(ours)),
      roundOf(bare, turns, () => ask(theirs)),
    );
    for (const client of [ours, theirs]) client.close();
    for (const program of [bare, desk, database]) await program.stop();
    await identity.close();
    return [
      costRow('Teams invoke, refresh of a prompt: answered after', measured[0]),
      costRow('Teams invoke, refresh of a prompt: processor time', measured[1]),
    ];
  },
};

async function answering(
  { facts }: Program,
  ask: (client: Client) => Promise<string>,
): Promise<readonly [Client, string]> {
  const client = openClient(facts['port'] ?? '');
  return [client, await ask(client)];
}

/** The median time of a turn, one at a time, and its processor time in the server. */
function roundOf(program: Program, turns: number, ask: () => Promise<string>): Round {
  return async () => {
    const before = await program.cpu();
    const took: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const began = performance.now();
      await ask();
      took.push(performance.now() - began);
    }
    return [median(took), ((await program.cpu()) - before) / turns];
  };
}

/** What Teams sends when somebody opens a chat with the card in it; it changes nothing, so it may come again and again. */
function refreshOf(operation: string): string {
  const user = SAMPLE_PEOPLE[0]?.identities.find(({ channel }) => channel === 'teams')?.user ?? '';
  const fixture = readFileSync('test/fixtures/teams/execute-refresh.json', 'utf8')
    .replaceAll(TENANT, SAMPLE_TENANT)
    .replaceAll('00000000-0000-0000-0000-00000000a001', user)
    .replaceAll('OP-7F3K', operation);
  return JSON.stringify({ ...JSON.parse(fixture), serviceUrl: SERVICE_URL });
}
