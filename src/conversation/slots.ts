import type { Slots } from '../commands/defineCommand.ts';
import { catalogFilters } from './catalogFilters.ts';
import type { Match } from './match.ts';
import { nameWords } from './subject.ts';
import { type Token, textOf } from './tokenize.ts';

/** The words that name what a match is about: its gaps `{s}`, in the order in which they stand. */
export function gapOf({ found: { gaps } }: Match): readonly Token[] {
  if (gaps['op']) return gaps['op'];
  return [...(gaps['s'] ?? []), ...(gaps['s2'] ?? [])].sort((a, b) => a.start - b.start);
}

const NO_SLOT: ReadonlySet<string> = new Set(['s', 's2', 'op', 'command', 'old']);

/** Slots that the words of a phrase fill: numbers, values, and names beside the subject. */
export function slotsIn(match: Match, source: string): Slots {
  const { found, slots, command } = match;
  const named = Object.entries(found.gaps).filter(([name]) => !NO_SLOT.has(name));
  return {
    ...command.usual,
    ...slots,
    ...numbersIn(match),
    ...Object.fromEntries(named.map(([name, tokens]) => [name, textOf(nameWords(tokens), source)])),
    ...found.values,
  };
}

function numbersIn({ found }: Match): Pick<Slots, 'quantity' | 'delta'> {
  const { n, '+n': more, '-n': fewer } = found.numbers;
  return {
    ...(n !== undefined && { quantity: n }),
    ...(more !== undefined && { delta: more }),
    ...(fewer !== undefined && { delta: -fewer }),
  };
}

/** Subject and slots of a reading; the catalogue's filters stand among its words. */
export function readingIn(
  match: Match,
  gap: readonly Token[],
  source: string,
): { readonly subject: readonly Token[]; readonly slots: Slots } {
  const slots = slotsIn(match, source);
  if (match.name !== 'catalog') return { subject: nameWords(gap), slots };
  const { rest, filters } = catalogFilters(gap);
  return { subject: nameWords(rest), slots: { ...slots, ...filters } };
}
