import { overview } from '../application/query.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { ActionSpec, Candidate, View } from '../views/view.ts';
import { lastCustomer, lastShownNow, shown, shownCustomer } from './context.ts';
import { button, type Pending, remember } from './memory.ts';
import { type Named, namedAs } from './nameStore.ts';
import { namesProduct } from './products.ts';
import { type Resolved, resolve } from './resolve.ts';
import { repeated } from './sameAgain.ts';
import { sentence } from './spoken.ts';
import { isPronoun } from './subject.ts';
import { tokenize } from './tokenize.ts';
import type { Talk } from './turn.ts';

/** What a sentence's subject came to: one subscription, or the view that asks for it. */
export type Found =
  | { readonly kind: 'one'; readonly subscription: string }
  | { readonly kind: 'view'; readonly view: View };

/** More buttons than these are no choice; a better name is. */
const MOST_CHOICES = 12;

/** From the words to one subscription, or to a question; a fuzzy match is always picked by the agent. */
export async function findSubject(
  talk: Talk,
  words: string | null,
  pending: Pending,
  deletedToo = false,
): Promise<Found> {
  if (words === null) return view(await askView(talk, pending, 'subscription'));
  if (isPronoun(tokenize(words))) return view(await pronounView(talk, words, pending));
  const resolved = await resolve(talk.desk, talk.index, words, { deletedToo, most: MOST_CHOICES });
  if (resolved.kind === 'one') return { kind: 'one', subscription: resolved.subscription.id };
  const near = await ofLastCustomer(talk, words);
  if (near) return view(await chooseView(talk, { ...near, words, pending, deletedToo }));
  if (resolved.kind === 'none') return view(notFoundView(talk, words));
  return view(await chooseView(talk, { ...resolved, words, pending, deletedToo }));
}

type Near = Pick<Choice, 'why' | 'found' | 'total' | 'equal'>;

/** F-99: a bare product after a customer was shown is that customer's; the agent still picks it. */
async function ofLastCustomer(talk: Talk, words: string): Promise<Near | null> {
  if (!namesProduct(tokenize(words)) || talk.index.isCustomer(words)) return null;
  const id = await lastCustomer(talk);
  const [customer] = id === null ? [] : await talk.desk.directory.customers([id]);
  if (!customer) return null;
  const most = MOST_CHOICES;
  const resolved = await resolve(talk.desk, talk.index, `${customer.name} ${words}`, {
    deletedToo: false,
    most,
  });
  const found = nearOf(resolved).filter(({ customerId }) => customerId === id);
  const exact = resolved.kind === 'one' || (resolved.kind === 'choose' && resolved.why === 'several');
  return exact && found.length > 0 ? contextual(found) : null;
}

function nearOf(resolved: Resolved): readonly Named[] {
  if (resolved.kind === 'one') return [resolved.subscription];
  return resolved.kind === 'none' ? [] : resolved.found;
}

function contextual(found: readonly Named[]): Near {
  return { why: 'context', found, total: found.length, equal: 1 };
}

/** "The same for Fabrikam": what was last ordered, of somebody else's; never without a choice. */
export async function sameView(talk: Talk, words: string, pending: Pending): Promise<View> {
  const { withProduct } = await repeated(talk, words);
  const options = { deletedToo: false, most: MOST_CHOICES };
  for (const said of [withProduct, words].filter((one) => one !== null)) {
    const resolved = await resolve(talk.desk, talk.index, said, options);
    const found = nearOf(resolved);
    const last = said === words;
    if (found.length > 0 && (last || resolved.kind !== 'choose' || resolved.why === 'several'))
      return chooseView(talk, { ...contextual(found), words: said, pending, deletedToo: false });
  }
  return notFoundView(talk, words);
}

function view(made: View): Found {
  return { kind: 'view', view: made };
}

interface Choice {
  readonly words: string;
  readonly pending: Pending;
  readonly why: 'several' | 'fuzzy' | 'context';
  readonly found: readonly Pick<Named, 'id' | 'deleted'>[];
  readonly total: number;
  /** So many of the first are equally near; nothing tells them apart. */
  readonly equal: number;
  readonly deletedToo: boolean;
}

/** Which one? With the facts that tell them apart; only the one who was asked may choose (F-89). */
async function chooseView(talk: Talk, choice: Choice): Promise<View> {
  const { words, pending, why, total, equal } = choice;
  const candidates = await offered(talk, choice);
  if (candidates.length === 0) return notFoundView(talk, words);
  const choices = Object.fromEntries(
    candidates.map(({ subscription }) => [choiceId(subscription), subscription.id]),
  );
  const on = await remember(talk, { kind: 'choose', pending, choices }, 'own');
  const actions: readonly ActionSpec[] = candidates.map(({ subscription }) => ({
    id: choiceId(subscription),
    inputs: [],
    subscription: subscription.reference,
  }));
  const purpose = pending.intent === 'auto-renew' ? 'set-auto-renew' : pending.intent;
  return {
    view: 'choose',
    on,
    of: 'subscription',
    purpose,
    command: purpose,
    words,
    why,
    total,
    ...(why === 'fuzzy' && equal > 1 && { equal }),
    candidates,
    customers: [],
    actions: [...actions, button('search')],
  };
}

/** What the clock has deleted meanwhile is not offered; what was deleted and is asked for is. */
async function offered(talk: Talk, { found, deletedToo }: Choice): Promise<readonly Candidate[]> {
  const first = found.slice(0, MOST_CHOICES);
  const asked = new Set(first.filter(({ deleted }) => deletedToo || deleted).map(({ id }) => id));
  const candidates = await candidatesOf(
    talk,
    first.map(({ id }) => id),
  );
  return candidates.filter(({ subscription: { id, status } }) => status !== 'deleted' || asked.has(id));
}

function choiceId({ reference, id }: Subscription): string {
  return `choose-${reference || id}`;
}

/** The one missing thing, and nothing retyped (F-62, F-90); `errors` where it was answered with nothing (F-84). */
export async function askView(
  talk: Talk,
  pending: Pending,
  missing: string,
  errors?: Extract<View, { readonly view: 'ask' }>['errors'],
): Promise<View> {
  const on = await remember(talk, { kind: 'ask', pending, missing }, 'own');
  const actions = [{ id: 'answer', inputs: [{ id: missing, required: true }] }];
  return {
    view: 'ask',
    on,
    purpose: pending.intent,
    command: commandName(pending.intent),
    missing: [missing],
    candidate: null,
    ...(errors && { errors }),
    actions,
  };
}

function commandName(intent: string): string {
  return intent === 'auto-renew' ? 'set-auto-renew' : intent;
}

/** F-99: "it" is the one last shown, and yet picked by the agent. */
async function pronounView(talk: Talk, words: string, pending: Pending): Promise<View> {
  const last = await lastShownNow(talk);
  if (!last) return askView(talk, pending, 'subscription');
  const found = [namedAs(last)];
  return chooseView(talk, { words, pending, why: 'context', found, total: 1, equal: 1, deletedToo: true });
}

/** The first word may still find something; a reference will not. */
function notFoundView({ turn }: Talk, words: string): View {
  const [first = ''] = words.split(/\s+/u);
  const useful = first === '' || /^s-?\d+$/iu.test(first) ? null : first;
  const suggestion = sentence('find', useful, turn.language);
  const suggestions = suggestion === null ? [] : [suggestion];
  return { view: 'not-understood', because: 'not-found', words, suggestions, candidates: [], actions: [] };
}

/** Subscriptions as they are now, with everything due applied (F-92); the index only named them. */
export function candidatesOf(
  { desk }: Pick<Talk, 'desk'>,
  ids: readonly string[],
): Promise<readonly Candidate[]> {
  return overview(desk, ids);
}

/** Remembers a single one shown in a list as what "it" means, and whose list it was. */
export async function shownAlone(talk: Talk, candidates: readonly Candidate[]): Promise<void> {
  const [only] = candidates;
  if (!only) return;
  if (candidates.length === 1) await shown(talk, only.subscription.id);
  else if (candidates.every(({ customer }) => customer.id === only.customer.id))
    await shownCustomer(talk, only.customer.id);
}
