import type { CommandOf } from '../../../src/domain/subscription/command.ts';
import { aSubscription } from '../../support/builders.ts';
import { given } from '../../support/decider.ts';

export const NOW = '2021-12-01';
export const SKU = { upgradeTargets: ['0002', 'CFQ7TTC0LFLX:0003'] };
export const E5 = aSubscription({ id: 'sub-2', reference: 'S-1077', skuId: '0002', quantity: 5 });

export function toE5(more: Partial<CommandOf<'upgrade'>> = {}): CommandOf<'upgrade'> {
  return { type: 'upgrade', sku: '0002', timing: 'now', ...more };
}

export function upgrade(
  more: Partial<CommandOf<'upgrade'>> = {},
  subscription = aSubscription(),
  target = E5,
) {
  return given({ subscription, sku: SKU, target }).when(toE5(more), NOW);
}
