import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import draft4 from 'ajv-draft-04';
import { unzipSync } from 'fflate';
import { teamsLanguageFile, teamsManifest, teamsPackage } from '../../../src/cli/manifest/teams.ts';
import { colorIcon, fromPng, outlineIcon, type Picture } from '../../support/teams/icons.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const OPTIONS = {
  publicUrl: 'https://subdesk.partner.example/somewhere',
  appId: '11111111-2222-3333-4444-555555555555',
  version: '0.1.0',
};

function json(path: string) {
  return JSON.parse(readFileSync(`${root}${path}`, 'utf8'));
}

/** Microsoft's schemas out of @microsoft/app-manifest; its own validator would fetch them from the network. */
function problems(schema: string, value: unknown): unknown {
  const path = `node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.29/${schema}.schema.json`;
  const text = readFileSync(`${root}${path}`, 'utf8').replace(/\\a/g, '\\x07');
  const Ajv = (draft4 as unknown as { default?: typeof draft4 }).default ?? draft4;
  // biome-ignore lint/suspicious/noExplicitAny: a CommonJS class behind two kinds of default export
  const ajv = new (Ajv as any)({ strict: false, validateFormats: false, unicodeRegExp: false });
  const validate = ajv.compile(JSON.parse(text));
  validate(value);
  return validate.errors;
}

const template = () => json('manifest/teams/manifest.json');
const swedish = () => json('manifest/teams/sv.json');

describe('the Teams manifest', () => {
  const manifest = teamsManifest(template(), OPTIONS);

  test('is what Microsoft’s schema 1.29 asks for', () => {
    expect(problems('MicrosoftTeams', manifest)).toBeNull();
    expect(problems('MicrosoftTeams', { ...manifest, accentColor: 'blue' })).not.toBeNull();
  });

  test('keeps the limits of the store that no schema knows (platforms.md 2.2)', () => {
    const { name, description } = manifest as {
      name: { short: string };
      description: { short: string; full: string };
    };
    expect(name.short.length).toBeLessThanOrEqual(30);
    expect(description.short.length).toBeLessThanOrEqual(80);
    expect(description.full.length).toBeLessThanOrEqual(4_000);
  });

  test('has its host and ids filled in, and nothing left to fill', () => {
    expect(manifest).toMatchObject({ id: OPTIONS.appId, version: '0.1.0', bots: [{ botId: OPTIONS.appId }] });
    expect(JSON.stringify(manifest)).not.toMatch(/\{\w+\}/);
    expect(JSON.stringify(manifest)).toContain('https://subdesk.partner.example/privacy');
  });

  test('offers twelve commands that work as typed, in both languages', () => {
    const [list] = (
      manifest as { bots: [{ commandLists: [{ commands: { title: string; description: string }[] }] }] }
    ).bots[0].commandLists;
    expect(list.commands).toHaveLength(12);
    expect(list.commands.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['help', 'pause', 'cancel']),
    );
    expect(list.commands.every(({ title, description }) => title !== '' && description !== '')).toBe(true);
    const titles = Object.keys(teamsLanguageFile(swedish(), 'sv')).filter((key) => key.endsWith('.title'));
    expect(titles).toHaveLength(12);
  });

  test.each([
    ['an address without TLS', { publicUrl: 'http://subdesk.partner.example' }],
    ['an id that is none', { appId: 'subdesk' }],
  ])('refuses %s', (_what, wrong) => {
    expect(() => teamsManifest(template(), { ...OPTIONS, ...wrong })).toThrow();
  });
});

describe('the Swedish language file', () => {
  test('is what Microsoft’s schema asks for, and shorter than its limits', () => {
    const file = teamsLanguageFile(swedish(), 'sv');
    expect(problems('MicrosoftTeams.Localization', file)).toBeNull();
    expect(String(file['description.short']).length).toBeLessThanOrEqual(80);
    expect(String(file['name.full']).length).toBeLessThanOrEqual(100);
  });
});

describe('the icons', () => {
  const icon = (name: string) => new Uint8Array(readFileSync(`${root}manifest/teams/${name}.png`));

  // To draw them again: writeFileSync('manifest/teams/color.png', toPng(colorIcon())), and the outline alike.
  test.each([
    ['color', 192, colorIcon()],
    ['outline', 32, outlineIcon()],
  ] as [string, number, Picture][])('%s is %i points wide and what the script draws', (name, size, drawn) => {
    const kept = fromPng(icon(name));
    expect(kept.size).toBe(size);
    expect(Buffer.from(kept.points).equals(Buffer.from(drawn.points))).toBe(true);
  });

  test('the outline is white on nothing', () => {
    const { points } = outlineIcon();
    const colours = Array.from({ length: points.length / 4 }, (_, at) => points.subarray(at * 4, at * 4 + 3));
    expect(colours.every((colour) => colour.every((part) => part === 255))).toBe(true);
    expect(points[3]).toBe(0);
  });

  test('the package holds exactly its four files, at the top', () => {
    const color = icon('color');
    const outline = icon('outline');
    const files = unzipSync(teamsPackage({ manifest: template(), sv: swedish(), color, outline }, OPTIONS));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png', 'sv.json']);
    expect(JSON.parse(new TextDecoder().decode(files['manifest.json']))).toMatchObject({
      manifestVersion: '1.29',
    });
  });
});
