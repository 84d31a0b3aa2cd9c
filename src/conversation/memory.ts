import type { Slots } from '../commands/defineCommand.ts';
import type { Instant } from '../domain/instant.ts';
import type { Desk } from '../ports/desk.ts';
import type { Draft } from '../ports/drafts.ts';
import type { ActionSpec } from '../views/view.ts';
import type { Talk } from './turn.ts';

/** A sentence that waits for its object: what to go on with once it is chosen or said. */
export interface Pending {
  readonly intent: string;
  readonly slots: Slots;
}

/** What the buttons of a draft need (F-80). */
export type Memory =
  | { readonly kind: 'choose'; readonly pending: Pending; readonly choices: Readonly<Record<string, string>> }
  | { readonly kind: 'ask'; readonly pending: Pending; readonly missing: string }
  /** Slots that a sentence about a known subscription left out. */
  | {
      readonly kind: 'form';
      readonly pending: Pending;
      readonly inputs: readonly string[];
      readonly required: readonly string[];
      readonly subscription: string;
    }
  /** `quantity`: what was asked for and refused, which an alternative keeps. */
  | { readonly kind: 'about'; readonly subscription: string; readonly quantity?: number }
  | { readonly kind: 'ways-on' }
  /** Sentences that a tap says. */
  | { readonly kind: 'say'; readonly sentences: readonly string[] };

const DAY = 86_400_000;

/** Remembers buttons under a drawn id and gives it; `own`: only this person may use them (F-89). */
export async function remember(
  { desk, turn }: Pick<Talk, 'desk' | 'turn'>,
  memory: Memory,
  own: 'own' | 'anyone',
): Promise<string> {
  const id = desk.ids.unique();
  const at = desk.clock.now();
  const person = own === 'own' ? (turn.person?.id ?? null) : null;
  await desk.drafts.put({ id, person, at, expiresAt: after(at, DAY), memory: { ...memory } });
  return id;
}

/** A draft that still lives (F-80: forgotten after 24 h), or null. */
export async function recall(desk: Desk, id: string): Promise<(Draft & { readonly memory: Memory }) | null> {
  const draft = await desk.drafts.get(id);
  if (!draft || draft.expiresAt <= desk.clock.now() || !isMemory(draft.memory)) return null;
  return { ...draft, memory: draft.memory };
}

const KINDS: readonly unknown[] = [
  'choose',
  'ask',
  'form',
  'about',
  'ways-on',
  'say',
] satisfies readonly Memory['kind'][];

function isMemory(memory: Readonly<Record<string, unknown>> | Memory): memory is Memory {
  return KINDS.includes(memory.kind);
}

export function after(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

/** A button without inputs. */
export function button(id: string): ActionSpec {
  return { id, inputs: [] };
}
