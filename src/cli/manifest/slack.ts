import { fill } from './fill.ts';

export interface SlackManifestOptions {
  /** Where Slack reaches us: https, host and port, no path. */
  readonly publicUrl: string;
  /** Sentences that work as typed, for the command's hint. */
  readonly examples: readonly string[];
}

/** Slack's own limit (platforms.md 1.11). */
const MAX_USAGE_HINT = 1000;

/** manifest/slack/manifest.json for one deployment: `{url}` and `{usage}` filled in wherever they stand. Throws on an address that Slack would refuse. */
export function slackManifest(template: unknown, options: SlackManifestOptions): unknown {
  const url = new URL(options.publicUrl);
  if (url.protocol !== 'https:') throw new Error(`Slack asks for an https address, not ${options.publicUrl}`);
  const usage = options.examples.join(' · ').slice(0, MAX_USAGE_HINT);
  return fill(template, { url: url.origin, usage });
}
