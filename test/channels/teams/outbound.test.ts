import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Address } from '../../../src/domain/operation/operation.ts';
import { anOperation } from '../../support/operations.ts';
import { type RunningBot, startBot } from '../../support/teams/bot.ts';

import { TENANT } from '../../support/teams/identity.ts';
import { aReply, scripted } from '../../support/teams/scripted.ts';

const reply = aReply({
  view: 'confirm',
  on: 'OP-7F3K',
  operation: anOperation(),
  people: {},
  approvers: [],
  actions: [],
});

describe('messages outside a turn', () => {
  let bot: RunningBot;
  let address: Address;

  beforeAll(async () => {
    bot = await startBot({ conversation: scripted() });
    const extra = { serviceUrl: bot.connector.serviceUrl, bot: '28:bot', user: '29:1maja', scope: 'group' };
    address = {
      channel: 'teams',
      workspace: TENANT,
      conversation: '19:group@thread.v2',
      message: '77',
      extra,
    };
  });
  afterAll(() => bot.stop());

  test('an update takes the card’s place, for the one it was made for too', async () => {
    expect(await bot.outbound.update(address, reply)).toEqual({ outcome: 'sent', address });
    const put = bot.connector.recorded.at(-1);
    expect(put).toMatchObject({ method: 'PUT', path: '/v3/conversations/19:group@thread.v2/activities/77' });
    expect(put?.authorization).toBe('Bearer token-for-https://api.botframework.com');
    expect(put?.body.attachments[0].content.refresh.userIds).toEqual(['29:1maja']);
  });

  test('a post tells where it now stands', async () => {
    expect(await bot.outbound.post(address, reply)).toEqual({
      outcome: 'sent',
      address: { ...address, message: expect.stringMatching(/^posted-/) },
    });
  });

  test.each([400, 403, 404, 413])('%i: it is gone for good', async (status) => {
    bot.connector.refuseNext({ status });
    expect(await bot.outbound.update(address, reply)).toEqual({ outcome: 'gone' });
  });

  test.each([401, 408, 412, 429, 500, 502, 503, 504])('%i: later, when Teams says so', async (status) => {
    const before = bot.connector.recorded.length;
    bot.connector.refuseNext({ status, headers: { 'Retry-After': '7' } });
    expect(await bot.outbound.update(address, reply)).toEqual({ outcome: 'later', retryAfter: 7_000 });
    bot.connector.refuseNext({ status });
    expect(await bot.outbound.post(address, reply)).toEqual({ outcome: 'later', retryAfter: 2_000 });
    expect(bot.connector.recorded).toHaveLength(before + 2);
  });

  test('a connector that cannot be reached: later', async () => {
    const extra = { ...address.extra, serviceUrl: 'http://127.0.0.1:9/' };
    expect(await bot.outbound.update({ ...address, extra }, reply)).toMatchObject({ outcome: 'later' });
  });

  test('an address that leads nowhere is gone', async () => {
    expect(await bot.outbound.post({ ...address, extra: {} }, reply)).toEqual({ outcome: 'gone' });
  });
});
