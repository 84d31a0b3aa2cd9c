import type { SupportedCommand } from './command.ts';
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
} as const satisfies Partial<Record<Alternative, SupportedCommand>>;

type Tried = keyof typeof COMMANDS;

/** Of the offers those that would be accepted now, in the rule's order (F-26). `accepts` decides a command here. */
export function acceptable(
  offers: readonly Alternative[],
  situation: Situation,
  accepts: (situation: Situation) => boolean,
): readonly Alternative[] {
  return offers.filter((offer) => {
    if (offer === 'schedule-fewer-licences') return mayScheduleFewer(situation);
    if (offer === 'deprovision') return mayDeprovision(situation);
    return isTried(offer) && accepts({ ...situation, command: COMMANDS[offer] });
  });
}

function isTried(offer: Alternative): offer is Tried {
  return Object.hasOwn(COMMANDS, offer);
}

/** H-3, H-1: new commerce, active, auto-renew on, and a licence to spare above the SKU's minimum. */
export function mayScheduleFewer({ subscription, sku }: Pick<Situation, 'subscription' | 'sku'>): boolean {
  const { productClass, status, autoRenewEnabled, quantity } = subscription;
  if (productClass !== 'nce' || status !== 'active' || !autoRenewEnabled || quantity === null) return false;
  return quantity > Math.max(1, sku.minimumQuantity ?? 1);
}

/** X-4, F-40: usage-based, active or suspended. */
export function mayDeprovision({
  subscription: { productClass, status },
}: Pick<Situation, 'subscription'>): boolean {
  return productClass === 'isv-metered' && (status === 'active' || status === 'suspended');
}
