import { describe, expect, test } from '@jest/globals';
import { DAY } from '../../../src/domain/instant.ts';
import { type Rulebook, validateRulebook } from '../../../src/domain/policies/rulebook.ts';
import { RULEBOOK_2021_08 } from '../../../src/domain/policies/rulebooks/2021-08.ts';
import { aLegacy, anIsvLicense, aSubscription } from '../../support/builders.ts';
import { at, given } from '../../support/decider.ts';

const LATER = { source: 'a page that nobody wrote', effectiveFrom: '2023-01-01T00:00:00.000Z' } as const;

/** New commerce: seven days, prorated from the first one; fewer licences in those days; data kept for 30 days. */
const RULEBOOK: Rulebook = {
  ...RULEBOOK_2021_08,
  name: '2023-made-up',
  cancel: [
    ...RULEBOOK_2021_08.cancel.filter(({ id }) => !['X-5', 'X-6', 'X-7'].includes(id)),
    {
      id: 'X-6',
      ...LATER,
      when: { productClass: 'nce', sinceStart: { under: 7 * DAY } },
      then: { how: 'now', refund: 'prorated', as: 'refund', also: ['X-8'] },
    },
    { id: 'X-7', ...LATER, when: {}, then: { how: 'refused', since: 7 * DAY, offers: ['pause'] } },
  ],
  quantity: [
    {
      id: 'Q-2.window',
      ...LATER,
      when: { productClass: 'nce', direction: 'fewer', sinceStart: { under: 7 * DAY } },
      then: { outcome: 'allowed' },
    },
    ...RULEBOOK_2021_08.quantity,
  ],
  retention: [{ id: 'S-2', ...LATER, when: {}, then: { days: 30, plusLeadTime: false, atMost: 30 } }],
};

const rulebook = RULEBOOK;

describe('a later rulebook is a table', () => {
  test('it is valid', () => {
    expect(validateRulebook(RULEBOOK)).toEqual([]);
  });

  test('the first day is no longer free', () => {
    const first = given({ rulebook }).when('cancel', '2021-09-01T12:00Z').accepted();
    expect(first).toMatchObject({
      rules: ['X-6', 'X-8'],
      refund: { amount: { minor: 36_400 }, basis: 'prorated', usedDays: 1 },
      deadline: at('2021-09-08'),
    });
  });

  test('half open: the last millisecond of the seventh day, and the eighth', () => {
    given({ rulebook }).when('cancel', '2021-09-07T23:59:59.999Z').accepted();
    given({ rulebook })
      .when('cancel', '2021-09-08')
      .thenRefused({
        code: 'cancel-window-closed',
        rules: ['X-7'],
        since: at('2021-09-08'),
        alternatives: ['pause'],
      });
  });

  test('fewer licences at once inside the window, at the renewal after it', () => {
    const fewer = { type: 'set-quantity', quantity: 8 } as const;
    expect(given({ rulebook }).when(fewer, '2021-09-07').accepted().rules).toEqual(['Q-2']);
    expect(given({ rulebook }).when(fewer, '2021-09-08').refused().code).toBe('fewer-only-at-renewal');
  });

  test('data is kept for thirty days', () => {
    const suspended = given({ rulebook, subscription: aLegacy() }).when('suspend', '2021-10-01').accepted();
    expect(suspended.deadline).toBe(at('2021-10-31'));
  });

  test('what it does not touch is as before', () => {
    const subscription = anIsvLicense();
    expect(given({ rulebook, subscription }).when('cancel', '2021-09-02').accepted().rules).toEqual(['X-1']);
    expect(given({ rulebook, subscription: aSubscription() }).when('pause', '2021-09-10').accepted()).toEqual(
      given().when('pause', '2021-09-10').accepted(),
    );
  });
});

describe('F-12: a broken rulebook is named by table and row', () => {
  const TABLES = ['verbs', 'statuses', 'cancel', 'quantity', 'scheduling', 'retention'] as const;

  test.each(TABLES)('%s: a row behind the default is never reached', (table) => {
    const rows = RULEBOOK_2021_08[table];
    const late = { ...LATER, id: 'Z-1', when: {}, then: rows.at(-1)?.then };
    const broken = { ...RULEBOOK_2021_08, [table]: [...rows, late] } as Rulebook;
    expect(validateRulebook(broken)).toEqual([`2021-08 ${table} Z-1: no case reaches this row`]);
  });

  test.each(TABLES)('%s: an id twice', (table) => {
    const rows = RULEBOOK_2021_08[table];
    const broken = { ...RULEBOOK_2021_08, [table]: [rows[0], ...rows] } as Rulebook;
    expect(validateRulebook(broken)).toContain(`2021-08 ${table} ${rows[0]?.id}: the id is used twice`);
  });

  test.each(TABLES)('%s: no default', (table) => {
    const rows = RULEBOOK_2021_08[table].slice(0, -1);
    const broken = { ...RULEBOOK_2021_08, [table]: rows } as Rulebook;
    expect(validateRulebook(broken)).toContain(`2021-08 ${table} the last row must be without conditions`);
  });

  test.each(['verbs', 'statuses', 'quantity'] as const)('%s: a code that nobody knows', (table) => {
    const then = { outcome: 'refused', code: 'computer-says-no', offers: [] };
    const row = { id: 'Z-1', ...LATER, when: { productClass: 'nce', command: 'pause' }, then };
    const broken = { ...RULEBOOK_2021_08, [table]: [row, ...RULEBOOK_2021_08[table]] } as unknown as Rulebook;
    expect(validateRulebook(broken)).toContain(`2021-08 ${table} Z-1: unknown code`);
  });
});
