import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PEOPLE } from '../support/desk.ts';
import { actionIds, type Talking, talking, viewOf } from './support.ts';

let talk: Talking;

beforeEach(async () => {
  talk = await talking();
});
afterEach(() => talk.close());

const LATER = '2021-09-03T12:20:00.000Z';

describe('F-99: what was last shown', () => {
  test('a bare product after a customer was shown is that customer’s, and is picked first', async () => {
    await talk.say('list contoso.com');
    const choice = viewOf(await talk.say('pause visio'), 'choose');
    expect(choice).toMatchObject({ why: 'context' });
    expect(choice.candidates.map(({ subscription }) => subscription.reference)).toEqual(['S-1042']);
    viewOf(await talk.click('choose-S-1042', choice.on ?? ''), 'confirm');
  });

  test('without a customer shown a bare product is anybody’s', async () => {
    const choice = viewOf(await talk.say('pause visio'), 'choose');
    expect(choice.candidates).toHaveLength(2);
    expect(choice.why).toBe('several');
  });

  test('it is forgotten after 15 minutes and means nothing to somebody else', async () => {
    await talk.say('show S-1042');
    viewOf(await talk.say('pause it', PEOPLE.other), 'ask');
    expect(viewOf(await talk.say('pause it'), 'choose').why).toBe('context');
    talk.clock.set(LATER);
    viewOf(await talk.say('pause it'), 'ask');
  });

  test('“the same for …” repeats the last order for another one, never without a choice', async () => {
    await talk.say('pause S-1017 for non-payment');
    const choice = viewOf(await talk.say('the same for S-1060'), 'choose');
    expect(choice).toMatchObject({ why: 'context', command: 'pause' });
    const prompt = viewOf(await talk.click('choose-S-1060', choice.on ?? ''), 'confirm');
    expect(prompt.operation.command).toMatchObject({ type: 'pause', reason: 'non-payment' });
  });

  test('“samma för …” without an order is asked again, and so is somebody else’s', async () => {
    viewOf(await talk.say('samma för S-1060'), 'not-understood');
    await talk.say('pause S-1017');
    viewOf(await talk.say('the same for S-1060', PEOPLE.other), 'not-understood');
  });
});

describe('did you mean: each sentence is one tap away', () => {
  test('a tap says it', async () => {
    const view = viewOf(await talk.say("don't pause S-1017"), 'nothing-changed');
    expect(view.actions).toEqual([{ id: 'say-1', inputs: [], say: 'show S-1017' }]);
    expect(viewOf(await talk.click('say-1', view.on ?? ''), 'subscription').view).toBe('subscription');
  });

  test('a tap that orders still asks for the confirmation', async () => {
    const view = viewOf(await talk.say('pause S-1017 and S-1042'), 'nothing-changed');
    expect(view.actions.map(({ say }) => say)).toEqual(['pause S-1017', 'pause S-1042']);
    viewOf(await talk.click('say-2', view.on ?? ''), 'confirm');
  });

  test('at most three, none to somebody without a role, and only for who was asked', async () => {
    const reply = await talk.say('lorem ipsum dolor sit amet consectetur');
    expect(actionIds(reply)).toEqual(['say-1', 'say-2', 'say-3']);
    const on = 'on' in reply.view ? (reply.view.on ?? '') : '';
    viewOf(await talk.click('say-1', on, {}, PEOPLE.other), 'not-allowed');
    expect(actionIds(await talk.say('qwerty', PEOPLE.guest))).toEqual([]);
  });
});
