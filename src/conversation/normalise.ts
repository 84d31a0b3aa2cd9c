/** What a channel may send at most is more than a sentence needs; a longer one is not read at all. */
export const LONGEST_SENTENCE = 4000;

const QUOTES = /[“”„‟«»‹›″`❝❞]/gu;
const APOSTROPHES = /[‘’‚‛´ʼ′]/gu;
const DASHES = /[‐‑‒–—―−]/gu;
/** Zero width, direction marks, soft hyphens, variation selectors. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const CONTROLS = /[^\P{Cc}\n]/gu;
const PICTURES = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1f1e6}-\u{1f1ff}\u20e3]/gu;
/** `<at>Subdesk</at>`, `<@U123>`, `@subdesk` in front, `/sub`. */
const MENTIONS = /<at[^<>]{0,80}>[^<>]{0,80}<\/at>|<@[A-Z0-9]{1,40}(?:\|[^<>]{0,80})?>/gu;
const ADDRESSED = /^\s*(?:@?subdesk\b[,:]?|\/sub\b)/iu;
/** 'contoso e3' in single quotation marks, not the apostrophe of a genitive. */
const SINGLE_QUOTED = /(^|[\s(])'([^'\n]{1,200})'(?=$|[\s).,;:!?])/gu;

/** The sentence as one can read it: NFKC, plain quotes and dashes, no emoji, mentions or invisible characters. */
export function normalise(text: string): string {
  return text
    .replace(QUOTES, '"')
    .replace(APOSTROPHES, "'")
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(CONTROLS, ' ')
    .replace(DASHES, '-')
    .replace(MENTIONS, ' ')
    .replace(ADDRESSED, ' ')
    .replace(PICTURES, ' ')
    .replace(SINGLE_QUOTED, '$1"$2"')
    .trim();
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
