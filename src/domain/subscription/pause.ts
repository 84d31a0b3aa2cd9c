import type { Accepted } from './decision.ts';
import { accept, renewalLost, type Situation, scheduledChangeRule } from './verdict.ts';

/** P-1 to P-3: access is blocked at once, billing goes on, auto-renew and the scheduled change are gone. */
export function pause(situation: Situation): Accepted {
  const { subscription } = situation;
  const rules = ['P-1', 'P-2', 'P-3', ...scheduledChangeRule(subscription)];
  return accept(
    situation,
    { rules, access: 'blocked-now', billing: 'continues', reversible: true, lost: renewalLost(subscription) },
    {
      status: 'suspended',
      suspensionKind: 'paused',
      autoRenewEnabled: false,
      scheduledNextTermInstructions: null,
    },
  );
}
