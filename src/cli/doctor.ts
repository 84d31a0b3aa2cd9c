import { type Config, readConfig } from '../config.ts';
import { DEFAULT_POLICY, type Policy } from '../domain/policies/policy.ts';
import { clearStop, examineDatabase } from './doctorDatabase.ts';
import type { Finding } from './finding.ts';
import type { Io } from './io.ts';
import { explain, readArguments, type Usage } from './usage.ts';

const USAGE: Usage = {
  verb: 'doctor',
  does: 'Checks configuration, database, indexes and credentials, and says each problem with its fix.',
  options: {
    retry: { type: 'boolean', does: 'put due work back that was set aside after failing too often' },
    'clear-stopped': {
      type: 'boolean',
      does: 'let the embedded database start again after a disk took no more; look at the disk first',
    },
  },
};

/** Exit 0 when all is well, 1 when something is not. Secrets are never printed. */
export async function doctorVerb(argv: readonly string[], io: Io): Promise<number> {
  const args = readArguments(argv, USAGE);
  if (args.kind !== 'ok') return explain(io, args);
  const { retry, 'clear-stopped': clears } = args.options;
  const findings = await examine(io, clears === true ? [clearStop] : [], retry === true);
  for (const { well, what, fix } of findings)
    io.stdout(`${well ? 'ok  ' : 'BAD '} ${what}${fix === undefined ? '' : `. ${fix}`}`);
  return findings.every(({ well }) => well) ? 0 : 1;
}

/** `first`: what was asked for besides looking. */
async function examine(
  io: Io,
  first: readonly ((config: Config) => Finding)[],
  retries: boolean,
): Promise<readonly Finding[]> {
  const result = readConfig(io.env);
  if (!result.ok) {
    return result.problems.map((what) => ({ well: false, what, fix: 'See .env.example for what it wants' }));
  }
  const { config } = result;
  return [
    {
      well: true,
      what: `configuration: ${config.present.length} variables set (${config.present.join(', ') || 'none'})`,
    },
    channel(
      'Teams',
      config.teams !== null,
      'MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID',
    ),
    channel('Slack', config.slack !== null, 'SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN'),
    clock(config),
    { well: true, what: `rulebook ${config.policy.rulebook}` },
    { well: true, what: `tightened: ${tightened(config.policy)}; \`subdesk rules\` prints what is in force` },
    ...first.map((does) => does(config)),
    ...(await examineDatabase(config, retries)),
  ];
}

function channel(name: string, isSet: boolean, variables: string): Finding {
  return { well: true, what: isSet ? `${name}: configured` : `${name}: off; set ${variables} to turn it on` };
}

function clock(config: Config): Finding {
  if (config.now === null) return { well: true, what: 'clock: the system’s' };
  return { well: false, what: `clock: fixed at ${config.now}`, fix: 'Unset SUBDESK_NOW before `serve`' };
}

/** What the partner file changes. */
function tightened({ administrators, denied, tiers, approval, announce, prompts }: Policy): string {
  const changed = { administrators, roles: denied, tiers, approval, announce, prompts };
  const { denied: roles, ...standard } = DEFAULT_POLICY;
  const parts = Object.entries(changed).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify({ ...standard, roles }[key as 'tiers']),
  );
  return parts.map(([key, value]) => `${key} ${JSON.stringify(value)}`).join(', ') || 'nothing';
}
