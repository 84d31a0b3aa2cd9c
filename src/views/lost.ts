import type { Snapshot } from '../domain/operation/operation.ts';
import type { ScheduledChange, Subscription } from '../domain/subscription/subscription.ts';
import { type Case, quantityAndProduct } from './acts.ts';
import { arrow, fact } from './fact.ts';
import type { Say } from './say.ts';
import type { Fact } from './statement.ts';
import { scheduled } from './terms.ts';

/** What the decision takes away, each by name with its value (design 4.3). */
export function lostFacts(c: Case, say: Say): readonly Fact[] {
  const { lost } = c.decision;
  const facts: Fact[] = [];
  if (lost.autoRenew) facts.push(fact('label.autoRenew', arrow(say.text('on.auto'), say.text('off')), say));
  facts.push(...lostChangeFacts(c, say));
  if (lost.addOns?.length)
    facts.push(fact('label.addOns', arrow(addOnNames(c, say), say.text('deleted')), say));
  return facts;
}

/** Scheduled changes that go with it: also that of an upgrade's target, whose quantity changes in mid-term (H-8, F-46). */
export function lostChangeFacts(c: Case, say: Say): readonly Fact[] {
  return lostChanges(c, say).map((change) =>
    fact('label.scheduled', arrow(change, say.text('deleted')), say),
  );
}

export function lostChanges({ decision, snapshot }: Case, say: Say): readonly string[] {
  const { subscription, target } = snapshot;
  const own = decision.lost.scheduledChange && subscription.scheduledNextTermInstructions;
  const theirs = decision.target?.before?.scheduledNextTermInstructions;
  return [
    ...(own ? [scheduled(own, snapshot, say)] : []),
    ...(theirs && target ? [ofOther(theirs, target, snapshot, say)] : []),
  ];
}

function ofOther(change: ScheduledChange, target: Subscription, { skus }: Snapshot, say: Say): string {
  const words = scheduled(change, { subscription: target, ...(skus && { skus }) }, say);
  return `${target.reference}: ${words}`;
}

/** "50 × Audio Conferencing (S-1067)" for each that goes with it. */
export function addOnNames(c: Case, say: Say): string {
  const ids = new Set(c.decision.lost.addOns ?? []);
  return namesOf(
    c.snapshot.addOns.filter(({ id }) => ids.has(id)),
    say,
  );
}

export function namesOf(subscriptions: readonly Subscription[], say: Say): string {
  return subscriptions.map((each) => `${quantityAndProduct(each, say)} (${each.reference})`).join(', ');
}
