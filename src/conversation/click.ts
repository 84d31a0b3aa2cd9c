import { recordNotAllowed } from '../application/authorise.ts';
import { commandNamed } from '../commands/index.ts';
import type { View } from '../views/view.ts';
import { pendingOf } from './alternatives.ts';
import { answered, type Errors } from './asking.ts';
import { type Clicked, clickOn } from './clickOperation.ts';
import { helpView } from './helpView.ts';
import { renewalsView } from './lists.ts';
import { type Memory, type Pending, recall } from './memory.ts';
import { cardView, NO_ROLE, notAllowedView, proposeOn } from './outcomes.ts';
import { previewOn } from './previewing.ts';
import { historyOfOne, read, searchView } from './read.ts';
import { requestsView } from './requests.ts';
import { answerSentence, order } from './sentence.ts';
import { subscriptionView } from './showing.ts';
import { askView } from './subjectOf.ts';
import { sentenceOf } from './taps.ts';
import { type Answer, actorOf, hasRole, type Talk } from './turn.ts';
import { isWish, wishOf } from './wishes.ts';

type Form = Extract<Memory, { readonly kind: 'form' }>;

const OPERATION = /^OP-[0-9A-Z]{3,12}$/u;

/** A click on any card. Without a role nothing is looked up (F-97). */
export async function answerClick(talk: Talk, clicked: Clicked): Promise<Answer> {
  if (!hasRole(talk.turn.person)) {
    await recordNotAllowed(talk.desk, actorOf(talk.turn), {});
    return { view: NO_ROLE };
  }
  if (clicked.on === '') return { view: unknownAction(clicked.action) };
  const reference = clicked.on.toUpperCase();
  return OPERATION.test(reference)
    ? clickOn(talk, { ...clicked, on: reference })
    : clickOnDraft(talk, clicked);
}

async function clickOnDraft(talk: Talk, clicked: Clicked): Promise<Answer> {
  const draft = await recall(talk.desk, clicked.on);
  if (!draft) return { view: { view: 'expired-draft', actions: [] } };
  const owned = draft.person !== null && draft.person !== talk.turn.person?.id;
  if (owned) return { view: notAllowedView(await ownerOf(talk, draft.person), 'not-yours') };
  const { memory } = draft;
  if (memory.kind === 'choose') return choose(talk, clicked, memory);
  if (memory.kind === 'ask') return answer(talk, clicked, memory);
  if (memory.kind === 'form') return form(talk, clicked, memory);
  if (memory.kind === 'about') return about(talk, clicked.action, memory);
  if (memory.kind === 'say') return { view: await sayIt(talk, clicked.action, memory) };
  return { view: await wayOn(talk, clicked.action) };
}

/** A tap on a sentence says it. */
function sayIt(talk: Talk, action: string, memory: Extract<Memory, { readonly kind: 'say' }>): Promise<View> {
  const sentence = sentenceOf(memory, action);
  return sentence === null ? wayOn(talk, action) : answerSentence(talk, sentence);
}

async function ownerOf({ desk }: Talk, id: string | null) {
  const requester = id === null ? null : await desk.directory.person(id);
  return requester ? { requester } : {};
}

/** The one chosen takes the place of the choice. */
async function choose(
  talk: Talk,
  { action }: Clicked,
  { choices, pending }: Extract<Memory, { readonly kind: 'choose' }>,
): Promise<Answer> {
  if (action === 'search') return { view: await searchView(talk, pending), replaces: true };
  const subscription = Object.hasOwn(choices, action) ? choices[action] : undefined;
  if (subscription === undefined) return { view: await wayOn(talk, action) };
  return { view: await goOn(talk, pending, subscription), replaces: true };
}

/** What the whole sentence would have got (F-90). */
async function answer(
  talk: Talk,
  { action, inputs }: Clicked,
  { pending, missing }: Extract<Memory, { readonly kind: 'ask' }>,
): Promise<Answer> {
  if (action !== 'answer') return { view: await wayOn(talk, action) };
  const said = Object.hasOwn(inputs, missing) ? inputs[missing]?.trim().slice(0, 200) : undefined;
  if (!said) {
    const errors = [{ input: missing, code: 'required' }] as const;
    return { view: await askView(talk, pending, missing, errors), replaces: true };
  }
  const command = commandNamed(pending.intent);
  if (command?.toLifecycleCommand) return { view: await order(talk, pending, said), replaces: true };
  const query = command?.toQuery?.(pending.slots, talk.desk.clock.now());
  return {
    view: query ? await read(talk, { query, subject: said, pending }) : unknownAction(action),
    replaces: true,
  };
}

/** The sentence with what the form adds to it; the same form again where that is no answer. */
async function form(talk: Talk, { action, inputs }: Clicked, memory: Form): Promise<Answer> {
  if (action !== 'answer') return { view: await wayOn(talk, action) };
  const { said, errors } = answered(inputs, memory);
  const view =
    errors.length > 0 ? await askAgain(talk, memory, errors) : await goOn(talk, said, memory.subscription);
  return { view, replaces: true };
}

function askAgain(talk: Talk, { pending, subscription }: Form, errors: Errors): Promise<View> {
  const ask = pending.intent === 'preview' ? previewOn : proposeOn;
  return ask(talk, subscription, pending, errors);
}

async function goOn(talk: Talk, pending: Pending, subscription: string): Promise<View> {
  if (isWish(pending)) return wishOf(talk, pending, subscription);
  if (pending.intent === 'history') return historyOfOne(talk, subscription);
  if (pending.intent === 'preview') return previewOn(talk, subscription, pending);
  if (commandNamed(pending.intent)?.toLifecycleCommand) return proposeOn(talk, subscription, pending);
  return (await subscriptionView(talk, subscription)) ?? unknownAction('show');
}

/** An alternative belongs to whoever clicks it (F-89): its own prompt, the card stays. */
async function about(
  talk: Talk,
  action: string,
  { subscription, quantity }: Extract<Memory, { readonly kind: 'about' }>,
): Promise<Answer> {
  const pending = pendingOf(action, quantity);
  if (pending) return { view: await proposeOn(talk, subscription, pending) };
  if (action === 'history') return { view: await historyOfOne(talk, subscription) };
  return { view: await wayOn(talk, action) };
}

/** Buttons that read what a short sentence would. */
async function wayOn(talk: Talk, action: string): Promise<View> {
  const shown = /^(show|status)-(.{1,100})$/u.exec(action);
  const [, verb, reference = ''] = shown ?? [];
  if (verb === 'status') return cardView(talk, reference);
  if (verb === 'show') return showReference(talk, reference);
  if (action === 'my-requests' || action === 'approvals') return requestsView(talk, action);
  if (action === 'help') return helpView(talk, null);
  if (action === 'search') return searchView(talk, { intent: 'show', slots: {} });
  if (action !== 'renewals') return unknownAction(action);
  const query = commandNamed('renewals')?.toQuery?.({}, talk.desk.clock.now());
  return query?.kind === 'renewals' ? renewalsView(talk, '', query.until) : unknownAction(action);
}

async function showReference(talk: Talk, reference: string): Promise<View> {
  const row = await talk.desk.subscriptions.byReference(reference);
  const view = row && (await subscriptionView(talk, row.subscription.id));
  return (
    view ?? {
      view: 'not-understood',
      because: 'not-found',
      words: reference,
      suggestions: [],
      candidates: [],
      actions: [],
    }
  );
}

function unknownAction(action: string): View {
  return {
    view: 'not-understood',
    because: 'unknown-action',
    words: action.slice(0, 100),
    suggestions: [],
    candidates: [],
    actions: [],
  };
}
