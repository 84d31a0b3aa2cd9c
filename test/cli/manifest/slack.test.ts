import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { slackManifest } from '../../../src/cli/manifest/slack.ts';

const template: unknown = JSON.parse(readFileSync('manifest/slack/manifest.json', 'utf8'));
const options = { publicUrl: 'https://desk.example.com/', examples: ['cancel fabrikam power bi', 'help'] };

interface Manifest {
  readonly display_information: Readonly<Record<string, string>>;
  readonly features: {
    readonly bot_user: { readonly display_name: string };
    readonly slash_commands: readonly Readonly<Record<string, string>>[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: {
    readonly event_subscriptions: { readonly request_url: string; readonly bot_events: readonly string[] };
    readonly interactivity: { readonly is_enabled: boolean; readonly request_url: string };
  };
}

const manifest = slackManifest(template, options) as Manifest;
const SCHEMAS = [1, 2].map((version) => `../shared/schemas/slack-manifest-${version}.schema.json`);

describe('the Slack manifest', () => {
  test('sends events, commands and interactions to the one path', () => {
    const path = 'https://desk.example.com/slack/events';
    expect(manifest.settings.event_subscriptions.request_url).toBe(path);
    expect(manifest.settings.interactivity).toEqual({ is_enabled: true, request_url: path });
    expect(manifest.features.slash_commands.map((command) => command['url'])).toEqual([path]);
  });

  test('asks for the least scopes that its events and calls need', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(['app_mention', 'message.im']);
    expect(manifest.oauth_config.scopes.bot).toEqual([
      'app_mentions:read',
      'chat:write',
      'commands',
      'im:history',
      'users:read',
    ]);
  });

  test('leaves nothing to fill in', () => {
    expect(JSON.stringify(manifest)).not.toMatch(/\{\w+\}/);
    expect(manifest.features.slash_commands[0]?.['usage_hint']).toBe('cancel fabrikam power bi · help');
  });

  test('keeps to Slack’s lengths', () => {
    const { name = '', description = '', long_description: long = '' } = manifest.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(long.length).toBeGreaterThanOrEqual(174);
    expect(long.length).toBeLessThanOrEqual(4000);
    expect(manifest.features.bot_user.display_name).toMatch(/^[a-z0-9-_.]{1,80}$/);
    for (const { command = '', usage_hint: hint = '' } of manifest.features.slash_commands) {
      expect(command).toMatch(/^\/\S{1,31}$/);
      expect(hint.length).toBeLessThanOrEqual(1000);
    }
  });

  test('is refused for an address without TLS', () => {
    expect(() => slackManifest(template, { ...options, publicUrl: 'http://desk.example.com' })).toThrow(
      /https/,
    );
  });

  // Slack's schemas are not ours to ship: they are checked where they lie beside the repository.
  for (const file of SCHEMAS.filter((path) => existsSync(path))) {
    test(`is valid by ${file.split('/').at(-1)}`, () => {
      const ajv = new Ajv({ strict: false, validateFormats: false });
      const { $schema: _draft, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<
        string,
        unknown
      >;
      const validate = ajv.compile(schema);
      expect(validate(manifest) || validate.errors).toBe(true);
    });
  }
});
