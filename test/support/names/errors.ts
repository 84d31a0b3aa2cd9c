import type { Random } from './random.ts';

/** One typing error of a kind, or null where the text has no place for it. */
export type TypingError = (text: string, random: Random) => string | null;

const KEYS: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'awdx',
  d: 'sefc',
  f: 'drgv',
  g: 'fthb',
  h: 'gyjn',
  j: 'hukm',
  k: 'jil',
  l: 'ko',
  z: 'asx',
  x: 'zsdc',
  c: 'xdfv',
  v: 'cfgb',
  b: 'vghn',
  n: 'bhjm',
  m: 'njk',
  å: 'pö',
  ö: 'läå',
  ä: 'öå',
};
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';

/** The errors of hands; figures are left alone: "E5" for "E3" is another name, not an error one could see. */
export const TYPING_ERRORS: Readonly<Record<string, TypingError>> = {
  transposition: (text, random) =>
    changed(text, random, (at) => {
      const [one = '', other = ''] = [text.charAt(at), text.charAt(at + 1)];
      return /^\p{L}$/u.test(other) && one.toLowerCase() !== other.toLowerCase() ? [other + one, 2] : null;
    }),
  missing: (text, random) => changed(text, random, () => ['', 1]),
  doubled: (text, random) => changed(text, random, (at) => [text.charAt(at).repeat(2), 1]),
  wrong: (text, random) => changed(text, random, (at) => [otherLetter(text.charAt(at), random), 1]),
  adjacent: (text, random) =>
    changed(text, random, (at) => {
      const keys = KEYS[text.charAt(at).toLowerCase()];
      return keys === undefined ? null : [keys.charAt(random.below(keys.length)), 1];
    }),
  'space too many': (text, random) =>
    changed(text, random, (at) =>
      /^\p{L}{2}$/u.test(text.slice(at - 1, at + 1)) ? [` ${text.charAt(at)}`, 1] : null,
    ),
  'space too few': (text, random) => {
    const spaces = [...text.matchAll(/ /gu)].map(({ index }) => index);
    if (spaces.length === 0) return null;
    const at = random.of(spaces);
    return text.slice(0, at) + text.slice(at + 1);
  },
};

type Change = (at: number) => readonly [string, number] | null;

/** At a letter that allows it: [what stands there instead, of how many characters]. */
function changed(text: string, random: Random, change: Change): string | null {
  const places = [...text.matchAll(/\p{L}/gu)].map(({ index }) => index);
  for (let tries = 0; tries < 20; tries += 1) {
    const at = random.of(places);
    const made = change(at);
    if (made) return text.slice(0, at) + made[0] + text.slice(at + made[1]);
  }
  return null;
}

function otherLetter(letter: string, random: Random): string {
  const others = ALPHABET.replace(letter.toLowerCase(), '');
  return others.charAt(random.below(others.length));
}
