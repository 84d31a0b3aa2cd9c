import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { as, click, ids, type Script, script } from './finePrint.ts';

const NOON = '2021-09-03T12:00:00.000Z';
const FULL = { reason: 'fraud', typedCustomer: 'contoso.com' };

let desk: Script;
beforeEach(async () => {
  desk = await script();
});
afterEach(() => desk.close());

describe('F-80, F-81: what an operation is and whom it stops', () => {
  test('F-80: what is only a draft has neither operation nor state, and leaves no trace', async () => {
    const drafts = await desk.run(
      NOON,
      'pause contoso',
      'pause',
      'pause S-20',
      'yes',
      'preview cancel S-10',
      'show S-10',
      'help',
      'list contoso',
    );
    expect(drafts.map(({ view }) => view)).toEqual([
      'choose',
      'ask',
      'refused',
      'nothing-changed',
      'preview',
      'subscription',
      'help',
      'list',
    ]);
    for (const reply of drafts) {
      expect(reply).not.toHaveProperty('operation');
      expect(reply).not.toHaveProperty('state');
      if (reply.view !== 'help') expect(reply.text).not.toMatch(/OP-/);
    }
    expect(await desk.say(NOON, 'my requests')).not.toHaveProperty('actions.0');
    expect((await desk.audit()).map(({ what }) => what)).toEqual(['refused']);
  });

  test('F-80: a draft is forgotten after 24 hours, and its click is expired', async () => {
    const later = (now: string) => () => {
      desk.clock.set(now);
      return JSON.stringify(click('choose-S-10'));
    };
    const [, live] = await desk.run(NOON, 'pause contoso', later('2021-09-04T11:59:59.999Z'));
    expect(live).toMatchObject({ view: 'confirm', subscription: 'S-10' });
    const [, over] = await desk.run(NOON, 'pause contoso', later('2021-09-04T12:00:00.000Z'));
    expect(over).toMatchObject({ view: 'expired' });
    expect(over).not.toHaveProperty('state');
  });

  test('F-81: another person gets the conflict with the first reference, unless refused on its own merits first', async () => {
    const [own, other, merits] = await desk.run(
      NOON,
      'pause S-10',
      as('agent-2', 'cancel S-10'),
      as('agent-2', 'resume S-10'),
    );
    expect(other).toMatchObject({
      view: 'conflict',
      code: 'operation-open',
      operation: own?.operation,
      state: 'awaiting-confirmation',
      expires: '2021-09-03T12:15:00.000Z',
    });
    expect(other).not.toHaveProperty('decision');
    expect(merits).toMatchObject({ view: 'refused', code: 'wrong-status', decision: { rules: ['P-5'] } });
  });

  test("F-81: the requester's own new command withdraws the unconfirmed prompt, the same command too", async () => {
    const [first, second, third] = await desk.run(NOON, 'pause S-10', 'pause S-10', 'cancel S-10');
    expect(new Set([first?.operation, second?.operation, third?.operation]).size).toBe(3);
    const withdrawn = (await desk.audit()).filter(({ what }) => what === 'withdrawn');
    expect(withdrawn).toMatchObject([
      { operation: first?.operation, because: 'replaced', person: 'agent-1' },
      { operation: second?.operation, because: 'replaced', person: 'agent-1' },
    ]);
  });

  test('F-81, A-6: an add-on that the cascade touches counts as its subscription, both ways', async () => {
    const [base, addOn] = await desk.run(NOON, 'suspend S-20', as('agent-2', 'suspend S-21'));
    expect(addOn).toMatchObject({ view: 'conflict', operation: base?.operation, subscription: 'S-21' });
    const [, , own, other] = await desk.run(
      NOON,
      'suspend S-20',
      click('keep'),
      'suspend S-21',
      as('agent-2', 'suspend S-20'),
    );
    expect(other).toMatchObject({ view: 'conflict', operation: own?.operation, subscription: 'S-20' });
  });
});

describe('F-84, F-85: a click', () => {
  test('F-84: missing and wrong inputs give the same view with errors, and nothing that was typed', async () => {
    const [prompt] = await desk.run(NOON, 'cancel S-10');
    const on = prompt?.operation;
    const [none, wrong, other] = await desk.run(
      '2021-09-03T12:14:00.000Z',
      click('confirm', {}, on),
      click('confirm', { reason: 'boredom', typedCustomer: 'Nobody Ltd', colour: 'red' }, on),
      click('confirm', { reason: 'other', typedCustomer: ' CONTOSO ' }, on),
    );
    const same = {
      view: 'confirm',
      operation: on,
      state: 'awaiting-confirmation',
      expires: prompt?.['expires'],
    };
    expect(none).toMatchObject({
      ...same,
      errors: [
        { input: 'reason', code: 'required' },
        { input: 'typedCustomer', code: 'required' },
      ],
    });
    expect(wrong).toMatchObject({
      ...same,
      errors: [
        { input: 'reason', code: 'wrong' },
        { input: 'typedCustomer', code: 'wrong' },
      ],
    });
    expect(JSON.stringify(wrong)).not.toMatch(/boredom|Nobody/);
    expect(other).toMatchObject({ ...same, errors: [{ input: 'reasonText', code: 'required' }] });
    expect(wrong?.actions).toEqual(prompt?.actions);
  });

  test('F-84: the reason of the sentence stands as value and counts when the click leaves it out; typedCustomer has none', async () => {
    const [prompt, done] = await desk.run(
      NOON,
      'cancel S-10 because of fraud',
      click('confirm', { typedCustomer: 'contoso' }),
    );
    expect(prompt?.actions?.[0]?.inputs).toEqual([
      {
        id: 'reason',
        required: true,
        choices: ['customer-request', 'non-payment', 'fraud', 'other'],
        value: 'fraud',
      },
      { id: 'reasonText', required: false },
      { id: 'typedCustomer', required: true },
    ]);
    expect(done).toMatchObject({ view: 'receipt', state: 'done' });
    const executed = (await desk.audit()).find(({ what }) => what === 'executed');
    expect(executed).toMatchObject({ reason: 'fraud' });
  });

  test('F-84, F-90: an empty answer asks the same again with errors', async () => {
    const [asked, again] = await desk.run(NOON, 'pause', click('answer'));
    expect(again).toMatchObject({ view: 'ask', errors: [{ input: 'subscription', code: 'required' }] });
    expect(again?.actions).toEqual(asked?.actions);
    expect(again).not.toHaveProperty('operation');
  });

  test('F-85: who may click comes before the time, the time before the state, the state before the inputs', async () => {
    const [prompt] = await desk.run(NOON, 'cancel S-10');
    const on = prompt?.operation;
    const late = '2021-09-03T12:15:00.000Z';
    const [stranger, expired] = await desk.run(
      late,
      as('agent-2', click('confirm', {}, on)),
      click('confirm', {}, on),
    );
    expect(stranger).toMatchObject({ view: 'not-allowed' });
    expect(Object.keys(stranger ?? {}).sort()).toEqual(['language', 'text', 'view']);
    expect(stranger?.text).toContain('Ada Agent');
    expect(expired).toMatchObject({ view: 'expired', state: 'expired', operation: on });
    const [again, kept, decided] = await desk.run(late, 'pause S-10', click('keep'), click('confirm'));
    expect(kept).toMatchObject({ view: 'nothing-changed', state: 'withdrawn', because: 'kept' });
    expect(decided).toMatchObject({
      view: 'already-decided',
      operation: again?.operation,
      state: 'withdrawn',
    });
    expect(decided).not.toHaveProperty('errors');
  });

  test('F-85: refused by the decision again is refused with it, state failed; the next click is already decided', async () => {
    const [prompt] = await desk.run(NOON, 'pause S-10 because fraud');
    const present = await desk.desk.subscriptions.get('id-S-10');
    const paused = {
      ...present?.subscription,
      status: 'suspended',
      suspensionKind: 'paused',
      autoRenewEnabled: false,
    };
    expect(await desk.import({ kind: 'subscription', ...paused })).toEqual([]);
    const [refused, next] = await desk.run(
      NOON,
      click('confirm', {}, prompt?.operation),
      click('confirm', {}, prompt?.operation),
    );
    expect(refused).toMatchObject({
      view: 'refused',
      operation: prompt?.operation,
      state: 'failed',
      decision: { outcome: 'refused', code: 'wrong-status', rules: ['P-5'], alternatives: [] },
    });
    expect(next).toMatchObject({ view: 'already-decided', state: 'failed' });
  });

  test('F-85: the role is read again at the click', async () => {
    const [prompt] = await desk.run(NOON, 'pause S-10 because fraud');
    const person = { ...(await desk.desk.directory.person('agent-1')), kind: 'person', roles: [] };
    expect(await desk.import(person)).toEqual([]);
    const reply = await desk.say(NOON, click('confirm', {}, prompt?.operation));
    expect(Object.keys(reply).sort()).toEqual(['language', 'text', 'view']);
    expect(reply.view).toBe('not-allowed');
  });
});

describe('F-86, F-87: expiry and endings', () => {
  test('F-86, X-6: a prompt expires at the next 24-hour step, half open, also before the worker has stored it', async () => {
    const prompt = await desk.say('2021-09-03T23:50:00.000Z', 'cancel S-10');
    expect(prompt).toMatchObject({
      expires: '2021-09-04T00:00:00.000Z',
      decision: { refund: { amount: '362.00' } },
    });
    const live = await desk.say('2021-09-03T23:59:59.999Z', click('confirm', {}, prompt.operation));
    expect(live).toMatchObject({ view: 'confirm' });
    const [over, again, status] = await desk.run(
      '2021-09-04T00:00:00.000Z',
      click('confirm', FULL, prompt.operation),
      click('prepare-again'),
      `status ${prompt.operation}`,
    );
    expect(over).toMatchObject({ view: 'expired', state: 'expired' });
    expect(ids(over as never)).toEqual(['prepare-again']);
    expect(again).toMatchObject({ view: 'confirm', decision: { refund: { amount: '361.00' } } });
    expect(again?.operation).not.toBe(prompt.operation);
    expect(status).toMatchObject({ view: 'operation', state: 'expired' });
  });

  test('F-86: never later than the deadline or what is due next', async () => {
    const deadline = await desk.say('2021-09-30T23:55:00.000Z', 'cancel S-10');
    expect(deadline).toMatchObject({ expires: '2021-10-01T00:00:00.000Z' });
    const renewal = await desk.say('2022-02-28T23:58:00.000Z', 'pause S-11');
    expect(renewal).toMatchObject({ expires: '2022-03-01T00:00:00.000Z' });
  });

  test('F-87: kept and withdrawn by the requester, by click and by sentence in both languages', async () => {
    const [, withdrawn, again] = await desk.run(NOON, 'pause S-10', click('withdraw'), click('withdraw'));
    expect(withdrawn).toMatchObject({ view: 'nothing-changed', state: 'withdrawn', because: 'withdrawn' });
    expect(again).toMatchObject({ view: 'already-decided', state: 'withdrawn' });
    for (const verb of ['withdraw', 'dra tillbaka']) {
      const [prompt] = await desk.run(NOON, 'pause S-10');
      const [other, own, late] = await desk.run(
        NOON,
        as('agent-2', `${verb} ${prompt?.operation}`),
        `${verb} ${prompt?.operation?.toLowerCase()}`,
        `${verb} ${prompt?.operation}`,
      );
      expect(other).toMatchObject({ view: 'not-allowed' });
      expect(own).toMatchObject({ view: 'nothing-changed', state: 'withdrawn', because: 'withdrawn' });
      expect(late).toMatchObject({ view: 'already-decided', state: 'withdrawn' });
    }
  });
});

describe('F-88, F-89: which card a click is on, and what else stands there', () => {
  test('F-88: a decision goes to the latest prompt of the run, decided or not; any other id to the latest reply that offered it', async () => {
    const [first, , , decided] = await desk.run(
      NOON,
      'pause S-10',
      'show S-30',
      click('keep'),
      click('confirm'),
    );
    expect(decided).toMatchObject({ view: 'already-decided', operation: first?.operation });
    const [, , history] = await desk.run(NOON, 'show S-10', 'show S-30', click('history'));
    expect(history).toMatchObject({ view: 'history', subscription: 'S-30' });
  });

  test('F-88: without such a prompt or button it is not understood; an unknown operation too', async () => {
    const [none, bogus, unknown] = await desk.run(
      NOON,
      click('confirm'),
      click('bogus'),
      click('confirm', {}, 'OP-9ZZZ'),
    );
    expect(none).toMatchObject({ view: 'not-understood', because: 'unknown-action' });
    expect(bogus).toMatchObject({ view: 'not-understood', because: 'unknown-action' });
    expect(unknown).toMatchObject({ view: 'not-understood', because: 'unknown-operation' });
  });

  test('F-89: alternatives stand after confirm and keep, and belong to whoever clicks them', async () => {
    const [prompt, other] = await desk.run(NOON, 'cancel S-10', as('agent-2', click('auto-renew-off')));
    expect(ids(prompt as never)).toEqual([
      'confirm',
      'keep',
      'auto-renew-off',
      'pause',
      'schedule-fewer-licences',
    ]);
    expect(other).toMatchObject({
      view: 'conflict',
      command: 'set-auto-renew',
      operation: prompt?.operation,
    });
    const [, , own] = await desk.run(NOON, 'cancel S-10', click('auto-renew-off'), click('confirm'));
    expect(own).toMatchObject({ view: 'receipt', command: 'set-auto-renew' });
    expect(ids(own as never)).toEqual(['auto-renew-on', 'history']);
  });

  test('F-89: only the person shown a choice may choose; each has its subscription beside it', async () => {
    const [choice, other, own] = await desk.run(
      NOON,
      'pause contoso',
      as('agent-2', click('choose-S-10')),
      click('choose-S-10'),
    );
    expect(choice?.actions?.slice(0, 2)).toMatchObject([
      { id: 'choose-S-10', subscription: 'S-10', inputs: [] },
      { id: 'choose-S-11', subscription: 'S-11', inputs: [] },
    ]);
    expect(other).toMatchObject({ view: 'not-allowed' });
    expect(own).toMatchObject({ view: 'confirm', subscription: 'S-10' });
  });
});
