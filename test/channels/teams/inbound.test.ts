import { describe, expect, test } from '@jest/globals';
import { readActivity } from '../../../src/channels/teams/activity.ts';
import { meaningOf, toEnvelope } from '../../../src/channels/teams/inbound.ts';
import { fixture } from '../../support/teams/fixture.ts';
import { TENANT } from '../../support/teams/identity.ts';

const NOW = Date.parse('2021-09-03T12:00:05.000Z');

function activity(name: string, fields: object = {}) {
  const read = readActivity(fixture(name, fields));
  if (read === null) throw new Error(`${name} is no activity`);
  return read;
}

function meaning(name: string, fields: object = {}) {
  return meaningOf(activity(name, fields));
}

function envelope(name: string, fields: object = {}) {
  const read = activity(name, fields);
  const input = meaningOf(read);
  if (typeof input === 'string') throw new Error(`${name} means ${input}`);
  return toEnvelope(read, input, NOW);
}

describe('what Teams sends, in the conversation’s words', () => {
  test('a sentence in a personal chat', () => {
    expect(envelope('personal-message', { serviceUrl: 'https://smba.trafficmanager.net/emea/' })).toEqual({
      event: 'a:1personal/1630670400001',
      from: { channel: 'teams', tenant: TENANT, user: '00000000-0000-0000-0000-00000000a001' },
      place: {
        channel: 'teams',
        workspace: TENANT,
        conversation: 'a:1personal',
        message: '',
        extra: {
          serviceUrl: 'https://smba.trafficmanager.net/emea/',
          bot: '28:11111111-2222-3333-4444-555555555555',
          user: '29:1maja',
          scope: 'personal',
        },
      },
      personal: true,
      locale: 'en-GB',
      timeZone: 'Europe/Stockholm',
      sentAt: Date.parse('2021-09-03T12:00:00.123Z'),
      input: { kind: 'sentence', text: 'pause subscription contoso e3 for non-payment' },
    });
  });

  test('a sentence in a group chat and in a channel, the mention stripped', () => {
    expect(envelope('group-message')).toMatchObject({
      personal: false,
      input: { kind: 'sentence', text: 'pause subscription contoso e3' },
      place: { extra: { scope: 'group' } },
    });
    expect(envelope('channel-message')).toMatchObject({
      personal: false,
      place: { conversation: '19:channel@thread.tacv2;messageid=1630670000000' },
      input: { kind: 'sentence', text: 'cancel fabrikam visio, @Elsa Berg asked & agreed' },
    });
  });

  test('locale and zone come from the client where the activity itself has none', () => {
    expect(envelope('swedish-message', { locale: undefined, localTimezone: undefined })).toMatchObject({
      locale: 'sv-SE',
      timeZone: 'Europe/Stockholm',
    });
  });

  test('an edited message is one, each edit an event of its own; other updates are nothing', () => {
    const edited = envelope('edited-message');
    expect(edited.input).toEqual({ kind: 'sentence', text: 'pause subscription contoso e5', edited: true });
    expect(edited.event).not.toBe(envelope('personal-message').event);
    expect(meaning('undeleted-message')).toBe('nothing');
    expect(meaning('deleted-message')).toBe('nothing');
  });

  test('a bot’s message says that it is one; our own comes back as nothing', () => {
    expect(meaning('bot-message')).toMatchObject({ kind: 'sentence', bot: true });
    expect(meaning('bot-message', { from: { id: '28:11111111-2222-3333-4444-555555555555' } })).toBe(
      'nothing',
    );
  });

  test('Action.Execute and its Action.Submit fallback are the same click', () => {
    expect(envelope('execute-confirm')).toMatchObject({
      place: { message: '1630670401000' },
      input: {
        kind: 'click',
        action: 'confirm',
        on: 'OP-7F3K',
        inputs: { reason: 'non-payment', reasonText: '', typedCustomer: 'contoso.com' },
      },
    });
    expect(envelope('submit-confirm')).toMatchObject({
      place: { message: '1630670401000' },
      input: {
        kind: 'click',
        action: 'confirm',
        on: 'OP-7F3K',
        inputs: { reason: 'fraud', quantity: '25', agreed: 'true' },
      },
    });
  });

  test('a refresh only looks', () => {
    expect(meaning('execute-refresh')).toEqual({ kind: 'refresh', on: 'OP-7F3K' });
  });

  test('an action without an operation or a verb is bad, an input that is no text is left out', () => {
    const action = (action: unknown) => ({ value: { action } });
    expect(meaning('execute-confirm', action({ verb: 'confirm', data: {} }))).toBe('bad');
    expect(meaning('execute-confirm', action({ data: { operation: 'OP-7F3K' } }))).toBe('bad');
    expect(meaning('execute-confirm', action('confirm'))).toBe('bad');
    expect(meaning('execute-confirm', { value: null })).toBe('bad');
    const data = { operation: 'OP-7F3K', reason: { $ne: 1 }, list: ['a'], msteams: {}, none: null };
    expect(meaning('execute-confirm', action({ verb: 'confirm', data }))).toMatchObject({ inputs: {} });
  });

  test('the bot’s arrival is one event, however Teams tells it', () => {
    const installed = envelope('installation-add');
    expect(installed.input).toEqual({ kind: 'arrival' });
    expect(envelope('bot-added').event).toBe(installed.event);
  });

  test.each([
    'installation-remove',
    'member-added',
    'channel-renamed',
    'reaction',
    'task-fetch',
    'unknown-type',
  ])('%s means nothing to us', (name) => {
    expect(meaning(name)).toBe('nothing');
  });

  test('an instant of the future is now, an unreadable one too', () => {
    expect(envelope('personal-message', { timestamp: '2099-01-01T00:00:00Z' }).sentAt).toBe(NOW);
    expect(envelope('personal-message', { timestamp: 'soon' }).sentAt).toBe(NOW);
  });
});
