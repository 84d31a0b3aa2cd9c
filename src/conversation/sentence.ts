import { notAllowed, recordNotAllowed } from '../application/authorise.ts';
import { myRequests } from '../application/query.ts';
import type { Command } from '../commands/defineCommand.ts';
import { commandNamed } from '../commands/index.ts';
import { isOpen } from '../domain/operation/states.ts';
import type { NothingBecause, View } from '../views/view.ts';
import { askedOf } from './alternatives.ts';
import { isAssent } from './assent.ts';
import { clickOn } from './clickOperation.ts';
import { lastOrder, lastShown, ordered } from './context.ts';
import type { Pending } from './memory.ts';
import { NO_ROLE, notAllowedView, proposeOn, unknownOperation } from './outcomes.ts';
import { parse } from './parse.ts';
import type { Parsed } from './parsed.ts';
import { read } from './read.ts';
import { requestsView } from './requests.ts';
import { sameFor } from './sameAgain.ts';
import { sentence } from './spoken.ts';
import { findSubject, sameView } from './subjectOf.ts';
import { actorOf, hasRole, type Talk } from './turn.ts';
import { standingWish } from './wishes.ts';

/** From a sentence to a view: parse, authorise, resolve, decide (conversation.md, "From a sentence to a change"). */
export async function answerSentence(talk: Talk, text: string): Promise<View> {
  if (isAssent(text)) return nothing('not-a-confirmation', []);
  const same = sameFor(text);
  if (same !== null && hasRole(talk.turn.person)) return again(talk, same);
  const parsed = parse(text, talk.turn.language);
  if (parsed.intent === null) return notActed(talk, parsed);
  const command = commandNamed(parsed.intent);
  if (command?.permission !== 'anyone' && !hasRole(talk.turn.person)) return withoutRole(talk, command);
  if (!command) return notOffered(talk, parsed.text);
  return perform(talk, command, { intent: parsed.intent, slots: parsed.slots }, parsed.subject ?? null);
}

/** "The same for Fabrikam": the last order, of somebody else's (F-99). */
async function again(talk: Talk, words: string): Promise<View> {
  const pending = await lastOrder(talk);
  if (!pending) return notUnderstood('incomplete', '', await whatWasMeant(talk, forAnyone(talk)));
  return (await mayNot(talk, pending)) ?? sameView(talk, words, pending);
}

/** F-97: the same whether or not it exists; an attempt to change something is an event too. */
async function withoutRole({ desk, turn }: Talk, command: Command | undefined): Promise<View> {
  if (command?.toQuery === undefined) await recordNotAllowed(desk, actorOf(turn), {});
  return NO_ROLE;
}

/** A command of the registry with its words, typed or made by a button. */
async function perform(
  talk: Talk,
  command: Command,
  pending: Pending,
  subject: string | null,
): Promise<View> {
  if (command.toQuery) {
    const query = command.toQuery(pending.slots, talk.desk.clock.now());
    return read(talk, { query, subject, pending });
  }
  if (command.toLifecycleCommand) return order(talk, pending, subject);
  return 'board' in command ? standingWish(talk, pending, subject) : withdraw(talk, subject);
}

/** Whether the person may is asked before anything is looked up. */
export async function order(talk: Talk, pending: Pending, subject: string | null): Promise<View> {
  const refusal = await mayNot(talk, pending);
  if (refusal) return refusal;
  await ordered(talk, pending);
  const found = await findSubject(talk, subject, pending);
  return found.kind === 'view' ? found.view : proposeOn(talk, found.subscription, pending);
}

async function mayNot({ desk, turn }: Talk, pending: Pending): Promise<View | null> {
  const asked = askedOf(pending);
  const who = asked && (await notAllowed(desk, actorOf(turn), asked.command.type));
  return who && notAllowedView(who, 'role');
}

/** `withdraw OP-…` is the click of the same name (F-87); without a reference one's requests are shown. */
async function withdraw(talk: Talk, subject: string | null): Promise<View> {
  if (subject === null) return requestsView(talk, 'my-requests');
  const { view } = await clickOn(talk, { action: 'withdraw', on: subject.toUpperCase(), inputs: {} });
  return view.view === 'not-understood' ? unknownOperation(subject) : view;
}

/** F-96: unknown and incomplete are not understood; everything else changed nothing, and says why. */
async function notActed(talk: Talk, parsed: Extract<Parsed, { readonly intent: null }>): Promise<View> {
  const { because, text } = parsed;
  const suggestions = hasRole(talk.turn.person) ? parsed.suggestions.filter(isOffered) : forAnyone(talk);
  if (because === 'incomplete') return notUnderstood('incomplete', '', await whatWasMeant(talk, suggestions));
  if (because === 'unknown') return notUnderstood('unknown', shortened(text), suggestions);
  return nothing(because, suggestions);
}

/** Not every sentence that is told apart leads on here. */
function isOffered(text: string): boolean {
  const { intent } = parse(text);
  return intent !== null && commandNamed(intent) !== undefined;
}

/** F-97: sentences without names, which answer to somebody without a role. */
function forAnyone({ turn }: Talk): readonly string[] {
  return ['help', 'whoami'].flatMap((name) => commandNamed(name)?.examples[turn.language][0] ?? []);
}

/** F-62, F-99: the open prompt or the subscription last shown. */
async function whatWasMeant(talk: Talk, suggestions: readonly string[]): Promise<readonly string[]> {
  const { desk, turn } = talk;
  if (!hasRole(turn.person)) return suggestions;
  const last = await lastShown(talk);
  const row = last === null ? null : await desk.subscriptions.get(last);
  const now = desk.clock.now();
  const open = (await myRequests(desk, turn.person.id, 5)).find((one) => isOpen(one, now));
  const meant = [
    open && sentence('withdraw', open.reference, turn.language),
    row && sentence('cancel', row.subscription.reference, turn.language),
  ].filter((one) => typeof one === 'string');
  return meant.length > 0 ? meant : suggestions;
}

function notUnderstood(
  because: 'unknown' | 'incomplete',
  words: string,
  suggestions: readonly string[],
): View {
  return { view: 'not-understood', because, words, suggestions, candidates: [], actions: [] };
}

/** A sentence that is told apart and that this desk does not act on. */
function notOffered({ turn }: Talk, text: string): View {
  const suggestions = ['show', 'cancel', 'help'].flatMap(
    (name) => commandNamed(name)?.examples[turn.language][0] ?? [],
  );
  return notUnderstood('unknown', shortened(text), suggestions);
}

/** What was said, as far as a card can repeat it. */
function shortened(text: string): string {
  const letters = [...text.trim()];
  return letters.length <= 200 ? text.trim() : `${letters.slice(0, 199).join('')}…`;
}

export function nothing(because: NothingBecause, suggestions: readonly string[]): View {
  return { view: 'nothing-changed', because, suggestions, actions: [] };
}
