import type { ScheduledChange } from '../domain/subscription/subscription.ts';
import type { Case } from './acts.ts';
import { arrow, fact } from './fact.ts';
import { moment } from './format.ts';
import { lostChanges, lostFacts } from './lost.ts';
import { priceFact } from './nextPrice.ts';
import type { Say } from './say.ts';
import type { Fact } from './statement.ts';
import { price, scheduledChanges } from './terms.ts';
import { leavingFacts, upgradeFacts } from './upgradeFacts.ts';

const TERM_LABELS = {
  product: 'label.product',
  licences: 'label.licences',
  term: 'label.term',
  billing: 'label.billing',
} as const;

/** From → to of what changes while the subscription goes on (licences, product, renewal), and what goes with it. */
export function changeFacts(c: Case, say: Say): readonly Fact[] {
  return [...actFacts(c, say), ...goneFacts(c, say), ...undoFacts(c, say)];
}

function actFacts(c: Case, say: Say): readonly Fact[] {
  switch (c.act) {
    case 'auto-renew-on':
      return [
        fact('label.autoRenew', arrow(say.text('off'), say.text('on.auto')), say),
        fact('label.price', price(c.subscription, say), say),
      ];
    case 'more-licences':
      return [licencesFact(c, say)];
    case 'fewer-licences':
      return [
        licencesFact(c, say),
        priceFact(c, { ...c.subscription, quantity: c.decision.after.quantity ?? 0 }, say),
      ];
    case 'upgrade-now':
      return upgradeFacts(c, say);
    case 'schedule-change':
    case 'upgrade-at-renewal':
      return scheduleFacts(c, say);
    default:
      return [];
  }
}

/** A second scheduled change takes the place of the first (F-06). */
function goneFacts(c: Case, say: Say): readonly Fact[] {
  if (c.act !== 'schedule-change' && c.act !== 'upgrade-at-renewal') return lostFacts(c, say);
  return lostChanges(c, say).map((change) => fact('label.replaces', change, say));
}

/** Current → change to, for SKU, quantity, term and billing (H-4), what it costs then and where licences go. */
function scheduleFacts(c: Case, say: Say): readonly Fact[] {
  const change = c.decision.after.scheduledNextTermInstructions;
  if (!change) return [];
  const changes = scheduledChanges(change, c.snapshot, say);
  return [
    ...changes.map(({ what, from, to }) => fact(TERM_LABELS[what], arrow(from, to), say)),
    ...nextPriceFacts(c, change, say),
    ...leavingFacts(c, change, say),
  ];
}

/** A subscription whose licences all leave costs nothing more: it ends. */
function nextPriceFacts(c: Case, { product, quantity }: ScheduledChange, say: Say): readonly Fact[] {
  return quantity === 0
    ? [fact('label.ends', [moment(c.subscription.commitmentEndDate, say.reader)], say)]
    : [priceFact(c, { ...product, quantity }, say)];
}

function licencesFact({ decision: { before, after } }: Case, say: Say): Fact {
  return fact('label.licences', arrow(String(before.quantity), String(after.quantity)), say);
}

function undoFacts({ act, decision }: Case, say: Say): readonly Fact[] {
  switch (act) {
    case 'more-licences':
    case 'fewer-licences':
      return [
        fact(
          'label.undo',
          say.line(decision.reversible ? 'fact.undo.quantity' : 'fact.undo.quantity.renewal'),
          say,
        ),
      ];
    case 'schedule-change':
    case 'upgrade-at-renewal':
      return [fact('label.undo', say.line('fact.undo.remove'), say)];
    default:
      return [];
  }
}
