import type { Mention } from './activity.ts';
import { TEAMS_LIMITS } from './limits.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
/** What Teams' compose box writes; anything else between angle brackets is the person's own text. */
const MARKUP = /<\/?(?:p|div|span|strong|em|b|i|u|s|pre|code|ul|ol|a|h[1-6])(?:\s[^<>]*)?>/gi;
const LINE_BREAK = /<br(?:\s[^<>]*)?\/?>|<\/(?:p|div|li|h[1-6])>|<li(?:\s[^<>]*)?>/gi;
const QUOTATION = /<blockquote(?:\s[^<>]*)?>([\s\S]*?)<\/blockquote>/gi;

/** The sentence as it was meant: the bot's own mention gone, other people as @Name, entities decoded, a quotation as `> `. */
export function plainSentence(text: string, mentions: readonly Mention[], bot: string): string {
  // Cut first: patterns over text without end take time without end.
  const given = text.slice(0, 2 * TEAMS_LIMITS.sentenceCharacters);
  const own = mentions.filter((mention) => mention.id === bot && mention.text !== '');
  const withoutBot = own.reduce((rest, mention) => rest.replaceAll(mention.text, ' '), given);
  const plain = withoutBot
    .replace(/<at(?:\s[^<>]*)?>([\s\S]*?)<\/at>/gi, '@$1')
    .replace(QUOTATION, (_all, quoted: string) => `\n> ${quoted.replace(LINE_BREAK, ' ')}\n`)
    .replace(LINE_BREAK, '\n')
    .replace(MARKUP, '');
  return tidy(decodeEntities(plain)).slice(0, TEAMS_LIMITS.sentenceCharacters);
}

/** Once, not again and again: `&amp;lt;` was typed as `&lt;`. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
