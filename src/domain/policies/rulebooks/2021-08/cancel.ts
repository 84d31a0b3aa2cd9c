import { DAY } from '../../../instant.ts';
import type { Rulebook } from '../../rulebook.ts';
import { readAs, SEED } from './source.ts';

/** now, at the renewal, or not at all. */
export const CANCEL: Rulebook['cancel'] = [
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
    ...readAs('F-32'),
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
];
