import { decisionsOn, dryDecisions } from '../application/query.ts';
import { commandNamed } from '../commands/index.ts';
import type { Presentation } from '../domain/operation/operation.ts';
import type { LifecycleCommand } from '../domain/subscription/command.ts';
import type { Alternative, Decision } from '../domain/subscription/decision.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';
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

/** A word and the command it begins. */
export interface Alternatively {
  readonly word: string;
  readonly command: LifecycleCommand;
}

/** Those of the words that begin a command of the lifecycle service, in their order. */
export function commandsOf(words: readonly string[]): readonly Alternatively[] {
  return words.flatMap((word) => {
    const pending = pendingOf(word);
    const command = pending && commandOf(pending)?.command;
    return command ? [{ word, command }] : [];
  });
}

/** The words whose commands were accepted; `decisions` in the order of `asked`. */
export function acceptedOf(
  asked: readonly Alternatively[],
  decisions: readonly Decision[],
): readonly string[] {
  return asked.flatMap(({ word }, index) => (decisions[index]?.outcome === 'accepted' ? [word] : []));
}

/** Those of the words that would be accepted now (F-26), in their order; `reading`: of just now, where there is one. */
export async function acceptedNow(
  desk: Desk,
  { id }: Subscription,
  words: readonly string[],
  reading: Reading | null = null,
): Promise<readonly string[]> {
  const asked = commandsOf(words);
  if (asked.length === 0) return [];
  const commands = asked.map(({ command }) => command);
  const decisions = reading ? decisionsOn(desk, reading, commands) : await dryDecisions(desk, id, commands);
  return acceptedOf(asked, decisions ?? []);
}
