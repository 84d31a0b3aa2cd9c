import type { Slots } from '../commands/defineCommand.ts';
import { withoutFillers } from './strip.ts';
import type { Token } from './tokenize.ts';
import { textOf } from './tokenize.ts';
import { FAREWELLS } from './words/fillers.ts';
import { KNOWN_REASONS, OTHER_REASON } from './words/reasons.ts';

export type SaidReason = Pick<Slots, 'reason' | 'reasonText'>;

/** A long explanation that happens to hold "fraud" is not the reason *fraud*. */
export const LONGEST_KNOWN_REASON = 9;
/** As much as a reason's field takes. */
const LONGEST_TEXT = 500;

/** What was given as the reason: one of the known ones, else `other` in the agent's own words (G-2). */
export function readReason(tokens: readonly Token[], source: string): SaidReason {
  const said = trimmed(tokens);
  if (said.every((token) => token.mark)) return {};
  const known = said.length <= LONGEST_KNOWN_REASON ? knownReason(said) : null;
  if (known) return { reason: known };
  const other = OTHER_REASON.at(said, 0);
  const words = trimmed(said.slice(other));
  if (words.length === 0) return { reason: 'other' };
  return { reason: 'other', reasonText: textOf(words, source).slice(0, LONGEST_TEXT) };
}

/** The known reason that is said in there, or null. */
export function knownReason(tokens: readonly Token[]): Exclude<Slots['reason'], 'other' | undefined> | null {
  const plain = withoutFillers(tokens.map((token) => ({ ...token, quoted: false })));
  return KNOWN_REASONS.find(({ said }) => said.find(plain))?.reason ?? null;
}

const DECORATION: ReadonlySet<string> = new Set([
  ':',
  '-',
  ',',
  '.',
  '(',
  ')',
  '!',
  ';',
  '\n',
  'is',
  'ar',
  'the',
  'that',
  'att',
  'of',
]);

function trimmed(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  let end = tokens.length;
  while (start < end && DECORATION.has(tokens[start]?.key ?? '') && !tokens[start]?.quoted) start += 1;
  for (;;) {
    const here = tokens.slice(start, end);
    const farewell = FAREWELLS.atEnd(here);
    const mark = here.at(-1)?.mark ? 1 : 0;
    if (farewell + mark === 0 || here.length === 0) return here;
    end -= farewell || mark;
  }
}
