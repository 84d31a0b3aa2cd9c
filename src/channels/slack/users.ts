import type { Machine } from '../../ports/machine.ts';
import { HABITS_FRESH, MAX_HABITS } from './limits.ts';

/** How somebody has set up their Slack. */
export interface Habits {
  readonly locale: string | null;
  /** IANA. */
  readonly timeZone: string | null;
}

export interface Users {
  /** What is known now, without asking: never in the way of an acknowledgement. */
  known(workspace: string, user: string): Habits | null;
  /** Asks Slack unless it is known; for the next turn. Failing is harmless. */
  learn(workspace: string, user: string): Promise<void>;
}

const UNKNOWN: Habits = { locale: null, timeZone: null };

type Ask = (workspace: string, user: string) => Promise<Habits | null>;

/** Remembers the latest people for an hour. */
export function createUsers(ask: Ask, machine: Machine): Users {
  const remembered = new Map<string, { readonly habits: Habits; readonly until: number }>();
  const known = (workspace: string, user: string): Habits | null => {
    const entry = remembered.get(`${workspace}/${user}`);
    return entry !== undefined && entry.until > machine.now() ? entry.habits : null;
  };
  return {
    known,
    async learn(workspace, user) {
      if (known(workspace, user) !== null) return;
      // A refusal is remembered too: it will not be another in a minute.
      const habits = (await ask(workspace, user)) ?? UNKNOWN;
      const key = `${workspace}/${user}`;
      remembered.delete(key);
      remembered.set(key, { habits, until: machine.now() + HABITS_FRESH });
      const [oldest] = remembered.keys();
      if (remembered.size > MAX_HABITS && oldest !== undefined) remembered.delete(oldest);
    },
  };
}
