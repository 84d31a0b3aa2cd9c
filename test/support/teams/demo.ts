import { createServer } from 'node:http';
import { teamsChannel } from '../../../src/channels/teams/adapter.ts';
import { silentLogger } from '../../../src/runtime/logger.ts';
import { openPlayground, type PlaygroundClient } from '../playground.ts';
import { close, listen } from './connector.ts';
import { SPEAKERS, type TeamsDesk, teamsDesk } from './desk.ts';

export interface TeamsDemo {
  readonly desk: TeamsDesk;
  readonly playground: PlaygroundClient;
  stop(): Promise<void>;
}

/** A desk behind the Teams channel as the demo runs it, with Microsoft's playground in front. */
export async function teamsDemo(): Promise<TeamsDemo> {
  const desk = await teamsDesk();
  const parts = { conversation: desk.conversation, logger: silentLogger(), machine: desk.machine };
  const channel = teamsChannel({ mode: 'demo' }, parts);
  const [route] = channel.routes;
  const server = createServer((request, response) => void route?.handle(request, response));
  const people = Object.values(SPEAKERS).flatMap(({ name, identities }) =>
    identities.flatMap((account) => (account.channel === 'teams' ? [{ ...account, name }] : [])),
  );
  const playground = await openPlayground(`http://127.0.0.1:${await listen(server)}/api/messages`, people);
  return {
    desk,
    playground,
    stop: async () => {
      await playground.stop();
      await channel.stop();
      await close(server);
      await desk.close();
    },
  };
}
