import type { Conversation, Reply } from '../../conversation/inbound.ts';
import type { Operation } from '../../domain/operation/operation.ts';
import type { Person } from '../../domain/person.ts';
import { renderSlack, type SlackRendering } from '../../rendering/slack.ts';
import { describe } from '../../views/describe.ts';
import type { StatedInput, Statement } from '../../views/statement.ts';
import type { View, ViewOf } from '../../views/view.ts';

/** A reply as Slack shows it. */
export interface Card extends SlackRendering {
  readonly statement: Statement;
  /** The operation whose state the card shows; null for drafts, reads and words. */
  readonly operation: Operation | null;
}

/** As the person whom it answers reads it: their own dialog, a private word. */
export function cardOf(reply: Reply, workspace: string): Card {
  return rendered(reply, reply, workspace);
}

/** As everybody reads it. Slack has one message for all, so it has the buttons of whoever may act; the click is checked anyway. */
export async function everybodysCard(
  conversation: Conversation,
  reply: Reply,
  workspace: string,
): Promise<Card> {
  const shown = (await withButtons(conversation, reply)) ?? reply;
  return rendered(shown, { ...shown, reader: { ...shown.reader, person: null } }, workspace);
}

function withButtons(conversation: Conversation, { view, reader }: Reply): Promise<Reply | null> | null {
  if (view.view !== 'operation') return null;
  const actor = whoActs(view);
  if (actor === undefined) return null;
  return conversation.present(view.operation.reference, actor, reader.language, reader.timeZone);
}

function whoActs(view: ViewOf<'operation'>): Person | undefined {
  const { state, requester } = view.operation;
  if (state === 'awaiting-confirmation') return view.people[requester];
  return state === 'awaiting-approval' ? view.approvers[0] : undefined;
}

function rendered(named: Reply, { view, reader }: Reply, workspace: string): Card {
  const statement = describe(view, reader);
  const rendering = renderSlack(statement, { mention: mentionIn(named, workspace) });
  return { ...rendering, statement, operation: shownOperation(view) };
}

/** A prompt begins something: it is posted for everybody, and its dialog opens at once. */
export function isPrompt(view: View): boolean {
  return view.view === 'confirm' || view.view === 'terms-changed';
}

/** Views whose dialog is what the person came for; an approver first reads the card. */
export function opensAtOnce(view: View): boolean {
  return isPrompt(view) || view.view === 'ask';
}

const OF_OPERATION = new Set<View['view']>([
  'confirm',
  'terms-changed',
  'approval',
  'receipt',
  'operation',
  'expired',
  'already-decided',
  'nothing-changed',
  'refused',
  'failure',
]);

function shownOperation(view: View): Operation | null {
  if (!OF_OPERATION.has(view.view) || !('operation' in view)) return null;
  return view.operation ?? null;
}

/** Person → Slack user of this workspace, for the people that the view names. */
function mentionIn(reply: Reply, workspace: string): (person: string) => string | null {
  const { view } = reply;
  const named: Person[] = [
    ...('people' in view ? Object.values(view.people ?? {}) : []),
    ...('mayClick' in view ? view.mayClick : []),
    ...('approvers' in view ? view.approvers : []),
    ...(reply.reader.person === null ? [] : [reply.reader.person]),
  ];
  return (id) => {
    const identities = named.find((person) => person.id === id)?.identities ?? [];
    const here = identities.find((one) => one.channel === 'slack' && one.team === workspace);
    return here?.channel === 'slack' ? here.user : null;
  };
}

/** What to say at each wrong input of a form, by its id (F-84); empty when nothing was wrong. */
export function wrongInputs(view: View, statement: Statement): Readonly<Record<string, string>> {
  const errors = 'errors' in view ? (view.errors ?? []) : [];
  const stated = [...statement.inputs, ...statement.actions.flatMap((action) => action.inputs)];
  return Object.fromEntries(errors.map(({ input }) => [input, wordsFor(input, stated)]));
}

function wordsFor(input: string, stated: readonly StatedInput[]): string {
  const found = stated.filter((one) => one.id === input);
  return found.find((one) => one.wrong !== undefined)?.wrong ?? found[0]?.error ?? input;
}
