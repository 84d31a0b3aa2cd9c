import { describe, expect, test } from '@jest/globals';
import type { RefusalCode } from '../../../src/domain/refusal.ts';
import type { LifecycleCommand } from '../../../src/domain/subscription/command.ts';
import { LIFECYCLE_COMMANDS } from '../../../src/domain/subscription/command.ts';
import { CONDITIONS, type Condition } from '../../../src/domain/subscription/state.ts';
import {
  PRODUCT_CLASSES,
  type ProductClass,
  type Subscription,
} from '../../../src/domain/subscription/subscription.ts';
import { aScheduledChange, aSubscription } from '../../support/builders.ts';
import { at, given } from '../../support/decider.ts';

/**
 * Written from lifecycle.md and fine-print.md (F-35, F-40). A rule alone decided and accepted; "no" and a rule refused, for
 * the reason beside it. Ten licences, ordered and started nine days ago for a year, auto-renew on, of new commerce with
 * something scheduled. Only new commerce can be paused: the others' column is that of a suspended one.
 */
const TABLE = `
| class       | command            | pending                | active                 | paused                 | suspended              | deleted                |
| nce         | pause              | no P-5 status          | P-1                    | no P-5 status          | no P-5 status          | no P-5 status          |
| nce         | resume             | no P-5 status          | no P-5 status          | P-4                    | no P-5 status          | no P-5 status          |
| nce         | suspend            | no S-5 service-request | no S-5 service-request | no S-5 service-request | no S-5 service-request | no S-5 service-request |
| nce         | reactivate         | no S-5 service-request | no S-5 service-request | no S-5 service-request | no S-5 service-request | no S-5 service-request |
| nce         | cancel             | no X-11 status         | X-6                    | X-6                    | X-6                    | no X-11 status         |
| nce         | deprovision        | no X-4 class           | no X-4 class           | no X-4 class           | no X-4 class           | no X-4 class           |
| nce         | auto-renew on      | no R-2 status          | no R-2 no-change       | no R-2 status          | no R-2 status          | no R-2 status          |
| nce         | auto-renew off     | no R-2 status          | R-3                    | no R-2 status          | no R-2 status          | no R-2 status          |
| nce         | more licences      | no Q-1 status          | Q-1                    | no Q-1 status          | no Q-1 status          | no Q-1 status          |
| nce         | fewer licences     | no Q-3 status          | no Q-2 at-renewal      | no Q-3 status          | no Q-3 status          | no Q-3 status          |
| nce         | fewer at renewal   | no H-3 status          | H-1                    | no H-3 status          | no H-3 status          | no H-3 status          |
| nce         | more at renewal    | no H-3 status          | H-2                    | no H-3 status          | no H-3 status          | no H-3 status          |
| nce         | remove scheduled   | no H-4 status          | H-4                    | no H-4 status          | no H-4 status          | no H-4 status          |
| nce         | upgrade now        | no U-1 status          | U-2                    | no U-1 status          | no U-1 status          | no U-1 status          |
| nce         | upgrade at renewal | no U-1 status          | U-2                    | no U-1 status          | no U-1 status          | no U-1 status          |
| legacy      | pause              | no P-5 class           | no P-5 class           | no P-5 class           | no P-5 class           | no P-5 class           |
| legacy      | resume             | no P-5 class           | no P-5 class           | no P-5 class           | no P-5 class           | no P-5 class           |
| legacy      | suspend            | no S-1 status          | S-1                    | no S-1 status          | no S-1 status          | no S-1 status          |
| legacy      | reactivate         | no S-4 status          | no S-4 status          | S-4                    | S-4                    | no S-4 status          |
| legacy      | cancel             | no X-10 class          | no X-10 class          | no X-10 class          | no X-10 class          | no X-10 class          |
| legacy      | deprovision        | no X-4 class           | no X-4 class           | no X-4 class           | no X-4 class           | no X-4 class           |
| legacy      | auto-renew on      | no R-2 class           | no R-2 class           | no R-2 class           | no R-2 class           | no R-2 class           |
| legacy      | auto-renew off     | no R-2 class           | no R-2 class           | no R-2 class           | no R-2 class           | no R-2 class           |
| legacy      | more licences      | no Q-1 status          | Q-1                    | no Q-1 status          | no Q-1 status          | no Q-1 status          |
| legacy      | fewer licences     | no Q-3 status          | Q-3                    | no Q-3 status          | no Q-3 status          | no Q-3 status          |
| legacy      | fewer at renewal   | no H-1 class           | no H-1 class           | no H-1 class           | no H-1 class           | no H-1 class           |
| legacy      | more at renewal    | no H-1 class           | no H-1 class           | no H-1 class           | no H-1 class           | no H-1 class           |
| legacy      | remove scheduled   | no H-4 class           | no H-4 class           | no H-4 class           | no H-4 class           | no H-4 class           |
| legacy      | upgrade now        | no U-1 class           | no U-1 class           | no U-1 class           | no U-1 class           | no U-1 class           |
| legacy      | upgrade at renewal | no U-1 class           | no U-1 class           | no U-1 class           | no U-1 class           | no U-1 class           |
| isv-license | pause              | no P-5 class           | no P-5 class           | no P-5 class           | no P-5 class           | no P-5 class           |
| isv-license | resume             | no P-5 class           | no P-5 class           | no P-5 class           | no P-5 class           | no P-5 class           |
| isv-license | suspend            | no S-1 status          | S-1                    | no S-1 status          | no S-1 status          | no S-1 status          |
| isv-license | reactivate         | no S-4 status          | no S-4 status          | S-4                    | S-4                    | no S-4 status          |
| isv-license | cancel             | no X-11 status         | X-2                    | X-2                    | X-2                    | no X-11 status         |
| isv-license | deprovision        | no X-4 class           | no X-4 class           | no X-4 class           | no X-4 class           | no X-4 class           |
| isv-license | auto-renew on      | no R-2 status          | no R-2 no-change       | no R-2 status          | no R-2 status          | no R-2 status          |
| isv-license | auto-renew off     | no R-2 status          | R-3                    | no R-2 status          | no R-2 status          | no R-2 status          |
| isv-license | more licences      | no Q-1 status          | Q-1                    | no Q-1 status          | no Q-1 status          | no Q-1 status          |
| isv-license | fewer licences     | no Q-3 status          | Q-3                    | no Q-3 status          | no Q-3 status          | no Q-3 status          |
| isv-license | fewer at renewal   | no H-1 class           | no H-1 class           | no H-1 class           | no H-1 class           | no H-1 class           |
| isv-license | more at renewal    | no H-1 class           | no H-1 class           | no H-1 class           | no H-1 class           | no H-1 class           |
| isv-license | remove scheduled   | no H-4 class           | no H-4 class           | no H-4 class           | no H-4 class           | no H-4 class           |
| isv-license | upgrade now        | no U-1 class           | no U-1 class           | no U-1 class           | no U-1 class           | no U-1 class           |
| isv-license | upgrade at renewal | no U-1 class           | no U-1 class           | no U-1 class           | no U-1 class           | no U-1 class           |
| isv-metered | pause              | no P-5 class           | no P-5 class           | no P-5 class           | no P-5 class           | no P-5 class           |
| isv-metered | resume             | no P-5 class           | no P-5 class           | no P-5 class           | no P-5 class           | no P-5 class           |
| isv-metered | suspend            | no S-1 status          | S-1                    | no S-1 status          | no S-1 status          | no S-1 status          |
| isv-metered | reactivate         | no S-4 status          | no S-4 status          | S-4                    | S-4                    | no S-4 status          |
| isv-metered | cancel             | no X-4 class           | no X-4 class           | no X-4 class           | no X-4 class           | no X-4 class           |
| isv-metered | deprovision        | no X-4 status          | X-4                    | X-4                    | X-4                    | no X-4 status          |
| isv-metered | auto-renew on      | no R-2 status          | no R-2 no-change       | no R-2 status          | no R-2 status          | no R-2 status          |
| isv-metered | auto-renew off     | no R-2 status          | R-3                    | no R-2 status          | no R-2 status          | no R-2 status          |
| isv-metered | more licences      | no Q-4 no-quantity     | no Q-4 no-quantity     | no Q-4 no-quantity     | no Q-4 no-quantity     | no Q-4 no-quantity     |
| isv-metered | fewer licences     | no Q-4 no-quantity     | no Q-4 no-quantity     | no Q-4 no-quantity     | no Q-4 no-quantity     | no Q-4 no-quantity     |
| isv-metered | fewer at renewal   | no H-1 class           | no H-1 class           | no H-1 class           | no H-1 class           | no H-1 class           |
| isv-metered | more at renewal    | no H-1 class           | no H-1 class           | no H-1 class           | no H-1 class           | no H-1 class           |
| isv-metered | remove scheduled   | no H-4 class           | no H-4 class           | no H-4 class           | no H-4 class           | no H-4 class           |
| isv-metered | upgrade now        | no U-1 class           | no U-1 class           | no U-1 class           | no U-1 class           | no U-1 class           |
| isv-metered | upgrade at renewal | no U-1 class           | no U-1 class           | no U-1 class           | no U-1 class           | no U-1 class           |
`;

const REASONS: Readonly<Record<string, RefusalCode>> = {
  class: 'not-for-class',
  status: 'wrong-status',
  'service-request': 'service-request-needed',
  'no-change': 'no-change',
  'no-quantity': 'no-quantity',
  'at-renewal': 'fewer-only-at-renewal',
};

const COMMANDS: Readonly<Record<string, LifecycleCommand>> = {
  pause: { type: 'pause' },
  resume: { type: 'resume' },
  suspend: { type: 'suspend' },
  reactivate: { type: 'reactivate' },
  cancel: { type: 'cancel' },
  deprovision: { type: 'deprovision' },
  'auto-renew on': { type: 'set-auto-renew', enabled: true },
  'auto-renew off': { type: 'set-auto-renew', enabled: false },
  'more licences': { type: 'set-quantity', quantity: 12 },
  'fewer licences': { type: 'set-quantity', quantity: 8 },
  'fewer at renewal': { type: 'schedule-change', quantity: 8 },
  'more at renewal': { type: 'schedule-change', quantity: 12 },
  'remove scheduled': { type: 'remove-scheduled-change' },
  'upgrade now': { type: 'upgrade', sku: '0002', timing: 'now' },
  'upgrade at renewal': { type: 'upgrade', sku: '0002', timing: 'term-end' },
};

const STATES = {
  pending: { status: 'pending' },
  active: { status: 'active' },
  paused: { status: 'suspended', suspensionKind: 'paused' },
  suspended: { status: 'suspended', suspendedAt: at('2021-09-05'), dataDeletionAt: at('2021-12-04') },
  deleted: { status: 'deleted' },
} as const satisfies Record<Condition, Partial<Subscription>>;

const [, ...ROWS] = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

const CELLS = ROWS.flatMap(([, productClass = '', command = '', ...cells]) =>
  CONDITIONS.map((condition, index) => [productClass, command, condition, cells[index] ?? ''] as const),
);

function subscriptionOf(productClass: ProductClass, condition: Condition): Subscription {
  const quantity = productClass === 'isv-metered' ? null : 10;
  const scheduledNextTermInstructions = productClass === 'nce' ? aScheduledChange(5) : null;
  return aSubscription({ productClass, quantity, scheduledNextTermInstructions, ...STATES[condition] });
}

function wordsOf(cell: string) {
  const [first = '', rule, reason = ''] = cell.split(' ');
  return first === 'no' ? { rule, code: REASONS[reason] } : { rule: first, code: null };
}

describe('class × status × command', () => {
  test('no cell is empty, no class and no command is missing', () => {
    const named = Object.keys(COMMANDS);
    const wanted = PRODUCT_CLASSES.flatMap((one) => named.map((command) => `${one} ${command}`));
    expect(ROWS.map(([, one, command]) => `${one} ${command}`).sort()).toEqual(wanted.sort());
    expect(CELLS.filter(([, , , cell]) => wordsOf(cell).rule === '')).toEqual([]);
    expect(new Set(Object.values(COMMANDS).map(({ type }) => type))).toEqual(new Set(LIFECYCLE_COMMANDS));
  });

  test.each(CELLS)('%s, %s, %s: %s', (productClass, name, condition, cell) => {
    const subscription = subscriptionOf(productClass as ProductClass, condition);
    const command = COMMANDS[name];
    if (command === undefined) throw new Error(`no command ${name}`);
    const sku = { upgradeTargets: ['0002'] };
    const { decision } = given({ subscription, sku }).when(command, '2021-09-10');
    const code = decision.outcome === 'refused' ? decision.code : null;
    expect({ rule: decision.rules[0], code }).toEqual(wordsOf(cell));
  });
});
