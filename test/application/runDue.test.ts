import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DueLine } from '../../src/application/dueRun.ts';
import { runAllDue, runDue } from '../../src/application/runDue.ts';
import { setAsides } from '../../src/application/setAsides.ts';
import type { Operation } from '../../src/domain/operation/operation.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { Crashed, crashingStores } from '../support/crashing.ts';
import { deskOver, NOW, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { anOperation } from '../support/operations.ts';
import {
  changedElsewhere,
  clicks,
  eventsOf,
  nce,
  PAUSE,
  prompted,
  trailOf,
  wordsOf,
} from '../support/stories.ts';
import { licencesOf, sending } from '../support/upgrades.ts';

const { agent } = PEOPLE;
let t: TestDesk;
let serial = 0;
let id = '';
beforeAll(async () => {
  t = await testDesk();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.machine.forward(20_000);
  await runAllDue(t.desk);
  t.clock.set(NOW);
  serial += 1;
  id = `d${serial}`;
});

/** What is done of this test's own subscription. */
async function runOwn(desk: Desk): Promise<readonly DueLine[]> {
  return (await runAllDue(desk)).filter(({ subscription }) => subscription === `S-${id}`);
}

/** Won the click and went no further: as a crash between steps 3 and 4 leaves it. */
async function queued(): Promise<Operation> {
  await t.add(nce(id));
  const prompt = await prompted(t.desk, agent, id, PAUSE);
  const mortal = crashingStores(t.desk);
  mortal.crashAt({ write: 1, when: 'after' });
  const dying = clicks(deskOver(mortal.stores, t.desk), agent, prompt.reference, 'confirm');
  await expect(dying).rejects.toThrow(Crashed);
  expect(mortal.writes()).toEqual(['operations.change']);
  return prompt;
}

describe('prompts', () => {
  test('one past its time is expired, dated when it expired, and lets its subscription go', async () => {
    await t.add(nce(id));
    const { reference, expiresAt } = await prompted(t.desk, agent, id);
    t.clock.set('2021-09-03T15:00:00.000Z');
    expect(await runOwn(t.twin)).toEqual([
      { what: 'expired', at: expiresAt, operation: reference, subscription: `S-${id}` },
    ]);
    expect((await eventsOf(t.desk, reference)).at(-1)).toMatchObject({ what: 'expired', at: expiresAt });
    expect((await t.desk.subscriptions.get(id))?.hold).toBeNull();
    expect(await runOwn(t.twin)).toEqual([]);
  });

  test('a millisecond before its time nothing is done', async () => {
    await t.add(nce(id));
    await prompted(t.desk, agent, id);
    t.clock.set('2021-09-03T12:14:59.999Z');
    expect(await runOwn(t.twin)).toEqual([]);
  });

  test('a draft past its time is forgotten without a word', async () => {
    const draft = anOperation({ reference: `OP-${id}`, state: 'draft', expiresAt: NOW });
    await t.desk.operations.insert(draft, draft.expiresAt);
    expect(await runOwn(t.desk)).toEqual([]);
    expect(await t.desk.operations.get(`OP-${id}`)).toBeNull();
  });
});

describe('F-83: what a crash left', () => {
  test("queued, the version still the click's: finished with the decision of the click", async () => {
    const { reference } = await queued();
    t.clock.set('2021-09-05T00:00:00.000Z');
    expect(await runOwn(t.twin)).toMatchObject([{ what: 'executed', at: NOW, operation: reference }]);
    expect((await trailOf(t.desk, `S-${id}`)).at(-1)).toMatchObject({ what: 'executed', at: NOW });
    expect((await t.desk.subscriptions.get(id))?.subscription.suspensionKind).toBe('paused');
  });

  test('queued, the version moved and no term did: decided again as of the click and finished', async () => {
    const { reference } = await queued();
    await changedElsewhere(t.desk, id, { offerName: 'Another name' });
    expect(await runOwn(t.twin)).toMatchObject([{ what: 'executed', operation: reference }]);
    expect(await t.desk.subscriptions.get(id)).toMatchObject({
      version: 2,
      hold: null,
      subscription: { status: 'suspended' },
    });
  });

  test('queued, and a term is another one now: failed, and nothing changed', async () => {
    const { reference } = await queued();
    await changedElsewhere(t.desk, id, { autoRenewEnabled: false });
    expect(await runOwn(t.twin)).toMatchObject([{ what: 'failed', operation: reference }]);
    expect((await eventsOf(t.desk, reference)).at(-1)).toMatchObject({
      what: 'failed',
      because: 'terms-changed',
    });
    expect(await t.desk.subscriptions.get(id)).toMatchObject({
      version: 1,
      hold: null,
      subscription: { status: 'active' },
    });
  });

  test('queued, and refused as of the click’s instant: failed with the refusal', async () => {
    const { reference } = await queued();
    await changedElsewhere(t.desk, id, { status: 'deleted' });
    await runAllDue(t.twin);
    expect(await t.desk.operations.get(reference)).toMatchObject({
      state: 'failed',
      result: { why: 'refused', decision: { code: 'wrong-status' } },
    });
  });

  test('a lease that is not over is waited for, not broken', async () => {
    const { reference } = await queued();
    await t.desk.operations.claim(reference, t.machine.now(), t.machine.now() + 1000);
    const first = await runDue(t.twin);
    expect(first.done.filter(({ operation }) => operation === reference)).toEqual([]);
    expect(first.leasedUntil).not.toBeNull();
    expect(await runOwn(t.twin)).toMatchObject([{ what: 'executed', operation: reference }]);
  });

  test('a process that was away too long neither applies a decision of its own nor fails the operation', async () => {
    const { reference } = await queued();
    await changedElsewhere(t.desk, id, { offerName: 'Another name' });
    const claim = () => t.desk.operations.claim(reference, t.machine.now(), t.machine.now() + 10_000);
    const stale = await claim();
    t.machine.forward(10_001);
    await claim();
    if (!stale) throw new Error('not claimed');
    const request = { operation: stale, requestId: reference, leaseN: 1 };
    expect(await t.desk.provider.execute(request)).toEqual({ outcome: 'lost' });
    expect(await t.desk.subscriptions.get(id)).toMatchObject({ version: 1, applied: null });
    t.machine.forward(10_001);
    expect(await runOwn(t.twin)).toMatchObject([{ what: 'executed', operation: reference }]);
    expect(await t.desk.provider.execute(request)).toEqual({ outcome: 'lost' });
  });

  test('two processes at once: one effect', async () => {
    const { reference } = await queued();
    await Promise.all([runAllDue(t.desk), runAllDue(t.twin)]);
    expect((await wordsOf(t.desk, reference)).filter((word) => word === 'executed')).toHaveLength(1);
  });
});

describe('the clock', () => {
  const MONTHLY = {
    termDuration: 'P1M',
    billingCycle: 'monthly',
    effectiveStartDate: '2021-06-30T00:00:00.000Z',
  } as const;

  test('R-4: a renewal runs once, at its contractual instant, however late and by however many', async () => {
    await t.add(nce(id, { ...MONTHLY, commitmentEndDate: '2021-07-30T00:00:00.000Z' }));
    const [one, two] = await Promise.all([runAllDue(t.desk), runAllDue(t.twin)]);
    const events = (await trailOf(t.desk, `S-${id}`)).map(({ what, at }) => [what, at]);
    expect(events).toEqual([
      ['renewal', '2021-07-30T00:00:00.000Z'],
      ['renewal', '2021-08-30T00:00:00.000Z'],
    ]);
    expect([...one, ...two].filter(({ subscription }) => subscription === `S-${id}`)).toHaveLength(2);
  });

  test('P-6: a paused subscription whose term ends is deleted, and its open prompt is none any more', async () => {
    await t.add(
      nce(id, {
        ...MONTHLY,
        commitmentEndDate: '2021-09-30T00:00:00.000Z',
        status: 'suspended',
        suspensionKind: 'paused',
        autoRenewEnabled: false,
      }),
    );
    t.clock.set('2021-09-29T23:50:00.000Z');
    const { reference, expiresAt } = await prompted(t.desk, agent, id, { type: 'resume' });
    expect(expiresAt).toBe('2021-09-30T00:00:00.000Z');
    t.clock.set('2021-10-02T00:00:00.000Z');
    const lines = await runOwn(t.desk);
    expect(lines.map(({ what, at }) => [what, at])).toEqual([
      ['expired', '2021-09-30T00:00:00.000Z'],
      ['end-of-service', '2021-09-30T00:00:00.000Z'],
    ]);
    expect((await clicks(t.desk, agent, reference, 'confirm')).kind).toBe('expired');
    expect((await t.desk.subscriptions.get(id))?.subscription.status).toBe('deleted');
  });

  test('what an import made its own base ends alone, and what it made its own target gives to a new one', async () => {
    const ending = { ...MONTHLY, commitmentEndDate: '2021-08-30T00:00:00.000Z' };
    await t.add(
      nce(id, { ...ending, autoRenewEnabled: false, parentSubscriptionId: id }),
      nce(`${id}-t`, { ...ending, skuId: '0001', quantity: 3, ...sending(1, 2, `${id}-t`) }),
    );
    const words = (await runAllDue(t.desk)).map(({ what, subscription }) => [what, subscription]);
    expect(words).toEqual(
      expect.arrayContaining([
        ['end-of-service', `S-${id}`],
        ['renewal', `S-${id}-t`],
      ]),
    );
    expect(await licencesOf(t.desk, `${id}-t`)).toBe(3);
    expect(await setAsides(t.desk)).toEqual({ subscriptions: [], operations: [] });
  });

  test('once a plan is written the clock waits for it, however late', async () => {
    await t.add(nce(id), nce(`${id}-a`, { parentSubscriptionId: id }));
    const { reference } = await prompted(t.desk, agent, id, { type: 'cancel', reason: 'fraud' });
    const mortal = crashingStores(t.desk);
    const planned = [
      'operations.change',
      'operations.claim',
      'subscriptions.pin',
      'subscriptions.pin',
      'operations.change',
    ];
    mortal.crashAt({ write: planned.length, when: 'after' });
    await expect(clicks(deskOver(mortal.stores, t.desk), agent, reference, 'confirm')).rejects.toThrow(
      Crashed,
    );
    expect(mortal.writes()).toEqual(planned);
    t.clock.set('2023-01-01T00:00:00.000Z');
    expect((await t.twin.provider.advance(`${id}-a`, t.clock.now())).events).toEqual([]);
    t.machine.forward(20_000);
    await runAllDue(t.twin);
    for (const one of [id, `${id}-a`]) {
      expect(await t.desk.subscriptions.get(one)).toMatchObject({
        version: 1,
        subscription: { status: 'deleted' },
      });
    }
  });

  test('the clock defers to a pin, and clears one that is over', async () => {
    await t.add(nce(id, { ...MONTHLY, commitmentEndDate: '2021-08-30T00:00:00.000Z' }));
    const live = anOperation({ reference: `OP-${id}`, state: 'running', subjects: [id] });
    await t.desk.operations.insert(live, null);
    await t.desk.subscriptions.hold(id, 0, live.reference, null);
    await t.desk.subscriptions.pin(id, live.reference);
    expect(await runOwn(t.desk)).toEqual([]);
    await t.desk.operations.change(live.reference, { states: ['running'] }, { state: 'failed' }, null, null);
    expect(await runOwn(t.desk)).toMatchObject([{ what: 'renewal', subscription: `S-${id}` }]);
  });
});
