import { decisionsOn } from '../application/query.ts';
import type { Slots, Unfinished } from '../commands/defineCommand.ts';
import { commandNamed } from '../commands/index.ts';
import type { Presentation } from '../domain/operation/operation.ts';
import type { LifecycleCommand } from '../domain/subscription/command.ts';
import type { Alternative, Decision } from '../domain/subscription/decision.ts';
import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Desk } from '../ports/desk.ts';
import type { Reading } from '../ports/lifecycleProvider.ts';
import { likely } from './likely.ts';
import type { Pending } from './memory.ts';

/** F-26's words as sentences: what a button that starts another command stands for. */
const PENDING: Readonly<Partial<Record<string, Pending>>> = {
  'auto-renew-off': { intent: 'auto-renew', slots: { enabled: false } },
  'auto-renew-on': { intent: 'auto-renew', slots: { enabled: true } },
  'schedule-fewer-licences': { intent: 'schedule-change', slots: {} },
  pause: { intent: 'pause', slots: {} },
  resume: { intent: 'resume', slots: {} },
  suspend: { intent: 'suspend', slots: {} },
  reactivate: { intent: 'reactivate', slots: {} },
  cancel: { intent: 'cancel', slots: {} },
  deprovision: { intent: 'deprovision', slots: {} },
  'set-quantity': { intent: 'set-quantity', slots: {} },
  'schedule-change': { intent: 'schedule-change', slots: {} },
  'remove-scheduled-change': { intent: 'remove-scheduled-change', slots: {} },
  upgrade: { intent: 'upgrade', slots: {} },
} satisfies Record<Alternative, Pending>;

/** The sentence behind a button; undefined where it is none of these. `quantity`: a number that was refused, which the offer keeps. */
export function pendingOf(action: string, quantity?: number): Pending | undefined {
  const pending = Object.hasOwn(PENDING, action) ? PENDING[action] : undefined;
  const keeps = action === 'schedule-fewer-licences' && quantity !== undefined;
  return pending && keeps ? { ...pending, slots: { quantity } } : pending;
}

/** A lifecycle command and how it is shown (F-77). */
export interface AskedFor<Asking = LifecycleCommand> {
  readonly command: Asking;
  readonly presentation: Presentation;
}

/** What a sentence asks of the lifecycle service; null for a reading. */
export function askedOf({ intent, slots }: Pending): AskedFor<LifecycleCommand | Unfinished> | null {
  const command = commandNamed(intent)?.toLifecycleCommand?.(slots);
  if (!command) return null;
  const atRenewal = intent === 'cancel' && slots.timing === 'term-end';
  return { command, presentation: atRenewal ? 'cancel-at-renewal' : 'plain' };
}

/** The number of licences that a command asked for. */
export function quantityOf(command: LifecycleCommand): Pick<Slots, 'quantity'> {
  return command.type === 'set-quantity' ? { quantity: command.quantity } : {};
}

/** A word and a command that it may come to. */
export interface Alternatively {
  readonly word: string;
  readonly command: LifecycleCommand;
}

/** What the words would begin, in their order. */
export function commandsOf(
  words: readonly string[],
  reading: Pick<Reading, 'subscription' | 'sku'>,
): readonly Alternatively[] {
  return words.flatMap((word) => {
    const pending = pendingOf(word);
    const command = pending && askedOf(pending)?.command;
    if (!command) return [];
    const commands = 'missing' in command ? likely(command.type, reading) : [command];
    return commands.map((each) => ({ word, command: each }));
  });
}

/** The words of which something was accepted, once each; `decisions` in the order of `asked`. */
export function acceptedOf(
  asked: readonly Alternatively[],
  decisions: readonly Decision[],
): readonly string[] {
  const accepted = asked.filter((_, index) => decisions[index]?.outcome === 'accepted');
  return [...new Set(accepted.map(({ word }) => word))];
}

/** Those of the words that would be accepted now (F-26), in their order; `given`: a reading of just now, where there is one. */
export async function acceptedNow(
  desk: Desk,
  { id }: Subscription,
  words: readonly string[],
  given: Reading | null = null,
): Promise<readonly string[]> {
  if (words.length === 0) return [];
  const reading = given ?? (await desk.provider.read(id, desk.clock.now()));
  if (!reading) return [];
  const asked = commandsOf(words, reading);
  const commands = asked.map(({ command }) => command);
  return acceptedOf(asked, decisionsOn(desk, reading, commands));
}
