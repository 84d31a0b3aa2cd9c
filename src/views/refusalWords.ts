import type { Presentation, Snapshot } from '../domain/operation/operation.ts';
import type { Refused } from '../domain/subscription/decision.ts';
import { day, moment } from './format.ts';
import { isKey, type Key, type Say, type Values } from './say.ts';
import type { Line } from './statement.ts';
import { statusOf } from './terms.ts';

/** Why not: the code's own sentence, or a closer one for that command (F-25). */
export function refusalSentence(
  refused: Refused,
  snapshot: Snapshot,
  presentation: Presentation,
  say: Say,
): Line {
  const { subscription } = snapshot;
  const values: Values = {
    status: statusOf(subscription, say),
    end: day(subscription.commitmentEndDate, say.reader.language),
    since: moment(refused.since ?? subscription.dataDeletionAt ?? subscription.commitmentEndDate, say.reader),
    product: subscription.offerName,
    n: subscription.quantity ?? 0,
  };
  return say.line(keyOf(refused, snapshot, presentation), values);
}

function keyOf({ code, command }: Refused, { subscription }: Snapshot, presentation: Presentation): Key {
  const { productClass } = subscription;
  const asked = presentation === 'cancel-at-renewal' ? 'cancel-at-renewal' : command;
  const closer = [`refused.${code}.${asked}.${productClass}`, `refused.${code}.${asked}`];
  return closer.find(isKey) ?? `refused.${code}`;
}

/** S-5: what to send to support, ready to be copied. */
export function serviceRequest(refused: Refused, snapshot: Snapshot, say: Say): Line | null {
  const { command } = refused;
  if (refused.code !== 'service-request-needed' || (command !== 'suspend' && command !== 'reactivate'))
    return null;
  const { subscription, customer } = snapshot;
  const values = {
    product: subscription.offerName,
    n: subscription.quantity ?? 0,
    id: subscription.id,
    reference: subscription.reference,
    customer: customer.name,
    domain: customer.domain,
    customerId: customer.id,
  };
  return say.line(`serviceRequest.${command}`, values);
}
