import { zipSync } from 'fflate';
import { COMMANDS } from '../../commands/index.ts';
import type { Language } from '../../domain/person.ts';
import { fill } from './fill.ts';

export interface TeamsManifestOptions {
  /** Where people read about the app and its terms: https. */
  readonly publicUrl: string;
  /** The bot's application (client) id; the app's own id too. */
  readonly appId: string;
  /** Raised with each change of the package. */
  readonly version: string;
}

/** What stands in manifest/teams/: templates and pictures. */
export interface TeamsTemplates {
  readonly manifest: unknown;
  readonly sv: unknown;
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

interface MenuEntry {
  readonly title: string;
  readonly description: string;
}

/** The twelve that Teams has room for (platforms.md 2.2), in the order of its menu; help lists the rest. */
const MENU = [
  'help',
  'find',
  'show',
  'preview',
  'pause',
  'resume',
  'suspend',
  'reactivate',
  'cancel',
  'auto-renew',
  'renewals',
  'my-requests',
];

/** manifest.json of one deployment. Throws on an address or an id that Teams would refuse. */
export function teamsManifest(template: unknown, options: TeamsManifestOptions): Record<string, unknown> {
  const { protocol, origin } = new URL(options.publicUrl);
  if (protocol !== 'https:') throw new Error(`Teams asks for an https address, not ${options.publicUrl}`);
  const { appId, version } = options;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId))
    throw new Error(`${appId} is no application id`);
  const manifest = fill(template, { url: origin, appId, version }) as Record<string, unknown>;
  const [bot] = manifest['bots'] as [Record<string, unknown>];
  const commandLists = [{ scopes: bot['scopes'], commands: menu('en') }];
  return { ...manifest, bots: [{ ...bot, commandLists }] };
}

/** The Swedish words beside it, with the menu's. */
export function teamsLanguageFile(template: unknown, language: Language): Record<string, unknown> {
  const entries = menu(language).flatMap(({ title, description }, index) => {
    const key = `bots[0].commandLists[0].commands[${index}]`;
    return [
      [`${key}.title`, title],
      [`${key}.description`, description],
    ];
  });
  return { ...(template as object), ...Object.fromEntries(entries) };
}

/** The app package: a zip with its files at the top. */
export function teamsPackage(templates: TeamsTemplates, options: TeamsManifestOptions): Uint8Array {
  const json = (value: object) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
  return zipSync({
    'manifest.json': json(teamsManifest(templates.manifest, options)),
    'sv.json': json(teamsLanguageFile(templates.sv, 'sv')),
    'color.png': templates.color,
    'outline.png': templates.outline,
  });
}

/** What the menu writes into the compose box, and a sentence that works as typed. */
function menu(language: Language): readonly MenuEntry[] {
  return MENU.flatMap((name) => COMMANDS.filter((command) => command.name === name)).map((command) => ({
    title: command.canonical[language].replace('…', '').trim(),
    description: command.examples[language][0] ?? '',
  }));
}
