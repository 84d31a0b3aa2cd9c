import { millisecondsBetween } from '../instant.ts';
import { firstMatch, ruleOf } from '../policies/policyTable.ts';
import { directionOf, limitsRefuse } from './quantity.ts';
import {
  accept,
  refuse,
  type Situation,
  scheduledChangeLost,
  scheduledChangeRule,
  type Verdict,
} from './verdict.ts';

/** another quantity at once; it deletes a scheduled change (H-8). */
export function setQuantity(situation: Situation, quantity: number): Verdict {
  const { subscription, rulebook, now } = situation;
  const direction = directionOf(subscription, quantity);
  if (quantity < 1) return refuse('quantity-below-minimum', 'Q-3');
  if (direction === 'same') return refuse('no-change', 'Q-1');
  const { productClass, effectiveStartDate } = subscription;
  const sinceStart = millisecondsBetween(effectiveStartDate, now);
  const { id, then } = firstMatch(rulebook.quantity, { productClass, direction, sinceStart });
  const rule = ruleOf(id);
  if (then.outcome === 'refused') return refuse(then.code, rule, { offers: then.offers });
  const refusal = limitsRefuse(situation, quantity);
  if (refusal) return refusal;
  return accept(
    situation,
    {
      rules: [rule, ...scheduledChangeRule(subscription)],
      access: 'unchanged',
      billing: 'continues',
      reversible: productClass !== 'nce',
      lost: scheduledChangeLost(subscription),
    },
    { quantity, scheduledNextTermInstructions: null },
  );
}
