import type { Rulebook } from '../../rulebook.ts';
import { SEED } from './source.ts';

const NOT_NCE = ['legacy', 'isv-license', 'isv-metered'] as const;

/** Which class has which command; every other one is allowed. */
export const VERBS: Rulebook['verbs'] = [
  {
    id: 'P-5.pause',
    ...SEED,
    when: { command: 'pause', productClass: NOT_NCE },
    then: { outcome: 'refused', code: 'not-for-class', offers: ['suspend'] },
  },
  {
    id: 'P-5.resume',
    ...SEED,
    when: { command: 'resume', productClass: NOT_NCE },
    then: { outcome: 'refused', code: 'not-for-class', offers: ['reactivate'] },
  },
  {
    id: 'S-5.suspend',
    ...SEED,
    when: { command: 'suspend', productClass: 'nce' },
    then: { outcome: 'refused', code: 'service-request-needed', offers: ['pause'] },
  },
  {
    id: 'S-5.reactivate',
    ...SEED,
    when: { command: 'reactivate', productClass: 'nce' },
    then: { outcome: 'refused', code: 'service-request-needed', offers: ['resume', 'pause'] },
  },
  {
    id: 'X-10',
    ...SEED,
    when: { command: 'cancel', productClass: 'legacy' },
    then: { outcome: 'refused', code: 'not-for-class', offers: ['suspend'] },
  },
  {
    id: 'X-4',
    ...SEED,
    when: { command: 'cancel', productClass: 'isv-metered' },
    then: { outcome: 'refused', code: 'not-for-class', offers: ['deprovision'] },
  },
  {
    id: 'R-2',
    ...SEED,
    when: { command: 'set-auto-renew', productClass: 'legacy' },
    then: { outcome: 'refused', code: 'not-for-class', offers: [] },
  },
  {
    id: 'Q-4',
    ...SEED,
    when: { command: 'set-quantity', productClass: 'isv-metered' },
    then: { outcome: 'refused', code: 'no-quantity', offers: [] },
  },
  {
    id: 'H-1',
    ...SEED,
    when: { command: 'schedule-change', productClass: NOT_NCE },
    then: { outcome: 'refused', code: 'not-for-class', offers: [] },
  },
  {
    id: 'H-4',
    ...SEED,
    when: { command: 'remove-scheduled-change', productClass: NOT_NCE },
    then: { outcome: 'refused', code: 'not-for-class', offers: [] },
  },
  {
    id: 'U-1',
    ...SEED,
    when: { command: 'upgrade', productClass: NOT_NCE },
    then: { outcome: 'refused', code: 'not-for-class', offers: [] },
  },
  {
    id: 'X-4.licences',
    ...SEED,
    when: { command: 'deprovision', productClass: ['nce', 'isv-license'] },
    then: { outcome: 'refused', code: 'not-for-class', offers: ['cancel'] },
  },
  {
    id: 'X-4.legacy',
    ...SEED,
    when: { command: 'deprovision', productClass: 'legacy' },
    then: { outcome: 'refused', code: 'not-for-class', offers: ['suspend'] },
  },
  { id: 'default', ...SEED, when: {}, then: { outcome: 'allowed' } },
];
