import { dryDecisions } from '../application/query.ts';
import { commandNamed } from '../commands/index.ts';
import type { Presentation } from '../domain/operation/operation.ts';
import type { LifecycleCommand } from '../domain/subscription/command.ts';
import type { Alternative } from '../domain/subscription/decision.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Desk } from '../ports/desk.ts';
import type { Pending } from './memory.ts';

/** F-26's words as sentences: what a button that starts another command stands for. */
const PENDING: Readonly<Partial<Record<string, Pending>>> = {
  'auto-renew-off': { intent: 'auto-renew', slots: { enabled: false } },
  'auto-renew-on': { intent: 'auto-renew', slots: { enabled: true } },
  pause: { intent: 'pause', slots: {} },
  resume: { intent: 'resume', slots: {} },
  suspend: { intent: 'suspend', slots: {} },
  reactivate: { intent: 'reactivate', slots: {} },
  cancel: { intent: 'cancel', slots: {} },
} satisfies Partial<Record<Alternative, Pending>>;

/** The sentence behind a button; undefined where it is none of these. */
export function pendingOf(action: string): Pending | undefined {
  return Object.hasOwn(PENDING, action) ? PENDING[action] : undefined;
}

/** The lifecycle command of a sentence and how it is shown (F-77); null for a reading. */
export function commandOf({
  intent,
  slots,
}: Pending): { readonly command: LifecycleCommand; readonly presentation: Presentation } | null {
  const command = commandNamed(intent)?.toLifecycleCommand?.(slots);
  if (!command) return null;
  const atRenewal = intent === 'cancel' && slots.timing === 'term-end';
  return { command, presentation: atRenewal ? 'cancel-at-renewal' : 'plain' };
}

/** Those of the words that would be accepted now (F-26), in their order. */
export async function acceptedNow(
  desk: Desk,
  { id }: Subscription,
  words: readonly string[],
): Promise<readonly string[]> {
  const asked = words.flatMap((word) => {
    const pending = pendingOf(word);
    const command = pending && commandOf(pending)?.command;
    return command ? [{ word, command }] : [];
  });
  if (asked.length === 0) return [];
  const decisions = await dryDecisions(
    desk,
    id,
    asked.map(({ command }) => command),
  );
  return asked.flatMap(({ word }, index) => (decisions?.[index]?.outcome === 'accepted' ? [word] : []));
}
