import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS } from '../commands/index.ts';
import type { Io } from './io.ts';
import { slackManifest } from './manifest/slack.ts';
import { teamsPackage } from './manifest/teams.ts';
import { configured } from './open.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'manifest',
  does: 'Writes the Teams app package (zip) and the Slack manifest.',
  options: {
    host: { type: 'string', does: 'the public host name (default: PUBLIC_URL)' },
    'app-id': { type: 'string', does: 'the Teams bot’s application id (default: MICROSOFT_APP_ID)' },
    out: { type: 'string', does: 'the folder to write to (default: packages)' },
  },
};

const TEMPLATES = new URL('../../manifest/', import.meta.url);

/** Exit 2 where the host or the id is missing or would be refused. */
export async function manifestVerb(argv: readonly string[], io: Io): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  const config = configured(io, 'real');
  if (config === null) return 2;
  const { host, 'app-id': appId = io.env['MICROSOFT_APP_ID'], out = 'packages' } = args.options;
  const publicUrl = typeof host === 'string' ? `https://${host}` : config.publicUrl;
  if (publicUrl === null || typeof appId !== 'string') {
    return explain(io, {
      kind: 'wrong',
      text: 'subdesk manifest: --host and --app-id are needed (or PUBLIC_URL and MICROSOFT_APP_ID)',
    });
  }
  return write(io, { publicUrl, appId, folder: String(out) });
}

interface Target {
  readonly publicUrl: string;
  readonly appId: string;
  readonly folder: string;
}

async function write(io: Io, target: Target): Promise<number> {
  const packages = await make(target).catch((error: Error) => error.message);
  if (typeof packages === 'string')
    return explain(io, { kind: 'wrong', text: `subdesk manifest: ${packages}` });
  await mkdir(target.folder, { recursive: true });
  for (const [name, content] of Object.entries(packages)) {
    const file = join(target.folder, name);
    await writeFile(file, content);
    io.stdout(file);
  }
  return 0;
}

async function make({ publicUrl, appId }: Target): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const examples = COMMANDS.flatMap((command) => command.examples.en.slice(0, 1));
  const slack = slackManifest(await json('slack/manifest.json'), { publicUrl, examples });
  const { version } = (await json('../package.json')) as { readonly version: string };
  const templates = {
    manifest: await json('teams/manifest.json'),
    sv: await json('teams/sv.json'),
    color: await readFile(new URL('teams/color.png', TEMPLATES)),
    outline: await readFile(new URL('teams/outline.png', TEMPLATES)),
  };
  return {
    'subdesk-teams.zip': teamsPackage(templates, { publicUrl, appId, version }),
    'subdesk-slack.json': `${JSON.stringify(slack, null, 2)}\n`,
  };
}

async function json(path: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(path, TEMPLATES), 'utf8'));
}
