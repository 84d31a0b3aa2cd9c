import type { Accepted } from './decision.ts';
import { termEndOf } from './state.ts';
import { accept, refuse, renewalLost, type Situation, scheduledChangeRule, type Verdict } from './verdict.ts';

/** Turning it off is how a subscription is cancelled at its renewal. */
export function setAutoRenew(situation: Situation, enabled: boolean): Verdict {
  const { subscription } = situation;
  if (subscription.autoRenewEnabled === enabled) return refuse('no-change', enabled ? 'R-2' : 'R-3');
  return enabled ? turnOn(situation) : turnOff(situation);
}

function turnOn(situation: Situation): Accepted {
  return accept(
    situation,
    { rules: ['R-2'], access: 'unchanged', billing: 'unchanged', reversible: true },
    { autoRenewEnabled: true },
  );
}

function turnOff(situation: Situation): Accepted {
  const { subscription } = situation;
  const end = termEndOf(subscription);
  const rules = ['R-3', ...scheduledChangeRule(subscription)];
  const lost = renewalLost(subscription);
  return accept(
    situation,
    {
      rules,
      effective: end,
      access: 'ends-at-effective',
      billing: 'unchanged',
      reversible: true,
      lost,
      deadline: end,
    },
    { autoRenewEnabled: false, scheduledNextTermInstructions: null },
  );
}
