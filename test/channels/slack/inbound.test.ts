import { describe, expect, test } from '@jest/globals';
import { plainText, withoutMention } from '../../../src/channels/slack/entities.ts';
import { commandHeard, eventHeard } from '../../../src/channels/slack/inbound.ts';
import { clickHeard, formHeard } from '../../../src/channels/slack/inboundClicks.ts';
import { externalId, place, placeOfView } from '../../../src/channels/slack/place.ts';
import { slackFixture } from '../../support/slackClient.ts';

const signed = { fingerprint: 'f', signedAt: 1_795_391_040_000 };
const nobody = () => null;

describe('what Slack sent, in neutral words', () => {
  test('a command is a sentence of its sender in its channel', () => {
    const { envelope, by } = commandHeard(slackFixture('command'), signed, nobody);
    expect(by).toBe('command');
    expect(envelope).toEqual({
      event: 'trigger-1795391037.474990.trgb54e9fa09',
      from: { channel: 'slack', team: 'T000000001', user: 'U0MAJA0001' },
      place: place('T000000001', 'C000000003', '', ''),
      personal: false,
      locale: null,
      timeZone: null,
      sentAt: 1_795_391_040_000,
      input: { kind: 'sentence', text: 'cancel contoso visio' },
    });
  });

  test('locale and zone are what is known of the sender', () => {
    const habits = () => ({ locale: 'sv-SE', timeZone: 'Europe/Stockholm' });
    const { envelope } = commandHeard(slackFixture('command'), signed, habits);
    expect(envelope).toMatchObject({ locale: 'sv-SE', timeZone: 'Europe/Stockholm' });
  });

  test('a mention loses its mention and is dated by its message', () => {
    const heard = eventHeard(slackFixture('app-mention'), nobody);
    expect(heard?.envelope).toMatchObject({
      event: 'Ev0MENTION1',
      personal: false,
      sentAt: 1_795_391_037_000,
      input: { text: 'pause contoso e3 for non-payment', edited: false },
    });
  });

  test('a mention in a thread is answered in the thread', () => {
    const body = slackFixture('app-mention');
    const event = { ...(body['event'] as object), thread_ts: '1795391000.000100' };
    const heard = eventHeard({ ...body, event }, nobody);
    expect(heard?.envelope.place.extra).toEqual({ thread: '1795391000.000100' });
  });

  test('a direct message is personal', () => {
    const heard = eventHeard(slackFixture('message-im'), nobody);
    expect(heard?.envelope).toMatchObject({ personal: true, input: { text: 'show S-1042' } });
  });

  test('an edit says that it is one', () => {
    const heard = eventHeard(slackFixture('message-changed'), nobody);
    expect(heard?.envelope).toMatchObject({
      sentAt: 1_795_391_050_000,
      input: { text: 'cancel S-1042', edited: true },
    });
  });

  test('an unfurled link is no edit, a bot’s words and a deletion are nobody’s', () => {
    const body = slackFixture('message-changed');
    const event = body['event'] as Record<string, unknown>;
    const unfurled = { ...event, previous_message: event['message'] };
    expect(eventHeard({ ...body, event: unfurled }, nobody)).toBeNull();
    expect(eventHeard(slackFixture('message-bot'), nobody)).toBeNull();
    const deleted = { ...event, subtype: 'message_deleted', user: 'U1' };
    expect(eventHeard({ ...body, event: deleted }, nobody)).toBeNull();
  });

  test('a member of another organisation is not the workspace’s user of that id', () => {
    const body = slackFixture('app-mention');
    const event = { ...(body['event'] as object), user_team: 'T0FOREIGN1' };
    expect(eventHeard({ ...body, event }, nobody)?.envelope).toMatchObject({
      from: { team: 'T0FOREIGN1' },
      place: { workspace: 'T000000001' },
    });
  });

  test('"Review…" looks again, every other button is a click on what its value names', () => {
    const body = slackFixture('block-actions');
    expect(clickHeard(body, signed, nobody).envelope).toMatchObject({
      input: { kind: 'refresh', on: 'OP-7F3K' },
      place: { conversation: 'C000000003', message: '1795391037.000300' },
    });
    const actions = [{ action_id: 'keep', value: 'OP-7F3K' }];
    expect(clickHeard({ ...body, actions }, signed, nobody).envelope.input).toEqual({
      kind: 'click',
      action: 'keep',
      on: 'OP-7F3K',
      inputs: {},
    });
  });

  test('an ephemeral message has no address', () => {
    const body = slackFixture('block-actions');
    const container = { ...(body['container'] as object), is_ephemeral: true };
    const heard = clickHeard({ ...body, container }, signed, nobody);
    expect(heard).toMatchObject({ by: 'ephemeral-button', envelope: { place: { message: '' } } });
  });

  test('a form is a click with its inputs; empty ones are absent', () => {
    expect(formHeard(slackFixture('view-submission'), signed, nobody)?.envelope).toMatchObject({
      input: {
        kind: 'click',
        action: 'confirm',
        on: 'OP-7F3K',
        inputs: { reason: 'customer-request', typedCustomer: 'contoso.com' },
      },
      place: { conversation: 'C000000003', message: '1795391037.000300' },
    });
  });

  test('closing a confirmation keeps, closing another form means nothing', () => {
    const body = slackFixture('view-closed');
    expect(formHeard(body, signed, nobody)?.envelope.input).toMatchObject({ action: 'keep', inputs: {} });
    const view = { ...(body['view'] as object), callback_id: 'answer' };
    expect(formHeard({ ...body, view }, signed, nobody)).toBeNull();
  });
});

describe('a dialog knows where its message stands', () => {
  test('by its external id', () => {
    const address = place('T1', 'C1', '1795391037.000300', '1795391000.000100');
    expect(placeOfView('T1', externalId(address, 'nonce'), 'U1')).toEqual(address);
  });

  test('another external id leads to the person alone', () => {
    for (const id of ['', 'x y|z', '<!channel>']) {
      expect(placeOfView('T1', id, 'U1')).toEqual(place('T1', 'U1', '', ''));
    }
  });
});

describe('Slack’s text as it was written', () => {
  test.each([
    ['contoso &amp; sons &lt;e3&gt;', 'contoso & sons <e3>'],
    ['&amp;lt;', '&lt;'],
    ['show <http://contoso.com|contoso.com>', 'show contoso.com'],
    ['show <https://contoso.com>', 'show https://contoso.com'],
    ['mail <mailto:a@contoso.com|a@contoso.com>', 'mail a@contoso.com'],
    ['grant sales agent to <@U123|anna>', 'grant sales agent to @anna'],
    ['grant sales agent to <@U123>', 'grant sales agent to @U123'],
    ['in <#C1|desk> <!here> <!subteam^S1|@agents>', 'in #desk @here @agents'],
    ['  two   words ', 'two words'],
  ])('%s', (sent, said) => {
    expect(plainText(sent)).toBe(said);
  });

  test('only the bot’s own mention goes', () => {
    expect(plainText(withoutMention('<@U0BOT> ask <@U1|erik>', 'U0BOT'))).toBe('ask @erik');
    expect(plainText(withoutMention('<@U0BOT> ask <@U1|erik>', ''))).toBe('ask @erik');
  });
});
