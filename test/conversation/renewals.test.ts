import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { actionIds, CONTOSO, FABRIKAM, owned, type Talking, talking, viewOf } from './support.ts';

const MONTHLY = { termDuration: 'P1M', billingCycle: 'monthly' } as const;

let talk: Talking;
beforeEach(async () => {
  talk = await talking({
    now: '2021-09-03T12:00:00.000Z',
    subscriptions: [
      owned(CONTOSO, 'S-1', 'Visio Plan 2', { commitmentEndDate: '2021-09-30T00:00:00.000Z' }),
      owned(FABRIKAM, 'S-2', 'Office 365 E1', {
        productClass: 'legacy',
        status: 'suspended',
        suspendedAt: '2021-06-12T00:00:00.000Z',
        dataDeletionAt: '2021-09-10T00:00:00.000Z',
      }),
      owned(CONTOSO, 'S-3', 'Power BI Pro', {
        ...MONTHLY,
        effectiveStartDate: '2021-08-01T00:00:00.000Z',
        commitmentEndDate: '2021-09-01T00:00:00.000Z',
      }),
      owned(CONTOSO, 'S-4', 'Project Plan 3', { commitmentEndDate: '2021-10-04T00:00:00.000Z' }),
    ],
  });
});
afterEach(() => talk.close());

async function listed(text: string): Promise<readonly string[]> {
  const view = viewOf(await talk.say(text), 'renewals');
  expect(view.total).toBe(view.candidates.length);
  return view.candidates.map(({ subscription }) => subscription.reference);
}

test('what renews, ends or loses its data within thirty days, by date, also where the clock has not run (F-92)', async () => {
  expect(await listed("what's renewing this month")).toEqual(['S-2', 'S-1', 'S-3']);
});

test('of one customer only', async () => {
  expect(await listed('renewals for fabrikam')).toEqual(['S-2']);
});

test('each with a button that shows it', async () => {
  const reply = await talk.say("what's renewing this month");
  expect(actionIds(reply)).toEqual(['show-S-2', 'show-S-1', 'show-S-3']);
  viewOf(await talk.click('show-S-2', reply.view.on ?? ''), 'subscription');
});
