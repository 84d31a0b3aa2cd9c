import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createConversation } from '../../../src/conversation/converse.ts';
import { changing, E5_ID, stored } from '../../conversation/changing.ts';
import type { Talking } from '../../conversation/support.ts';
import { PEOPLE } from '../../support/desk.ts';
import { type SlackEmulator, startSlackEmulator } from '../../support/slackEmulator.ts';
import { type Dialog, type Message, type SlackPerson, slackPerson } from '../../support/slackPerson.ts';
import { patient, type SlackServer, startSlackServer } from '../../support/slackServer.ts';

jest.setTimeout(30_000);

let slack: SlackEmulator;
let desk: Talking;
let server: SlackServer;
let maja: SlackPerson;

beforeAll(async () => {
  slack = await startSlackEmulator();
});
afterAll(() => slack.stop());

beforeEach(async () => {
  const { maja: user } = slack.users;
  const agent = { ...PEOPLE.agent, identities: [{ channel: 'slack', team: slack.team, user }] } as const;
  desk = await changing({ people: [agent] });
  const conversation = createConversation(desk.desk);
  server = await startSlackServer({ conversation, apiUrl: slack.apiUrl, machine: patient });
  maja = slackPerson(slack, user, () => server.url);
});
afterEach(async () => {
  await server.stop();
  await desk.close();
  slack.forget();
});

interface Element {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The dialog that a command opens, and its inputs by id. */
async function formOf(text: string): Promise<{ dialog: Dialog; inputs: Readonly<Record<string, Element>> }> {
  await maja.command(text);
  await server.idle();
  const opened = slack.arrived().filter(({ method }) => method === 'views.open' || method === 'views.update');
  const dialog = opened.at(-1)?.answer['view'] as Dialog;
  const blocks = dialog.blocks.filter(({ type }) => type === 'input');
  const elements = blocks.map(({ element }) => [element?.action_id, element] as const);
  return { dialog, inputs: Object.fromEntries(elements) as unknown as Readonly<Record<string, Element>> };
}

async function newest(): Promise<Message> {
  return (await slack.messages()).at(-1) ?? {};
}

/** Sends the form off, and confirms the prompt that it comes to. */
async function confirmed(dialog: Dialog, given: Readonly<Record<string, string>>): Promise<void> {
  await maja.submit(dialog, given);
  await server.idle();
  await maja.press(await newest(), 'confirm');
  await server.idle();
}

function optionsOf(element: Element | undefined): readonly string[] {
  return ((element?.['options'] ?? []) as { value: string }[]).map(({ value }) => value);
}

describe('forms in Slack', () => {
  test('the schedule’s dialog: numbers and lists with what stands, its answer is prompted for in the channel', async () => {
    const { dialog, inputs } = await formOf('schedule a change for S-1017');
    expect(Object.keys(inputs)).toEqual(['sku', 'quantity', 'termDuration', 'billingCycle']);
    expect(inputs['quantity']).toMatchObject({
      type: 'number_input',
      is_decimal_allowed: false,
      min_value: '1',
      max_value: '300',
      initial_value: '25',
    });
    expect(inputs['sku']).toMatchObject({
      type: 'static_select',
      initial_option: { value: '0001', text: { text: 'Microsoft 365 E3' } },
    });
    expect(inputs['termDuration']).toMatchObject({
      initial_option: { value: 'P1Y', text: { text: '1 year' } },
    });
    const given = { sku: '0001', quantity: '20', termDuration: 'P1Y', billingCycle: 'monthly' };
    await confirmed(dialog, given);
    expect((await stored(desk, 'S-1017')).scheduledNextTermInstructions?.quantity).toBe(20);
    expect(String((await newest())['text'])).toMatch(/^Scheduled for the renewal: /);
  });

  test('an upgrade’s dialog offers its products, this customer’s targets and both times', async () => {
    const { dialog, inputs } = await formOf('upgrade S-1017');
    expect(optionsOf(inputs['sku'])).toEqual([E5_ID]);
    expect(optionsOf(inputs['target'])).toEqual(['new', 'S-1077']);
    expect(optionsOf(inputs['timing'])).toEqual(['now', 'term-end']);
    expect(inputs['quantity']).toMatchObject({ max_value: '25' });
    const given = { sku: E5_ID, quantity: '4', target: 'new', timing: 'now' };
    await confirmed(dialog, given);
    expect((await stored(desk, 'S-1017')).quantity).toBe(21);
    expect((await stored(desk, 'S-1017-2')).quantity).toBe(4);
  });

  test.each([
    ['1.5', 'Write a whole number from 1 to 300.'],
    ['many', 'Write a whole number from 1 to 300.'],
  ])('%s stays in the dialog with the limits in words', async (quantity, words) => {
    const { dialog } = await formOf('schedule a change for S-1017');
    const answer = JSON.parse((await maja.submit(dialog, { quantity })).text);
    expect(answer).toEqual({ response_action: 'errors', errors: { quantity: words } });
  });

  test('a number that the dialog would not have let through is refused by the service', async () => {
    const { dialog } = await formOf('schedule a change for S-1017');
    await maja.submit(dialog, { quantity: '0' });
    await server.idle();
    expect(JSON.stringify(slack.arrived().at(-1)?.body)).toContain('less than the product allows');
    expect((await stored(desk, 'S-1017')).scheduledNextTermInstructions).toBeNull();
  });

  test('the button of a subscription opens the dialog', async () => {
    await maja.direct('show S-1017');
    await server.idle();
    await maja.press(await newest(), 'set-quantity');
    await server.idle();
    const opened = slack.arrived('views.open').at(-1)?.answer['view'] as Dialog;
    expect(opened['callback_id']).toBe('answer');
  });
});
