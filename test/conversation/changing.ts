import type { Offer } from '../../src/ports/catalogue.ts';
import type { View, ViewOf } from '../../src/views/view.ts';
import type { Seed } from '../support/desk.ts';
import {
  CONTOSO,
  FABRIKAM,
  LITWARE,
  OLD,
  owned,
  RETAIL,
  SODRA,
  type Talking,
  talking,
  viewOf,
} from './support.ts';

const E3 = { productId: 'CFQ7TTC0LFLX', skuId: '0001' } as const;
const E5 = { productId: 'CFQ7TTC0LFLZ', skuId: '0002' } as const;
const YEARLY = { termDuration: 'P1Y', billingCycle: 'monthly', currency: 'USD' } as const;
export const E5_ID = 'CFQ7TTC0LFLZ:0002';
const SMALL_ID = 'CFQ7TTC0LCHC:0002';

/** E3 may be upgraded to E5; Business Premium to E3. */
export const OFFERS: readonly Offer[] = [
  {
    ...E3,
    ...YEARLY,
    offerId: 'e3',
    offerName: 'Microsoft 365 E3',
    unitPrice: '36.00',
    productClass: 'nce',
    minimumQuantity: 1,
    maximumQuantity: 300,
    upgradeTargets: [E5_ID],
  },
  { ...E5, ...YEARLY, offerId: 'e5', offerName: 'Microsoft 365 E5', unitPrice: '57.00', productClass: 'nce' },
  {
    ...YEARLY,
    offerId: 'bp',
    productId: 'CFQ7TTC0LCHC',
    skuId: '0002',
    offerName: 'Microsoft 365 Business Premium',
    unitPrice: '22.00',
    productClass: 'nce',
    upgradeTargets: ['CFQ7TTC0LFLX:0001'],
  },
  {
    offerId: 'visio',
    productId: 'CFQ7TTC0HD32',
    skuId: '0001',
    offerName: 'Visio Plan 2',
    unitPrice: '36.50',
    productClass: 'nce',
    currency: 'USD',
    termDuration: 'P1Y',
    billingCycle: 'annual',
  },
];

export { SMALL_ID };

const e3 = { ...OLD, ...E3, unitPrice: '36.00', billingCycle: 'monthly', quantity: 25 } as const;
const e5 = { ...OLD, ...E5, unitPrice: '57.00', billingCycle: 'monthly', quantity: 3 } as const;

/** S-1017: Contoso's 25 × E3, half a year into its term; S-1077 Contoso's and S-1088 Fabrikam's E5. */
const SUBSCRIPTIONS = [
  owned(CONTOSO, 'S-1017', 'Microsoft 365 E3', e3),
  owned(CONTOSO, 'S-1077', 'Microsoft 365 E5', e5),
  owned(FABRIKAM, 'S-1088', 'Microsoft 365 E5', e5),
  owned(FABRIKAM, 'S-1009', 'Office 365 E1', { productClass: 'legacy', quantity: 40 }),
  owned(FABRIKAM, 'S-1071', 'Fjord Telemetry', {
    productClass: 'isv-metered',
    billingType: 'usage',
    quantity: null,
    unitPrice: '0.00',
    termDuration: 'P1M',
    billingCycle: 'monthly',
  }),
];

/** A desk on which quantity, term and product can be changed. */
export function changing(seed: Seed = {}): Promise<Talking> {
  return talking({
    customers: [CONTOSO, RETAIL, FABRIKAM, LITWARE, SODRA],
    offers: OFFERS,
    subscriptions: SUBSCRIPTIONS,
    ...seed,
  });
}

/** Confirms what was just prompted for. */
export async function confirm(
  talk: Talking,
  { view }: { readonly view: View },
  inputs: Readonly<Record<string, string>> = {},
): Promise<ViewOf<'receipt'>> {
  const prompt = viewOf({ view } as Parameters<typeof viewOf>[0], 'confirm');
  return viewOf(await talk.click('confirm', prompt.operation.reference, inputs), 'receipt');
}

export async function stored(talk: Talking, reference: string) {
  const row = await talk.desk.subscriptions.byReference(reference);
  if (!row) throw new Error(`no ${reference}`);
  return row.subscription;
}
