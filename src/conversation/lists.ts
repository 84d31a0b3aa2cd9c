import type { Instant } from '../domain/instant.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Candidate, View } from '../views/view.ts';
import { button, remember } from './memory.ts';
import { resolve } from './resolve.ts';
import { candidatesOf, shownAlone } from './subjectOf.ts';
import type { Talk } from './turn.ts';

/** What a list shows at most; the rest is counted. */
const MOST_LISTED = 12;
const MOST_COUNTED = 500;

/** Everything that fits the words; what only looks like it where nothing does. */
export async function listView(talk: Talk, words: string): Promise<View> {
  const found = await named(talk, words);
  const candidates = await candidatesOf(
    talk,
    found.slice(0, MOST_LISTED).map(({ id }) => id),
  );
  await shownAlone(talk, candidates);
  const on = await remember(talk, { kind: 'ways-on' }, 'anyone');
  const actions = candidates.slice(0, 5).map(({ subscription }) => ({
    ...button(`show-${subscription.reference}`),
    subscription: subscription.reference,
  }));
  return { view: 'list', on, words, candidates, total: found.length, actions };
}

async function named({ desk, index }: Talk, words: string): Promise<readonly Subscription[]> {
  await index.refresh();
  if (words === '') return [...index.all()].filter(({ status }) => status !== 'deleted');
  const resolved = await resolve(desk, index, words, false);
  if (resolved.kind === 'one') return [resolved.subscription];
  return resolved.kind === 'none' ? [] : resolved.found;
}

/** What renews or ends until then, soonest first. */
export async function renewalsView(talk: Talk, words: string, until: Instant): Promise<View> {
  const now = talk.desk.clock.now();
  const found = (await named(talk, words))
    .filter(({ status, commitmentEndDate: end }) => status !== 'deleted' && end >= now && end < until)
    .sort((a, b) => (a.commitmentEndDate < b.commitmentEndDate ? -1 : 1));
  const shownFirst = await candidatesOf(
    talk,
    found.slice(0, MOST_LISTED).map(({ id }) => id),
  );
  const candidates = [...shownFirst, ...(await counted(talk, found.slice(MOST_LISTED, MOST_COUNTED)))];
  return { view: 'renewals', words, candidates, until, actions: [] };
}

/** Rows that a list only counts: as the index has them. */
async function counted({ desk }: Talk, rows: readonly Subscription[]): Promise<readonly Candidate[]> {
  const customers = await desk.directory.customers([...new Set(rows.map(({ customerId }) => customerId))]);
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  return rows.flatMap((subscription) => {
    const customer = byId.get(subscription.customerId);
    return customer ? [{ subscription, customer }] : [];
  });
}

/** Several, and none of the words is a product's: they name customers. */
export async function namesMany({ desk, index }: Talk, words: string): Promise<boolean> {
  const resolved = await resolve(desk, index, words, true);
  if (resolved.kind !== 'choose' || resolved.why === 'fuzzy') return false;
  return new Set(resolved.found.map(({ offerName }) => offerName)).size > 1 && index.isCustomer(words);
}
