import { fold } from './normalise.ts';
import type { Token } from './tokenize.ts';

const WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['one', 'en', 'ett'],
    ['two', 'två'],
    ['three', 'tre'],
    ['four', 'fyra'],
    ['five', 'fem'],
    ['six', 'sex'],
    ['seven', 'sju'],
    ['eight', 'åtta'],
    ['nine', 'nio'],
    ['ten', 'tio'],
    ['eleven', 'elva'],
    ['twelve', 'tolv'],
    ['thirteen', 'tretton'],
    ['fourteen', 'fjorton'],
    ['fifteen', 'femton'],
    ['sixteen', 'sexton'],
    ['seventeen', 'sjutton'],
    ['eighteen', 'arton'],
    ['nineteen', 'nitton'],
    ['twenty', 'tjugo'],
  ].flatMap((names, index) => names.map((name) => [fold(name), index + 1] as const)),
);

const TENS: Readonly<Record<string, number>> = {
  thirty: 30,
  trettio: 30,
  forty: 40,
  fyrtio: 40,
  fifty: 50,
  femtio: 50,
  sixty: 60,
  sextio: 60,
  hundred: 100,
  hundra: 100,
};

/** A number in digits or as a word, or null. */
export function numberOf(token: Token): number | null {
  if (/^\d{1,7}$/u.test(token.key)) return Number(token.key);
  return WORDS[token.key] ?? TENS[token.key] ?? null;
}
