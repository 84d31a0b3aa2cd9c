import { DAY } from '../../instant.ts';
import type { Rulebook } from '../rulebook.ts';

const PAGE = 'Partner Center, "Create, suspend, or cancel customer subscriptions", 2021-08-25';
const SEED = { source: PAGE, effectiveFrom: '2021-08-25T00:00:00.000Z' } as const;
const FINE_PRINT = { ...SEED, source: `${PAGE}, read as in fine-print.md F-32` } as const;

/** The page of August 2021: the default rulebook. */
export const RULEBOOK_2021_08: Rulebook = {
  name: '2021-08',
  verbs: [
    {
      id: 'P-5.pause',
      ...SEED,
      when: { command: 'pause', productClass: ['legacy', 'isv-license', 'isv-metered'] },
      then: { outcome: 'refused', code: 'not-for-class', offers: ['suspend'] },
    },
    {
      id: 'P-5.resume',
      ...SEED,
      when: { command: 'resume', productClass: ['legacy', 'isv-license', 'isv-metered'] },
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
    { id: 'default', ...SEED, when: {}, then: { outcome: 'allowed' } },
  ],
  cancel: [
    {
      id: 'X-1',
      ...SEED,
      when: { productClass: 'isv-license', billingCycle: 'monthly', sinceOrder: { under: DAY } },
      then: { how: 'now', refund: 'full', as: 'next-invoice-credit', also: [] },
    },
    {
      id: 'X-2',
      ...SEED,
      when: { productClass: 'isv-license', billingCycle: 'annual', sinceOrder: { under: 14 * DAY } },
      then: { how: 'now', refund: 'full', as: 'next-invoice-credit', also: [] },
    },
    {
      id: 'X-2.other-cycles',
      ...FINE_PRINT,
      when: {
        productClass: 'isv-license',
        billingCycle: ['triennial', 'none'],
        sinceOrder: { under: 14 * DAY },
      },
      then: { how: 'now', refund: 'full', as: 'next-invoice-credit', also: [] },
    },
    { id: 'X-3', ...SEED, when: { productClass: 'isv-license' }, then: { how: 'at-renewal' } },
    {
      id: 'X-5',
      ...SEED,
      when: { productClass: 'nce', sinceStart: { under: DAY } },
      then: { how: 'now', refund: 'full', as: 'refund', also: ['X-8'] },
    },
    {
      id: 'X-6',
      ...SEED,
      when: { productClass: 'nce', sinceStart: { under: 30 * DAY } },
      then: { how: 'now', refund: 'prorated', as: 'refund', also: ['X-8'] },
    },
    {
      id: 'X-7',
      ...SEED,
      when: {},
      then: {
        how: 'refused',
        since: 30 * DAY,
        offers: ['auto-renew-off', 'schedule-fewer-licences', 'pause'],
      },
    },
  ],
  retention: [{ id: 'S-2', ...SEED, when: {}, then: { days: 90, plusLeadTime: true, atMost: 120 } }],
};
