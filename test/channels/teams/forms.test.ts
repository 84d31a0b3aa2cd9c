import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createConversation } from '../../../src/conversation/converse.ts';
import { changing, E5_ID, stored } from '../../conversation/changing.ts';
import type { Talking } from '../../conversation/support.ts';
import { nodesOf } from '../../support/cardChecks.ts';
import { type RunningBot, startBot } from '../../support/teams/bot.ts';
import { MAJA, SPEAKERS } from '../../support/teams/desk.ts';
import { fixture } from '../../support/teams/fixture.ts';

jest.setTimeout(30_000);

let desk: Talking;
let bot: RunningBot;
let sent = 0;

beforeEach(async () => {
  desk = await changing({ people: [SPEAKERS.maja] });
  bot = await startBot({ conversation: createConversation(desk.desk) });
});
afterEach(async () => {
  await bot.stop();
  await desk.close();
});

function now(): object {
  sent += 1;
  const from = { id: `29:${MAJA}`, aadObjectId: MAJA };
  return { id: `${sent}`, timestamp: new Date(desk.machine.now()).toISOString(), from };
}

async function say(text: string): Promise<object> {
  const before = bot.connector.messages().length;
  await bot.send(fixture('personal-message', { ...now(), text }));
  await bot.settled();
  return bot.connector.messages().slice(before)[0]?.body.attachments[0].content;
}

/** A click as Teams sends it, number inputs as numbers; the card in its place, or the one that was posted beside it. */
async function press(card: object, verb: string, inputs: object = {}): Promise<object> {
  const action = nodesOf(card).find((node) => node['verb'] === verb && node['type'] === 'Action.Execute');
  const data = { ...(action?.['data'] as object), ...inputs };
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  const { json } = await bot.send(fixture('execute-confirm', { ...now(), value }));
  await bot.settled();
  return typeof json.value === 'string'
    ? bot.connector.messages().at(-1)?.body.attachments[0].content
    : json.value;
}

function input(card: object, id: string) {
  return nodesOf(card).find((node) => node['id'] === id && String(node['type']).startsWith('Input.'));
}

describe('forms in Teams', () => {
  test('the schedule’s card: numbers and lists with what stands, then the prompt in its place', async () => {
    const card = await say('schedule a change for S-1017');
    expect(input(card, 'quantity')).toMatchObject({ type: 'Input.Number', value: 25, min: 1, max: 300 });
    expect(input(card, 'sku')).toMatchObject({ type: 'Input.ChoiceSet', value: '0001' });
    expect(input(card, 'termDuration')).toMatchObject({ value: 'P1Y' });
    expect(input(card, 'billingCycle')).toMatchObject({ value: 'monthly' });
    const prompt = await press(card, 'answer', { sku: '0001', quantity: 20, billingCycle: 'annual' });
    expect(JSON.stringify(prompt)).toContain('"verb":"confirm"');
    const receipt = await press(prompt, 'confirm');
    expect(JSON.stringify(receipt)).toContain('Scheduled for the renewal');
    expect((await stored(desk, 'S-1017')).scheduledNextTermInstructions).toMatchObject({
      quantity: 20,
      product: { billingCycle: 'annual' },
    });
  });

  test('what the card would not have let through is refused, and nothing changes', async () => {
    const card = await say('schedule a change for S-1017');
    for (const quantity of [0, -1, 1.5, 1e9, 'many']) {
      const answer = JSON.stringify(await press(card, 'answer', { quantity }));
      expect(answer).toMatch(/than the product allows|Write a whole number from 1 to 300/);
    }
    expect((await stored(desk, 'S-1017')).scheduledNextTermInstructions).toBeNull();
  });

  test('an upgrade by button: product, number, target and time', async () => {
    const card = await press(await say('show S-1017'), 'upgrade');
    expect(input(card, 'quantity')).toMatchObject({ type: 'Input.Number', max: 25 });
    const given = { sku: E5_ID, quantity: '4', target: 'S-1077', timing: 'now' };
    const prompt = await press(card, 'answer', given);
    expect(JSON.stringify(prompt)).toContain('S-1077, which then has 7 licences');
    await press(prompt, 'confirm');
    expect((await stored(desk, 'S-1077')).quantity).toBe(7);
    expect((await stored(desk, 'S-1017')).quantity).toBe(21);
  });

  test('fewer licences in mid-term: refused, and the button keeps the number', async () => {
    const refused = await say('set S-1017 to 15 seats');
    const prompt = await press(refused, 'schedule-fewer-licences');
    expect(JSON.stringify(prompt)).toContain('25 →\u00a015');
  });
});
