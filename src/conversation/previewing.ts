import { preview } from '../application/preview.ts';
import type { Slots } from '../commands/defineCommand.ts';
import { commandNamed } from '../commands/index.ts';
import type { View } from '../views/view.ts';
import { commandOf } from './alternatives.ts';
import { shown } from './context.ts';
import type { Pending } from './memory.ts';
import { NO_ROLE, refusedView } from './outcomes.ts';
import { findSubject } from './subjectOf.ts';
import { actorOf, type Talk } from './turn.ts';

/** The confirmation without its buttons, or why it would be refused (F-96). */
export async function previewView(talk: Talk, subject: string | null, pending: Pending): Promise<View> {
  const of = { intent: pending.slots.verb ?? '', slots: withoutVerb(pending.slots) };
  if (!commandNamed(of.intent)?.toLifecycleCommand) return incomplete(talk);
  const found = await findSubject(talk, subject, pending);
  return found.kind === 'view' ? found.view : previewOn(talk, found.subscription, of);
}

function withoutVerb({ verb: _, ...slots }: Slots): Slots {
  return slots;
}

export async function previewOn(talk: Talk, subscriptionId: string, pending: Pending): Promise<View> {
  const asked = commandOf(pending);
  if (!asked) return incomplete(talk);
  const outcome = await preview(talk.desk, actorOf(talk.turn), { subscriptionId, ...asked });
  await shown(talk, subscriptionId);
  switch (outcome.kind) {
    case 'preview': {
      const { decision, snapshot, presentation } = outcome;
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
      return refusedView(talk, outcome, asked.presentation);
    case 'not-allowed':
      return NO_ROLE;
    case 'not-found':
      return {
        view: 'not-understood',
        because: 'not-found',
        words: '',
        suggestions: [],
        candidates: [],
        actions: [],
      };
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
