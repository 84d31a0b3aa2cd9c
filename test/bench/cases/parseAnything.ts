import { parse } from '../../../src/conversation/parse.ts';
import type { Case } from '../case.ts';
import { median } from '../measure.ts';
import { costRow } from '../table.ts';

/** No sentence takes longer (issue 7). */
const LONGEST_MS = 10;
const LONGEST_STRING = 4000;

/** Words that lead the grammar on: verbs, prepositions, numbers, marks, and what is none of its words. */
const WORDS =
  `pause cancel säg upp set add lägg till remove upgrade buy switch turn off auto-renew to of for on from at till på av för the a
  contoso e3 S-1042 5 10 seats licenser and och not inte if om because eftersom , . ? ! " ' - \n renewal förnyelsen annual billing x å 🙂 cancle`.split(
    /[ \n]+/u,
  );

/** Strings that repeat something short: what grows faster than a sentence shows there. */
const REPEATED = [
  ...[
    'the ',
    'pause ',
    'a-',
    '"',
    '<at ',
    'and no wait but ',
    'because , pause x ',
    'from the ',
    'please ',
    '5 ',
  ],
  ...[
    'set 5 seats to 10 e3 of the x on, ',
    "don't turn off renewal for to at x of y z, ",
    'could you add 5 of the more seats of x to y for z to 10 of e3, ',
  ],
];

export const parseAnythingCase: Case = {
  name: 'parse anything',
  against:
    'the median of the same random and adversarial strings of up to 4,000 characters; the slowest may take 10 ms',
  async run({ strings }) {
    const random = seeded(7);
    for (let warm = 0; warm < 2000; warm += 1) parse(stringOf(warm, random));
    const took = Array.from({ length: strings }, (_, index) => timeOf(stringOf(index, random)));
    const slowest = took.reduce((most, one) => Math.max(most, one), 0);
    if (slowest > LONGEST_MS) throw new Error(`a string took ${slowest.toFixed(1)} ms`);
    const middle = median(took);
    return [costRow('the slowest string', { product: slowest, floor: middle, ratio: slowest / middle })];
  },
};

/** Of a slow one the best of a few: a machine that is busy is not the grammar. */
function timeOf(text: string): number {
  let best = once(text);
  for (let again = 0; again < 4 && best > LONGEST_MS / 4; again += 1) best = Math.min(best, once(text));
  return best;
}

function once(text: string): number {
  const began = performance.now();
  parse(text);
  return performance.now() - began;
}

function stringOf(index: number, random: () => number): string {
  const length = 1 + Math.floor(random() ** 3 * LONGEST_STRING);
  if (index % 3 === 0) {
    const piece = REPEATED[index % REPEATED.length] ?? '';
    return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  }
  let text = '';
  while (text.length < length)
    text += index % 3 === 1 ? `${pick(random)} ` : String.fromCodePoint(32 + Math.floor(random() * 900));
  return text.slice(0, length);
}

function pick(random: () => number): string {
  return WORDS[Math.floor(random() * WORDS.length)] ?? '';
}

/** The same strings in every run (a linear congruential generator). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
