import { formatDecimal } from '../money.ts';
import type { Decision, Refund } from '../subscription/decision.ts';
import type { JsonObject } from './reader.ts';

/** A decision as interfaces.md writes it: money as a decimal of exactly the currency's digits beside its code. */
export function decisionToJson(decision: Decision): JsonObject {
  if (decision.outcome === 'refused') return { ...decision };
  const { outcome, command, rules, effective, refund, ...rest } = decision;
  return { outcome, command, rules, effective, refund: refund && refundToJson(refund), ...rest };
}

function refundToJson({ amount, ...rest }: Refund): JsonObject {
  return { amount: formatDecimal(amount), currency: amount.currency, ...rest };
}
