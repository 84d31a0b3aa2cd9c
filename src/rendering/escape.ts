/**
 * What came from outside, made harmless for one place. Statements hold plain text; nothing reaches a card
 * without passing through one of these.
 */

/** Cannot be seen, yet turns the line around or breaks it: shown as its code (F-95). */
const INVISIBLE = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** Joins without a break and shows nothing: keeps two characters from meaning something together. */
const JOINER = '\u2060';

/** Control and bidirectional characters as `\u202E` (F-95); the rest as stored. */
export function visible(text: string): string {
  return text.replace(
    INVISIBLE,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

/** A place that draws text as it is: labels, titles of buttons, choices, fallback text. */
export function plainText(text: string): string {
  return unbound(visible(text));
}

/** No template's sign is left, so that a leftover `${` is always a defect (template.ts). */
export function unbound(text: string): string {
  return text.replaceAll('${', `$${JOINER}{`);
}

/** A Teams text element: Markdown, `<at>` and `{{DATE()}}` mean nothing any more. */
export function teamsMarkdown(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]<>~#|]/g, (letter) => `\\${letter}`)
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replaceAll('://', '\\://')
    .replace(/^(\s*)([-+])(?=\s)/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2');
}

/** Slack's mrkdwn: three entities by its manual; a sign of emphasis at a word's edge is joined to nothing. */
export function slackMrkdwn(text: string): string {
  return plainText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu, (sign) => `${JOINER}${sign}${JOINER}`)
    .replace(/:(?=[\w+-]+:)/g, `:${JOINER}`);
}
