import type { Accepted } from './decision.ts';
import { accept, type Situation } from './verdict.ts';

/** P-4: access at once; auto-renew and scheduled changes stay as the pause left them. */
export function resume(situation: Situation): Accepted {
  return accept(
    situation,
    { rules: ['P-4'], access: 'restored-now', billing: 'continues', reversible: true },
    { status: 'active', suspensionKind: null },
  );
}
