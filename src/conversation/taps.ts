import type { View } from '../views/view.ts';
import { type Memory, remember } from './memory.ts';
import { hasRole, type Talk } from './turn.ts';

/** So many buttons help; more are a menu. */
const MOST_TAPS = 3;
const TAP = /^say-([1-3])$/u;

/** Each suggested sentence one tap away; whoever has no role gets none (F-97). */
export async function withTaps(talk: Talk, view: View): Promise<View> {
  if (view.view !== 'nothing-changed' && view.view !== 'not-understood') return view;
  const sentences = view.suggestions.slice(0, MOST_TAPS);
  if (sentences.length === 0 || view.actions.length > 0 || !hasRole(talk.turn.person)) return view;
  const on = await remember(talk, { kind: 'say', sentences }, 'own');
  const actions = sentences.map((say, index) => ({ id: `say-${index + 1}`, inputs: [], say }));
  return { ...view, on, actions };
}

/** The sentence behind a tap, or null. */
export function sentenceOf(
  { sentences }: Extract<Memory, { readonly kind: 'say' }>,
  action: string,
): string | null {
  const index = Number(TAP.exec(action)?.[1] ?? 0);
  return sentences[index - 1] ?? null;
}
