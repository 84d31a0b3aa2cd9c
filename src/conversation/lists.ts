import { upcoming } from '../application/upcoming.ts';
import type { Instant } from '../domain/instant.ts';
import type { ActionSpec, Candidate, View } from '../views/view.ts';
import { button, remember } from './memory.ts';
import type { Named } from './nameStore.ts';
import { resolve } from './resolve.ts';
import { candidatesOf, shownAlone } from './subjectOf.ts';
import type { Talk } from './turn.ts';

/** What a list shows at most; the rest is counted. */
const MOST_LISTED = 12;
const MOST_BUTTONS = 5;
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
  const actions = showButtons(candidates);
  return { view: 'list', on, words, candidates, total: found.length, actions };
}

async function named({ desk, index }: Talk, words: string): Promise<readonly Named[]> {
  await index.refresh();
  if (words === '') return index.living();
  const resolved = await resolve(desk, index, words, { deletedToo: false, most: Number.POSITIVE_INFINITY });
  if (resolved.kind === 'one') return [resolved.subscription];
  return resolved.kind === 'none' ? [] : resolved.found;
}

/** What renews, ends or loses its data until then, soonest first. */
export async function renewalsView(talk: Talk, words: string, until: Instant): Promise<View> {
  const wanted = words === '' ? null : new Set((await named(talk, words)).map(({ id }) => id));
  const coming = (await upcoming(talk.desk, until)).filter((id) => wanted?.has(id) ?? true);
  const candidates = await candidatesOf(talk, coming.slice(0, MOST_LISTED));
  const on = await remember(talk, { kind: 'ways-on' }, 'anyone');
  return {
    view: 'renewals',
    on,
    words,
    candidates,
    total: coming.length,
    until,
    actions: showButtons(candidates),
  };
}

function showButtons(candidates: readonly Candidate[]): readonly ActionSpec[] {
  return candidates.slice(0, MOST_BUTTONS).map(({ subscription: { reference } }) => ({
    ...button(`show-${reference}`),
    subscription: reference,
  }));
}

/** Several, and none of the words is a product's: they name customers. */
export async function namesMany({ desk, index }: Talk, words: string): Promise<boolean> {
  const resolved = await resolve(desk, index, words, { deletedToo: true, most: MOST_COUNTED });
  if (resolved.kind !== 'choose' || resolved.why === 'fuzzy') return false;
  return new Set(resolved.found.map(({ offerName }) => offerName)).size > 1 && index.isCustomer(words);
}
