import type { Address } from '../../domain/operation/operation.ts';
import { MAX_EXTERNAL_ID } from './limits.ts';

/** Where something stands in Slack: `extra.thread` is the thread it belongs to. */
export function place(workspace: string, conversation: string, message: string, thread: string): Address {
  return {
    channel: 'slack',
    workspace,
    conversation,
    message,
    extra: thread === '' ? {} : { thread },
  };
}

/** A dialog's `external_id`: where its message stands, as `private_metadata` holds the operation's id alone (design 9). Unique by its nonce. */
export function externalId(address: Address, nonce: string): string {
  const parts = [address.conversation, address.message, address.extra['thread'] ?? '', nonce];
  return parts.join('|').slice(0, MAX_EXTERNAL_ID);
}

/** The place that an `external_id` names; the user's own direct messages when it names none. */
export function placeOfView(workspace: string, id: string, user: string): Address {
  const [conversation = '', message = '', thread = ''] = id.split('|');
  if (!/^[A-Z0-9]+$/.test(conversation)) return place(workspace, user, '', '');
  return place(workspace, conversation, /^\d+\.\d+$/.test(message) ? message : '', thread);
}
