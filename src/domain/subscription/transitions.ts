import type { SupportedCommand } from './command.ts';
import type { Condition } from './state.ts';

type Cell = 'yes' | 'wrong-status' | 'data-deleted';

interface Transition extends Readonly<Record<Condition, Cell>> {
  /** Named when the status forbids the command (F-35, F-40). */
  readonly rule: string;
}

const no = 'wrong-status';

/** Status × command. The class is asked first, in the rulebook's `verbs` (F-35). */
export const TRANSITIONS = {
  pause: { rule: 'P-5', pending: no, active: 'yes', paused: no, suspended: no, deleted: no },
  resume: { rule: 'P-5', pending: no, active: no, paused: 'yes', suspended: no, deleted: no },
  suspend: { rule: 'S-1', pending: no, active: 'yes', paused: no, suspended: no, deleted: no },
  reactivate: { rule: 'S-4', pending: no, active: no, paused: no, suspended: 'yes', deleted: 'data-deleted' },
  cancel: { rule: 'X-11', pending: no, active: 'yes', paused: 'yes', suspended: 'yes', deleted: no },
  'set-auto-renew': { rule: 'R-2', pending: no, active: 'yes', paused: no, suspended: no, deleted: no },
} as const satisfies Readonly<Record<SupportedCommand['type'], Transition>>;
