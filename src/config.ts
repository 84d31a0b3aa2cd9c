import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { SlackConfig } from './channels/slack/adapter.ts';
import type { TeamsConfig } from './channels/teams/adapter.ts';
import type { Instant } from './domain/instant.ts';
import { parseInstant } from './domain/instant.ts';
import { DEFAULT_POLICY, type Policy } from './domain/policies/policy.ts';
import { RULEBOOK_NAMES } from './domain/policies/rulebooks/index.ts';
import { tighten } from './domain/policies/tighten.ts';
import { LOG_LEVELS, type LogLevel } from './runtime/logger.ts';

/** Everything that the environment decides, checked once (interfaces.md, "Configuration"). */
export interface Config {
  /** null: the embedded database in `dataDir`. */
  readonly mongodbUri: string | null;
  readonly dataDir: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly logLevel: LogLevel;
  /** A fixed business clock; only some verbs accept it. */
  readonly now: Instant | null;
  readonly policy: Policy;
  readonly teams: TeamsConfig | null;
  readonly slack: SlackConfig | null;
  /** For doctor: what is set, never its value. */
  readonly present: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The one place that touches process.env: a .env file beside the program first, the environment over it. */
export function environment(): Environment {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return process.env;
}

const optional = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();

const VARIABLES = z.object({
  MONGODB_URI: optional.refine(
    (uri) => uri === undefined || /^mongodb(\+srv)?:\/\//.test(uri),
    'must begin with mongodb:// or mongodb+srv://',
  ),
  SUBDESK_DATA_DIR: optional.transform((folder) => folder ?? '.subdesk'),
  PORT: optional
    .transform((port) => Number(port ?? '3978'))
    .refine((port) => Number.isInteger(port) && port >= 0 && port < 65_536, 'must be a port, 0 to 65535'),
  PUBLIC_URL: optional.refine((url) => url === undefined || URL.canParse(url), 'must be a URL'),
  MICROSOFT_APP_ID: optional.refine(
    (id) => id === undefined || UUID.test(id),
    'must be an application (client) id, a UUID',
  ),
  MICROSOFT_APP_PASSWORD: optional,
  MICROSOFT_APP_TENANT_ID: optional.refine(
    (id) => id === undefined || UUID.test(id),
    'must be a tenant id, a UUID',
  ),
  MICROSOFT_ALLOWED_TENANTS: optional,
  MICROSOFT_CLOUD: optional
    .transform((cloud) => cloud ?? 'public')
    .refine((cloud) => cloud === 'public' || cloud === 'usgov', 'must be public or usgov'),
  MICROSOFT_APP_CERTIFICATE_THUMBPRINT: optional,
  MICROSOFT_APP_PRIVATE_KEY_FILE: optional,
  MICROSOFT_APP_MANAGED_IDENTITY: optional.refine(
    (text) => text === undefined || text === 'true' || text === 'false',
    'must be true or false',
  ),
  SLACK_SIGNING_SECRET: optional,
  SLACK_BOT_TOKEN: optional.refine(
    (token) => token === undefined || token.startsWith('xoxb-'),
    'must be a bot token, xoxb-…',
  ),
  SLACK_API_URL: optional.refine((url) => url === undefined || URL.canParse(url), 'must be a URL'),
  SUBDESK_RULEBOOK: optional
    .transform((name) => name ?? DEFAULT_POLICY.rulebook)
    .refine((name) => RULEBOOK_NAMES.includes(name), `must be one of ${RULEBOOK_NAMES.join(', ')}`),
  SUBDESK_PARTNER_FILE: optional,
  SUBDESK_NOW: optional.refine(
    (now) => now === undefined || parseInstant(now) !== null,
    'must be an instant, 2021-09-01T00:00:00.000Z',
  ),
  LOG_LEVEL: optional
    .transform((level) => level ?? 'info')
    .refine(
      (level) => (LOG_LEVELS as readonly string[]).includes(level),
      `must be one of ${LOG_LEVELS.join(', ')}`,
    ),
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Everything that is read; .env.example explains each. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(VARIABLES.shape);

type Variables = z.output<typeof VARIABLES>;

/** Reads and checks; every problem is listed, none hides another. */
export function readConfig(env: Environment): ConfigResult {
  const parsed = VARIABLES.safeParse(env);
  const given = givenIn(env);
  const policy = readPolicy(given);
  const malformed = parsed.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
  const problems = [...malformed, ...halfConfigured(given), ...unreadableKey(given), ...policy.problems];
  if (parsed.data === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, config: toConfig(parsed.data, given, policy.policy) };
}

/** What is set, whether it is well formed or not: one wrong value hides no other problem. */
type Given = Readonly<Partial<Record<keyof Variables, string>>>;

function givenIn(env: Environment): Given {
  const set = VARIABLE_NAMES.map((name) => [name, env[name]?.trim() ?? ''] as const);
  return Object.fromEntries(set.filter(([, value]) => value !== ''));
}

/** A channel is either configured whole or not at all: it never runs unauthenticated. */
function halfConfigured(given: Given): readonly string[] {
  const named = ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID'] as const;
  const proofs = proofsOf(given);
  const isTeams = named.some((name) => given[name] !== undefined) || proofs.length > 0;
  return [
    ...(isTeams ? missing('Teams', named, given) : []),
    ...(isTeams && proofs.length !== 1 ? [PROOF_PROBLEM] : []),
    ...missing('Slack', ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN'], given),
  ];
}

function unreadableKey({ MICROSOFT_APP_PRIVATE_KEY_FILE: file }: Given): readonly string[] {
  if (file === undefined || existsSync(file)) return [];
  return [`MICROSOFT_APP_PRIVATE_KEY_FILE ${file} is not there`];
}

const PROOF_PROBLEM =
  'MICROSOFT_APP_PASSWORD, or MICROSOFT_APP_CERTIFICATE_THUMBPRINT with MICROSOFT_APP_PRIVATE_KEY_FILE, or MICROSOFT_APP_MANAGED_IDENTITY: exactly one of these, Teams is half configured';

type Proof =
  | { readonly password: string }
  | { readonly certificate: { readonly thumbprint: string; readonly privateKeyFile: string } }
  | { readonly managedIdentity: true };

/** The ways in which the bot could prove who it is to Teams; exactly one is right. */
function proofsOf(given: Given): readonly Proof[] {
  const password = given.MICROSOFT_APP_PASSWORD;
  const thumbprint = given.MICROSOFT_APP_CERTIFICATE_THUMBPRINT;
  const privateKeyFile = given.MICROSOFT_APP_PRIVATE_KEY_FILE;
  return [
    ...(password === undefined ? [] : [{ password }]),
    ...(thumbprint === undefined || privateKeyFile === undefined
      ? []
      : [{ certificate: { thumbprint, privateKeyFile } }]),
    ...(given.MICROSOFT_APP_MANAGED_IDENTITY === 'true' ? [{ managedIdentity: true as const }] : []),
  ];
}

function missing(channel: string, needed: readonly (keyof Given)[], given: Given): readonly string[] {
  const absent = needed.filter((name) => given[name] === undefined);
  if (channel === 'Slack' && absent.length === needed.length) return [];
  return absent.map((name) => `${name} is missing: ${channel} is half configured`);
}

function readPolicy(given: Given): { readonly policy: Policy; readonly problems: readonly string[] } {
  const base = { ...DEFAULT_POLICY, rulebook: given.SUBDESK_RULEBOOK ?? DEFAULT_POLICY.rulebook };
  const file = given.SUBDESK_PARTNER_FILE;
  if (file === undefined) return { policy: base, problems: [] };
  const content = readJson(file);
  if ('problem' in content) return { policy: base, problems: [`SUBDESK_PARTNER_FILE ${content.problem}`] };
  const tightened = tighten(base, content.value);
  if (tightened.ok) return { policy: tightened.policy, problems: [] };
  return { policy: base, problems: tightened.problems.map((problem) => `SUBDESK_PARTNER_FILE ${problem}`) };
}

function readJson(file: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(readFileSync(file, 'utf8')) };
  } catch (error) {
    return { problem: `cannot be read: ${(error as Error).message}` };
  }
}

function toConfig(variables: Variables, given: Given, policy: Policy): Config {
  return {
    mongodbUri: variables.MONGODB_URI ?? null,
    dataDir: variables.SUBDESK_DATA_DIR,
    port: variables.PORT,
    publicUrl: variables.PUBLIC_URL ?? null,
    logLevel: variables.LOG_LEVEL as LogLevel,
    now: variables.SUBDESK_NOW === undefined ? null : parseInstant(variables.SUBDESK_NOW),
    policy,
    teams: teamsOf(variables, given),
    slack: slackOf(variables),
    present: Object.keys(given),
  };
}

function teamsOf(variables: Variables, given: Given): TeamsConfig | null {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TENANT_ID: tenantId } = variables;
  const [proof] = proofsOf(given);
  if (appId === undefined || tenantId === undefined || proof === undefined) return null;
  return {
    mode: 'authenticated',
    appId,
    tenantId,
    allowedTenants: list(variables.MICROSOFT_ALLOWED_TENANTS) ?? [tenantId],
    cloud: variables.MICROSOFT_CLOUD as 'public' | 'usgov',
    ...('certificate' in proof ? { certificate: withKey(proof.certificate) } : proof),
  };
}

function withKey({
  thumbprint,
  privateKeyFile,
}: {
  readonly thumbprint: string;
  readonly privateKeyFile: string;
}) {
  return { thumbprint, privateKey: readFileSync(privateKeyFile, 'utf8') };
}

function slackOf(variables: Variables): SlackConfig | null {
  if (variables.SLACK_SIGNING_SECRET === undefined) return null;
  return {
    signingSecrets: list(variables.SLACK_SIGNING_SECRET) ?? [],
    botToken: variables.SLACK_BOT_TOKEN as string,
    ...(variables.SLACK_API_URL === undefined ? {} : { apiUrl: variables.SLACK_API_URL }),
  };
}

function list(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
