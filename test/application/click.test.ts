import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { NOW, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import {
  ALL_INPUTS,
  CANCEL,
  changedElsewhere,
  clicks,
  eventsOf,
  nce,
  prompted,
  wordsOf,
} from '../support/stories.ts';

const { agent, other, deputy, guest } = PEOPLE;
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
  id = `s${serial}`;
  await t.add(nce(id));
});

const stored = async () => (await t.desk.subscriptions.get(id))?.subscription;

describe('F-85: the first check that fails answers', () => {
  test('F-97: somebody without a role learns nothing, whether or not it exists', async () => {
    const { reference } = await prompted(t.desk, agent, id);
    const answers = await Promise.all([
      clicks(t.desk, guest, reference, 'confirm'),
      clicks(t.desk, null, reference, 'confirm'),
      clicks(t.desk, guest, 'OP-NONE', 'confirm'),
    ]);
    expect(answers).toEqual(Array(3).fill({ kind: 'not-allowed', who: {}, operation: null }));
  });

  test('an id that is unknown', async () => {
    expect(await clicks(t.desk, agent, 'OP-NONE', 'confirm')).toEqual({ kind: 'unknown-operation' });
  });

  test('who may not click is told who may, nothing changes, and it stands in the trail', async () => {
    const { reference } = await prompted(t.desk, agent, id);
    for (const action of ['confirm', 'keep', 'withdraw', 'approve', 'decline'] as const) {
      expect(await clicks(t.twin, other, reference, action)).toMatchObject({
        kind: 'not-allowed',
        who: { requester: { id: 'agent-1' } },
      });
    }
    expect((await t.desk.operations.get(reference))?.state).toBe('awaiting-confirmation');
    expect((await wordsOf(t.desk, reference)).filter((word) => word === 'not-allowed')).toHaveLength(5);
  });

  test('past its time it is expired, before anybody has stored it, and before its inputs are looked at', async () => {
    const { reference, expiresAt } = await prompted(t.desk, agent, id);
    t.clock.set(expiresAt);
    expect(await clicks(t.desk, agent, reference, 'confirm', {})).toMatchObject({
      kind: 'expired',
      operation: { state: 'expired' },
    });
    expect((await t.desk.operations.get(reference))?.state).toBe('awaiting-confirmation');
  });

  test('one that is decided says so, with its state, before its inputs are looked at', async () => {
    const { reference } = await prompted(t.desk, agent, id);
    await clicks(t.desk, agent, reference, 'confirm');
    for (const action of ['confirm', 'keep', 'withdraw'] as const) {
      expect(await clicks(t.twin, agent, reference, action, {})).toMatchObject({
        kind: 'already-decided',
        operation: { state: 'done' },
      });
    }
  });

  test('F-84: a missing or wrong input changes nothing, and tries are not limited', async () => {
    const { reference, rev } = await prompted(t.desk, agent, id, { type: 'cancel' });
    expect(await clicks(t.desk, agent, reference, 'confirm', { typedCustomer: 'contoso' })).toMatchObject({
      kind: 'wrong-input',
      errors: [
        { input: 'reason', code: 'required' },
        { input: 'typedCustomer', code: 'wrong' },
      ],
    });
    expect((await t.desk.operations.get(reference))?.rev).toBe(rev);
    expect((await clicks(t.desk, agent, reference, 'confirm')).kind).toBe('settled');
  });

  test('refused now: the operation has failed, nothing changed, and the hold is free', async () => {
    const { reference } = await prompted(t.desk, agent, id);
    await changedElsewhere(t.desk, id, { status: 'deleted' });
    const outcome = await clicks(t.desk, agent, reference, 'confirm');
    expect(outcome).toMatchObject({
      kind: 'refused',
      decision: { outcome: 'refused' },
      operation: { state: 'failed', result: { outcome: 'failed', why: 'refused' } },
    });
    expect(await wordsOf(t.desk, reference)).toEqual(['proposed', 'failed']);
    expect((await t.desk.subscriptions.get(id))?.hold).toBeNull();
  });

  test('other terms: a new prompt with a time of its own, the old one withdrawn', async () => {
    const first = await prompted(t.desk, agent, id, { type: 'cancel' });
    await changedElsewhere(t.desk, id, { quantity: 20 });
    t.clock.set('2021-09-03T12:05:00.000Z');
    const outcome = await clicks(t.desk, agent, first.reference, 'confirm', {
      ...ALL_INPUTS,
      reason: 'non-payment',
    });
    expect(outcome).toMatchObject({
      kind: 'terms-changed',
      previous: { state: 'withdrawn', because: 'terms-changed' },
      operation: {
        state: 'awaiting-confirmation',
        replaces: first.reference,
        command: { type: 'cancel', reason: 'non-payment' },
        expiresAt: '2021-09-03T12:20:00.000Z',
        decision: { refund: { amount: { minor: 72_400 } } },
      },
    });
    const successor = outcome.kind === 'terms-changed' ? outcome.operation.reference : '';
    expect((await t.desk.operations.get(first.reference))?.replacedBy).toBe(successor);
    expect((await t.desk.subscriptions.get(id))?.hold?.operation).toBe(successor);
    expect(await stored()).toMatchObject({ status: 'active', quantity: 20 });
  });

  test('a version that moved without changing a term changes nothing', async () => {
    const { reference } = await prompted(t.desk, agent, id);
    await changedElsewhere(t.desk, id, { offerName: 'Visio Plan 2 (new name)' });
    const outcome = await clicks(t.desk, agent, reference, 'confirm');
    expect(outcome).toMatchObject({ kind: 'settled', operation: { state: 'done' } });
  });
});

describe('F-87: keep and withdraw', () => {
  test.each([
    ['keep', 'kept'],
    ['withdraw', 'withdrawn'],
  ] as const)('%s ends the prompt: %s', async (action, because) => {
    const { reference } = await prompted(t.desk, agent, id);
    expect(await clicks(t.desk, agent, reference, action, {})).toMatchObject({
      kind: 'settled',
      operation: { state: 'withdrawn', because },
    });
    expect((await eventsOf(t.desk, reference)).at(-1)).toMatchObject({
      what: 'withdrawn',
      because,
      person: 'agent-1',
    });
    expect((await t.desk.subscriptions.get(id))?.hold).toBeNull();
    expect((await stored())?.status).toBe('active');
  });

  test('withdraw is taken while an approval is awaited, keep is not', async () => {
    const { reference } = await prompted(t.desk, agent, id, CANCEL);
    await clicks(t.desk, agent, reference, 'confirm');
    expect((await clicks(t.desk, agent, reference, 'keep')).kind).toBe('already-decided');
    expect(await clicks(t.desk, agent, reference, 'withdraw')).toMatchObject({
      kind: 'settled',
      operation: { state: 'withdrawn' },
    });
  });
});

test('a person whose role was taken away since the prompt may no longer confirm', async () => {
  const { reference } = await prompted(t.desk, deputy, id);
  await t.desk.directory.putPerson({ ...deputy, roles: [] });
  expect(await clicks(t.desk, deputy, reference, 'confirm')).toEqual({
    kind: 'not-allowed',
    who: {},
    operation: null,
  });
  await t.desk.directory.putPerson(deputy);
});
