import { isTold } from '../application/announcing.ts';
import { unwish, type Wished, wish } from '../application/wishes.ts';
import { commandNamed } from '../commands/index.ts';
import { TOPICS, topicsOf } from '../domain/announcement.ts';
import type { Customer } from '../domain/subscription/subscription.ts';
import type { View } from '../views/view.ts';
import { button, type Pending, remember } from './memory.ts';
import { fold } from './normalise.ts';
import { resolve } from './resolve.ts';
import { actorOf, type Talk } from './turn.ts';

const MOST_CHOICES = 12;

/** `notify` and `stop-notifying`: whether of everybody, or of the one customer that is named. */
export async function standingWish(talk: Talk, pending: Pending, words: string | null): Promise<View> {
  if (words === null) return wishOf(talk, pending, null);
  const { customers, exact } = await customersNamed(talk, words);
  const wholly = customers.filter(({ name }) => fold(name) === fold(words));
  const [only, ...others] = exact && wholly.length === 0 ? customers : wholly;
  if (only && others.length === 0) return wishOf(talk, pending, only.id);
  if (customers.length === 0) return notFound(words);
  return chooseCustomer(talk, pending, words, customers);
}

/** Of those that fit the words, enough to know whose they are. */
const MOST_LOOKED_AT = 500;

export function isWish({ intent }: Pending): boolean {
  const command = commandNamed(intent);
  return command !== undefined && 'board' in command;
}

/** Whose the named subscriptions are; exact: the words are the customers', not a product's or a misspelling. */
async function customersNamed(
  { desk, index }: Talk,
  words: string,
): Promise<{ readonly customers: readonly Customer[]; readonly exact: boolean }> {
  const resolved = await resolve(desk, index, words, { deletedToo: true, most: MOST_LOOKED_AT });
  if (resolved.kind === 'none') return { customers: [], exact: false };
  const found = resolved.kind === 'one' ? [resolved.subscription] : resolved.found;
  const customers = await desk.directory.customers([...new Set(found.map(({ customerId }) => customerId))]);
  const near = resolved.kind === 'choose' && resolved.why === 'fuzzy';
  return { customers, exact: !near && index.isCustomer(words) };
}

/** Does it for the place where it was said; `customer` null: for all of them. */
export async function wishOf(talk: Talk, { intent, slots }: Pending, customer: string | null): Promise<View> {
  const command = commandNamed(intent);
  const wishes = command !== undefined && 'board' in command && command.board === 'wish';
  const wanted = { topics: topicsOf(slots.topic ?? 'all') ?? TOPICS, customer };
  const actor = actorOf(talk.turn);
  const wished = wishes ? await wish(talk.desk, actor, wanted) : await unwish(talk.desk, actor, wanted);
  return { ...(await notedView(talk, wished, wishes ? 'wish' : 'unwish')), command: intent };
}

async function notedView(talk: Talk, { changed, wishes }: Wished, asked: 'wish' | 'unwish'): Promise<View> {
  const { desk, turn } = talk;
  const named = wishes.flatMap(({ customer }) => customer ?? []);
  const customers = await desk.directory.customers([...new Set(named)]);
  const on = await remember(talk, { kind: 'ways-on' }, 'anyone');
  return {
    view: 'noted',
    on,
    asked,
    changed,
    wishes: wishes.map(({ topic, customer }) => ({
      topic,
      customer: customers.find(({ id }) => id === customer) ?? null,
    })),
    daysBefore: desk.policy.announce.daysBefore,
    isTold: isTold(turn.place),
    actions: [button('renewals')],
  };
}

async function chooseCustomer(
  talk: Talk,
  pending: Pending,
  words: string,
  found: readonly Customer[],
): Promise<View> {
  const customers = found.slice(0, MOST_CHOICES);
  const choices = Object.fromEntries(customers.map(({ id }) => [`choose-${id}`, id]));
  const on = await remember(talk, { kind: 'choose', pending, choices }, 'own');
  return {
    view: 'choose',
    on,
    of: 'customer',
    purpose: pending.intent,
    command: pending.intent,
    words,
    why: customers.length > 1 ? 'several' : 'fuzzy',
    candidates: [],
    customers,
    actions: customers.map(({ id }) => ({ ...button(`choose-${id}`), customer: id })),
  };
}

function notFound(words: string): View {
  return {
    view: 'not-understood',
    because: 'not-found',
    words,
    suggestions: [],
    candidates: [],
    actions: [],
  };
}
