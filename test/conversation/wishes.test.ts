import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from '../../src/conversation/parse.ts';
import { replyToJson } from '../../src/rendering/json.ts';
import { PEOPLE } from '../support/desk.ts';
import { actionIds, type Talking, talking, viewOf } from './support.ts';

let talk: Talking;
beforeEach(async () => {
  talk = await talking();
});
afterEach(() => talk.close());

async function wishes(): Promise<readonly string[]> {
  const boards = await talk.desk.boards.all();
  return boards.flatMap((board) => board.wishes.map(({ topic, customer }) => `${topic} of ${customer}`));
}

describe('F-70: how it is said', () => {
  test.each([
    ['notify here about renewals of contoso', 'notify', 'renewals', 'contoso'],
    ['notify us here about renewals', 'notify', 'renewals', undefined],
    ['please notify here about ends of service for contoso', 'notify', 'endings', 'contoso'],
    ['notify here about data deletions', 'notify', 'deletions', undefined],
    ['notify here about everything', 'notify', 'all', undefined],
    ['notify here', 'notify', 'all', undefined],
    ['meddela här om förnyelser för contoso', 'notify', 'renewals', 'contoso'],
    ['meddela oss här om allt', 'notify', 'all', undefined],
    ['stop notifying here', 'stop-notifying', 'all', undefined],
    ['stop notifying here about renewals', 'stop-notifying', 'renewals', undefined],
    ['stop notifying here about contoso', 'stop-notifying', 'all', 'contoso'],
    ['sluta meddela här om förnyelser för contoso', 'stop-notifying', 'renewals', 'contoso'],
  ])('%s', (text, intent, topic, subject) => {
    expect(parse(text)).toEqual({ text, intent, ...(subject && { subject }), slots: { topic } });
  });

  test("don't notify here changes nothing", async () => {
    expect((await talk.say("don't notify here about renewals")).view.view).not.toBe('noted');
    expect(await wishes()).toEqual([]);
  });
});

describe('a standing wish', () => {
  test('is answered by a receipt that says what is announced (F-96)', async () => {
    const reply = await talk.say('notify here about renewals of fabrikam');
    expect(viewOf(reply, 'noted')).toMatchObject({
      changed: true,
      wishes: [{ topic: 'renewals', customer: { name: 'Fabrikam' } }],
    });
    expect(replyToJson(reply)).toMatchObject({ view: 'receipt', text: expect.stringContaining('Fabrikam') });
    expect(actionIds(reply)).toEqual(['renewals']);
    expect(await wishes()).toEqual(['renewals of c-3']);
  });

  test('is the same when it is said twice', async () => {
    await talk.say('notify here about renewals');
    expect(viewOf(await talk.other.say('notify here about renewals'), 'noted').changed).toBe(false);
    expect(await wishes()).toEqual(['renewals of null']);
  });

  test('of a whole name is theirs; what only looks like a name, or names a product, the agent picks', async () => {
    expect(viewOf(await talk.say('notify here about renewals of contoso'), 'noted').changed).toBe(true);
    expect(await wishes()).toEqual(['renewals of c-1']);
    const choice = await talk.say('notify here about renewals of S-1021');
    expect(viewOf(choice, 'choose')).toMatchObject({ of: 'customer', customers: [{ id: 'c-2' }] });
    expect(await wishes()).toHaveLength(1);
    const [picked = ''] = actionIds(choice);
    viewOf(await talk.click(picked, choice.view.on ?? ''), 'noted');
    expect(await wishes()).toEqual(['renewals of c-1', 'renewals of c-2']);
  });

  test('of nobody’s name is not understood', async () => {
    expect(viewOf(await talk.say('notify here about renewals of zzyzx'), 'not-understood').because).toBe(
      'not-found',
    );
  });

  test('is ended as narrowly as it is said', async () => {
    await talk.say('notify here about everything');
    await talk.say('notify here about renewals of litware');
    await talk.say('stop notifying here about renewals of litware');
    expect(await wishes()).toEqual(['renewals of null', 'endings of null', 'deletions of null']);
    await talk.say('stop notifying here about renewals');
    expect(await wishes()).toEqual(['endings of null', 'deletions of null']);
    expect(viewOf(await talk.say('stop notifying here'), 'noted')).toMatchObject({ wishes: [] });
    expect(viewOf(await talk.say('stop notifying here'), 'noted').changed).toBe(false);
  });

  test('is nobody’s without a role (F-97)', async () => {
    const reply = await talk.say('notify here about renewals of contoso', PEOPLE.guest);
    expect(reply.view.view).toBe('not-allowed');
    expect(await wishes()).toEqual([]);
  });
});
