import type { Customer } from '../domain/subscription/subscription.ts';
import type { SubscriptionName } from '../ports/subscriptions.ts';
import { countOwn, domainWords, idWord, type NameWord, wordsOf } from './nameWords.ts';
import { type WordIndex, wordIndex } from './nameWordsIndex.ts';

/** What the index knows of a subscription: enough to name it and to list it, nothing to decide upon. */
export interface Named {
  readonly id: string;
  readonly reference: string;
  readonly customerId: string;
  readonly offerName: string;
  readonly deleted: boolean;
  /** End of the commitment, milliseconds since 1970. */
  readonly endsAt: number;
}

/** The same of a subscription that was read. */
export function namedAs(subscription: SubscriptionName): Named {
  const { id, reference, customerId, offerName, status, commitmentEndDate } = subscription;
  const endsAt = Date.parse(commitmentEndDate);
  return { id, reference, customerId, offerName, deleted: status === 'deleted', endsAt };
}

/** A customer's name: its words, and how many of them have to be said for all of it. */
export interface OwnName {
  readonly words: readonly NameWord[];
  readonly own: number;
}

/** Customers, offers and subscriptions, each by a number of its own (in the order in which they came). */
export interface NameStore {
  /** Words of customers' names and domains → numbers of customers. */
  readonly customers: WordIndex;
  /** Words of offers' names → numbers of offers. */
  readonly offers: WordIndex;
  putCustomer(customer: Pick<Customer, 'id' | 'name' | 'domain'>): void;
  putSubscription(subscription: SubscriptionName): void;
  counts(): { readonly customers: number; readonly offers: number; readonly subscriptions: number };
  nameOf(customer: number): OwnName | undefined;
  ofCustomer(customer: number): readonly number[];
  ofOffer(offer: number): readonly number[];
  customerOf(subscription: number): number;
  offerOf(subscription: number): number;
  isDeleted(subscription: number): boolean;
  named(subscription: number): Named;
}

interface Columns {
  readonly ids: string[];
  readonly references: string[];
  readonly customer: number[];
  readonly offer: number[];
  readonly deleted: boolean[];
  readonly endsAt: number[];
}

export function nameStore(): NameStore {
  const customers = wordIndex();
  const offers = wordIndex();
  const customerIds = numbering();
  const offerNames = numbering();
  const subscriptionIds = new Map<string, number>();
  const columns: Columns = { ids: [], references: [], customer: [], offer: [], deleted: [], endsAt: [] };
  const ofCustomer: number[][] = [];
  const ofOffer: number[][] = [];
  const names: (OwnName & { readonly written: string })[] = [];

  function offerNumber(name: string): number {
    const offer = offerNames.of(name);
    if (offer === ofOffer.length) {
      ofOffer.push([]);
      for (const { word } of wordsOf(name)) offers.add(word, offer);
    }
    return offer;
  }
  function customerNumber(id: string): number {
    const customer = customerIds.of(id);
    if (customer === ofCustomer.length) ofCustomer.push([]);
    return customer;
  }
  function move(row: number, customer: number, offer: number): void {
    const from = columns.customer[row];
    const under = columns.offer[row];
    if (from !== customer) place(ofCustomer, from, customer, row);
    if (under !== offer) place(ofOffer, under, offer, row);
    columns.customer[row] = customer;
    columns.offer[row] = offer;
  }
  return {
    customers,
    offers,
    putCustomer({ id, name, domain }) {
      const customer = customerNumber(id);
      const written = `${name}\n${domain}`;
      const before = names[customer];
      if (before?.written === written) return;
      for (const { word } of before?.words ?? []) customers.remove(word, customer);
      const own = countOwn(name);
      const byId = { word: idWord(id), covers: own };
      const words = mergedWords([byId, ...wordsOf(name), ...domainWords(domain)]);
      for (const { word } of words) customers.add(word, customer);
      names[customer] = { written, words, own };
    },
    putSubscription({ id, reference, customerId, offerName, status, commitmentEndDate }) {
      const row = subscriptionIds.get(id) ?? columns.ids.push(id) - 1;
      subscriptionIds.set(id, row);
      columns.references[row] = reference;
      columns.deleted[row] = status === 'deleted';
      columns.endsAt[row] = Date.parse(commitmentEndDate);
      move(row, customerNumber(customerId), offerNumber(offerName));
    },
    counts: () => ({
      customers: ofCustomer.length,
      offers: ofOffer.length,
      subscriptions: columns.ids.length,
    }),
    nameOf: (customer) => names[customer],
    ofCustomer: (customer) => ofCustomer[customer] ?? [],
    ofOffer: (offer) => ofOffer[offer] ?? [],
    customerOf: (row) => columns.customer[row] ?? 0,
    offerOf: (row) => columns.offer[row] ?? 0,
    isDeleted: (row) => columns.deleted[row] === true,
    named: (row) => ({
      id: columns.ids[row] ?? '',
      reference: columns.references[row] ?? '',
      customerId: customerIds.at(columns.customer[row] ?? 0),
      offerName: offerNames.at(columns.offer[row] ?? 0),
      deleted: columns.deleted[row] === true,
      endsAt: columns.endsAt[row] ?? 0,
    }),
  };
}

/** Numbers for texts, from 0, in the order in which they are first seen. */
function numbering(): { of(text: string): number; at(number: number): string } {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    of(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
    at: (number) => texts[number] ?? '',
  };
}

function place(lists: readonly number[][], from: number | undefined, to: number, row: number): void {
  const before = from === undefined ? undefined : lists[from];
  before?.splice(before.indexOf(row), 1);
  lists[to]?.push(row);
}

/** A word of the name that the domain has too stands there once. */
function mergedWords(words: readonly NameWord[]): readonly NameWord[] {
  const byWord = new Map<string, NameWord>();
  for (const one of words) if (one.covers >= (byWord.get(one.word)?.covers ?? 0)) byWord.set(one.word, one);
  return [...byWord.values()];
}
