import type { Language } from '../domain/person.ts';
import { flat } from '../views/blank.ts';
import { clip } from '../views/clip.ts';
import { utcDated } from '../views/format.ts';
import type { Line, Span } from '../views/statement.ts';
import { plainText, slackMrkdwn } from './escape.ts';

/** The Slack user id of a person, or null where the name has to do. */
export type Mention = (person: string) => string | null;

export type Write = (line: Line) => string;

/** Writes lines of mrkdwn; customers' text in them is escaped. */
export function writer(language: Language, mention: Mention): Write {
  return (line) => line.map((span) => spanOf(span, language, mention)).join('');
}

function spanOf(span: Span, language: Language, mention: Mention): string {
  if ('text' in span) return slackMrkdwn(span.text);
  if ('strong' in span) return marked(span.strong, '*');
  // Inside code nothing but the back-tick itself means anything.
  if ('example' in span) return `\`${entities(plainText(span.example)).replaceAll('`', '’')}\``;
  if ('person' in span) return personOf(span, mention);
  return dateOf(span, language);
}

function personOf(span: { readonly person: string; readonly id: string }, mention: Mention): string {
  const user = mention(span.id);
  return user !== null && /^[UW][A-Z0-9]+$/.test(user) ? `<@${user}>` : slackMrkdwn(span.person);
}

/** The client writes each reader's own zone; UTC stands beside it with its own date (design 3.7). */
function dateOf(span: Extract<Span, { readonly at: string }>, language: Language): string {
  const seconds = Math.floor(Date.parse(span.at) / 1000);
  const fallback = entities(plainText(span.local)).replaceAll('|', '/');
  return `<!date^${seconds}^{date_short} {time}|${fallback}> (${utcDated(span.at, language)})`;
}

function marked(text: string, mark: string): string {
  const inner = text.trim();
  return inner === '' ? text : `${mark}${slackMrkdwn(inner)}${mark}`;
}

function entities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Plain text of a frame: ordinary spaces, no date tokens (design 3.7). */
export function words(text: string, max: number): string {
  return clip(plainText(flat(text)), max);
}
