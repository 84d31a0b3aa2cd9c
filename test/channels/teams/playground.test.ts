import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { GROUP, PERSONAL, type PlaygroundClient } from '../../support/playground.ts';
import { type TeamsDemo, teamsDemo } from '../../support/teams/demo.ts';
import type { TeamsDesk } from '../../support/teams/desk.ts';

jest.setTimeout(20_000);

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

/** What stands on a card, with its buttons' verbs. */
function words(card: object): string {
  return JSON.stringify(card);
}

function offers(verb: string) {
  return (card: object) => words(card).includes(`"verb":"${verb}"`);
}

describe('somebody in Microsoft’s playground', () => {
  let demo: TeamsDemo;
  let desk: TeamsDesk;
  let playground: PlaygroundClient;

  beforeAll(async () => {
    demo = await teamsDemo();
    ({ desk, playground } = demo);
  });
  afterAll(() => demo.stop());

  async function answeredAfter(chat: string, sentence: string, fits: (card: object) => boolean) {
    const before = playground.frames.length;
    await playground.say(chat, sentence);
    return playground.card((card, frame) => playground.frames.indexOf(frame) >= before && fits(card));
  }

  function updated(message: string, text: RegExp) {
    return playground.card(
      (card, frame) =>
        frame.action === 'updateMessage' && frame.message.messageId === message && text.test(words(card)),
    );
  }

  test('pauses by a sentence and a click; the card on the page says so', async () => {
    const { message, card } = await answeredAfter(
      PERSONAL,
      'pause contoso e3 for non-payment',
      offers('confirm'),
    );
    expect(await desk.statusOf('S-1017')).toBe('active');
    const operation = operationOn(card);
    const answered = await playground.click(PERSONAL, message, 'confirm', {
      operation,
      reason: 'non-payment',
    });
    expect(answered.type).toBe(CARD);
    expect(words(answered.value)).toContain('Paused');
    await updated(message, /Paused/);
    expect(await desk.statusOf('S-1017')).toBe('suspended');
  });

  test('cancels only after the typed check', async () => {
    const { message, card } = await answeredAfter(PERSONAL, 'cancel contoso visio', offers('confirm'));
    const operation = operationOn(card);
    const inputs = { operation, reason: 'customer-request' };
    const wrong = await playground.click(PERSONAL, message, 'confirm', {
      ...inputs,
      typedCustomer: 'fabrikam',
    });
    expect(wrong.type).toBe(CARD);
    expect(offers('confirm')(wrong.value)).toBe(true);
    expect(await desk.statusOf('S-1042')).toBe('active');
    const right = await playground.click(PERSONAL, message, 'confirm', {
      ...inputs,
      typedCustomer: ' Contoso.com ',
    });
    expect(words(right.value)).toContain('Cancelled');
    await updated(message, /Cancelled/);
    expect(await desk.statusOf('S-1042')).toBe('deleted');
  });

  test('resumes in the group chat, not for a colleague, by an old client’s Action.Submit', async () => {
    const { message, card } = await answeredAfter(GROUP, 'resume contoso e3', offers('confirm'));
    const colleague = await playground.click(
      GROUP,
      message,
      'confirm',
      { operation: operationOn(card) },
      'user-1',
    );
    expect(colleague).toMatchObject({ type: MESSAGE, value: expect.stringContaining('Maja Lind') });
    expect(await desk.statusOf('S-1017')).toBe('suspended');
    await playground.submit(GROUP, message, { verb: 'confirm', operation: operationOn(card) });
    await updated(message, /Access is back/);
    expect(await desk.statusOf('S-1017')).toBe('active');
  });

  test('asked in the group for one’s own list, it comes to the personal chat', async () => {
    const { frame } = await answeredAfter(GROUP, 'my requests', () => true);
    expect(frame.actionConversationId).not.toBe(GROUP);
  });

  test('is greeted on install', async () => {
    const before = playground.frames.length;
    await playground.custom(PERSONAL, 'install');
    const { card } = await playground.card((_card, frame) => playground.frames.indexOf(frame) >= before);
    expect(words(card)).toMatch(/help/i);
  });
});

function operationOn(card: object): string {
  return /"operation":"(OP-[^"]+)"/.exec(words(card))?.[1] ?? '';
}
