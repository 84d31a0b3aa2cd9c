import { after } from './memory.ts';
import type { Talk } from './turn.ts';

/** How long "it" means what was last shown (F-99). */
const REMEMBERED = 15 * 60_000;

/** The subscription that this answer showed: what "it" will mean to this person here. */
export async function shown(
  { desk, turn }: Pick<Talk, 'desk' | 'turn'>,
  subscription: string,
): Promise<void> {
  const id = placeOf(turn);
  if (!id) return;
  const at = desk.clock.now();
  await desk.drafts.putAgain({
    id,
    person: turn.person?.id ?? null,
    at,
    expiresAt: after(at, REMEMBERED),
    memory: { shown: subscription },
  });
}

/** The one subscription last shown to this person in this conversation, or null. */
export async function lastShown({ desk, turn }: Pick<Talk, 'desk' | 'turn'>): Promise<string | null> {
  const id = placeOf(turn);
  const draft = id ? await desk.drafts.get(id) : null;
  if (!draft || draft.expiresAt <= desk.clock.now()) return null;
  const { shown: subscription } = draft.memory;
  return typeof subscription === 'string' ? subscription : null;
}

/** In the drafts' store, for "it" must mean the same to every process. */
function placeOf({ person, place: { channel, workspace, conversation } }: Talk['turn']): string | null {
  return person && `shown ${JSON.stringify([channel, workspace, conversation, person.id])}`;
}
