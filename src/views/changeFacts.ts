import type { Case } from './acts.ts';
import { arrow, fact } from './fact.ts';
import { moment } from './format.ts';
import type { Say } from './say.ts';
import type { Fact } from './statement.ts';
import { price, scheduled, scheduledChanges } from './terms.ts';

const TERM_LABELS = {
  product: 'label.product',
  licences: 'label.licences',
  term: 'label.term',
  billing: 'label.billing',
} as const;

/** From → to of what changes while the subscription goes on: licences, product, renewal. */
export function changeFacts(c: Case, say: Say): readonly Fact[] {
  return [...actFacts(c, say), ...goneFacts(c, say)];
}

function actFacts(c: Case, say: Say): readonly Fact[] {
  switch (c.act) {
    case 'auto-renew-on':
      return [
        fact('label.autoRenew', arrow(say.text('off'), say.text('on.auto')), say),
        fact('label.price', price(c.subscription, say), say),
      ];
    case 'more-licences':
    case 'fewer-licences':
      return [...quantityFacts(c, say), undoFact(c, say)];
    case 'upgrade-now':
      return [
        ...(c.decision.after.quantity === undefined ? [] : quantityFacts(c, say)),
        ...upgradeFacts(c, say),
      ];
    case 'schedule-change':
    case 'upgrade-at-renewal':
      return [...scheduleFacts(c, say), fact('label.undo', say.line('fact.undo.remove'), say)];
    default:
      return [];
  }
}

/** A scheduled change that goes with it, named with its value (H-8). */
function goneFacts(c: Case, say: Say): readonly Fact[] {
  const removed = c.act === 'remove-scheduled-change' ? c.subscription.scheduledNextTermInstructions : null;
  const gone = c.decision.lost.scheduledChange ?? removed;
  if (!gone) return [];
  return [fact('label.scheduled', arrow(scheduled(gone, c.subscription, say), say.text('deleted')), say)];
}

/** Current → change to, for SKU, quantity, term and billing (H-4). */
function scheduleFacts(c: Case, say: Say): readonly Fact[] {
  const change = c.decision.after.scheduledNextTermInstructions;
  if (!change) return [];
  const changes = scheduledChanges(change, c.subscription, say);
  return changes.map(({ what, from, to }) => fact(TERM_LABELS[what], arrow(from, to), say));
}

function quantityFacts(c: Case, say: Say): readonly Fact[] {
  const { before, after } = c.decision;
  const [from, to] = [before.quantity ?? 0, after.quantity ?? 0];
  const values = { from: price(c.subscription, say, from), to: price(c.subscription, say, to) };
  return [
    fact('label.licences', arrow(String(from), String(to)), say),
    fact('label.price', say.text('fact.price.change', values), say),
  ];
}

function undoFact({ decision }: Case, say: Say): Fact {
  return fact(
    'label.undo',
    say.line(decision.reversible ? 'fact.undo.quantity' : 'fact.undo.quantity.renewal'),
    say,
  );
}

function upgradeFacts(c: Case, say: Say): readonly Fact[] {
  const { after, target } = c.decision;
  const to = { ...c.subscription, ...(target?.after ?? after) };
  const product = to.offerName === c.subscription.offerName ? `${to.productId}:${to.skuId}` : to.offerName;
  const where = target?.subscriptionId ? 'fact.target.existing' : 'fact.target.new';
  return [
    fact('label.product', arrow(c.subscription.offerName, product), say),
    ...(target ? [fact('label.target', say.text(where, { n: to.quantity ?? 0 }), say)] : []),
    fact('label.ends', [moment(to.commitmentEndDate, say.reader)], say),
  ];
}
