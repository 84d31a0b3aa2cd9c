import type { Subscription } from '../../src/domain/subscription/subscription.ts';
import type { Offer } from '../../src/ports/catalogue.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { nce } from './stories.ts';

const PRODUCT = { productId: 'CFQ7TTC0HD32' } as const;

/** Plan 2 may be upgraded to Plan 3. */
export const OFFERS: readonly Offer[] = [
  { ...PRODUCT, offerId: 'plan-2', skuId: '0001', offerName: 'Visio Plan 2', upgradeTargets: ['0002'] },
  {
    ...PRODUCT,
    offerId: 'plan-3',
    skuId: '0002',
    offerName: 'Visio Plan 3',
    unitPrice: '48.00',
    currency: 'USD',
    termDuration: 'P1Y',
    billingCycle: 'annual',
  },
];

/** An existing subscription with the SKU that is upgraded to. */
export function planThree(id: string, fields: Partial<Subscription> = {}): Subscription {
  return nce(id, { skuId: '0002', offerName: 'Visio Plan 3', quantity: 3, ...fields });
}

/** F-47: at the renewal so many licences go to Plan 3, into an existing subscription or a new one. */
export function sending(quantity: number, stays: number, target: string | null): Partial<Subscription> {
  return {
    scheduledNextTermInstructions: {
      product: { ...PRODUCT, skuId: '0001', termDuration: 'P1Y', billingCycle: 'annual' },
      quantity: stays,
      upgrade: { ...PRODUCT, skuId: '0002', quantity, target },
    },
  };
}

/** Licences of all subscriptions whose id begins so. */
export async function licencesOf(desk: Desk, prefix: string): Promise<number> {
  let sum = 0;
  for await (const { subscription } of desk.subscriptions.all()) {
    const { id, status, quantity } = subscription;
    if (id.startsWith(prefix) && status !== 'deleted') sum += quantity ?? 0;
  }
  return sum;
}
