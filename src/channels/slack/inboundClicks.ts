import type { Input } from '../../conversation/inbound.ts';
import type { Address } from '../../domain/operation/operation.ts';
import { type Heard, heard, interactionId, type Sender, viewOf } from './heard.ts';
import { type Payload, record, string, workspaceOf } from './payload.ts';
import { place, placeOfView } from './place.ts';
import type { Signed } from './signature.ts';

/** A button on a message or in a dialog. */
export function clickHeard(body: Payload, signed: Signed, habits: Sender): Heard {
  const action = record((body['actions'] as readonly unknown[])[0]) ?? {};
  const view = viewOf(body);
  const on = string(action, 'value') || string(body, 'view', 'private_metadata');
  return heard({
    body,
    event: interactionId(body, signed),
    user: string(body, 'user', 'id'),
    team: string(body, 'user', 'team_id') || workspaceOf(body),
    place: view === null ? placeOfMessage(body) : placeOfForm(body),
    sentAt: signed.signedAt,
    input: clicked(string(action, 'action_id'), on, {}),
    by: view === null ? buttonKind(body) : 'dialog-button',
    habits,
  });
}

/** A form sent off, or closed by its way out: null when closing means nothing (only a confirmation is kept by it). */
export function formHeard(body: Payload, signed: Signed, habits: Sender): Heard | null {
  const closed = string(body, 'type') === 'view_closed';
  const action = string(body, 'view', 'callback_id');
  const on = string(body, 'view', 'private_metadata');
  if (on === '' || (closed && action !== 'confirm')) return null;
  return heard({
    body,
    event: interactionId(body, signed),
    user: string(body, 'user', 'id'),
    team: string(body, 'user', 'team_id') || workspaceOf(body),
    place: placeOfForm(body),
    sentAt: signed.signedAt,
    input: clicked(closed ? 'keep' : action, on, closed ? {} : inputsOf(body)),
    by: 'form',
    habits,
  });
}

/** An operation's reference, not a draft's id. */
export function namesOperation(on: string): boolean {
  return on.startsWith('OP-');
}

/** "Review…" only opens the dialog: it looks again and changes nothing. */
function clicked(action: string, on: string, inputs: Readonly<Record<string, string>>): Input {
  if (action === 'review' && namesOperation(on)) return { kind: 'refresh', on };
  return { kind: 'click', action, on, inputs };
}

function buttonKind(body: Payload): 'button' | 'ephemeral-button' {
  return record(body['container'])?.['is_ephemeral'] === true ? 'ephemeral-button' : 'button';
}

function placeOfMessage(body: Payload): Address {
  const conversation = string(body, 'channel', 'id') || string(body, 'container', 'channel_id');
  const ephemeral = buttonKind(body) === 'ephemeral-button';
  const message = string(body, 'container', 'message_ts') || string(body, 'message', 'ts');
  const thread = string(body, 'container', 'thread_ts') || string(body, 'message', 'thread_ts');
  return place(workspaceOf(body), conversation, ephemeral ? '' : message, thread);
}

function placeOfForm(body: Payload): Address {
  return placeOfView(workspaceOf(body), string(body, 'view', 'external_id'), string(body, 'user', 'id'));
}

/** `state.values`: block → element → value; the elements' ids are the inputs'. */
function inputsOf(body: Payload): Readonly<Record<string, string>> {
  const values = record(record(record(body['view'])?.['state'])?.['values']) ?? {};
  const elements = Object.values(values).flatMap((block) => Object.entries(record(block) ?? {}));
  return Object.fromEntries(
    elements
      .map(([id, state]) => [id, string(state, 'value') || string(state, 'selected_option', 'value')])
      .filter(([, value]) => value !== ''),
  );
}
