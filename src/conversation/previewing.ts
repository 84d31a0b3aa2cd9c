import { preview } from '../application/preview.ts';
import { commandNamed } from '../commands/index.ts';
import type { View } from '../views/view.ts';
import type { AskedFor } from './alternatives.ts';
import type { Errors } from './asking.ts';
import { complete, previewed } from './completing.ts';
import { shown } from './context.ts';
import type { Pending } from './memory.ts';
import { NO_ROLE, notFound, refusedView } from './outcomes.ts';
import { findSubject } from './subjectOf.ts';
import { actorOf, type Talk } from './turn.ts';

/** The confirmation without its buttons, or why it would be refused (F-96). */
export async function previewView(talk: Talk, subject: string | null, pending: Pending): Promise<View> {
  if (!commandNamed(previewed(pending).intent)?.toLifecycleCommand) return incomplete(talk);
  const found = await findSubject(talk, subject, pending);
  return found.kind === 'view' ? found.view : previewOn(talk, found.subscription, pending);
}

/** `pending`: the sentence as said, with the verb that it previews. */
export async function previewOn(
  talk: Talk,
  subscriptionId: string,
  pending: Pending,
  errors?: Errors,
): Promise<View> {
  const completed = await complete(talk, subscriptionId, pending, errors);
  await shown(talk, subscriptionId);
  if (completed.kind === 'command') return previewOf(talk, subscriptionId, completed);
  return completed.kind === 'view' ? completed.view : notFound();
}

async function previewOf(
  talk: Talk,
  subscriptionId: string,
  { command, presentation }: AskedFor,
): Promise<View> {
  const request = { subscriptionId, command, presentation };
  const outcome = await preview(talk.desk, actorOf(talk.turn), request);
  switch (outcome.kind) {
    case 'preview': {
      const { decision, snapshot } = outcome;
      return {
        view: 'preview',
        command: decision.command,
        snapshot,
        decision,
        presentation,
        actions: [],
      };
    }
    case 'refused':
      return refusedView(talk, outcome, presentation, command);
    case 'not-allowed':
      return NO_ROLE;
    case 'not-found':
      return notFound();
  }
}

function incomplete({ turn }: Talk): View {
  const suggestions = commandNamed('preview')?.examples[turn.language] ?? [];
  return {
    view: 'not-understood',
    because: 'incomplete',
    words: '',
    suggestions,
    candidates: [],
    actions: [],
  };
}
