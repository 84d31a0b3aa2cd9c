import type { Customer, Subscription } from '../domain/subscription/subscription.ts';
import { wordsOf } from './nameWords.ts';
import { type WordIndex, wordIndex } from './nameWordsIndex.ts';
import { fold } from './normalise.ts';

/** Customers, products and subscriptions by their words, in memory. */
export interface NameStore {
  /** Ids of customers by the words of their names and domains. */
  readonly customers: WordIndex;
  /** Products' names by their words. */
  readonly offers: WordIndex;
  putCustomer(customer: Customer): void;
  putSubscription(subscription: Subscription): void;
  ofCustomers(ids: Iterable<string>): readonly Subscription[];
  ofOffers(names: Iterable<string>): readonly Subscription[];
  all(): readonly Subscription[];
}

export function nameStore(): NameStore {
  const customers = wordIndex();
  const offers = wordIndex();
  const named = new Map<string, ReadonlySet<string>>();
  const byId = new Map<string, Subscription>();
  const byCustomer = new Map<string, Set<string>>();
  const byOffer = new Map<string, Set<string>>();

  function remove({ id, customerId, offerName }: Subscription): void {
    byCustomer.get(customerId)?.delete(id);
    byOffer.get(offerName)?.delete(id);
  }
  return {
    customers,
    offers,
    putCustomer({ id, name, domain }) {
      for (const word of named.get(id) ?? []) customers.remove(word, id);
      const words = new Set([...wordsOf(name), ...wordsOf(domain), fold(domain)]);
      for (const word of words) customers.add(word, id);
      named.set(id, words);
    },
    putSubscription(subscription) {
      const { id, customerId, offerName } = subscription;
      const before = byId.get(id);
      // What is only read again keeps its place: a list is in the same order every time.
      if (before && (before.customerId !== customerId || before.offerName !== offerName)) remove(before);
      if (!byOffer.has(offerName)) for (const word of wordsOf(offerName)) offers.add(word, offerName);
      byId.set(id, subscription);
      join(byCustomer, customerId, id);
      join(byOffer, offerName, id);
    },
    ofCustomers: (ids) => under(byId, byCustomer, ids),
    ofOffers: (names) => under(byId, byOffer, names),
    all: () => [...byId.values()],
  };
}

function under(
  byId: ReadonlyMap<string, Subscription>,
  index: ReadonlyMap<string, ReadonlySet<string>>,
  keys: Iterable<string>,
): readonly Subscription[] {
  return [...keys].flatMap((key) => [...(index.get(key) ?? [])].flatMap((id) => byId.get(id) ?? []));
}

function join(index: Map<string, Set<string>>, key: string, id: string): void {
  const known = index.get(key);
  if (known) known.add(id);
  else index.set(key, new Set([id]));
}
