import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PEOPLE } from '../support/desk.ts';
import { actionIds, type Talking, talking, viewOf } from './support.ts';

let talk: Talking;

beforeEach(async () => {
  talk = await talking();
});
afterEach(() => talk.close());

describe('from a sentence to a receipt', () => {
  test('pause: reason from the sentence, one click, a receipt that offers to resume', async () => {
    const prompt = viewOf(await talk.say("they haven't paid so pause S-1017"), 'confirm');
    expect(prompt.actions.map(({ id }) => id)).toEqual(['confirm', 'keep']);
    expect(prompt.actions[0]?.inputs[0]).toMatchObject({ id: 'reason', value: 'non-payment' });
    const done = await talk.click('confirm', prompt.operation.reference);
    expect(viewOf(done, 'receipt').operation.command).toMatchObject({ type: 'pause', reason: 'non-payment' });
    expect(actionIds(done)).toEqual(['resume', 'history']);
    expect((await talk.desk.subscriptions.byReference('S-1017'))?.subscription).toMatchObject({
      suspensionKind: 'paused',
    });
  });

  test('resume from the receipt: its own prompt, then auto-renew is offered back (P-4)', async () => {
    const paused = viewOf(await talk.say('pause S-1017 because fraud'), 'confirm').operation.reference;
    await talk.click('confirm', paused);
    const resume = viewOf(await talk.click('resume', paused), 'confirm');
    const done = await talk.click('confirm', resume.operation.reference);
    expect(viewOf(done, 'receipt')).toMatchObject({ command: 'resume' });
    expect(actionIds(done)).toEqual(['auto-renew-on', 'history']);
  });

  test('F-84: cancel asks for the reason and the typed check, and asks again for what is wrong', async () => {
    const prompt = viewOf(await talk.say('cancel contoso visio'), 'confirm');
    expect(prompt.actions[0]?.inputs.map(({ id }) => id)).toEqual(['reason', 'reasonText', 'typedCustomer']);
    expect(prompt.actions.slice(2).map(({ id }) => id)).toEqual([
      'auto-renew-off',
      'pause',
      'schedule-fewer-licences',
    ]);
    const on = prompt.operation.reference;
    const wrong = viewOf(
      await talk.click('confirm', on, { reason: 'fraud', typedCustomer: 'fabrikam.com' }),
      'confirm',
    );
    expect(wrong).toMatchObject({ on, errors: [{ input: 'typedCustomer', code: 'wrong' }] });
    viewOf(await talk.click('confirm', on, { reason: 'fraud', typedCustomer: ' CONTOSO.com ' }), 'receipt');
    expect((await talk.desk.subscriptions.byReference('S-1042'))?.subscription.status).toBe('deleted');
  });

  test('F-77: cancel at renewal is auto-renew off under its own name, with a reason', async () => {
    const prompt = viewOf(await talk.say('cancel S-1017 at renewal'), 'confirm');
    expect(prompt).toMatchObject({
      command: 'set-auto-renew',
      operation: { presentation: 'cancel-at-renewal', tier: 3 },
    });
  });

  test('keep: nothing changed, and the prompt is withdrawn (F-87)', async () => {
    const prompt = viewOf(await talk.say('pause S-1017'), 'confirm');
    const kept = viewOf(await talk.click('keep', prompt.operation.reference), 'nothing-changed');
    expect(kept).toMatchObject({ because: 'kept', operation: { state: 'withdrawn' } });
    viewOf(await talk.click('confirm', prompt.operation.reference, { reason: 'fraud' }), 'already-decided');
  });

  test('withdraw by sentence is the click of the same name', async () => {
    const prompt = viewOf(await talk.say('pause S-1017'), 'confirm');
    const withdrawn = await talk.say(`withdraw ${prompt.operation.reference.toLowerCase()}`);
    expect(viewOf(withdrawn, 'nothing-changed').because).toBe('withdrawn');
    const again = viewOf(await talk.say('pause S-1017'), 'confirm').operation.reference;
    expect(actionIds(await talk.say(`status ${again}`))).toEqual(['withdraw']);
    expect(viewOf(await talk.say('withdraw OP-ZZZZ'), 'not-understood').because).toBe('unknown-operation');
  });
});

describe('what is not done', () => {
  test('X-7: a refused cancel offers what would be accepted, and a button begins it', async () => {
    const refused = viewOf(await talk.say('cancel S-1017'), 'refused');
    expect(refused).toMatchObject({
      code: 'cancel-window-closed',
      command: 'cancel',
      decision: { outcome: 'refused' },
    });
    expect(refused.operation).toBeUndefined();
    expect(refused.actions.map(({ id }) => id)).toEqual([
      'auto-renew-off',
      'schedule-fewer-licences',
      'pause',
    ]);
    expect(viewOf(await talk.click('pause', refused.on ?? ''), 'confirm').command).toBe('pause');
  });

  test('F-85: a click after the prompt expired offers a new one', async () => {
    const prompt = viewOf(await talk.say('pause S-1017 for non-payment'), 'confirm');
    talk.clock.set('2021-09-03T12:15:00.000Z');
    const expired = await talk.click('confirm', prompt.operation.reference);
    viewOf(expired, 'expired');
    expect(actionIds(expired)).toEqual(['prepare-again']);
    const again = viewOf(await talk.click('prepare-again', prompt.operation.reference), 'confirm');
    expect(again.operation.command).toMatchObject({ type: 'pause', reason: 'non-payment' });
    expect(again.operation.reference).not.toBe(prompt.operation.reference);
  });

  test('a click by somebody else is a private word about who may', async () => {
    const prompt = viewOf(await talk.say('pause S-1017'), 'confirm');
    const reply = await talk.click('confirm', prompt.operation.reference, { reason: 'fraud' }, PEOPLE.other);
    expect(viewOf(reply, 'not-allowed').mayClick.map(({ id }) => id)).toEqual(['agent-1']);
    expect(reply).toMatchObject({ audience: 'person', replaces: false });
  });

  test('G-5: a second person is told whose request is open', async () => {
    const first = viewOf(await talk.say('pause S-1017'), 'confirm');
    const second = viewOf(await talk.other.say('pause S-1017', PEOPLE.other), 'conflict');
    expect(second).toMatchObject({
      code: 'operation-open',
      operation: { reference: first.operation.reference },
    });
  });

  test('F-85: other terms are a new prompt beside the old', async () => {
    const prompt = viewOf(await talk.say('cancel contoso visio'), 'confirm');
    const row = await talk.desk.subscriptions.byReference('S-1042');
    if (!row) throw new Error('gone');
    await talk.desk.subscriptions.commit({
      id: row.subscription.id,
      version: row.version,
      operation: prompt.operation.reference,
      after: { quantity: 12 },
      events: [],
      nextDue: null,
    });
    const reply = await talk.click('confirm', prompt.operation.reference, {
      reason: 'fraud',
      typedCustomer: 'contoso.com',
    });
    const changed = viewOf(reply, 'terms-changed');
    expect(changed.previous.reference).toBe(prompt.operation.reference);
    expect(changed.operation.snapshot.subscription.quantity).toBe(12);
    expect(changed.operation.reference).not.toBe(prompt.operation.reference);
  });

  test.each([
    ["don't cancel S-1042", 'negation'],
    ['can I cancel S-1042?', 'question'],
    ['pause S-1042 and S-1017', 'several'],
    ['"cancel S-1042"', 'quotation'],
    ['ja', 'not-a-confirmation'],
    ['Yes, cancel', 'not-a-confirmation'],
  ])('%s changes nothing: %s', async (text, because) => {
    await talk.say('cancel contoso visio');
    expect(viewOf(await talk.say(text), 'nothing-changed').because).toBe(because);
    expect((await talk.desk.subscriptions.byReference('S-1042'))?.subscription.status).toBe('active');
  });

  test('edited messages, bots and messages sent over ten minutes ago change nothing', async () => {
    expect(
      viewOf(await talk.say('pause S-1017', PEOPLE.agent, { edited: true }), 'nothing-changed').because,
    ).toBe('edited');
    expect(
      viewOf(await talk.say('pause S-1017', PEOPLE.agent, { bot: true }), 'nothing-changed').because,
    ).toBe('bot');
  });

  test('a sentence of a later issue is not understood, and never something else', async () => {
    expect(viewOf(await talk.say('buy 5 e3 for contoso'), 'not-understood').because).toBe('unknown');
  });
});

describe('one of several', () => {
  test('is chosen by the person who was asked, and by nobody else (F-89)', async () => {
    const reply = await talk.say('pause contoso e3 for non-payment');
    const choice = viewOf(reply, 'choose');
    expect(choice).toMatchObject({ why: 'several', purpose: 'pause' });
    expect(actionIds(reply)).toEqual(['choose-S-1017', 'choose-S-1021', 'search']);
    const on = choice.on ?? '';
    expect(viewOf(await talk.click('choose-S-1021', on, {}, PEOPLE.other), 'not-allowed').why).toBe(
      'not-yours',
    );
    const prompt = viewOf(await talk.other.click('choose-S-1021', on), 'confirm');
    expect(prompt.operation.command).toEqual({ type: 'pause', reason: 'non-payment' });
    expect(prompt.operation.snapshot.subscription.reference).toBe('S-1021');
  });

  test('a misspelt name is a choice also when it is one', async () => {
    expect(viewOf(await talk.say('pause litwre e5'), 'choose')).toMatchObject({ why: 'fuzzy' });
  });

  test('F-80: a choice is forgotten after a day', async () => {
    const { on = '' } = viewOf(await talk.say('pause contoso e3'), 'choose');
    talk.clock.set('2021-09-04T12:00:00.000Z');
    viewOf(await talk.click('choose-S-1021', on), 'expired-draft');
    viewOf(await talk.click('choose-S-1021', 'no-such-draft'), 'expired-draft');
  });

  test('F-90: what is missing is asked for, and the answer gets what the whole sentence would have got', async () => {
    const ask = viewOf(await talk.say('pause'), 'ask');
    expect(ask.actions).toEqual([{ id: 'answer', inputs: [{ id: 'subscription', required: true }] }]);
    expect(viewOf(await talk.click('answer', ask.on ?? '', {}), 'ask').missing).toEqual(['subscription']);
    viewOf(await talk.click('answer', ask.on ?? '', { subscription: 'contoso visio' }), 'confirm');
  });

  test('F-99: "it" is the one last shown within 15 minutes, and is picked', async () => {
    viewOf(await talk.say('pause it'), 'ask');
    viewOf(await talk.say('show S-1042'), 'subscription');
    expect(viewOf(await talk.other.say('pausa den'), 'choose')).toMatchObject({
      why: 'context',
      candidates: [{ subscription: { reference: 'S-1042' } }],
    });
    expect(viewOf(await talk.say('cancel that'), 'not-understood')).toMatchObject({
      because: 'incomplete',
      suggestions: ['cancel S-1042'],
    });
    talk.clock.set('2021-09-03T12:15:00.000Z');
    viewOf(await talk.say('pause it'), 'ask');
  });

  test('nothing near is said so, with the words', async () => {
    expect(viewOf(await talk.say('pause umbrella thing'), 'not-understood')).toMatchObject({
      because: 'not-found',
      words: 'umbrella thing',
    });
  });
});

describe('reading', () => {
  test('F-96: each sentence has its view', async () => {
    expect(viewOf(await talk.say('find contoso'), 'list').total).toBe(3);
    expect(viewOf(await talk.say('list fabrikam'), 'list').total).toBe(2);
    expect(viewOf(await talk.say('show fabrikam'), 'list').total).toBe(2);
    expect(viewOf(await talk.say('show contoso visio'), 'subscription').cancel).toMatchObject({
      outcome: 'accepted',
    });
    expect(
      viewOf(await talk.say("what's renewing this month"), 'renewals').candidates.map(
        ({ subscription }) => subscription.reference,
      ),
    ).toEqual(['S-1051']);
    expect(viewOf(await talk.say('preview cancel contoso visio'), 'preview')).toMatchObject({
      command: 'cancel',
    });
    expect(viewOf(await talk.say('what happens if I cancel S-1017?'), 'refused').code).toBe(
      'cancel-window-closed',
    );
    expect(viewOf(await talk.say('whoami'), 'who-am-i').person?.id).toBe('agent-1');
    expect(viewOf(await talk.say('help cancel'), 'help')).toMatchObject({ topic: 'cancel' });
    expect(viewOf(await talk.say('help'), 'help').entries.length).toBeGreaterThan(15);
    viewOf(await talk.say('approvals'), 'approvals');
  });

  test('history tells what happened, and my requests what was asked', async () => {
    const { reference } = viewOf(await talk.say('pause S-1017 for fraud'), 'confirm').operation;
    await talk.click('confirm', reference);
    const history = viewOf(await talk.say('history S-1017'), 'history');
    expect(history.events.map(({ what }) => what)).toContain('executed');
    expect(
      viewOf(await talk.say('my requests'), 'my-requests').operations.map((one) => one.reference),
    ).toEqual([reference]);
    const status = await talk.say(`status ${reference}`);
    expect(viewOf(status, 'operation').operation.state).toBe('done');
    expect(actionIds(status)).toEqual(['resume', 'history']);
  });
});

describe('F-97: without a role', () => {
  test('everything but help and whoami is not allowed, the same whether or not it exists', async () => {
    const known = viewOf(await talk.say('pause S-1017', PEOPLE.guest), 'not-allowed');
    const unknown = viewOf(await talk.say('pause S-9999', PEOPLE.guest), 'not-allowed');
    expect(known).toEqual(unknown);
    viewOf(await talk.say('find contoso', PEOPLE.guest), 'not-allowed');
    viewOf(await talk.click('confirm', 'OP-ZZZZ', {}, PEOPLE.guest), 'not-allowed');
    viewOf(await talk.say('help', PEOPLE.guest), 'help');
    viewOf(await talk.say("don't pause S-1017", PEOPLE.guest), 'nothing-changed');
    viewOf(await talk.say('hokus pokus', PEOPLE.guest), 'not-understood');
  });

  test('a command that the partner took from a role is refused before anything is looked up', async () => {
    await talk.close();
    talk = await talking({ policy: { denied: { 'sales-agent': ['pause'] } } });
    expect(viewOf(await talk.say('pause umbrella thing', PEOPLE.other), 'not-allowed')).toMatchObject({
      why: 'role',
    });
  });
});

describe('approval (F-98)', () => {
  beforeEach(async () => {
    await talk.close();
    talk = await talking({ policy: { approval: [{ when: { tier: 4 }, by: ['admin-agent'] }] } });
  });

  test('a second person sees the card, and approves it', async () => {
    const { reference } = viewOf(await talk.say('cancel contoso visio because fraud'), 'confirm').operation;
    const waiting = await talk.click('confirm', reference, { typedCustomer: 'contoso.com' });
    expect(viewOf(waiting, 'operation').operation.state).toBe('awaiting-approval');
    expect(actionIds(waiting)).toEqual(['withdraw']);
    expect(viewOf(await talk.say('approvals', PEOPLE.boss), 'approvals').operations).toHaveLength(1);
    expect(actionIds(await talk.say(`status ${reference}`, PEOPLE.boss))).toEqual(['approve', 'decline']);
    viewOf(await talk.click('approve', reference), 'not-allowed');
    viewOf(await talk.click('decline', reference, {}, PEOPLE.boss), 'approval');
    viewOf(await talk.click('approve', reference, {}, PEOPLE.boss), 'receipt');
  });

  test('a decline needs a comment and changes nothing', async () => {
    const { reference } = viewOf(await talk.say('cancel contoso visio because fraud'), 'confirm').operation;
    await talk.click('confirm', reference, { typedCustomer: 'contoso.com' });
    const declined = await talk.click('decline', reference, { comment: 'not now' }, PEOPLE.boss);
    expect(viewOf(declined, 'operation').operation.state).toBe('declined');
  });
});

describe('the inbox (protocol.md, step 0)', () => {
  const envelope = {
    event: 'e-1',
    from: { channel: 'console', person: 'agent-1' },
    place: { channel: 'console', workspace: '', conversation: 'c-1', message: '', extra: {} },
    personal: true,
    locale: null,
    timeZone: null,
    input: { kind: 'sentence', text: 'pause S-1017' },
  } as const;

  test('takes an event once, also in two processes', async () => {
    const sent = { ...envelope, sentAt: talk.machine.now() };
    expect(await talk.conversation.receive(sent)).not.toBe('duplicate');
    expect(await talk.conversation.receive(sent)).toBe('duplicate');
  });

  test('what a crash left is answered with the operation drawn for it, or is too old', async () => {
    await talk.conversation.receive({ ...envelope, sentAt: talk.machine.now() });
    talk.machine.forward(60_000);
    const row = await talk.desk.inbox.claimUnanswered(talk.machine.now(), talk.machine.now() + 1_000);
    if (!row) throw new Error('nothing left');
    const { reply, place } = await talk.conversation.answerLeft(row);
    expect(place).toEqual(envelope.place);
    expect(viewOf(reply, 'confirm').operation.reference).toBe(row.reference);
    talk.machine.forward(600_000);
    expect(viewOf((await talk.conversation.answerLeft(row)).reply, 'nothing-changed').because).toBe('stale');
  });

  test('an outage is answered with a failure and its correlation id', async () => {
    const broken = new Error('down');
    broken.name = 'MongoNetworkError';
    const desk = {
      ...talk.desk,
      directory: { ...talk.desk.directory, person: () => Promise.reject(broken) },
    };
    const { createConversation } = await import('../../src/conversation/converse.ts');
    const received = await createConversation(desk).receive({ ...envelope, sentAt: talk.machine.now() });
    if (received === 'duplicate') throw new Error('duplicate');
    expect(viewOf(await received.answer(), 'failure')).toMatchObject({ why: 'outage' });
  });
});
