import type { Rulebook } from '../../rulebook.ts';
import { readAs, SEED } from './source.ts';

/** another quantity at once. */
export const QUANTITY: Rulebook['quantity'] = [
  { id: 'Q-1', ...SEED, when: { direction: 'more' }, then: { outcome: 'allowed' } },
  {
    id: 'Q-2',
    ...SEED,
    when: { productClass: 'nce', direction: 'fewer' },
    then: { outcome: 'refused', code: 'fewer-only-at-renewal', offers: ['schedule-fewer-licences'] },
  },
  { id: 'Q-3', ...SEED, when: {}, then: { outcome: 'allowed' } },
];

/** H-1, H-2: what can only be had at the end of the term, and what may be had at once too. */
export const SCHEDULING: Rulebook['scheduling'] = [
  {
    id: 'H-2',
    ...readAs('F-45'),
    when: { part: ['sku-upgrade', 'more-licences'] },
    then: { earliest: 'now' },
  },
  { id: 'H-1', ...SEED, when: {}, then: { earliest: 'term-end' } },
];

/** S-2. */
export const RETENTION: Rulebook['retention'] = [
  { id: 'S-2', ...SEED, when: {}, then: { days: 90, plusLeadTime: true, atMost: 120 } },
];
