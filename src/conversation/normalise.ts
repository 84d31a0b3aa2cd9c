/** What a channel may send at most is more than a sentence needs; a longer one is not read at all. */
export const LONGEST_SENTENCE = 4000;

/** Teams sends text as HTML now and then. */
const ENTITIES = /&(?:nbsp|amp|quot|#39|apos);/giu;
const PLAIN_ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
};
const QUOTES = /[“”„‟«»‹›″`❝❞]/gu;
const APOSTROPHES = /[‘’‚‛´ʼ′]/gu;
const DASHES = /[‐‑‒–—―−]/gu;
/** Zero width, direction marks, soft hyphens, variation selectors. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const CONTROLS = /[^\P{Cc}\n]/gu;
const PICTURES = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}\u20e3]/gu;
/** `<at>Subdesk</at>`, `<@U123>`: who is addressed, unless a role is given to them. */
const MENTIONS = /<at[^<>]{0,80}>([^<>]{0,80})<\/at>|<@([A-Z0-9]{1,40})(?:\|[^<>]{0,80})?>/gu;
/** What somebody stands after in "grant sales agent to @anna", "ge @anna rollen säljare". */
const TO_SOMEBODY =
  /(?:^|\s)(?:to|till|åt|ge|give|grant|make|gör|tilldela|assign|för|for|of|add|utse|appoint|let)\s+$/iu;
/** `@subdesk` in front or anywhere, `/sub`. */
const ADDRESSED = /^\s*(?:@?subdesk\b[,:]?|\/sub\b)|@subdesk\b/giu;
/** What follows "-- " on a line of its own is who wrote it. */
const SIGNATURE = /\n[ \t]*--+[ \t]*\n[\s\S]*$/u;
const PLUS = /(^|\s)\+(?=\d{1,4}\s)/gu;
const MINUS = /^\s*-(?=\d{1,4}\s)/u;
/** "S-1044: 30 seats". */
const COUNTED = /\b(S-\d{1,9})\s*[:=]\s*(?=\d{1,7}\s+\p{L})/giu;
/** 'contoso e3' in single quotation marks, not the apostrophe of a genitive. */
const SINGLE_QUOTED = /(^|[\s(])'([^'\n]{1,200})'(?=$|[\s).,;:!?])/gu;

/** The sentence as one can read it: NFKC, plain quotes and dashes, no emoji, mentions or invisible characters. */
export function normalise(text: string): string {
  return text
    .replace(ENTITIES, (entity) => PLAIN_ENTITIES[entity.toLowerCase()] ?? entity)
    .replace(QUOTES, '"')
    .replace(APOSTROPHES, "'")
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(CONTROLS, ' ')
    .replace(DASHES, '-')
    .replace(MENTIONS, mentioned)
    .replace(ADDRESSED, ' ')
    .replace(SIGNATURE, '')
    .replace(PLUS, '$1plus ')
    .replace(MINUS, 'minus ')
    .replace(PICTURES, ' ')
    .replace(COUNTED, '$1 to ')
    .replace(SINGLE_QUOTED, '$1"$2"')
    .trim();
}

function mentioned(
  whole: string,
  name: string | undefined,
  id: string | undefined,
  at: number,
  text: string,
): string {
  if (!TO_SOMEBODY.test(text.slice(Math.max(0, at - 20), at))) return ' ';
  return id === undefined ? ` "${(name ?? '').trim()}" ` : whole.replace(/\|[^<>]*/u, '');
}

const PLAIN: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ß: 'ss', ł: 'l', đ: 'd' };

/** For comparing: no case, no diacritics ("Återuppta" = "ateruppta"). */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæßłđ]/gu, (letter) => PLAIN[letter] ?? letter);
}
