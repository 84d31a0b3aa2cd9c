import { overview } from '../application/query.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { ActionSpec, Candidate, View } from '../views/view.ts';
import { lastShown, shown } from './context.ts';
import { button, type Pending, remember } from './memory.ts';
import { resolve } from './resolve.ts';
import { isPronoun } from './subject.ts';
import { sentence } from './suggest.ts';
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
  const resolved = await resolve(talk.desk, talk.index, words, deletedToo);
  if (resolved.kind === 'one') return { kind: 'one', subscription: resolved.subscription.id };
  if (resolved.kind === 'none') return view(notFoundView(talk, words));
  return view(await chooseView(talk, { words, pending, why: resolved.why, found: resolved.found }));
}

function view(made: View): Found {
  return { kind: 'view', view: made };
}

interface Choice {
  readonly words: string;
  readonly pending: Pending;
  readonly why: 'several' | 'fuzzy' | 'context';
  readonly found: readonly Subscription[];
}

/** Which one? With the facts that tell them apart; only the one who was asked may choose (F-89). */
export async function chooseView(talk: Talk, { words, pending, why, found }: Choice): Promise<View> {
  const candidates = await candidatesOf(
    talk,
    found.slice(0, MOST_CHOICES).map(({ id }) => id),
  );
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
    candidates,
    customers: [],
    actions: [...actions, button('search')],
  };
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
  const last = await lastShown(talk);
  const row = last === null ? null : await talk.desk.subscriptions.get(last);
  if (!row) return askView(talk, pending, 'subscription');
  return chooseView(talk, { words, pending, why: 'context', found: [row.subscription] });
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

/** Remembers a single one shown in a list as what "it" means. */
export async function shownAlone(talk: Talk, candidates: readonly Candidate[]): Promise<void> {
  const [only] = candidates;
  if (only && candidates.length === 1) await shown(talk, only.subscription.id);
}
