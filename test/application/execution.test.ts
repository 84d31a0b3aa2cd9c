import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { NOW, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { CANCEL, clicks, eventsOf, nce, prompted, trailOf, wordsOf } from '../support/stories.ts';

const { agent, boss } = PEOPLE;
const APPROVAL = [{ when: { tier: 4 }, by: ['admin-agent', 'billing-admin'] }] as const;

let t: TestDesk;
let serial = 0;
let id = '';
beforeAll(async () => {
  t = await testDesk({ policy: { approval: APPROVAL } });
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set(NOW);
  serial += 1;
  id = `e${serial}`;
  await t.add(nce(id));
});

const stored = async () => (await t.desk.subscriptions.get(id))?.subscription;

describe('a confirmation executes', () => {
  test('the effect is there, with one event that shows it, and the hold is free', async () => {
    const { reference, decision } = await prompted(t.desk, agent, id);
    t.clock.set('2021-09-03T12:01:00.000Z');
    const outcome = await clicks(t.desk, agent, reference, 'confirm');
    expect(outcome).toMatchObject({
      kind: 'settled',
      operation: {
        state: 'done',
        at: '2021-09-03T12:01:00.000Z',
        result: { outcome: 'done', decision: { after: decision.after } },
      },
    });
    expect(await stored()).toMatchObject(decision.after);
    expect(await t.desk.subscriptions.get(id)).toMatchObject({ version: 1, hold: null, applied: null });
    expect(await trailOf(t.desk, `S-${id}`)).toMatchObject([
      { what: 'proposed' },
      { what: 'confirmed', reason: 'fraud', at: '2021-09-03T12:01:00.000Z' },
      {
        what: 'executed',
        id: `${id}/1`,
        at: '2021-09-03T12:01:00.000Z',
        after: decision.after,
        before: decision.before,
      },
    ]);
  });

  test("protocol: the instant of the change is never before the subscription's last event", async () => {
    const { reference } = await prompted(t.desk, agent, id);
    t.clock.set('2021-09-03T12:10:00.000Z');
    await clicks(t.desk, agent, reference, 'keep');
    await trailOf(t.desk, `S-${id}`);
    t.clock.set(NOW);
    const again = await prompted(t.twin, agent, id);
    expect(await clicks(t.twin, agent, again.reference, 'confirm')).toMatchObject({
      operation: { at: '2021-09-03T12:10:00.000Z' },
    });
  });

  test('A-6: a cancellation takes its add-ons along, each with an event of its own', async () => {
    await t.add(
      nce(`${id}-a`, { parentSubscriptionId: id }),
      nce(`${id}-z`, { parentSubscriptionId: id, quantity: 3 }),
    );
    const { reference } = await prompted(t.desk, agent, id, CANCEL);
    await clicks(t.desk, agent, reference, 'confirm');
    const outcome = await clicks(t.twin, boss, reference, 'approve');
    expect(outcome).toMatchObject({ kind: 'settled', operation: { state: 'done' } });
    const events = (await eventsOf(t.desk, reference)).filter(({ what }) => what === 'executed');
    expect(events.map(({ id: event }) => event).sort()).toEqual([`${id}-a/1`, `${id}-z/1`, `${id}/1`].sort());
    for (const one of [id, `${id}-a`, `${id}-z`]) {
      expect(await t.desk.subscriptions.get(one)).toMatchObject({
        version: 1,
        hold: null,
        subscription: { status: 'deleted' },
      });
    }
  });

  test('F-92: what was due is committed first, each at its own instant', async () => {
    const monthly = {
      termDuration: 'P1M',
      billingCycle: 'monthly',
      effectiveStartDate: '2021-06-15T00:00:00.000Z',
    } as const;
    await t.add(nce(`${id}-m`, { ...monthly, commitmentEndDate: '2021-07-15T00:00:00.000Z' }));
    const { reference } = await prompted(t.desk, agent, `${id}-m`);
    expect((await clicks(t.desk, agent, reference, 'confirm')).kind).toBe('settled');
    const events = await trailOf(t.desk, `S-${id}-m`);
    expect(events.filter(({ before }) => before).map(({ what, at }) => [what, at])).toEqual([
      ['renewal', '2021-07-15T00:00:00.000Z'],
      ['renewal', '2021-08-15T00:00:00.000Z'],
      ['executed', NOW],
    ]);
  });

  test('a hundred clicks at once: one wins, the effect is there once', async () => {
    const { reference } = await prompted(t.desk, agent, id);
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        clicks(n % 2 === 0 ? t.desk : t.twin, agent, reference, 'confirm'),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'settled')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'already-decided')).toHaveLength(99);
    expect((await wordsOf(t.desk, reference)).filter((word) => word === 'executed')).toHaveLength(1);
  }, 30_000);
});
