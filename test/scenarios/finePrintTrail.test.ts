import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CONTOSO, customer, owned } from '../conversation/support.ts';
import { as, click, type Script, script } from './finePrint.ts';

const NOON = '2021-09-03T12:00:00.000Z';
const FULL = { reason: 'fraud', typedCustomer: 'contoso.com' };

let desk: Script;
beforeEach(async () => {
  desk = await script();
});
afterEach(() => desk.close());

async function changed(id: string, fields: object) {
  const row = await desk.desk.subscriptions.get(id);
  return { kind: 'subscription', ...row?.subscription, ...fields };
}

describe('F-91: the audit trail', () => {
  test('an execution is proposed, confirmed, executed; only the last carries before and after', async () => {
    const [prompt] = await desk.run(NOON, 'pause S-10 because non-payment', click('confirm'));
    const events = await desk.audit();
    expect(events.map(({ what }) => what)).toEqual(['proposed', 'confirmed', 'executed']);
    for (const event of events) {
      expect(event).toMatchObject({
        kind: 'event',
        at: NOON,
        command: 'pause',
        operation: prompt?.operation,
        subscription: 'S-10',
        person: 'agent-1',
        rules: ['P-1', 'P-2', 'P-3'],
      });
    }
    expect(events.slice(0, 2).some((event) => 'before' in event || 'after' in event)).toBe(false);
    expect(events[2]).toMatchObject({
      before: { status: 'active', suspensionKind: null, autoRenewEnabled: true },
      after: { status: 'suspended', suspensionKind: 'paused', autoRenewEnabled: false },
    });
  });

  test('A-6: a suspended base takes its add-on along, one event each; reactivating it leaves the add-on', async () => {
    const [prompt, done, tooEarly] = await desk.run(
      NOON,
      'suspend S-20 because fraud',
      click('confirm'),
      'reactivate S-21',
    );
    expect(prompt?.decision).toMatchObject({ lost: { addOns: ['id-S-21'] }, rules: ['S-1', 'S-2', 'A-6'] });
    expect(prompt?.text).toContain('Exchange Archiving');
    expect(done).toMatchObject({ view: 'receipt' });
    expect(tooEarly).toMatchObject({
      view: 'refused',
      code: 'base-not-active',
      decision: { rules: ['A-6'] },
    });
    const executed = (await desk.audit()).filter(({ what }) => what === 'executed');
    expect(executed.map(({ subscription }) => subscription).sort()).toEqual(['S-20', 'S-21']);
    expect(new Set(executed.map(({ operation }) => operation))).toEqual(new Set([prompt?.operation]));
    await desk.run(NOON, 'reactivate S-20', click('confirm'));
    expect((await desk.desk.subscriptions.get('id-S-20'))?.subscription.status).toBe('active');
    expect((await desk.desk.subscriptions.get('id-S-21'))?.subscription.status).toBe('suspended');
  });

  test("A-6, F-74: a cancelled base deletes its add-on; the refund is the base's own", async () => {
    const [prompt, done] = await desk.run(
      NOON,
      'cancel S-30',
      click('confirm', { reason: 'customer-request', typedCustomer: 'fabrikam.com' }),
    );
    expect(prompt?.decision).toMatchObject({ refund: { amount: '362.00' }, lost: { addOns: ['id-S-31'] } });
    expect(done).toMatchObject({ view: 'receipt', decision: { refund: { amount: '362.00' } } });
    expect((await desk.desk.subscriptions.get('id-S-31'))?.subscription.status).toBe('deleted');
  });

  test('a refused attempt and one that is not allowed are events; previews, reads and negations are none', async () => {
    const [prompt] = await desk.run(NOON, 'pause S-10', as('agent-2', click('confirm')), 'pause S-20');
    await desk.run(NOON, 'preview pause S-20', 'show S-10', "don't pause S-10", 'history S-10');
    const events = await desk.audit();
    expect(events.map(({ what }) => what)).toEqual(['proposed', 'not-allowed', 'refused']);
    expect(events[1]).toMatchObject({
      operation: prompt?.operation,
      person: 'agent-2',
      subscription: 'S-10',
    });
    expect(events[2]).toMatchObject({
      command: 'pause',
      subscription: 'S-20',
      person: 'agent-1',
      rules: ['P-5'],
    });
  });

  test('the trail is told in the order in which it happened, whatever the ids', async () => {
    await desk.import({
      kind: 'subscription',
      ...owned(CONTOSO, 'S-40', 'Project Plan 3', { id: '00-first' }),
    });
    await desk.run(NOON, 'pause S-40 because fraud', click('confirm'));
    expect((await desk.audit()).map(({ what }) => what)).toEqual(['proposed', 'confirmed', 'executed']);
  });
});

describe('F-85: other terms', () => {
  test('a changed price or quantity gives terms-changed once, a new operation with its own 15 minutes', async () => {
    const prompt = await desk.say(NOON, 'cancel S-10 because fraud');
    expect(await desk.import(await changed('id-S-10', { unitPrice: '40.00', quantity: 9 }))).toEqual([]);
    const [missing, other, again, own, done] = await desk.run(
      '2021-09-03T12:05:00.000Z',
      click('confirm', {}, prompt.operation),
      click('confirm', FULL, prompt.operation),
      click('confirm', FULL, prompt.operation),
      click('confirm'),
      click('confirm', { typedCustomer: 'Contoso' }),
    );
    expect(missing).toMatchObject({ view: 'confirm', errors: [{ input: 'typedCustomer' }] });
    expect(other).toMatchObject({
      view: 'terms-changed',
      state: 'awaiting-confirmation',
      expires: '2021-09-03T12:20:00.000Z',
      decision: { refund: { amount: '357.04' } },
    });
    expect(other?.operation).not.toBe(prompt.operation);
    expect(other?.text).toContain('The subscription changed on 3 Sep');
    expect(other?.actions?.[0]?.inputs[0]).toMatchObject({ id: 'reason', value: 'fraud' });
    expect(again).toMatchObject({ view: 'already-decided', state: 'withdrawn', because: 'terms-changed' });
    expect(own).toMatchObject({
      view: 'terms-changed',
      errors: [{ input: 'typedCustomer', code: 'required' }],
    });
    expect(done).toMatchObject({ view: 'receipt', operation: other?.operation });
  });

  test('F-93: a version that moved without changing a term changes nothing', async () => {
    const prompt = await desk.say(NOON, 'pause S-10 because fraud');
    await desk.import(await changed('id-S-10', { quantity: 11 }));
    expect(await desk.say(NOON, click('confirm', {}, prompt.operation))).toMatchObject({ view: 'receipt' });
    expect((await desk.audit()).map(({ what }) => what)).toEqual([
      'proposed',
      'imported',
      'confirmed',
      'executed',
    ]);
  });

  test('an import by the real clock does not move a fixed one', async () => {
    const prompt = await desk.say(NOON, 'cancel S-10 because fraud');
    desk.clock.set('2026-11-23T00:00:00.000Z');
    await desk.import(await changed('id-S-10', { offerName: 'Visio Plan Two' }));
    const [, done] = await desk.run(NOON, 'history S-10', click('confirm', FULL, prompt.operation));
    expect(done).toMatchObject({
      view: 'receipt',
      decision: { effective: NOON, refund: { amount: '362.00' } },
    });
  });
});

describe('F-94: bad lines', () => {
  test('all of them are listed by number, and nothing is stored', async () => {
    const other = customer('c-9', 'Nine', 'nine.example');
    const good = owned(other, 'S-50', 'Visio');
    const problems = await desk.import(
      { kind: 'customer', ...other },
      '[]',
      { kind: 'bogus' },
      { kind: 'subscription', ...good, colour: 'red' },
      { kind: 'subscription', ...good, id: 'id-a', customerId: 'nobody' },
      { kind: 'subscription', ...good, id: 'id-b', parentSubscriptionId: 'nobody' },
      { kind: 'subscription', ...good, id: 'id-c', reference: 'S-10' },
      { kind: 'subscription', ...good, id: 'id-d', orderPlacedAt: 'yesterday' },
      { kind: 'subscription', ...good },
    );
    expect(problems.map((problem) => /^line (\d+): ./.exec(problem)?.[1])).toEqual(
      expect.arrayContaining(['2', '3', '4', '5', '6', '7', '8']),
    );
    expect(
      [...problems].sort((a, b) => Number.parseInt(a.slice(5), 10) - Number.parseInt(b.slice(5), 10)),
    ).toEqual(problems);
    expect(await desk.desk.directory.customer('c-9')).toBeNull();
  });

  test('keys whose value may be null may be absent, in any order of lines', async () => {
    const other = customer('c-9', 'Nine', 'nine.example');
    const line = Object.entries(owned(other, 'S-50', 'Visio')).filter(([, value]) => value !== null);
    const person = Object.entries(other).filter(([, value]) => value !== null);
    expect(
      await desk.import(
        { kind: 'subscription', ...Object.fromEntries(line) },
        { kind: 'customer', ...Object.fromEntries(person) },
      ),
    ).toEqual([]);
    expect(await desk.say(NOON, 'show S-50')).toMatchObject({ view: 'subscription' });
  });

  test('what names a customer of a bad line is not bad for that', async () => {
    const other = customer('c-9', 'Nine', 'nine.example');
    const problems = await desk.import(
      { kind: 'customer', ...other, colour: 'red' },
      { kind: 'subscription', ...owned(other, 'S-50', 'Visio') },
    );
    expect(problems).toEqual([expect.stringMatching(/^line 1: /)]);
  });
});
