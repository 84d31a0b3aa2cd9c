import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Reply } from '../../src/conversation/inbound.ts';
import { renderText } from '../../src/rendering/text.ts';
import { describe as described } from '../../src/views/describe.ts';
import { PEOPLE } from '../support/desk.ts';
import { changing, confirm, E5_ID, SMALL_ID, stored } from './changing.ts';
import { actionIds, CONTOSO, OLD, owned, type Talking, viewOf } from './support.ts';

/** A database a test, beside everything else on two cores. */
jest.setTimeout(20_000);

let talk: Talking;

beforeEach(async () => {
  talk = await changing();
});
afterEach(() => talk.close());

/** The card as text, as its reader has it. */
function card({ view, reader }: Reply): string {
  return renderText(described(view, reader));
}

describe('quantity', () => {
  test.each([
    ['add 5 seats to S-1017', 30, 'USD 1,080.00'],
    ['set S-1017 to 26 seats', 26, 'USD 936.00'],
    ['lägg till 5 platser till S-1017', 30, 'USD 1,080.00'],
    ['ändra S-1017 till 26 platser', 26, 'USD 936.00'],
  ])('%s: prompt with the price, receipt, and it has %d', async (sentence, quantity, price) => {
    const prompt = await talk.say(sentence);
    expect(card(prompt)).toContain(`25 → ${quantity}`);
    expect(card(prompt)).toContain(`USD 900.00 a month → ${price} a month`);
    expect((await confirm(talk, prompt)).operation.decision.rules).toContain('Q-1');
    expect((await stored(talk, 'S-1017')).quantity).toBe(quantity);
  });

  test('Q-2: fewer in mid-term is refused, and the offer to schedule it keeps the number', async () => {
    const reply = await talk.say('set S-1017 to 15 seats');
    expect(viewOf(reply, 'refused')).toMatchObject({ code: 'fewer-only-at-renewal', quantity: 15 });
    expect(card(reply)).toContain('Go down to 15 at renewal.');
    const prompt = await talk.click('schedule-fewer-licences', reply.view.on ?? '');
    expect(viewOf(prompt, 'confirm').operation.command).toEqual({ type: 'schedule-change', quantity: 15 });
    await confirm(talk, prompt);
    expect((await stored(talk, 'S-1017')).scheduledNextTermInstructions?.quantity).toBe(15);
  });

  test('H-8: what is scheduled and would be deleted is named before it is confirmed, and can be put back', async () => {
    await confirm(talk, await talk.say('at renewal set S-1017 to 20 seats'));
    const prompt = await talk.say('add 5 seats to S-1017');
    expect(card(prompt)).toContain('20 licences (now 25) from 1 Mar 2022 → deleted');
    const receipt = await talk.click('confirm', viewOf(prompt, 'confirm').operation.reference);
    expect(actionIds(receipt)).toContain('schedule-change');
    const again = await talk.click('schedule-change', viewOf(receipt, 'receipt').operation.reference);
    expect(viewOf(again, 'confirm').operation.command).toMatchObject({
      type: 'schedule-change',
      quantity: 20,
    });
  });

  test.each([
    ['set S-1017 to 0 seats', 'quantity-below-minimum'],
    ['set S-1017 to 301 seats', 'quantity-above-maximum'],
    ['set S-1017 to 25 seats', 'no-change'],
    ['add 5 seats to S-1071', 'no-quantity'],
  ])('%s is refused: %s', async (sentence, code) => {
    const before = await stored(talk, 'S-1017');
    expect(viewOf(await talk.say(sentence), 'refused').code).toBe(code);
    expect(await stored(talk, 'S-1017')).toEqual(before);
  });

  test('the button of the subscription asks for the number, the present one filled in, between its limits', async () => {
    const shown = await talk.say('show S-1017');
    const ask = viewOf(await talk.click('set-quantity', shown.view.on ?? ''), 'ask');
    expect(ask.actions).toEqual([
      {
        id: 'answer',
        inputs: [{ id: 'quantity', required: true, value: '25', number: { min: 1, max: 300 } }],
      },
    ]);
    const prompt = await talk.click('answer', ask.on ?? '', { quantity: '30' });
    expect(viewOf(prompt, 'confirm').operation.command).toEqual({ type: 'set-quantity', quantity: 30 });
  });

  test.each(['', '1.5', 'many', '1e9', '٣'])(
    'F-84: "%s" is no number: the form comes again',
    async (quantity) => {
      const shown = await talk.say('show S-1017');
      const ask = await talk.click('set-quantity', shown.view.on ?? '');
      const again = viewOf(await talk.click('answer', ask.view.on ?? '', { quantity }), 'ask');
      expect(again.errors).toEqual([{ input: 'quantity', code: quantity === '' ? 'required' : 'wrong' }]);
      expect(again.actions[0]?.inputs[0]?.value).toBe('25');
    },
  );

  test.each([
    ['0', 'quantity-below-minimum'],
    ['-1', 'quantity-below-minimum'],
    ['1000000000', 'quantity-above-maximum'],
    ['10', 'fewer-only-at-renewal'],
  ])('a form that comes with %s is refused by the service: %s', async (quantity, code) => {
    const shown = await talk.say('show S-1017');
    const ask = await talk.click('set-quantity', shown.view.on ?? '');
    expect(viewOf(await talk.click('answer', ask.view.on ?? '', { quantity }), 'refused').code).toBe(code);
  });

  test('F-89: only who was asked may answer; in a second process the same', async () => {
    const ask = await talk.click('set-quantity', (await talk.say('show S-1017')).view.on ?? '');
    const on = ask.view.on ?? '';
    viewOf(await talk.click('answer', on, { quantity: '30' }, PEOPLE.other), 'not-allowed');
    viewOf(await talk.other.click('answer', on, { quantity: '30' }), 'confirm');
  });

  test('F-80: a form is forgotten after a day', async () => {
    const ask = await talk.click('set-quantity', (await talk.say('show S-1017')).view.on ?? '');
    talk.clock.set('2021-09-04T12:00:00.001Z');
    viewOf(await talk.click('answer', ask.view.on ?? '', { quantity: '30' }), 'expired-draft');
  });
});

describe('scheduled changes', () => {
  test.each([
    ['at renewal set S-1017 to 20 seats', { quantity: 20 }],
    ['at renewal switch S-1017 to annual billing', { billingCycle: 'annual' }],
    ['vid förnyelsen ändra S-1017 till 20 platser', { quantity: 20 }],
  ])('H-4: %s', async (sentence, change) => {
    const prompt = await talk.say(sentence);
    expect(viewOf(prompt, 'confirm').operation.command).toEqual({ type: 'schedule-change', ...change });
    expect(card(prompt)).toMatch(/Nothing changes before 1 Mar 2022/);
    const receipt = await confirm(talk, prompt);
    expect(receipt.actions.map(({ id }) => id)).toEqual(['remove-scheduled-change', 'history']);
  });

  test('another product at the renewal: current → change to by name, with its price, and H-7 on the receipt', async () => {
    const prompt = await talk.say('at renewal switch S-1017 to business premium');
    expect(viewOf(prompt, 'confirm').operation.command).toEqual({ type: 'schedule-change', sku: SMALL_ID });
    expect(card(prompt)).toContain('Microsoft 365 E3 → Microsoft 365 Business Premium');
    expect(card(prompt)).toContain('USD 900.00 a month → USD 550.00 a month');
    const receipt = await confirm(talk, prompt);
    expect(renderText(described(receipt, prompt.reader))).toMatch(/by hand/);
    expect(card(await talk.say('show S-1017'))).toContain('Microsoft 365 Business Premium from 1 Mar 2022');
  });

  test('F-53: a price that the catalogue does not have is said to be unknown', async () => {
    expect(card(await talk.say('at renewal switch S-1017 to annual billing'))).toContain(
      'price not known here',
    );
  });

  test('the form has product, licences, term and billing as they stand; what stays is no change', async () => {
    const ask = viewOf(
      await talk.click('schedule-change', (await talk.say('show S-1017')).view.on ?? ''),
      'ask',
    );
    expect(ask.actions[0]?.inputs).toMatchObject([
      { id: 'sku', value: '0001', choices: ['0001', SMALL_ID, E5_ID] },
      { id: 'quantity', value: '25', number: { min: 1, max: 300 } },
      { id: 'termDuration', value: 'P1Y', choices: ['P1M', 'P1Y', 'P3Y'] },
      { id: 'billingCycle', value: 'monthly', choices: ['monthly', 'annual', 'triennial'] },
    ]);
    const same = { sku: '0001', quantity: '25', termDuration: 'P1Y', billingCycle: 'monthly' };
    const answer = (inputs: object) => talk.click('answer', ask.on ?? '', { ...same, ...inputs });
    expect(viewOf(await answer({}), 'refused').code).toBe('no-change');
    expect(viewOf(await answer({ quantity: '0' }), 'refused').code).toBe('quantity-below-minimum');
    expect(viewOf(await answer({ termDuration: 'P1M', billingCycle: 'annual' }), 'refused').code).toBe(
      'cycle-longer-than-term',
    );
    expect(viewOf(await answer({ termDuration: 'P2Y' }), 'ask').errors).toEqual([
      { input: 'termDuration', code: 'wrong' },
    ]);
    expect(viewOf(await answer({ sku: 'CFQ7TTC0ZZZZ:0001' }), 'ask').errors).toEqual([
      { input: 'sku', code: 'wrong' },
    ]);
    const prompt = viewOf(await answer({ quantity: '20', billingCycle: 'annual' }), 'confirm');
    expect(prompt.operation.decision.after.scheduledNextTermInstructions).toMatchObject({
      product: { billingCycle: 'annual', termDuration: 'P1Y' },
      quantity: 20,
    });
  });

  test('F-06: a second one names the one that it replaces', async () => {
    await confirm(talk, await talk.say('at renewal set S-1017 to 20 seats'));
    expect(card(await talk.say('at renewal set S-1017 to 10 seats'))).toContain(
      'Replaces: 20 licences (now 25) from 1 Mar 2022',
    );
  });

  test.each([
    ['show scheduled change S-1017', 'remove scheduled change S-1017'],
    ['visa schemalagd ändring S-1017', 'ta bort schemalagd ändring S-1017'],
  ])('%s, then %s', async (show, remove) => {
    await confirm(talk, await talk.say('at renewal set S-1017 to 20 seats'));
    const shown = await talk.say(show);
    expect(card(shown)).toContain('20 licences (now 25)');
    expect(actionIds(shown)).toContain('remove-scheduled-change');
    const prompt = await talk.say(remove);
    expect(card(prompt)).toContain('20 licences (now 25) from 1 Mar 2022 → deleted');
    await confirm(talk, prompt);
    expect(viewOf(await talk.say(remove), 'refused').code).toBe('nothing-scheduled');
  });

  test('a form that no answer could help is refused at once', async () => {
    expect(viewOf(await talk.say('schedule a change for S-1009'), 'refused').code).toBe('not-for-class');
    await confirm(talk, await talk.say('turn off auto-renew for S-1017'));
    expect(viewOf(await talk.say('schedule a change for S-1017'), 'refused').code).toBe('auto-renew-off');
  });
});

describe('P-4: after a pause everything can be put back', () => {
  test('resume, auto-renew on, then the change that the pause deleted', async () => {
    await confirm(talk, await talk.say('at renewal set S-1017 to 20 seats'));
    await confirm(talk, await talk.say('pause S-1017 for non-payment'));
    const resumed = await confirm(talk, await talk.say('resume S-1017'));
    expect(resumed.actions.map(({ id }) => id)).toEqual(['auto-renew-on', 'history']);
    expect(resumed.gone?.change.quantity).toBe(20);
    const on = await confirm(talk, await talk.click('auto-renew-on', resumed.operation.reference));
    expect(on.actions.map(({ id }) => id)).toEqual(['schedule-change', 'history']);
    await confirm(talk, await talk.click('schedule-change', on.operation.reference));
    expect((await stored(talk, 'S-1017')).scheduledNextTermInstructions?.quantity).toBe(20);
  });

  test('what the renewal applied is nothing to put back', async () => {
    await confirm(talk, await talk.say('at renewal set S-1017 to 20 seats'));
    talk.clock.set('2022-03-02T00:00:00.000Z');
    await talk.desk.provider.advance('id-S-1017', talk.clock.now());
    await confirm(talk, await talk.say('turn off auto-renew for S-1017'));
    const on = await confirm(talk, await talk.say('turn on auto-renew for S-1017'));
    expect(on.actions.map(({ id }) => id)).toEqual(['history']);
  });
});

describe('upgrades', () => {
  test('U-2, U-6: part of them now, into a new subscription', async () => {
    const prompt = await talk.say('upgrade 10 of S-1017 to e5 now');
    const text = card(prompt);
    expect(text).toContain('Cannot be undone');
    expect(text).toContain('Microsoft 365 E3 → Microsoft 365 E5');
    expect(text).toContain('25 → 15');
    expect(text).toContain('a new subscription with 10 licences, USD 570.00 a month');
    const receipt = await confirm(talk, prompt);
    expect(renderText(described(receipt, prompt.reader))).toContain('S-1017-2, a new subscription');
    expect((await stored(talk, 'S-1017')).quantity).toBe(15);
    expect(await stored(talk, 'S-1017-2')).toMatchObject({ quantity: 10, offerName: 'Microsoft 365 E5' });
  });

  test('U-2: all of them: the same subscription with the other product and its price', async () => {
    const prompt = await talk.say('upgrade S-1017 to e5 now');
    expect(card(prompt)).toContain('USD 900.00 a month → USD 1,425.00 a month');
    await confirm(talk, prompt);
    expect(await stored(talk, 'S-1017')).toMatchObject({ quantity: 25, offerName: 'Microsoft 365 E5' });
  });

  test('U-5: into an existing one, whose own scheduled change goes too and is named (F-46)', async () => {
    await confirm(talk, await talk.say('at renewal set S-1077 to 2 seats'));
    const prompt = await talk.say('upgrade 10 of S-1017 to e5 now into S-1077');
    expect(card(prompt)).toContain('S-1077, which then has 13 licences (now 3), USD 741.00 a month');
    expect(card(prompt)).toContain('S-1077: 2 licences (now 3) from 1 Mar 2022 → deleted');
    await confirm(talk, prompt);
    expect((await stored(talk, 'S-1077')).quantity).toBe(13);
  });

  test('F-46: all of them into an existing one: it ends, and everything that it loses is named', async () => {
    await talk.add(
      owned(CONTOSO, 'S-1067', 'Audio Conferencing', {
        ...OLD,
        parentSubscriptionId: 'id-S-1017',
        quantity: 50,
      }),
    );
    const prompt = await talk.say('upgrade S-1017 to e5 now into S-1077');
    const text = card(prompt);
    expect(text).toContain('Active → Deleted');
    expect(text).toContain('50 × Audio Conferencing (S-1067) → deleted');
    expect(text).toMatch(/Auto-renew: On → Off/);
    await confirm(talk, prompt);
    expect(await stored(talk, 'S-1017')).toMatchObject({ status: 'deleted' });
  });

  test('U-4: a scheduled change goes with it and is named', async () => {
    await confirm(talk, await talk.say('at renewal set S-1017 to 20 seats'));
    expect(card(await talk.say('upgrade 10 of S-1017 to e5 now'))).toContain(
      '20 licences (now 25) from 1 Mar 2022 → deleted',
    );
  });

  test('F-47: at the renewal, into an existing one: named with what it then has', async () => {
    const prompt = await talk.say('upgrade 10 of S-1017 to e5 at renewal into S-1077');
    const text = card(prompt);
    expect(text).toContain('Nothing changes before 1 Mar 2022');
    expect(text).toContain('S-1077, which then has 13 licences (now 3)');
    expect(text).toContain('USD 900.00 a month → USD 540.00 a month');
    const receipt = await confirm(talk, prompt);
    expect(renderText(described(receipt, prompt.reader))).toMatch(/by hand/);
    expect((await stored(talk, 'S-1017')).scheduledNextTermInstructions?.upgrade).toMatchObject({
      quantity: 10,
      target: 'id-S-1077',
    });
  });

  test.each([
    ['upgrade 10 of S-1017 to e5 now into S-1088', 'target-not-eligible'],
    ['upgrade 10 of S-1017 to e5 now into S-9999', 'target-not-eligible'],
    ['upgrade 10 of S-1017 to e5 now into S-1017', 'target-not-eligible'],
    ['upgrade 26 of S-1017 to e5 now', 'quantity-out-of-range'],
    ['upgrade 0 of S-1017 to e5 now', 'quantity-out-of-range'],
    ['upgrade S-1017 to visio plan 2 now', 'sku-not-eligible'],
    ['upgrade S-1077', 'sku-not-eligible'],
    ['upgrade S-1009', 'not-for-class'],
  ])('%s is refused: %s', async (sentence, code) => {
    const reply = await talk.say(sentence);
    expect(viewOf(reply, 'refused').code).toBe(code);
    expect(card(reply)).not.toContain('Fabrikam E5');
    expect((await stored(talk, 'S-1017')).quantity).toBe(25);
  });

  test('without more the form asks what, how many, where and when; now or later is never guessed', async () => {
    const ask = viewOf(await talk.say('upgrade S-1017'), 'ask');
    expect(ask.actions[0]?.inputs).toMatchObject([
      { id: 'sku', required: true, choices: [E5_ID] },
      { id: 'quantity', required: false, value: '25', number: { min: 1, max: 25 } },
      { id: 'target', required: false, value: 'new', choices: ['new', 'S-1077'] },
      { id: 'timing', required: true, choices: ['now', 'term-end'] },
    ]);
    const on = ask.on ?? '';
    expect(viewOf(await talk.click('answer', on, { sku: E5_ID }), 'ask').errors).toEqual([
      { input: 'timing', code: 'required' },
    ]);
    const answers = { sku: E5_ID, quantity: '4', timing: 'now' };
    const prompt = viewOf(await talk.click('answer', on, { ...answers, target: 'S-1077' }), 'confirm');
    expect(prompt.operation.command).toEqual({
      type: 'upgrade',
      sku: E5_ID,
      quantity: 4,
      timing: 'now',
      target: 'id-S-1077',
    });
    const fresh = viewOf(await talk.click('answer', on, { ...answers, target: 'new' }), 'confirm');
    expect(fresh.operation.command).not.toHaveProperty('target');
  });

  test('F-90: a product that nobody sells is asked for again, the rest is kept', async () => {
    const ask = viewOf(await talk.say('upgrade 4 of S-1017 to banana now'), 'ask');
    expect(ask.errors).toEqual([{ input: 'sku', code: 'wrong' }]);
    expect(ask.missing).toEqual(['sku', 'target']);
    const prompt = viewOf(await talk.click('answer', ask.on ?? '', { sku: E5_ID }), 'confirm');
    expect(prompt.operation.command).toMatchObject({ quantity: 4, timing: 'now' });
  });

  test('prepare again keeps everything that was asked for', async () => {
    const prompt = viewOf(await talk.say('upgrade 10 of S-1017 to e5 at renewal into S-1077'), 'confirm');
    talk.clock.set('2021-09-03T12:15:00.000Z');
    const on = prompt.operation.reference;
    viewOf(await talk.click('confirm', on), 'expired');
    const again = viewOf(await talk.click('prepare-again', on), 'confirm');
    expect(again.operation.command).toEqual(prompt.operation.command);
  });

  test('in two windows the second click finds it decided', async () => {
    const prompt = viewOf(await talk.say('upgrade 10 of S-1017 to e5 now'), 'confirm');
    const on = prompt.operation.reference;
    viewOf(await talk.click('confirm', on), 'receipt');
    viewOf(await talk.other.click('confirm', on), 'already-decided');
    expect((await stored(talk, 'S-1017')).quantity).toBe(15);
  });
});

test('F-85: an upgrade whose target moved before the click is asked for again, what moved beside what was seen', async () => {
  const prompt = viewOf(await talk.say('upgrade 10 of S-1017 to e5 now into S-1077'), 'confirm');
  const row = await talk.desk.subscriptions.byReference('S-1077');
  await talk.desk.subscriptions.commit({
    id: 'id-S-1077',
    version: row?.version ?? 0,
    operation: prompt.operation.reference,
    after: { quantity: 8 },
    events: [],
    nextDue: null,
  });
  const reply = await talk.click('confirm', prompt.operation.reference);
  viewOf(reply, 'terms-changed');
  expect(card(reply)).toContain('which then has 18 licences (now 8)');
  expect(card(reply)).toContain('Licences: 25 → 15');
  expect((await stored(talk, 'S-1077')).quantity).toBe(8);
});

describe('deprovision (X-4)', () => {
  test.each(['deprovision S-1071', 'avprovisionera S-1071'])(
    '%s asks for reason and typed name',
    async (say) => {
      const prompt = viewOf(await talk.say(say), 'confirm');
      expect(prompt.actions[0]?.inputs.map(({ id }) => id)).toEqual([
        'reason',
        'reasonText',
        'typedCustomer',
      ]);
      expect(card(await talk.say(say))).toContain('Cannot be undone');
      const given = { reason: 'customer-request', typedCustomer: 'fabrikam.com' };
      const latest = await talk.say(say);
      await confirm(talk, latest, given);
      expect((await stored(talk, 'S-1071')).status).toBe('deleted');
    },
  );

  test('a cancel of usage is refused and offers it', async () => {
    const refused = viewOf(await talk.say('cancel S-1071'), 'refused');
    expect(refused.actions.map(({ id }) => id)).toEqual(['deprovision']);
    viewOf(await talk.click('deprovision', refused.on ?? ''), 'confirm');
  });
});

describe('previews', () => {
  test.each([
    ['preview add 5 seats to S-1017', 'set-quantity'],
    ['preview at renewal set S-1017 to 20 seats', 'schedule-change'],
    ['preview upgrade 10 of S-1017 to e5 now', 'upgrade'],
    ['preview deprovision S-1071', 'deprovision'],
  ])('%s changes nothing and has no button that would', async (sentence, command) => {
    const before = await stored(talk, 'S-1017');
    const reply = await talk.say(sentence);
    expect(viewOf(reply, 'preview').decision.command).toBe(command);
    expect(actionIds(reply)).not.toContain('confirm');
    expect(await stored(talk, 'S-1017')).toEqual(before);
  });

  test('one that lacks something asks for it, and goes on as a preview', async () => {
    const ask = viewOf(await talk.say('preview upgrade S-1017'), 'ask');
    expect(ask.command).toBe('upgrade');
    const again = viewOf(await talk.click('answer', ask.on ?? '', { sku: E5_ID }), 'ask');
    expect(again.errors).toEqual([{ input: 'timing', code: 'required' }]);
    viewOf(await talk.click('answer', ask.on ?? '', { sku: E5_ID, timing: 'now' }), 'preview');
  });
});

test('a subscription shows what can be done with it now, at most six buttons', async () => {
  expect(actionIds(await talk.say('show S-1017'))).toEqual([
    'history',
    'set-quantity',
    'schedule-change',
    'upgrade',
    'pause',
    'auto-renew-off',
  ]);
  expect(actionIds(await talk.say('show S-1071'))).toEqual([
    'history',
    'suspend',
    'deprovision',
    'auto-renew-off',
  ]);
});
