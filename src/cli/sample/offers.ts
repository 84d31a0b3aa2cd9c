import type { BillingCycle, ProductClass, TermDuration } from '../../domain/subscription/subscription.ts';

/** What the sample desk sells; prices are round ones of ours. */
export interface SampleOffer {
  readonly key: string;
  readonly name: string;
  readonly publisher: string;
  readonly productId: string;
  readonly skuId: string;
  readonly productClass: ProductClass;
  readonly unitPrice: string;
  readonly term: TermDuration;
  readonly cycle: BillingCycle;
  readonly upgradeTargets?: readonly string[];
  readonly isAddOn?: true;
}

const MICROSOFT = 'Microsoft';

export const SAMPLE_OFFERS: readonly SampleOffer[] = [
  nce('e3', 'Microsoft 365 E3', 'CFQ7TTC0LFLX', '0001', '36.00', 'P1Y', 'monthly', ['CFQ7TTC0LFLZ:0002']),
  nce('e3-monthly', 'Microsoft 365 E3', 'CFQ7TTC0LFLX', '0003', '43.20', 'P1M', 'monthly', [
    'CFQ7TTC0LFLZ:0002',
  ]),
  nce('e5', 'Microsoft 365 E5', 'CFQ7TTC0LFLZ', '0002', '57.00', 'P1Y', 'monthly'),
  nce('bp', 'Microsoft 365 Business Premium', 'CFQ7TTC0LCHC', '0002', '22.00', 'P1Y', 'monthly'),
  nce('visio', 'Visio Plan 2', 'CFQ7TTC0HD32', '0001', '36.50', 'P1Y', 'annual'),
  nce('project', 'Project Plan 3', 'CFQ7TTC0HD8S', '0001', '30.00', 'P1M', 'monthly'),
  nce('power-bi', 'Power BI Pro', 'CFQ7TTC0L3PB', '0001', '10.00', 'P1M', 'monthly'),
  nce('dynamics', 'Dynamics 365 Sales Professional', 'CFQ7TTC0LFDZ', '0001', '2340.00', 'P3Y', 'triennial'),
  { ...nce('audio', 'Audio Conferencing', 'CFQ7TTC0LHSL', '0002', '4.00', 'P1Y', 'monthly'), isAddOn: true },
  {
    ...nce('phone', 'Teams Phone Standard', 'CFQ7TTC0LH0T', '0003', '8.00', 'P1Y', 'monthly'),
    isAddOn: true,
  },
  legacy('o365-e1', 'Office 365 E1', 'MS-AZR-0001', '8.00'),
  legacy('o365-e3', 'Office 365 E3', 'MS-AZR-0002', '20.00'),
  isv('insights', 'Acme Insights', 'Acme Analytics', 'acme-insights', '12.00', 'P1M', 'monthly'),
  isv('backup', 'SafeHarbor Backup', 'SafeHarbor', 'safeharbor-backup', '96.00', 'P1Y', 'annual'),
  {
    key: 'telemetry',
    name: 'Fjord Telemetry',
    publisher: 'Fjord Software',
    productId: 'fjord-telemetry',
    skuId: 'metered',
    productClass: 'isv-metered',
    unitPrice: '0.00',
    term: 'P1M',
    cycle: 'monthly',
  },
];

export function sampleOffer(key: string): SampleOffer {
  const found = SAMPLE_OFFERS.find((offer) => offer.key === key);
  if (found === undefined) throw new Error(`the sample desk has no offer ${key}`);
  return found;
}

function nce(
  key: string,
  name: string,
  productId: string,
  skuId: string,
  unitPrice: string,
  term: TermDuration,
  cycle: BillingCycle,
  upgradeTargets: readonly string[] = [],
): SampleOffer {
  return {
    key,
    name,
    publisher: MICROSOFT,
    productId,
    skuId,
    productClass: 'nce',
    unitPrice,
    term,
    cycle,
    upgradeTargets,
  };
}

function legacy(key: string, name: string, productId: string, unitPrice: string): SampleOffer {
  return {
    key,
    name,
    publisher: MICROSOFT,
    productId,
    skuId: '0001',
    productClass: 'legacy',
    unitPrice,
    term: 'P1Y',
    cycle: 'monthly',
  };
}

function isv(
  key: string,
  name: string,
  publisher: string,
  productId: string,
  unitPrice: string,
  term: TermDuration,
  cycle: BillingCycle,
): SampleOffer {
  return {
    key,
    name,
    publisher,
    productId,
    skuId: 'plan-1',
    productClass: 'isv-license',
    unitPrice,
    term,
    cycle,
  };
}
