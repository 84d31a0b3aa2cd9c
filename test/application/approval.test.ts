import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as query from '../../src/application/query.ts';
import { NOW, PEOPLE, type TestDesk, testDesk } from '../support/desk.ts';
import { CANCEL, clicks, eventsOf, nce, PAUSE, prompted, wordsOf } from '../support/stories.ts';

const { agent, boss, deputy } = PEOPLE;
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
  id = `a${serial}`;
  await t.add(nce(id));
});

const stored = async () => (await t.desk.subscriptions.get(id))?.subscription;

describe('F-98: a second person', () => {
  test('the confirmation waits for an approver, for 24 hours or to the next step of the refund', async () => {
    const { reference } = await prompted(t.desk, agent, id, CANCEL);
    expect(await clicks(t.desk, agent, reference, 'confirm')).toMatchObject({
      kind: 'settled',
      operation: { state: 'awaiting-approval', expiresAt: '2021-09-04T00:00:00.000Z' },
    });
    expect((await stored())?.status).toBe('active');
    expect((await query.approvalsFor(t.twin, boss)).map((one) => one.reference)).toContain(reference);
    expect(await query.approvalsFor(t.twin, agent)).toEqual([]);
  });

  test('the approval executes, as of its own instant', async () => {
    const { reference } = await prompted(t.desk, agent, id, CANCEL);
    await clicks(t.desk, agent, reference, 'confirm');
    t.clock.set('2021-09-03T18:00:00.000Z');
    expect(await clicks(t.twin, boss, reference, 'approve', {})).toMatchObject({
      kind: 'settled',
      operation: { state: 'done', at: '2021-09-03T18:00:00.000Z', command: { reason: 'fraud' } },
    });
    expect(await wordsOf(t.desk, reference)).toEqual(['proposed', 'confirmed', 'approved', 'executed']);
    expect((await stored())?.status).toBe('deleted');
  });

  test('declining needs a comment and ends it', async () => {
    const { reference } = await prompted(t.desk, agent, id, CANCEL);
    await clicks(t.desk, agent, reference, 'confirm');
    expect(await clicks(t.twin, boss, reference, 'decline', {})).toMatchObject({
      kind: 'wrong-input',
      errors: [{ input: 'comment', code: 'required' }],
    });
    expect(await clicks(t.twin, boss, reference, 'decline', { comment: 'Call them first.' })).toMatchObject({
      kind: 'settled',
      operation: { state: 'declined' },
    });
    expect((await eventsOf(t.desk, reference)).at(-1)).toMatchObject({
      what: 'declined',
      comment: 'Call them first.',
      person: 'boss-1',
    });
    expect((await stored())?.status).toBe('active');
  });

  test('a requester never approves their own operation', async () => {
    const { reference } = await prompted(t.desk, boss, id, CANCEL);
    await clicks(t.desk, boss, reference, 'confirm');
    const outcome = await clicks(t.desk, boss, reference, 'approve');
    expect(outcome).toMatchObject({ kind: 'not-allowed', who: { approvers: [{ id: 'boss-2' }] } });
    expect((await clicks(t.twin, deputy, reference, 'approve')).kind).toBe('settled');
  });

  test('F-81: past the click the requester’s own new command is a conflict too', async () => {
    const { reference } = await prompted(t.desk, agent, id, CANCEL);
    await clicks(t.desk, agent, reference, 'confirm');
    await expect(prompted(t.desk, agent, id, PAUSE)).rejects.toThrow('conflict');
  });

  test('approve and withdraw at once: one of them', async () => {
    const { reference } = await prompted(t.desk, agent, id, CANCEL);
    await clicks(t.desk, agent, reference, 'confirm');
    const [approved, withdrawn] = await Promise.all([
      clicks(t.twin, boss, reference, 'approve'),
      clicks(t.desk, agent, reference, 'withdraw'),
    ]);
    const kinds = [approved.kind, withdrawn.kind].sort();
    expect(kinds).toEqual(['already-decided', 'settled']);
    expect((await stored())?.status).toBe(approved.kind === 'settled' ? 'deleted' : 'active');
  });
});
