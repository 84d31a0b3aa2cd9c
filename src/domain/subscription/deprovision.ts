import type { Accepted } from './decision.ts';
import { ENDED } from './state.ts';
import { accept, addOnsLost, renewalLost, type Situation, scheduledChangeRule } from './verdict.ts';

/** the service ends now, usage so far is billed in arrears, nothing is given back; its add-ons go along. */
export function deprovision(situation: Situation): Accepted {
  const { subscription } = situation;
  const addOns = addOnsLost(situation, ['active', 'suspended']);
  const rules = ['X-4', ...scheduledChangeRule(subscription), ...(addOns.addOns ? ['A-6'] : [])];
  const lost = { ...renewalLost(subscription), ...addOns };
  return accept(situation, { rules, access: 'ends-now', billing: 'stops', reversible: false, lost }, ENDED);
}
