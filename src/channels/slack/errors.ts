import { webApi } from '@slack/bolt';
import type { Reply } from '../../conversation/inbound.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Language } from '../../domain/person.ts';
import { RETRY_NETWORK, RETRY_REPAIR } from './limits.ts';

/** What a refusal of the Web API means for a message. */
export type Refusal =
  /** The message or the place is gone for good, or cannot be changed any more. */
  | { readonly outcome: 'gone'; readonly code: string }
  | { readonly outcome: 'later'; readonly code: string; readonly retryAfter: number }
  /** Slack does not take these blocks: plain text still tells. */
  | { readonly outcome: 'unfit'; readonly code: string };

const GONE = new Set([
  'message_not_found',
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'cant_update_message',
  'edit_window_closed',
  'is_inactive',
  'thread_not_found',
  'cannot_reply_to_message',
  'user_not_found',
  'user_not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'messages_tab_disabled',
]);

const UNFIT = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'invalid_arguments',
]);

/** Puts whatever a call threw into words that a sender understands; a defect of ours is thrown on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { outcome: 'later', code: 'ratelimited', retryAfter: error.retryAfter * 1000 };
  }
  if (error instanceof webApi.WebAPIPlatformError) return ofPlatform(error.data.error);
  if (error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError) {
    return { outcome: 'later', code: error.code, retryAfter: RETRY_NETWORK };
  }
  throw error;
}

/** A code that is not listed (a revoked token, a missing scope) needs a person's repair: nothing is forgotten meanwhile. */
function ofPlatform(code: string): Refusal {
  if (GONE.has(code)) return { outcome: 'gone', code };
  if (UNFIT.has(code)) return { outcome: 'unfit', code };
  return { outcome: 'later', code, retryAfter: RETRY_REPAIR };
}

/** What a person sees when a turn broke; the log line has the same correlation id. */
export function failureReply(correlation: string, error: unknown, language: Language, now: Instant): Reply {
  return {
    view: { view: 'failure', correlation, why: isOutage(error) ? 'outage' : 'defect', actions: [] },
    reader: { language, timeZone: 'UTC', now, person: null },
    correlation,
    audience: 'person',
    replaces: false,
  };
}

/** The database's driver names its own errors so. */
function isOutage(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('Mongo');
}
