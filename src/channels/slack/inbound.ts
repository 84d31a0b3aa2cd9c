import { plainText, withoutMention } from './entities.ts';
import { type Heard, heard, interactionId, type Sender } from './heard.ts';
import { type Payload, record, string } from './payload.ts';
import { place } from './place.ts';
import type { Signed } from './signature.ts';

/** `/sub …`, whatever the command is called. */
export function commandHeard(body: Payload, signed: Signed, habits: Sender): Heard {
  const workspace = string(body, 'team_id');
  const text = plainText(string(body, 'text'));
  return heard({
    body,
    event: interactionId(body, signed),
    user: string(body, 'user_id'),
    team: workspace,
    place: place(workspace, string(body, 'channel_id'), '', ''),
    sentAt: signed.signedAt,
    input: { kind: 'sentence', text },
    by: 'command',
    habits,
  });
}

/** A mention, a direct message or the edit of one; null: nobody's words for us (a bot's, a join, an unfurl). */
export function eventHeard(body: Payload, habits: Sender): Heard | null {
  const event = record(body['event']) ?? {};
  const edit = string(event, 'subtype') === 'message_changed';
  const message = edit ? (record(event['message']) ?? {}) : event;
  if (!isSpoken(event, message, edit)) return null;
  const workspace = string(body, 'team_id');
  const personal = string(event, 'channel_type') === 'im';
  const edited = edit || 'edited' in message;
  return heard({
    body,
    event: string(body, 'event_id'),
    user: string(message, 'user'),
    team: string(message, 'user_team') || string(message, 'team') || workspace,
    place: place(workspace, string(event, 'channel'), '', string(message, 'thread_ts')),
    personal,
    sentAt: instantOf(string(message, 'edited', 'ts') || string(message, 'ts')),
    input: { kind: 'sentence', text: spokenText(message, event, body), edited },
    by: 'message',
    habits,
  });
}

const SPOKEN = new Set(['', 'file_share', 'thread_broadcast', 'me_message']);

function isSpoken(event: Payload, message: Payload, edit: boolean): boolean {
  const mention = string(event, 'type') === 'app_mention';
  const direct = string(event, 'type') === 'message' && string(event, 'channel_type') === 'im';
  if (!mention && !direct) return false;
  if (string(message, 'user') === '' || string(event, 'channel') === '') return false;
  if ('bot_id' in message || 'bot_profile' in message) return false;
  // An unfurled link changes the message too, but not what it says.
  if (edit) return string(event, 'previous_message', 'text') !== string(message, 'text');
  return SPOKEN.has(string(message, 'subtype'));
}

/** The mention that called us is no part of the sentence; in direct messages there may be none. */
function spokenText(message: Payload, event: Payload, body: Payload): string {
  const text = string(message, 'text');
  const bot = botUser(body);
  const called = string(event, 'type') === 'app_mention' || bot !== '';
  return plainText(called ? withoutMention(text, bot) : text);
}

function botUser(body: Payload): string {
  const authorizations = body['authorizations'];
  return Array.isArray(authorizations) ? string(authorizations[0], 'user_id') : '';
}

/** Slack's `1724000000.000100`, in milliseconds; 0 (and so stale) when it is none. */
function instantOf(ts: string): number {
  return /^\d{1,12}(\.\d+)?$/.test(ts) ? Math.floor(Number(ts) * 1000) : 0;
}
