import type { LifecycleCommand } from './command.ts';
import type { Alternative } from './decision.ts';
import type { Situation } from './verdict.ts';

const COMMANDS = {
  'auto-renew-off': { type: 'set-auto-renew', enabled: false },
  'auto-renew-on': { type: 'set-auto-renew', enabled: true },
  pause: { type: 'pause' },
  resume: { type: 'resume' },
  suspend: { type: 'suspend' },
  reactivate: { type: 'reactivate' },
  cancel: { type: 'cancel' },
  deprovision: { type: 'deprovision' },
  'remove-scheduled-change': { type: 'remove-scheduled-change' },
} as const satisfies Partial<Record<Alternative, LifecycleCommand>>;

/** Of the offers those that would be accepted now, in the rule's order (F-26). `accepts` decides a command here. */
export function acceptable(
  offers: readonly Alternative[],
  situation: Situation,
  accepts: (situation: Situation) => boolean,
): readonly Alternative[] {
  return offers.filter((offer) =>
    commandsOf(offer, situation).some((command) => accepts({ ...situation, command })),
  );
}

/** What the offer would be, as a command. */
function commandsOf(offer: Alternative, situation: Situation): readonly LifecycleCommand[] {
  if (offer === 'schedule-fewer-licences') return fewer(situation);
  return Object.hasOwn(COMMANDS, offer) ? [COMMANDS[offer as keyof typeof COMMANDS]] : [];
}

/** The number asked for is kept; without one any will do, and one of the next two is not what is scheduled already. */
function fewer({ subscription, command }: Situation): readonly LifecycleCommand[] {
  const present = subscription.quantity ?? 0;
  const numbers = command.type === 'set-quantity' ? [command.quantity] : [present - 1, present - 2];
  return numbers.map((quantity) => ({ type: 'schedule-change', quantity }));
}
