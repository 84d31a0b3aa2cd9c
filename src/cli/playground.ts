import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from './io.ts';
import { SAMPLE_PEOPLE } from './sample/people.ts';

/** Somebody who can be in the playground's Teams: their account as the directory knows it. */
export interface PlaygroundPerson {
  readonly name: string;
  readonly tenant: string;
  /** The AAD object id. */
  readonly user: string;
}

export interface PlaygroundOptions {
  /** The bot's POST /api/messages, unauthenticated and on loopback. */
  readonly endpoint: string;
  /** Who sits at the keyboard comes first. */
  readonly people: readonly PlaygroundPerson[];
  /** A taken one silently becomes another: read `url`. */
  readonly port: number;
}

export interface Playground {
  readonly url: string;
  stop(): Promise<void>;
}

/** Its own default. */
const PORT = 56150;
/** It insists on five colleagues. */
const COLLEAGUES = 5;
const READY = /Listening on (\d+)/;

/** For the demo: the sample people in front of the bot on this port; says where it is, or why there is none. */
export async function startPlayground(io: Io, botPort: number): Promise<Playground | null> {
  const people = SAMPLE_PEOPLE.flatMap(({ name, identities }) =>
    identities.flatMap((identity) => (identity.channel === 'teams' ? [{ ...identity, name }] : [])),
  );
  const endpoint = `http://127.0.0.1:${botPort}/api/messages`;
  const playground = await runPlayground({ endpoint, people, port: PORT });
  if (playground === 'not-installed') {
    io.stderr('subdesk: the M365 Agents Playground is a development dependency; npm ci installs it');
    return null;
  }
  io.stdout(
    `  Teams     ${playground.url}   (Microsoft's M365 Agents Playground; you are ${people[0]?.name})`,
  );
  return playground;
}

/** Microsoft's M365 Agents Playground as a child process; 'not-installed' in a production install (its licence is for evaluation). */
export async function runPlayground(options: PlaygroundOptions): Promise<Playground | 'not-installed'> {
  const program = programPath();
  if (program === null) return 'not-installed';
  const folder = mkdtempSync(join(tmpdir(), 'subdesk-playground-'));
  writeFileSync(join(folder, '.m365agentsplayground.yml'), playgroundConfig(options.people));
  const child = spawn(
    process.execPath,
    [program, '-e', options.endpoint, '-c', 'msteams', '-p', String(options.port), '--dt'],
    { cwd: folder, env: QUIET, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const port = await portOf(child.stdout, ended);
  if (port !== null) return { url: `http://localhost:${port}`, stop };
  await stop();
  throw new Error('the playground did not start');
}

/** No statistics home, no browser window; nothing of our own environment. */
const QUIET = { APPLICATION_INSIGHTS_NO_STATSBEAT: 'true', TEAMSAPPTESTER_BROWSER: 'none' };

function programPath(): string | null {
  try {
    return createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  } catch {
    return null;
  }
}

async function portOf(output: NodeJS.ReadableStream, ended: Promise<void>): Promise<number | null> {
  const found = new Promise<number>((resolve) => {
    let text = '';
    output.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString('utf8')).slice(-1_000);
      const match = READY.exec(text);
      if (match !== null) resolve(Number(match[1]));
    });
  });
  return Promise.race([found, ended.then(() => null)]);
}

/** The playground's own settings file; every value is written as JSON, which is YAML. */
export function playgroundConfig(people: readonly PlaygroundPerson[]): string {
  const [current, ...others] = [...people, ...STRANGERS].slice(0, COLLEAGUES + 1).map(toUser);
  const settings = {
    version: '0.1.1',
    tenantId: people[0]?.tenant ?? 'demo',
    bot: { id: 'subdesk', name: 'Subdesk' },
    currentUser: current,
    users: others,
    personalChat: { id: 'personal-chat' },
    groupChat: { id: 'group-chat', name: 'Support and sales' },
    team: {
      id: 'team',
      name: 'Partner desk',
      aadGroupId: '00000000-0000-0000-0000-000000000031',
      channels: [{ id: 'channel-renewals', name: 'Renewals' }],
    },
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

function toUser(person: PlaygroundPerson, index: number) {
  const [givenName = person.name, surname = ''] = person.name.split(' ', 2);
  const address = `user${index}@partner.example`;
  return {
    id: `user-${index}`,
    name: person.name,
    userPrincipleName: address,
    aadObjectId: person.user,
    givenName,
    surname: surname === '' ? givenName : surname,
    email: address,
  };
}

/** Fill the seats: nobody of the directory, so without a role. */
const STRANGERS: readonly PlaygroundPerson[] = ['Alva', 'Bo', 'Cleo', 'Dag', 'Eli', 'Finn'].map((name) => ({
  name: `${name} Guest`,
  tenant: '',
  user: `playground-${name.toLowerCase()}`,
}));
