import type { ScheduledChange } from '../domain/subscription/subscription.ts';
import type { Case } from './acts.ts';
import { arrow, fact } from './fact.ts';
import { moment } from './format.ts';
import { type Bought, nextPrice, priceFact } from './nextPrice.ts';
import type { Say } from './say.ts';
import { statusFact } from './standing.ts';
import type { Fact } from './statement.ts';
import { price, skuName } from './terms.ts';

/** An upgrade at once: what stays, what it becomes, where the licences go and what that costs (U-2, U-5, F-53). */
export function upgradeFacts(c: Case, say: Say): readonly Fact[] {
  const { decision, snapshot, subscription: from } = c;
  const to = { ...from, ...snapshot.target, ...(decision.target?.after ?? decision.after) };
  const bought = { ...to, quantity: to.quantity ?? 0 };
  const product = snapshot.target?.offerName ?? skuName(to, snapshot);
  return [
    fact('label.product', arrow(from.offerName, product), say),
    ...(decision.target
      ? [...stayingFacts(c, say), destinationFact(c, bought, say)]
      : [priceFact(c, bought, say)]),
    fact('label.termEnds', [moment(to.commitmentEndDate, say.reader)], say),
  ];
}

/** The source's own licences and price; one that is left empty ends (F-46). */
function stayingFacts(c: Case, say: Say): readonly Fact[] {
  const { before, after } = c.decision;
  if (after.status === 'deleted') return [statusFact(c, say)];
  const [from, to] = [before.quantity ?? 0, after.quantity ?? 0];
  return [
    fact('label.licences', arrow(String(from), String(to)), say),
    fact('label.price', arrow(price(c.subscription, say, from), price(c.subscription, say, to)), say),
  ];
}

/** F-47: where licences that leave at the renewal go. */
export function leavingFacts(c: Case, { product, upgrade }: ScheduledChange, say: Say): readonly Fact[] {
  if (upgrade === undefined) return [];
  const there = c.snapshot.target?.quantity ?? 0;
  const { productId, skuId, quantity } = upgrade;
  const { termDuration, billingCycle } = product;
  const bought = { productId, skuId, quantity: there + quantity, termDuration, billingCycle };
  return [destinationFact(c, bought, say)];
}

/** A new subscription, or one that is there with what it then has; each with its price. */
function destinationFact(c: Case, bought: Bought, say: Say): Fact {
  const { target } = c.snapshot;
  const n = bought.quantity;
  const line = target
    ? say.text('fact.target.existing', {
        reference: target.reference,
        n,
        from: target.quantity ?? 0,
        price: price(target, say, n),
      })
    : newTarget(c, bought, say);
  return fact('label.target', line, say);
}

function newTarget(c: Case, bought: Bought, say: Say): string {
  const values = { n: bought.quantity, price: nextPrice(c, bought, say) };
  return c.created
    ? say.text('fact.target.created', { ...values, reference: c.created.reference })
    : say.text('fact.target.new', values);
}
