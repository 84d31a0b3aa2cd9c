import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PEOPLE } from '../support/desk.ts';
import { as, click, ids, type Script, script } from './finePrint.ts';

const NOON = '2021-09-03T12:00:00.000Z';
const FULL = { reason: 'fraud', typedCustomer: 'contoso.com' };
const POLICY = {
  approval: [{ when: { tier: 4, amountOver: { USD: '300.00' } }, by: ['admin-agent', 'billing-admin'] }],
  denied: { 'sales-agent': ['cancel'] },
} as const;

let desk: Script;
beforeEach(async () => {
  desk = await script({ policy: POLICY });
});
afterEach(() => desk.close());

async function awaiting(): Promise<string> {
  const [, waits] = await desk.run(NOON, 'cancel S-10', click('confirm', FULL));
  expect(waits).toMatchObject({ view: 'operation', state: 'awaiting-approval' });
  expect(ids(waits as never)).toEqual(['withdraw']);
  return waits?.operation ?? '';
}

describe('F-98: approvals', () => {
  test("an eligible approver's status is the approval; anybody else's is the state", async () => {
    const on = await awaiting();
    const [boss, own, other, mine, theirs] = await desk.run(
      NOON,
      as('boss-1', `status ${on}`),
      `status ${on}`,
      as('agent-2', `status ${on}`),
      'approvals',
      as('boss-2', 'approvals'),
    );
    expect(boss).toMatchObject({
      view: 'approval',
      operation: on,
      state: 'awaiting-approval',
      expires: '2021-09-04T00:00:00.000Z',
      actions: [
        { id: 'approve', inputs: [] },
        { id: 'decline', inputs: [{ id: 'comment', required: true }] },
      ],
    });
    expect(own).toMatchObject({ view: 'operation', actions: [{ id: 'withdraw' }] });
    expect(other).toMatchObject({ view: 'operation' });
    expect(other).not.toHaveProperty('actions');
    expect(mine?.text).not.toContain(on);
    expect(theirs?.text).toContain(on);
  });

  test('approve gives the receipt, once; the trail names both people', async () => {
    const on = await awaiting();
    const [done, late] = await desk.run(
      '2021-09-03T20:00:00.000Z',
      as('boss-1', click('approve', {}, on)),
      as('boss-2', click('approve', {}, on)),
    );
    expect(done).toMatchObject({ view: 'receipt', state: 'done', operation: on });
    expect(late).toMatchObject({ view: 'already-decided', state: 'done' });
    const events = (await desk.audit()).filter(({ operation }) => operation === on);
    expect(events.map(({ what, person }) => [what, person])).toEqual([
      ['proposed', 'agent-1'],
      ['confirmed', 'agent-1'],
      ['approved', 'boss-1'],
      ['executed', 'agent-1'],
    ]);
  });

  test('decline needs a comment and gives the operation as declined', async () => {
    const on = await awaiting();
    const [missing, declined] = await desk.run(
      NOON,
      as('boss-1', click('decline', {}, on)),
      as('boss-1', click('decline', { comment: 'ask them first' }, on)),
    );
    expect(missing).toMatchObject({
      view: 'approval',
      state: 'awaiting-approval',
      errors: [{ input: 'comment', code: 'required' }],
    });
    expect(declined).toMatchObject({ view: 'operation', state: 'declined' });
    const event = (await desk.audit()).find(({ what }) => what === 'declined');
    expect(event).toMatchObject({ person: 'boss-1', comment: 'ask them first' });
  });

  test('a requester never approves their own operation, whatever their roles, and may withdraw it', async () => {
    const [, waits, own, list, withdrawn, late] = await desk.run(
      NOON,
      as('boss-1', 'cancel S-10'),
      as('boss-1', click('confirm', FULL)),
      as('boss-1', click('approve')),
      as('boss-1', 'approvals'),
      as('boss-1', click('withdraw')),
      as('boss-2', click('approve')),
    );
    expect(waits).toMatchObject({ state: 'awaiting-approval' });
    expect(own).toMatchObject({ view: 'not-allowed' });
    expect(list?.text).not.toContain(waits?.operation);
    expect(withdrawn).toMatchObject({ view: 'nothing-changed', state: 'withdrawn', because: 'withdrawn' });
    expect(late).toMatchObject({ view: 'already-decided', state: 'withdrawn' });
  });

  test('F-81: past the click the own command is a conflict as well', async () => {
    const on = await awaiting();
    expect(await desk.say(NOON, 'pause S-10')).toMatchObject({
      view: 'conflict',
      operation: on,
      state: 'awaiting-approval',
    });
  });

  test('F-86: an approval expires at the next 24-hour step of the refund', async () => {
    const on = await awaiting();
    expect(await desk.say('2021-09-04T00:00:00.000Z', as('boss-1', click('approve', {}, on)))).toMatchObject({
      view: 'expired',
      state: 'expired',
      actions: [{ id: 'prepare-again' }],
    });
  });

  test('F-85: a changed price at the approval is asked again, with new inputs, of the requester', async () => {
    const on = await awaiting();
    const row = await desk.desk.subscriptions.get('id-S-10');
    await desk.import({ kind: 'subscription', ...row?.subscription, unitPrice: '40.00' });
    const [changed, status] = await desk.run(NOON, as('boss-1', click('approve', {}, on)), `status ${on}`);
    expect(changed).toMatchObject({ view: 'terms-changed', state: 'awaiting-confirmation', actions: [] });
    expect(changed?.operation).not.toBe(on);
    expect(status).toMatchObject({ state: 'withdrawn', because: 'terms-changed' });
    expect((await desk.audit()).some(({ what }) => what === 'executed')).toBe(false);
  });

  test('below the limit nobody is asked; a denied command is not allowed, with who may', async () => {
    const [, done] = await desk.run(NOON, 'pause S-10', click('confirm', { reason: 'non-payment' }));
    expect(done).toMatchObject({ view: 'receipt' });
    const denied = await desk.say(NOON, as('agent-2', 'cancel S-30'));
    expect(denied.view).toBe('not-allowed');
    expect(denied.text).toContain('Ada Agent');
    expect(denied).not.toHaveProperty('actions');
  });

  test('nobody eligible: refused at the sentence with no-approver', async () => {
    const alone = await script({ policy: POLICY, people: [PEOPLE.agent, PEOPLE.boss, PEOPLE.guest] });
    try {
      const reply = await alone.say(NOON, as('boss-1', 'cancel S-10'));
      expect(reply).toMatchObject({ view: 'refused', code: 'no-approver', command: 'cancel' });
      expect(reply).not.toHaveProperty('operation');
    } finally {
      await alone.close();
    }
  });
});
