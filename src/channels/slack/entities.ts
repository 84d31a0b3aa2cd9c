/** Slack's text as the person wrote it: links and mentions as words, `&amp;` decoded last (platforms.md 1.7). */
export function plainText(text: string): string {
  return decode(text.replace(/<([^<>]+)>/g, (_whole, inside: string) => word(inside)))
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** The text without the bot's own mention; where its id is not known, without the mention that it begins with. */
export function withoutMention(text: string, botUser: string): string {
  if (!/^\w+$/.test(botUser)) return text.replace(/^\s*<@[^>]+>/, ' ');
  return text.replace(new RegExp(`<@${botUser}(\\|[^>]*)?>`, 'g'), ' ');
}

/** `@U1|anna` → @anna, `#C1|desk` → #desk, `!here` → @here, `https://x|label` → label. */
function word(inside: string): string {
  const [target = '', label] = inside.split('|', 2);
  const sign = target[0];
  if (sign === '@' || sign === '#') return label === undefined || label === '' ? target : `${sign}${label}`;
  if (sign === '!') return label ?? `@${target.slice(1).split('^')[0]}`;
  return label ?? target.replace(/^(mailto|tel):/, '');
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Plain text on its way out: what came from a customer is no mention, link or command there. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
