import { lastShownNow } from './context.ts';
import { normalise } from './normalise.ts';
import { phraseSet } from './phraseSet.ts';
import { namesProduct } from './products.ts';
import { barest } from './strip.ts';
import { nameWords } from './subject.ts';
import { type Token, textOf, tokenize } from './tokenize.ts';
import type { Talk } from './turn.ts';

const SAME = phraseSet(`
  the same for, same for, the same thing for, same thing for, the same with, same with, do the same for, do the same to, do the same with, do the same thing for,
  and the same for, likewise for, same again for, the same again for, ditto for, same goes for, the same goes for, and now the same for, repeat for, repeat that for,
  samma för, samma sak för, samma med, samma sak med, gör samma för, gör samma sak för, gör samma sak med, gör samma med, detsamma för, gör detsamma för, samma gäller för,
  samma gäller, upprepa för, samma igen för, gör samma sak åt, samma sak åt, samma sak hos, samma på, samma sak på, gör samma sak på
`);

/** The words that "the same for …" is said of; null for any other sentence. */
export function sameFor(text: string): string | null {
  const source = normalise(text);
  const said = barest(tokenize(source).filter(({ mark }) => !mark));
  const length = SAME.at(said, 0);
  const name = length === 0 ? [] : nameWords(said.slice(length));
  return name.length === 0 || said.some(isForbidding) ? null : textOf(name, source);
}

function isForbidding({ key, quoted }: Token): boolean {
  return !quoted && /^(?:not|dont|inte|ej|if|om|and|och|or|eller|all|alla|both|bada)$|n't$/u.test(key);
}

/** Where a subject's words lead once the last order is known; the agent always picks (F-99). */
export interface Repeated {
  readonly words: string;
  /** Tried first: the product last shown, of the customer named now. */
  readonly withProduct: string | null;
}

/** What the words stand for beside what was last shown. */
export async function repeated(talk: Talk, words: string): Promise<Repeated> {
  const last = namesProduct(tokenize(words)) ? null : await lastShownNow(talk);
  return { words, withProduct: last && `${words} ${last.offerName}` };
}
