import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { as, click, type Script, script } from './finePrint.ts';

const NOON = '2021-09-03T12:00:00.000Z';

// Nothing here changes anything: one desk for all.
let desk: Script;
beforeAll(async () => {
  desk = await script();
});
afterAll(() => desk.close());

describe('F-96: which view answers what', () => {
  test.each([
    ['find visio', 'list'],
    ['list contoso', 'list'],
    ['list S-10', 'list'],
    ['show S-10', 'subscription'],
    ['show contoso', 'list'],
    ['show scheduled changes for S-10', 'subscription'],
    ['my requests', 'my-requests'],
    ['approvals', 'approvals'],
    ['history S-10', 'history'],
    ['renewals', 'renewals'],
    ['help cancel', 'help'],
    ['whoami', 'who-am-i'],
    ['preview cancel S-10', 'preview'],
    ['preview pause S-20', 'refused'],
  ])('%s → %s', async (sentence, view) => {
    const reply = await desk.say(NOON, sentence);
    expect(reply.view).toBe(view);
    expect(await desk.audit()).toEqual([]);
  });

  test.each([
    ["don't cancel S-10", 'negation'],
    ['yes', 'not-a-confirmation'],
    ['ok', 'not-a-confirmation'],
    ['can I cancel S-10?', 'question'],
    ['cancel S-10 and S-30', 'several'],
    ['pause S-10 from Monday', 'unsupported-date'],
    ['if they pay, resume S-10', 'hypothetical'],
    ['avbryt inte S-10', 'negation'],
  ])('%s changes nothing: %s', async (sentence, because) => {
    expect(await desk.say(NOON, sentence)).toMatchObject({ view: 'nothing-changed', because });
  });
});

describe('F-97: without a role', () => {
  test.each([
    'show S-10',
    'show S-99',
    'pause S-10',
    'pause S-99',
    'preview cancel S-10',
    'my requests',
    'history S-10',
    'status OP-7F3K',
    'withdraw OP-7F3K',
    click('confirm', {}, 'OP-7F3K'),
    click('confirm'),
  ])('%j is not allowed, and the same whether or not it exists', async (line) => {
    const reply = await desk.say(NOON, as('guest', line));
    const other = await desk.say(NOON, as('guest', 'show S-99'));
    expect(reply).toEqual(other);
    expect(Object.keys(reply).sort()).toEqual(['language', 'text', 'view']);
    expect(reply.view).toBe('not-allowed');
  });

  test('help, whoami, nothing-changed and not-understood answer, without names', async () => {
    const replies = await desk.run(
      NOON,
      as('guest', 'help'),
      as('guest', 'whoami'),
      as('guest', "don't pause S-10"),
      as('guest', 'blargh'),
    );
    expect(replies.map(({ view }) => view)).toEqual([
      'help',
      'who-am-i',
      'nothing-changed',
      'not-understood',
    ]);
    for (const { text } of replies.slice(1)) expect(text).not.toMatch(/contoso|fabrikam|visio/i);
  });

  test('a person who does not exist is not allowed in a line', async () => {
    expect(await desk.say(NOON, as('nobody', 'show S-10'))).toMatchObject({ view: 'not-allowed' });
  });
});
