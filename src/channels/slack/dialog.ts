import type { Address } from '../../domain/operation/operation.ts';
import type { Card } from './cards.ts';
import type { Heard } from './heard.ts';
import { POST_BEFORE_OPEN } from './limits.ts';
import { externalId } from './place.ts';
import type { Tools } from './turn.ts';
import { within } from './work.ts';

/** The card's form, knowing where its message stands. */
export function modalAt(modal: object, address: Address, nonce: string): object {
  return { ...modal, external_id: externalId(address, nonce) };
}

/** Opens the form from a trigger, or in the dialog that the button stands in. A trigger that has expired is no loss: the message has the button. */
export async function openDialog(tools: Tools, heard: Heard, card: Card, address: Address): Promise<void> {
  if (card.modal === null) return;
  const { workspace } = heard.envelope.place;
  const modal = modalAt(card.modal, address, heard.envelope.event);
  if (heard.by !== 'dialog-button' && heard.trigger === '') return;
  const opened =
    heard.by === 'dialog-button' && heard.view !== null
      ? await tools.web.exchange(workspace, heard.view, modal)
      : await tools.web.open(workspace, heard.trigger, modal);
  if (opened.outcome !== 'sent')
    tools.logger.warn({ code: opened.code, by: heard.by }, 'Slack opened no dialog');
}

/** The form beside its message: the message first, as long as the trigger allows, so that the form knows it. */
export async function openBeside(
  tools: Tools,
  heard: Heard,
  card: Card,
  posting: Promise<Address | null>,
): Promise<void> {
  const address = await within(tools.machine, POST_BEFORE_OPEN, posting);
  const known = address === 'late' || address === null ? heard.envelope.place : address;
  await openDialog(tools, heard, card, known);
  await posting;
}
