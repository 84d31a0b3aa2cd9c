import { accept, refuse, type Situation, scheduledChangeLost, type Verdict } from './verdict.ts';

/** H-4: until it applies. */
export function removeScheduledChange(situation: Situation): Verdict {
  const { subscription } = situation;
  if (subscription.scheduledNextTermInstructions === null) return refuse('nothing-scheduled', 'H-4');
  const lost = scheduledChangeLost(subscription);
  return accept(
    situation,
    { rules: ['H-4'], access: 'unchanged', billing: 'unchanged', reversible: true, lost },
    { scheduledNextTermInstructions: null },
  );
}
