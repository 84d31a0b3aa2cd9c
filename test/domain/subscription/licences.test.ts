import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Change, UpgradeTarget } from '../../../src/domain/subscription/decision.ts';
import { due } from '../../../src/domain/subscription/due.ts';
import { evolve } from '../../../src/domain/subscription/evolve.ts';
import type { Subscription } from '../../../src/domain/subscription/subscription.ts';
import { aSubscription } from '../../support/builders.ts';
import { given } from '../../support/decider.ts';

const SKU = { upgradeTargets: ['0002'] };

function living({ status, quantity }: Pick<Subscription, 'status' | 'quantity'>): number {
  return status === 'deleted' ? 0 : (quantity ?? 0);
}

/** Licences of both subscriptions once it is done; `after` of a new one is all of it. */
function licences(source: Subscription, after: Change, target: Subscription, other?: UpgradeTarget): number {
  const receiving = other ? evolve(target, other.after) : target;
  const untouched = other?.subscriptionId === null ? living(target) : 0;
  return living(evolve(source, after)) + living(receiving) + untouched;
}

describe('licences over source and target', () => {
  test('U-7: are as many after an upgrade as before, whether now or at the renewal, into a new one or not', () => {
    const quantities = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(quantities, quantities, quantities, fc.boolean(), fc.boolean(), (a, b, n, isNew, isNow) => {
        fc.pre(n <= a);
        const source = aSubscription({ quantity: a });
        const target = aSubscription({ id: 'T', skuId: '0002', quantity: b });
        const timing = isNow ? 'now' : 'term-end';
        const command = { type: 'upgrade', sku: '0002', quantity: n, timing } as const;
        const full = isNew ? command : { ...command, target: 'T' };
        const decided = given({ subscription: source, sku: SKU, target }).when(full, '2021-12-01').accepted();
        const stored = evolve(source, decided.after);
        const effect = isNow ? decided : due(stored, undefined, undefined, target);
        expect(licences(stored, effect.after, target, 'target' in effect ? effect.target : undefined)).toBe(
          a + b,
        );
      }),
    );
  });
});
