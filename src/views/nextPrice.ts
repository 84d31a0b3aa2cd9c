import { isSameSku, type SkuReference } from '../domain/subscription/sku.ts';
import type { BillingCycle, TermDuration } from '../domain/subscription/subscription.ts';
import type { Case } from './acts.ts';
import { arrow, fact } from './fact.ts';
import type { Say } from './say.ts';
import type { Fact } from './statement.ts';
import { price } from './terms.ts';

/** What is paid for from then on. */
export interface Bought extends SkuReference {
  readonly quantity: number;
  readonly termDuration: TermDuration;
  readonly billingCycle: BillingCycle;
}

/** "USD 900.00 a month → USD 720.00 a month". */
export function priceFact(c: Case, bought: Bought, say: Say): Fact {
  return fact('label.price', arrow(price(c.subscription, say), nextPrice(c, bought, say)), say);
}

/** The same SKU on the same terms keeps its price; of another the catalogue's is shown, or that there is none (F-53). */
export function nextPrice({ subscription, snapshot: { skus = [] } }: Case, bought: Bought, say: Say): string {
  const { quantity, termDuration, billingCycle } = bought;
  const isSame =
    isSameSku(bought, subscription) &&
    termDuration === subscription.termDuration &&
    billingCycle === subscription.billingCycle;
  const unitPrice = isSame ? subscription.unitPrice : skus.find((one) => isSameSku(one, bought))?.unitPrice;
  if (typeof unitPrice !== 'string') return say.text('price.unknown');
  return price({ ...subscription, unitPrice, billingCycle }, say, quantity);
}
