import type { Slots } from '../commands/defineCommand.ts';
import { type PhraseSet, phraseSet } from './phraseSet.ts';
import type { Token } from './tokenize.ts';
import { valuesNamed } from './words/trade.ts';

type Filter = 'publisher' | 'billingType' | 'category';

interface Worded {
  readonly name: Filter;
  readonly value: string;
  readonly said: PhraseSet;
}

const FILTERS: readonly Worded[] = (['publisher', 'billingType', 'category'] as const).flatMap((name) =>
  valuesNamed(name).map(({ value, said }) => ({ name, value, said: phraseSet(said) })),
);
const BESIDE: ReadonlySet<string> = new Set(
  'only just publisher billing type category and with by utgivare kategori och med bara endast products produkter typ faktureringstyp'.split(
    ' ',
  ),
);

/** C-1: publisher, billing type and category, wherever they stand among the words. */
export function catalogFilters(gap: readonly Token[]): {
  readonly rest: readonly Token[];
  readonly filters: Pick<Slots, Filter>;
} {
  const rest: Token[] = [];
  const filters: Partial<Record<Filter, string>> = {};
  for (let index = 0; index < gap.length; ) {
    const { name, value, length } = filterAt(gap, index);
    const token = gap[index];
    if (name) filters[name] = value;
    else if (token && !BESIDE.has(token.key)) rest.push(token);
    index += Math.max(1, length);
  }
  return { rest, filters };
}

function filterAt(
  gap: readonly Token[],
  index: number,
): { readonly name?: Filter; readonly value?: string; readonly length: number } {
  return FILTERS.map(({ name, value, said }) => ({ name, value, length: said.at(gap, index) }))
    .filter(({ length }) => length > 0)
    .reduce<{ name?: Filter; value?: string; length: number }>(
      (longest, one) => (one.length > longest.length ? one : longest),
      { length: 0 },
    );
}
