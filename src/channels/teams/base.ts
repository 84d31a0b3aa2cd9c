import type { Conversation, Reply } from '../../conversation/inbound.ts';
import type { Address, Operation } from '../../domain/operation/operation.ts';

/** The operation that a view is about, if it is about one. */
export function operationOf(reply: Reply): Operation | null {
  return 'operation' in reply.view && reply.view.operation !== undefined ? reply.view.operation : null;
}

/** True while somebody may still click on it. */
export function awaits(reply: Reply): boolean {
  return operationOf(reply)?.state.startsWith('awaiting-') ?? false;
}

/**
 * What stands in the chat for all who read there (README, "Who sees the buttons"): in a personal chat the reply itself; else
 * everybody's view of the operation, the least privileged card. A client that never asks again (`refreshes` false: the
 * playground) would leave the requester without buttons, so there a prompt is posted as it is.
 */
export async function everybodys(
  conversation: Conversation,
  reply: Reply,
  address: Address,
  refreshes: boolean,
): Promise<Reply> {
  const operation = operationOf(reply);
  if (operation === null || address.extra['scope'] === 'personal') return reply;
  if (!refreshes && awaits(reply)) return reply;
  const { language, timeZone } = reply.reader;
  return (await conversation.present(operation.reference, null, language, timeZone)) ?? reply;
}

/** Words for one person that may also stand in the chat of many where they were asked for; lists of one's own may not. */
export function isHarmless(reply: Reply): boolean {
  const { view } = reply;
  switch (view.view) {
    case 'my-requests':
    case 'approvals':
      return false;
    case 'nothing-changed':
      return view.operation === undefined;
    default:
      return true;
  }
}
