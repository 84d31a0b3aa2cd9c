import type { Rulebook, VerbThen } from '../../rulebook.ts';
import { readAs, SEED } from './source.ts';

const WRONG = { outcome: 'refused', code: 'wrong-status', offers: [] } as const satisfies VerbThen;
const GONE = { outcome: 'refused', code: 'data-deleted', offers: [] } as const satisfies VerbThen;

const NOT_ACTIVE = ['pending', 'paused', 'suspended', 'deleted'] as const;

/** Which status has which command, asked after the class (F-35); every other one is allowed. */
export const STATUSES: Rulebook['statuses'] = [
  { id: 'P-5.pause', ...SEED, when: { command: 'pause', condition: NOT_ACTIVE }, then: WRONG },
  {
    id: 'P-5.resume',
    ...SEED,
    when: { command: 'resume', condition: ['pending', 'active', 'suspended', 'deleted'] },
    then: WRONG,
  },
  { id: 'S-1', ...readAs('F-40'), when: { command: 'suspend', condition: NOT_ACTIVE }, then: WRONG },
  { id: 'S-4.gone', ...SEED, when: { command: 'reactivate', condition: 'deleted' }, then: GONE },
  {
    id: 'S-4',
    ...readAs('F-40'),
    when: { command: 'reactivate', condition: ['pending', 'active', 'paused'] },
    then: WRONG,
  },
  { id: 'X-11', ...SEED, when: { command: 'cancel', condition: ['pending', 'deleted'] }, then: WRONG },
  { id: 'R-2', ...SEED, when: { command: 'set-auto-renew', condition: NOT_ACTIVE }, then: WRONG },
  {
    id: 'Q-3',
    ...readAs('F-40'),
    when: { command: 'set-quantity', condition: NOT_ACTIVE, direction: 'fewer' },
    then: WRONG,
  },
  { id: 'Q-1', ...readAs('F-40'), when: { command: 'set-quantity', condition: NOT_ACTIVE }, then: WRONG },
  { id: 'H-3', ...SEED, when: { command: 'schedule-change', condition: NOT_ACTIVE }, then: WRONG },
  {
    id: 'H-4',
    ...readAs('F-40'),
    when: { command: 'remove-scheduled-change', condition: NOT_ACTIVE },
    then: WRONG,
  },
  { id: 'U-1', ...SEED, when: { command: 'upgrade', condition: NOT_ACTIVE }, then: WRONG },
  {
    id: 'X-4',
    ...readAs('F-40'),
    when: { command: 'deprovision', condition: ['pending', 'deleted'] },
    then: WRONG,
  },
  { id: 'default', ...SEED, when: {}, then: { outcome: 'allowed' } },
];
