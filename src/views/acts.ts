import type { Operation, Presentation, Snapshot } from '../domain/operation/operation.ts';
import type { Accepted } from '../domain/subscription/decision.ts';
import type { Customer, Subscription } from '../domain/subscription/subscription.ts';
import { clip } from './clip.ts';
import { count, NBSP } from './format.ts';
import type { Say } from './say.ts';

/** What a card says is done: a command in the form that people tell apart (design 2.1). */
export type Act =
  | 'cancel-now'
  | 'cancel-at-renewal'
  | 'pause'
  | 'resume'
  | 'suspend'
  | 'reactivate'
  | 'auto-renew-on'
  | 'auto-renew-off'
  | 'more-licences'
  | 'fewer-licences'
  | 'schedule-change'
  | 'remove-scheduled-change'
  | 'upgrade-now'
  | 'upgrade-at-renewal'
  | 'deprovision';

/** Of a product or a customer in a title: a Slack header holds 150. */
const NAME_MAX = 56;

/** An accepted change of one subscription: what prompts, previews and receipts speak of. */
export interface Case {
  readonly act: Act;
  readonly decision: Accepted;
  readonly snapshot: Snapshot;
  readonly subscription: Subscription;
  readonly customer: Customer;
  /** OP-…, null for a preview. */
  readonly reference: string | null;
  /** What an upgrade made, once it is done. */
  readonly created?: Subscription;
}

export function caseOf(
  decision: Accepted,
  snapshot: Snapshot,
  presentation: Presentation,
  reference: string | null,
): Case {
  const { subscription, customer } = snapshot;
  return { act: actOf(decision, presentation), decision, snapshot, subscription, customer, reference };
}

/** What it promised, or once done what it did. */
export function caseOfOperation(operation: Operation): Case {
  const { decision, snapshot, presentation, reference, result } = operation;
  return caseOf(result?.outcome === 'done' ? result.decision : decision, snapshot, presentation, reference);
}

function actOf(decision: Accepted, presentation: Presentation): Act {
  const { command, after, before } = decision;
  switch (command) {
    case 'cancel':
      return after.status === 'deleted' ? 'cancel-now' : 'cancel-at-renewal';
    case 'set-auto-renew':
      if (after.autoRenewEnabled === true) return 'auto-renew-on';
      return presentation === 'cancel-at-renewal' ? 'cancel-at-renewal' : 'auto-renew-off';
    case 'set-quantity':
      return (after.quantity ?? 0) > (before.quantity ?? 0) ? 'more-licences' : 'fewer-licences';
    case 'upgrade':
      return after.scheduledNextTermInstructions ? 'upgrade-at-renewal' : 'upgrade-now';
    default:
      return command;
  }
}

/** "10 × Visio Plan 2 for Contoso"; a change of quantity and a partial upgrade show theirs. */
export function whatOf(c: Case, say: Say): string {
  const quantity = quantityOf(c, say);
  return thing(quantity, c.subscription.offerName, c.customer.name, say);
}

/** The same of a subscription as it stands. */
export function whatStands(subscription: Subscription, customer: Customer, say: Say): string {
  const { quantity } = subscription;
  return thing(
    quantity === null ? null : count(quantity, say.reader.language),
    subscription.offerName,
    customer.name,
    say,
  );
}

/** "10 × Visio Plan 2". */
export function quantityAndProduct(subscription: Subscription, say: Say): string {
  if (subscription.quantity === null) return subscription.offerName;
  return `${count(subscription.quantity, say.reader.language)}${NBSP}× ${subscription.offerName}`;
}

function thing(quantity: string | null, offer: string, name: string, say: Say): string {
  const [product, customer] = [clip(offer, NAME_MAX), clip(name, NAME_MAX)];
  return quantity === null
    ? say.text('what.unnumbered', { product, customer })
    : say.text('what.numbered', { quantity, product, customer });
}

function quantityOf(c: Case, say: Say): string | null {
  const { before, after } = c.decision;
  const { language } = say.reader;
  if (c.act === 'more-licences' || c.act === 'fewer-licences') {
    return `${count(before.quantity ?? 0, language)} →${NBSP}${count(after.quantity ?? 0, language)}`;
  }
  const all = c.subscription.quantity;
  if (all === null) return null;
  const moved = movedBy(c) ?? all;
  return moved === all
    ? count(all, language)
    : say.text('what.some', { n: count(moved, language), all: count(all, language) });
}

/** How many licences an upgrade moves to another subscription; undefined where there is none. */
function movedBy({ act, decision: { before, after, target } }: Case): number | undefined {
  if (act === 'upgrade-at-renewal') return after.scheduledNextTermInstructions?.upgrade?.quantity;
  return act === 'upgrade-now' && target ? (before.quantity ?? 0) - (after.quantity ?? 0) : undefined;
}
