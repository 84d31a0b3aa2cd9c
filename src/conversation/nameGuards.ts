import type { Costs } from './nameCosts.ts';
import type { Token } from './nameQuery.ts';
import type { NameStore } from './nameStore.ts';
import { LEGAL_FORMS } from './nicknames.ts';

/** A row of the store whose every word was said exactly, to be looked at once more. */
interface Row {
  readonly row: number;
}

const BARE_NUMBER = /^\d{1,2}$/u;

/** "Contoso AB" is not Contoso GmbH; where one has the form that was said, it is that one. */
export function withLegalForm<T extends Row>(
  store: NameStore,
  tokens: readonly Token[],
  costs: readonly Costs[],
  rows: readonly T[],
): readonly T[] {
  const forms = costs.filter((_, at) => tokens[at]?.kind === 'legal');
  if (forms.length === 0) return rows;
  const having = rows.filter(({ row }) => forms.every((form) => fitsCustomer(form, store.customerOf(row))));
  return having.length > 0 ? having : rows.filter(({ row }) => !hasLegalForm(store, store.customerOf(row)));
}

/** "contoso 3" names no product: a figure alone does not, only beside another word of its name. */
export function withoutBareNumbers<T extends Row>(
  store: NameStore,
  tokens: readonly Token[],
  costs: readonly Costs[],
  rows: readonly T[],
): readonly T[] {
  const bare = costs.filter((_, at) => BARE_NUMBER.test(tokens[at]?.word ?? ''));
  if (bare.length === 0) return rows;
  const others = costs.filter((one) => !bare.includes(one));
  return rows.filter(({ row }) => {
    const alone = bare.some((one) => !fitsCustomer(one, store.customerOf(row)));
    return !alone || others.some((one) => (one.ofOffer[store.offerOf(row)] ?? 0) < one.otherwise);
  });
}

function fitsCustomer({ ofCustomer, otherwise }: Costs, customer: number): boolean {
  return (ofCustomer[customer] ?? otherwise) < otherwise;
}

function hasLegalForm(store: NameStore, customer: number): boolean {
  return store.nameOf(customer)?.words.some(({ word }) => LEGAL_FORMS.has(word)) ?? false;
}
