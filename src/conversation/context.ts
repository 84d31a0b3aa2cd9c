import type { Subscription } from '../domain/subscription/subscription.ts';
import { after, type Pending } from './memory.ts';
import type { Talk } from './turn.ts';

/** How long "it" means what was last shown (F-99). */
const REMEMBERED = 15 * 60_000;

type Speaking = Pick<Talk, 'desk' | 'turn'>;

/** The subscription that this answer showed: what "it" will mean to this person here. */
export async function shown(talk: Speaking, subscription: string): Promise<void> {
  await keep(talk, 'shown', { shown: subscription });
}

/** The customer whose list this answer showed: whose product a bare "E3" will be (F-99). */
export async function shownCustomer(talk: Speaking, customer: string): Promise<void> {
  await keep(talk, 'shown', { customer });
}

/** The order that was last given: what "the same for Fabrikam" repeats. */
export async function ordered(talk: Speaking, pending: Pending): Promise<void> {
  await keep(talk, 'ordered', { pending });
}

/** The one subscription last shown to this person in this conversation, or null. */
export async function lastShown(talk: Speaking): Promise<string | null> {
  const memory = await kept(talk, 'shown');
  return typeof memory?.['shown'] === 'string' ? memory['shown'] : null;
}

/** The same as it is now. */
export async function lastShownNow(talk: Speaking): Promise<Subscription | null> {
  const last = await lastShown(talk);
  return last === null ? null : ((await talk.desk.subscriptions.get(last))?.subscription ?? null);
}

/** The customer last shown, alone or by one of its subscriptions, or null. */
export async function lastCustomer(talk: Speaking): Promise<string | null> {
  const memory = await kept(talk, 'shown');
  if (typeof memory?.['customer'] === 'string') return memory['customer'];
  return (await lastShownNow(talk))?.customerId ?? null;
}

/** The order last given by this person in this conversation, or null. */
export async function lastOrder(talk: Speaking): Promise<Pending | null> {
  const pending = (await kept(talk, 'ordered'))?.['pending'];
  return typeof pending === 'object' && pending !== null ? (pending as Pending) : null;
}

/** In the drafts' store, for "it" must mean the same to every process. */
async function keep(
  { desk, turn }: Speaking,
  what: string,
  memory: Readonly<Record<string, unknown>>,
): Promise<void> {
  const id = placeOf(turn, what);
  if (!id) return;
  const at = desk.clock.now();
  const person = turn.person?.id ?? null;
  await desk.drafts.putAgain({ id, person, at, expiresAt: after(at, REMEMBERED), memory });
}

async function kept(
  { desk, turn }: Speaking,
  what: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  const id = placeOf(turn, what);
  const draft = id ? await desk.drafts.get(id) : null;
  return draft && draft.expiresAt > desk.clock.now() ? draft.memory : null;
}

/** One person in one conversation: never across people or channels. */
function placeOf(
  { person, place: { channel, workspace, conversation } }: Talk['turn'],
  what: string,
): string | null {
  return person && `${what} ${JSON.stringify([channel, workspace, conversation, person.id])}`;
}
