import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { relay } from '../../src/application/relay.ts';
import { runAllDue } from '../../src/application/runDue.ts';
import { plus } from '../../src/domain/instant.ts';
import type { Subscription } from '../../src/domain/subscription/subscription.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { aBuyer } from '../support/operations.ts';
import { nce, trailOf } from '../support/stories.ts';
import { licencesOf, OFFERS, planThree, sending } from '../support/upgrades.ts';

const OPENED = '2024-01-01T00:00:00.000Z';
const NOON = DateTime.fromISO('2024-01-01T12:00:00.000Z', { zone: 'utc' });
/** The last look. */
const CLOSED = plus(OPENED, { days: 3 * 366, hours: 12 });
const MONTHLY = { termDuration: 'P1M', billingCycle: 'monthly' } as const;
const YEARLY = {
  effectiveStartDate: '2023-02-28T00:00:00.000Z',
  commitmentEndDate: '2024-02-28T00:00:00.000Z',
} as const;

const DESK: readonly Subscription[] = [
  nce('month', {
    ...MONTHLY,
    effectiveStartDate: '2023-12-31T00:00:00.000Z',
    commitmentEndDate: '2024-01-31T00:00:00.000Z',
  }),
  nce('leap', {
    effectiveStartDate: '2024-02-29T12:00:00.000Z',
    commitmentEndDate: '2025-02-28T12:00:00.000Z',
  }),
  nce('trial', {
    ...MONTHLY,
    isTrial: true,
    trialEndsAt: '2024-01-30T00:00:00.000Z',
    commitmentEndDate: '2024-01-30T00:00:00.000Z',
    scheduledNextTermInstructions: {
      product: { productId: 'CFQ7TTC0HD32', skuId: '0001', ...MONTHLY },
      quantity: 25,
    },
  }),
  nce('base', { ...YEARLY, autoRenewEnabled: false }),
  nce('base-a', { ...YEARLY, parentSubscriptionId: 'base' }),
  nce('sender', { ...YEARLY, ...sending(4, 6, 'receiver') }),
  planThree('receiver', YEARLY),
  nce('suspended', {
    productClass: 'legacy',
    status: 'suspended',
    suspendedAt: '2024-01-01T00:00:00.000Z',
    dataDeletionAt: '2024-03-31T00:00:00.000Z',
  }),
];

let t: TestDesk;
/** What the worker said, day by day: one look at noon for three years, on the days on which something is due. */
const lines: string[] = [];
let took = 0;

/** How many days after the opening something is due next, or null. */
async function nextDay(): Promise<number | null> {
  const [id] = await t.desk.subscriptions.due(CLOSED, 1);
  const due = id === undefined ? null : (await t.desk.provider.read(id, OPENED))?.nextDue;
  return due ? Math.ceil(DateTime.fromISO(due).diff(NOON, 'days').days) : null;
}

beforeAll(async () => {
  t = await testDesk({ now: OPENED, offers: OFFERS, customers: [aBuyer()], subscriptions: DESK });
  const began = performance.now();
  for (let days = await nextDay(); days !== null; days = await nextDay()) {
    t.clock.set(plus(OPENED, { days, hours: 12 }));
    for (const { what, at, subscription } of await runAllDue(t.desk))
      lines.push(`${at} ${what} ${subscription}`);
  }
  await relay(t.desk);
  took = performance.now() - began;
}, 60_000);
afterAll(() => t.close());

async function endsOf(reference: string): Promise<readonly string[]> {
  const renewed = (await trailOf(t.desk, reference)).filter(({ after }) => after?.commitmentEndDate);
  return renewed.map(({ after }) => String(after?.commitmentEndDate).slice(0, 10));
}

describe('three years of a desk', () => {
  test('R-5: a term of the 31st ends on each month’s last day and never drifts', async () => {
    const ends = await endsOf('S-month');
    expect(ends.slice(0, 4)).toEqual(['2024-02-29', '2024-03-31', '2024-04-30', '2024-05-31']);
    expect(ends).toHaveLength(36);
    expect(ends).toContain('2025-02-28');
    expect(ends.at(-1)).toBe('2027-01-31');
  });

  test('R-5: a term of the 29th of February is back on it in a leap year', async () => {
    expect(await endsOf('S-leap')).toEqual(['2026-02-28', '2027-02-28']);
    expect(
      (await t.desk.provider.read('leap', '2027-03-01T00:00:00.000Z'))?.subscription.commitmentEndDate,
    ).toBe('2028-02-29T12:00:00.000Z');
  });

  test('C-8, H-6, F-10: the trial becomes paid at its end, with what was scheduled, and counts from there', async () => {
    const [converted] = await trailOf(t.desk, 'S-trial');
    expect(converted).toMatchObject({ what: 'trial-conversion', at: '2024-01-30T00:00:00.000Z' });
    expect(converted?.after).toMatchObject({ isTrial: false, quantity: 25 });
    expect((await endsOf('S-trial')).slice(0, 3)).toEqual(['2024-02-29', '2024-03-30', '2024-04-30']);
  });

  test('A-6, F-52: a base that ends takes its add-on along, which does not renew at that instant', async () => {
    const [one, ...more] = await trailOf(t.desk, 'S-base-a');
    expect(one).toMatchObject({
      what: 'end-of-service',
      at: YEARLY.commitmentEndDate,
      rules: ['R-4', 'A-6'],
    });
    expect(more).toEqual([]);
    expect((await t.desk.subscriptions.get('base-a'))?.subscription.status).toBe('deleted');
  });

  test('F-47, U-7: a scheduled upgrade moves its licences at the renewal, and none is lost', async () => {
    const [sent] = await trailOf(t.desk, 'S-sender');
    const received = (await trailOf(t.desk, 'S-receiver')).slice(0, 2);
    expect(sent).toMatchObject({ what: 'renewal', at: YEARLY.commitmentEndDate, after: { quantity: 6 } });
    expect(received.map(({ at, after }) => [at, after?.quantity])).toEqual([
      [YEARLY.commitmentEndDate, undefined],
      [YEARLY.commitmentEndDate, 7],
    ]);
    expect(await licencesOf(t.desk, 'sender')).toBe(6);
    expect(await licencesOf(t.desk, 'receiver')).toBe(7);
  });

  test('S-4: the data of a suspended one goes when its time is over, and nothing happens to it any more', async () => {
    expect((await trailOf(t.desk, 'S-suspended')).map(({ what, at }) => [what, at])).toEqual([
      ['data-deletion', '2024-03-31T00:00:00.000Z'],
    ]);
  });

  test('every line says the contractual instant, oldest first; midnight in UTC is another hour in summer and winter', () => {
    const instants = lines.map((line) => line.slice(0, 24));
    expect(instants).toEqual([...instants].sort());
    const hours = instants
      .filter((at) => at.endsWith('T00:00:00.000Z'))
      .map((at) => DateTime.fromISO(at, { zone: 'Europe/Stockholm' }).hour);
    expect(new Set(hours)).toEqual(new Set([1, 2]));
    process.stdout.write(`three years: ${lines.length} lines in ${Math.round(took)} ms\n`);
  });
});
