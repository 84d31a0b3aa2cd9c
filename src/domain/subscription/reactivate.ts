import { termEndAfter } from '../period.ts';
import type { Change } from './decision.ts';
import { termEndOf } from './state.ts';
import { accept, refuse, type Situation, type Verdict } from './verdict.ts';

/** S-4: back to active, the deletion date cleared. An add-on needs its base active (A-6; not given: refused, F-03). */
export function reactivate(situation: Situation): Verdict {
  if (isBaseWanting(situation)) return refuse('base-not-active', 'A-6');
  return accept(
    situation,
    { rules: ['S-4'], access: 'restored-now', billing: 'continues', reversible: true },
    {
      status: 'active',
      suspensionKind: null,
      suspendedAt: null,
      dataDeletionAt: null,
      ...missedTerms(situation),
    },
  );
}

/** The base must be this one's own and, as in A-1, of the same customer. */
function isBaseWanting({ subscription, base }: Situation): boolean {
  const { parentSubscriptionId, customerId } = subscription;
  if (parentSubscriptionId === null) return false;
  return base?.id !== parentSubscriptionId || base.customerId !== customerId || base.status !== 'active';
}

/** A term that ended meanwhile was not renewed: the present one ends at the first end after now (F-42). */
function missedTerms({ subscription, now }: Situation): Change {
  const end = termEndOf(subscription);
  if (end > now) return {};
  const { isTrial, termDuration: term, effectiveStartDate } = subscription;
  if (!isTrial) return { commitmentEndDate: termEndAfter({ anchor: effectiveStartDate, end, term }, now) };
  const commitmentEndDate = termEndAfter({ anchor: end, end, term }, now);
  return { isTrial: false, effectiveStartDate: end, commitmentEndDate };
}
