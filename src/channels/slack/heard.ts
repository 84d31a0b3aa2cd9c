import type { Envelope, Input } from '../../conversation/inbound.ts';
import type { Address } from '../../domain/operation/operation.ts';
import { type Payload, string } from './payload.ts';
import type { Signed } from './signature.ts';
import type { Habits } from './users.ts';

/** What was said, and the ways in which Slack lets us answer it. */
export interface Heard {
  readonly envelope: Envelope;
  readonly user: string;
  /** '' where there is none: mentions, direct messages. */
  readonly trigger: string;
  readonly responseUrl: string;
  /** `ephemeral`: a button on a message that only this person sees; such a message has no address. */
  readonly by: 'command' | 'message' | 'button' | 'ephemeral-button' | 'dialog-button' | 'form';
  /** The operation or draft that was clicked; '' for a sentence. */
  readonly on: string;
  readonly view: { readonly id: string; readonly hash: string } | null;
}

/** What is known of somebody's Slack without asking. */
export type Sender = (workspace: string, user: string) => Habits | null;

/** The envelope of what a payload says, with the handles that Slack gave with it. */
export function heard(what: {
  readonly body: Payload;
  readonly event: string;
  readonly user: string;
  readonly team: string;
  readonly place: Address;
  readonly personal?: boolean;
  readonly sentAt: number;
  readonly input: Input;
  readonly by: Heard['by'];
  readonly habits: Sender;
}): Heard {
  const habits = what.habits(what.team, what.user);
  return {
    envelope: {
      event: what.event,
      from: { channel: 'slack', team: what.team, user: what.user },
      place: what.place,
      personal: what.personal ?? false,
      locale: habits?.locale ?? null,
      timeZone: habits?.timeZone ?? null,
      sentAt: what.sentAt,
      input: what.input,
    },
    user: what.user,
    trigger: string(what.body, 'trigger_id'),
    responseUrl: string(what.body, 'response_url'),
    by: what.by,
    on: 'on' in what.input ? what.input.on : '',
    view: viewOf(what.body),
  };
}

/** A trigger is drawn for one interaction, and stays the same when Slack sends it again; else the signed bytes name it. */
export function interactionId(body: Payload, signed: Signed): string {
  const trigger = string(body, 'trigger_id');
  return trigger === '' ? `signed-${signed.fingerprint}` : `trigger-${trigger}`;
}

export function viewOf(body: Payload): Heard['view'] {
  const id = string(body, 'view', 'id');
  return id === '' ? null : { id, hash: string(body, 'view', 'hash') };
}
