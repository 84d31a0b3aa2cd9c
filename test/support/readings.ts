import { decideLine } from '../../src/domain/json/decideLine.ts';
import { aCustomer, aPartner, aScheduledChange, aSubscription } from './builders.ts';

/**
 * What lifecycle.md and fine-print.md say, read from the outside: what is given beside the usual ten licences of new
 * commerce (a year from 2021-09-01), the command, when, and what must stand in the answer.
 */
export type Reading = readonly [
  says: string,
  given: Readonly<Record<string, unknown>>,
  command: Readonly<Record<string, unknown>>,
  now: string,
  answer: Readonly<Record<string, unknown>>,
];

export const SCHEDULED = aScheduledChange(4);
export const LEGACY = { productClass: 'legacy' };
export const ISV = { productClass: 'isv-license' };
export const METERED = {
  productClass: 'isv-metered',
  billingType: 'usage',
  quantity: null,
  unitPrice: '0.00',
  termDuration: 'P1M',
  billingCycle: 'monthly',
  commitmentEndDate: '2021-10-01T00:00:00Z',
};
export const PAUSED = { status: 'suspended', suspensionKind: 'paused', autoRenewEnabled: false };
export const BY_SUPPORT = { status: 'suspended', suspensionKind: null };
export const SUSPENDED = {
  ...LEGACY,
  status: 'suspended',
  suspendedAt: '2021-09-05T00:00:00Z',
  dataDeletionAt: '2021-12-04T00:00:00Z',
};
export const TRIAL = {
  isTrial: true,
  trialEndsAt: '2021-10-01T00:00:00Z',
  commitmentEndDate: '2021-10-01T00:00:00Z',
};
export const MONTHLY = {
  termDuration: 'P1M',
  billingCycle: 'monthly',
  commitmentEndDate: '2021-10-01T00:00:00Z',
};
export const TARGET = aSubscription({ id: 'T', skuId: '0002', quantity: 7 });
export const ADD_ON = aSubscription({ id: 'A', parentSubscriptionId: 'sub-1' });
export const TO_E5 = { type: 'upgrade', sku: '0002', timing: 'now' };
export const UP = { sku: { upgradeTargets: ['0002', 'CFQ7TTC0LFLX:0001'] } };
export const LIMITS = { sku: { minimumQuantity: 5, maximumQuantity: 20 } };
export const EARLY = '2021-09-10T00:00:00Z';
export const LATE = '2021-12-01T00:00:00Z';
export const END = '2022-09-01T00:00:00.000Z';

export function refused(code: string, rule: string, alternatives: readonly string[] = []) {
  return { outcome: 'refused', code, rules: [rule], alternatives };
}

/** What `decide` answers to it, line in, object out. */
export function ask([, given, command, now]: Reading): unknown {
  const { addOns, base, target, sku, customer, ...subscription } = given;
  const line = {
    subscription: { ...aSubscription(), ...subscription },
    customer: { ...aCustomer(), ...(customer as object) },
    partner: aPartner(),
    command,
    now,
    ...Object.fromEntries(Object.entries({ addOns, base, target, sku }).filter(([, value]) => value)),
  };
  return decideLine(JSON.stringify(line), { now: '2000-01-01T00:00:00.000Z', rulebook: '2021-08' });
}
