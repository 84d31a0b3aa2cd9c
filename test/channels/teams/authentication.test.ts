import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CLOUDS, isKnownService } from '../../../src/channels/teams/clouds.ts';
import { createCredentials } from '../../../src/channels/teams/credentials.ts';
import { type RunningBot, startBot } from '../../support/teams/bot.ts';
import { fixture } from '../../support/teams/fixture.ts';
import { APP_ID, jwt, TENANT } from '../../support/teams/identity.ts';
import { type Scripted, scripted } from '../../support/teams/scripted.ts';

const HOUR = 3600;

describe('who may speak to the bot', () => {
  let conversation: Scripted;
  let bot: RunningBot;
  const seconds = Math.floor(Date.now() / 1000);

  beforeAll(async () => {
    // botbuilder writes to the console before it throws.
    jest.spyOn(console, 'error').mockImplementation(() => {});
    conversation = scripted();
    bot = await startBot({ conversation });
  });
  afterAll(async () => {
    await bot.stop();
    jest.restoreAllMocks();
  });

  function message(fields: object = {}) {
    return fixture('personal-message', { id: `${Math.random()}`, ...fields });
  }

  async function statusOf(authorization: string | null, fields: object = {}): Promise<number> {
    const before = conversation.received.length;
    const { status, text } = await bot.send(message(fields), authorization);
    if (status !== 200) {
      expect(conversation.received).toHaveLength(before);
      expect(text).not.toMatch(/stack|jwt|audience|issuer|tenant/i);
    }
    return status;
  }

  const signed = (claims: object = {}, header: object = {}) =>
    `Bearer ${bot.identity.sign({ ...claims }, { ...header })}`;

  test('a token that Microsoft signed for us is taken, and our own goes to the connector', async () => {
    expect(await statusOf(signed())).toBe(200);
    expect(bot.connector.recorded.at(-1)).toMatchObject({
      method: 'POST',
      authorization: 'Bearer token-for-https://api.botframework.com',
    });
  });

  test.each([
    ['no token', () => null],
    ['another scheme', () => 'Basic dXNlcjpwYXNz'],
    ['no token at all behind the scheme', () => 'Bearer'],
    ['not a token', () => 'Bearer a.b.c'],
    ['a wrong issuer', () => signed({ iss: 'https://evil.example' })],
    [
      'an issuer of the emulator',
      () =>
        signed({
          iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          ver: '1.0',
          appid: APP_ID,
        }),
    ],
    [
      'a skill of another bot',
      () => signed({ iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, ver: '2.0', azp: 'another' }),
    ],
    ['another audience', () => signed({ aud: 'another-bot' })],
    ['expired', () => signed({ exp: seconds - HOUR })],
    ['no expiry', () => signed({ exp: undefined })],
    ['not yet valid', () => signed({ nbf: seconds + HOUR })],
    ['another key under the same name', () => forged()],
    ['an unknown key', () => signed({}, { kid: 'unknown' })],
    ['changed after it was signed', () => tampered()],
    [
      'a service URL that the token does not name',
      () => signed({ serviceurl: 'https://smba.trafficmanager.net/other/' }),
    ],
    ['a token that names no service URL', () => signed({ serviceurl: undefined })],
    ['alg none', () => unsigned('none')],
    ['alg HS256', () => unsigned('HS256')],
  ])('%s is 401', async (_why, authorization) => {
    expect(await statusOf(authorization())).toBe(401);
  });

  test.each([
    ['a tenant that is not ours', { channelData: { tenant: { id: 'another' } } }],
    ['a guest of another tenant', { from: { id: '29:guest', aadObjectId: 'guest', tenantId: 'another' } }],
    [
      'no tenant at all',
      { channelData: {}, conversation: { id: 'a:1personal', conversationType: 'personal' } },
    ],
    ['no service URL', { serviceUrl: undefined }],
    ['an empty service URL', { serviceUrl: '' }],
  ])('%s is 403', async (_why, fields) => {
    expect(await statusOf(signed(), fields)).toBe(403);
  });

  test('a service URL elsewhere is 403 even when the token names it', async () => {
    const serviceUrl = 'https://evil.example/emea/';
    expect(await statusOf(signed({ serviceurl: serviceUrl }), { serviceUrl })).toBe(403);
  });

  test('a channel that the key is not endorsed for is refused', async () => {
    expect(await statusOf(signed(), { channelId: 'webchat' })).toBe(401);
  });

  test('a refusal names its reason in the log, and nothing of the token', async () => {
    await statusOf(signed({ aud: 'another-bot' }));
    const line = bot.logged.at(-1);
    expect(line).toMatchObject({ level: 'warn', fields: { status: 401, why: 'audience' } });
    expect(JSON.stringify(line)).not.toContain('eyJ');
  });

  function forged(): string {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const [head = '', claims = ''] = bot.identity.sign().split('.');
    const part = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString());
    return `Bearer ${jwt(part(head), part(claims), privateKey)}`;
  }

  function tampered(): string {
    const [head, claims = '', signature] = bot.identity.sign().split('.');
    const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), tid: 'x' };
    return `Bearer ${head}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`;
  }

  function unsigned(alg: string): string {
    const [head = '', claims] = bot.identity.sign().split('.');
    const changed = { ...JSON.parse(Buffer.from(head, 'base64url').toString()), alg };
    return `Bearer ${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${claims}.AAAA`;
  }
});

describe('an outage of the login service', () => {
  test('is neither a refusal of the sender nor silent', async () => {
    const conversation = scripted();
    const endpoints = { openIdMetadataUrl: 'http://127.0.0.1:9/openid', serviceHosts: ['127.0.0.1'] };
    const bot = await startBot({ conversation, config: { endpoints } });
    try {
      expect((await bot.send(fixture('personal-message'))).status).toBe(503);
      expect(bot.logged.at(-1)).toMatchObject({ level: 'error' });
      expect(conversation.received).toEqual([]);
    } finally {
      await bot.stop();
    }
  });
});

describe('the demo', () => {
  test('takes no token, from this machine and for this machine only', async () => {
    const bot = await startBot({ conversation: scripted(), mode: 'demo' });
    try {
      const status = async (fields: object) =>
        (await bot.send(fixture('personal-message', fields), null)).status;
      expect(await status({})).toBe(200);
      expect(await status({ serviceUrl: 'https://smba.trafficmanager.net/emea/' })).toBe(403);
      expect(await status({ serviceUrl: 'http://127.0.0.1.evil.example/' })).toBe(403);
      const body = JSON.stringify({ ...fixture('personal-message'), serviceUrl: bot.connector.serviceUrl });
      expect((await bot.sendRaw(body, { Origin: 'https://evil.example' })).status).toBe(403);
    } finally {
      await bot.stop();
    }
  });
});

describe('the clouds', () => {
  test('each knows its own hosts only', () => {
    const { public: open, usgov } = CLOUDS;
    expect(isKnownService('https://smba.trafficmanager.net/emea/', open.serviceHosts)).toBe(true);
    expect(isKnownService('https://smba.infra.gcc.teams.microsoft.com/gcc/', open.serviceHosts)).toBe(true);
    expect(isKnownService('https://smba.infra.gov.teams.microsoft.us/', usgov.serviceHosts)).toBe(true);
    expect(isKnownService('https://smba.trafficmanager.net/emea/', usgov.serviceHosts)).toBe(false);
  });

  test.each([
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/?smba.trafficmanager.net',
    'https://user@smba.trafficmanager.net/',
    'https://evilteams.microsoft.com/',
    'ftp://smba.trafficmanager.net/',
    'smba.trafficmanager.net',
  ])('%s is no service of Teams', (url) => {
    expect(isKnownService(url, CLOUDS.public.serviceHosts)).toBe(false);
  });

  test('differ in every endpoint, so that none is mixed in from the other', () => {
    for (const key of Object.keys(CLOUDS.public) as (keyof typeof CLOUDS.public)[]) {
      expect(CLOUDS.usgov[key]).not.toEqual(CLOUDS.public[key]);
    }
  });

  test('a certificate logs in at its own cloud and tenant', async () => {
    const credentials = createCredentials({
      mode: 'authenticated',
      appId: APP_ID,
      tenantId: TENANT,
      allowedTenants: [TENANT],
      cloud: 'usgov',
      certificate: { thumbprint: 'AB', privateKey: 'key' },
    });
    const made = await credentials.createCredentials(APP_ID, CLOUDS.usgov.scope, CLOUDS.usgov.loginUrl, true);
    expect(made).toMatchObject({ oAuthEndpoint: `https://login.microsoftonline.us/${TENANT}` });
  });

  test('an empty application id never starts: botbuilder would authenticate nothing', () => {
    const config = {
      mode: 'authenticated',
      tenantId: TENANT,
      allowedTenants: [],
      cloud: 'public',
      password: 'x',
    } as const;
    expect(() => createCredentials({ ...config, appId: ' ' })).toThrow(/application id/);
  });
});
