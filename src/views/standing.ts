import type { Subscription } from '../domain/subscription/subscription.ts';
import type { Case } from './acts.ts';
import { arrow, fact } from './fact.ts';
import { moment } from './format.ts';
import type { Say } from './say.ts';
import type { Fact } from './statement.ts';
import { statusOf } from './terms.ts';

export function statusFact(c: Case, say: Say): Fact {
  const after = { ...c.subscription, ...c.decision.after };
  return fact('label.status', arrow(statusOf(c.subscription, say), statusOf(after, say)), say);
}

/** Auto-renew, and what happens at the term's end because of it. */
export function renewalFacts(subscription: Subscription, say: Say): readonly Fact[] {
  const at = [moment(subscription.commitmentEndDate, say.reader)];
  if (subscription.productClass === 'legacy') return [fact('label.renews', at, say)];
  return subscription.autoRenewEnabled
    ? [fact('label.autoRenew', say.text('on'), say), fact('label.renews', at, say)]
    : [fact('label.autoRenew', say.text('off'), say), fact('label.ends', at, say)];
}
