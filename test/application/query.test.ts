import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as query from '../../src/application/query.ts';
import { crashingStores } from '../support/crashing.ts';
import { deskOver, NOW, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { anOperation } from '../support/operations.ts';
import { CANCEL, changedElsewhere, clicks, nce, PAUSE, prompted } from '../support/stories.ts';

const { agent, other } = PEOPLE;
let t: TestDesk;
beforeAll(async () => {
  t = await testDesk();
});
afterAll(() => t.close());

describe('F-92: what is due and not yet run', () => {
  test('a subscription is shown with it applied', async () => {
    await t.add(nce('q1', { commitmentEndDate: '2021-09-02T00:00:00.000Z', autoRenewEnabled: false }));
    expect(await query.facts(t.desk, 'q1')).toMatchObject({
      asOf: NOW,
      openOperation: null,
      snapshot: { subscription: { status: 'deleted' } },
    });
    expect(await query.overview(t.desk, ['nowhere', 'q1'])).toMatchObject([
      {
        subscription: { id: 'q1', status: 'deleted' },
        customer: { id: (await t.desk.subscriptions.get('q1'))?.subscription.customerId },
      },
    ]);
    expect((await t.desk.subscriptions.get('q1'))?.version).toBe(0);
  });

  test('an operation past its time is shown as expired, in a list too, and as nobody’s hindrance', async () => {
    await t.add(nce('q2'));
    const { reference, expiresAt } = await prompted(t.desk, agent, 'q2');
    expect((await query.facts(t.desk, 'q2'))?.openOperation?.reference).toBe(reference);
    t.clock.set(expiresAt);
    expect((await query.operation(t.desk, reference))?.state).toBe('expired');
    expect((await query.myRequests(t.desk, agent.id, 1))[0]).toMatchObject({ reference, state: 'expired' });
    expect((await query.facts(t.desk, 'q2'))?.openOperation).toBeNull();
    t.clock.set(NOW);
  });
});

test('F-80: a draft is no operation', async () => {
  await t.desk.operations.insert(
    anOperation({ reference: 'OP-DRFT', state: 'draft', requester: 'agent-2' }),
    null,
  );
  expect(await query.operation(t.desk, 'OP-DRFT')).toBeNull();
  expect(await query.myRequests(t.desk, other.id, 10)).toEqual([]);
});

test('what is not there is null', async () => {
  expect(await query.facts(t.desk, 'nowhere')).toBeNull();
  expect(await query.dryDecision(t.desk, 'nowhere', PAUSE)).toBeNull();
  expect(await query.overview(t.desk, ['nowhere'])).toEqual([]);
  expect(await query.operation(t.desk, 'OP-NONE')).toBeNull();
  expect(await query.people(t.desk, ['agent-1', 'nobody'])).toEqual({ 'agent-1': agent });
  expect(await query.people(t.desk, ['agent-1', 'agent-2'], agent)).toEqual({
    'agent-1': agent,
    'agent-2': other,
  });
});

test('a history is complete, also what still waits in an outbox', async () => {
  await t.add(nce('q3'));
  const { reference } = await prompted(t.desk, agent, 'q3');
  await clicks(t.desk, agent, reference, 'confirm');
  expect((await query.historyOf(t.twin, 'S-q3', 10)).map(({ what }) => what)).toEqual([
    'proposed',
    'confirmed',
    'executed',
  ]);
  expect((await query.historyOf(t.twin, 'S-q3', 1)).map(({ what }) => what)).toEqual(['executed']);
  expect((await t.twin.audit.ofOperation(reference)).map(({ what }) => what)).toEqual([
    'proposed',
    'confirmed',
    'executed',
  ]);
});

test('the successor that a crash left out is inserted by the next reader, once', async () => {
  await t.add(nce('q4'));
  const { reference } = await prompted(t.desk, agent, 'q4', CANCEL);
  await changedElsewhere(t.desk, 'q4', { quantity: 11 });
  const mortal = crashingStores(t.desk);
  mortal.crashAt({ write: 1, when: 'after' });
  await expect(clicks(deskOver(mortal.stores, t.desk), agent, reference, 'confirm')).rejects.toThrow();
  const read = await Promise.all([query.operation(t.desk, reference), query.operation(t.twin, reference)]);
  expect(read.map((one) => one?.state)).toEqual(['withdrawn', 'withdrawn']);
  const successor = read[0]?.replacedBy ?? '';
  expect(await query.operation(t.desk, successor)).toMatchObject({
    state: 'awaiting-confirmation',
    replaces: reference,
    command: CANCEL,
  });
  expect(
    (await query.myRequests(t.desk, agent.id, 10)).filter(({ replaces }) => replaces === reference),
  ).toHaveLength(1);
});
