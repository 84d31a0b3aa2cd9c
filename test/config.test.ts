import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Environment, readConfig, VARIABLE_NAMES } from '../src/config.ts';

const APP = '11111111-2222-3333-4444-555555555555';
const TEAMS = { MICROSOFT_APP_ID: APP, MICROSOFT_APP_PASSWORD: 'p', MICROSOFT_APP_TENANT_ID: APP };

function problems(env: Environment): readonly string[] {
  const result = readConfig(env);
  return result.ok ? [] : result.problems;
}

function partnerFile(content: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'subdesk-config-')), 'partner.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('the configuration', () => {
  test('is complete without any variable: embedded database, no channel', () => {
    const result = readConfig({});
    expect(result).toMatchObject({
      ok: true,
      config: { mongodbUri: null, dataDir: '.subdesk', port: 3978, teams: null, slack: null, now: null },
    });
  });

  test('an empty variable is an absent one', () => {
    expect(readConfig({ MONGODB_URI: '', PORT: ' ', SLACK_BOT_TOKEN: '' })).toMatchObject({
      ok: true,
      config: { mongodbUri: null, port: 3978, slack: null },
    });
  });

  test('lists every problem at once', () => {
    const found = problems({
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      SUBDESK_NOW: 'yesterday',
      MONGODB_URI: 'postgres://x',
    });
    for (const name of ['PORT', 'LOG_LEVEL', 'SUBDESK_NOW', 'MONGODB_URI']) {
      expect(found.filter((problem) => problem.startsWith(name))).toHaveLength(1);
    }
  });

  test('a wrong value hides no half configured channel and no wrong partner file', () => {
    const found = problems({ PORT: 'x', SLACK_SIGNING_SECRET: 's', SUBDESK_PARTNER_FILE: '/nowhere.json' });
    expect(found.map((problem) => problem.split(' ', 1)[0])).toEqual([
      'PORT',
      'SLACK_BOT_TOKEN',
      'SUBDESK_PARTNER_FILE',
    ]);
  });

  test('a channel that is half configured is named with what it lacks', () => {
    expect(problems({ MICROSOFT_APP_ID: APP, SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
      'MICROSOFT_APP_TENANT_ID is missing: Teams is half configured',
      expect.stringMatching(/^MICROSOFT_APP_PASSWORD, or .* half configured$/),
      'SLACK_SIGNING_SECRET is missing: Slack is half configured',
    ]);
  });

  test('the own tenant is the only one let in unless others are named', () => {
    expect(readConfig(TEAMS)).toMatchObject({
      config: { teams: { allowedTenants: [APP], cloud: 'public' } },
    });
    expect(readConfig({ ...TEAMS, MICROSOFT_ALLOWED_TENANTS: 'a, b,' })).toMatchObject({
      config: { teams: { allowedTenants: ['a', 'b'] } },
    });
  });

  test('proves who it is in one way: two are as wrong as none', () => {
    const { MICROSOFT_APP_PASSWORD: _, ...named } = TEAMS;
    expect(readConfig({ ...named, MICROSOFT_APP_MANAGED_IDENTITY: 'true' })).toMatchObject({
      config: { teams: { managedIdentity: true } },
    });
    expect(problems({ ...TEAMS, MICROSOFT_APP_MANAGED_IDENTITY: 'true' })).toHaveLength(1);
    expect(
      problems({
        ...named,
        MICROSOFT_APP_CERTIFICATE_THUMBPRINT: 'AB',
        MICROSOFT_APP_PRIVATE_KEY_FILE: '/nowhere.pem',
      }),
    ).toEqual(['MICROSOFT_APP_PRIVATE_KEY_FILE /nowhere.pem is not there']);
  });

  test('every variable that is read stands in .env.example', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual([...VARIABLE_NAMES].toSorted());
  });

  test('takes two signing secrets during rotation', () => {
    expect(readConfig({ SLACK_SIGNING_SECRET: 'old,new', SLACK_BOT_TOKEN: 'xoxb-1' })).toMatchObject({
      config: { slack: { signingSecrets: ['old', 'new'] } },
    });
  });

  test('no problem and nothing present repeats a value', () => {
    const secret = 'hush-hush';
    expect(JSON.stringify(problems({ MICROSOFT_APP_PASSWORD: secret, PORT: '-1' }))).not.toContain(secret);
    const result = readConfig({ ...TEAMS, MICROSOFT_APP_PASSWORD: secret });
    expect(result.ok && JSON.stringify(result.config.present)).not.toContain(secret);
  });

  test('a partner file tightens, and each loosening or unknown key is refused by name', () => {
    const good = partnerFile({ tiers: { pause: 4 }, roles: { 'sales-agent': { not: ['cancel'] } } });
    expect(readConfig({ SUBDESK_PARTNER_FILE: good })).toMatchObject({
      config: { policy: { tiers: { pause: 4 }, denied: { 'sales-agent': ['cancel'] } } },
    });
    const bad = partnerFile({ tiers: { pause: 1 }, colours: {}, prompts: { requesterMinutes: 60 } });
    const found = problems({ SUBDESK_PARTNER_FILE: bad }).join('\n');
    expect(found).toMatch(/pause/);
    expect(found).toMatch(/colours/);
    expect(found).toMatch(/requesterMinutes|prompts/);
  });

  test('a partner file that cannot be read is a problem, not a crash', () => {
    expect(problems({ SUBDESK_PARTNER_FILE: '/nowhere/at/all.json' })).toHaveLength(1);
  });
});
