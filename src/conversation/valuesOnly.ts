import type { Slots } from '../commands/defineCommand.ts';
import { type PhraseSet, phraseSet } from './phraseSet.ts';
import type { Token } from './tokenize.ts';
import { valuesNamed } from './words/trade.ts';

const NAMES = ['termDuration', 'billingCycle'] as const;
const VALUES: readonly { readonly name: string; readonly value: string; readonly said: PhraseSet }[] =
  NAMES.flatMap((name) =>
    valuesNamed(name).map(({ value, said }) => ({ name, value, said: phraseSet(said) })),
  );
const BETWEEN: ReadonlySet<string> = new Set(
  'and with on at paid for a an the please och med på pa till en ett term billing period'.split(' '),
);

/** The slots of words that say a term or a billing cycle and nothing else, or null. */
export function valuesOnly(tokens: readonly Token[]): Slots | null {
  const slots: Record<string, string> = {};
  for (let index = 0; index < tokens.length; ) {
    const here = longestAt(tokens, index);
    if (here) slots[here.name] = here.value;
    else if (!BETWEEN.has(tokens[index]?.key ?? '')) return null;
    index += here?.length ?? 1;
  }
  return Object.keys(slots).length > 0 ? slots : null;
}

function longestAt(tokens: readonly Token[], index: number) {
  return VALUES.map(({ name, value, said }) => ({ name, value, length: said.at(tokens, index) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)[0];
}
