import type { Named } from '../../domain/operation/plan.ts';
import type { UpgradeTarget } from '../../domain/subscription/decision.ts';
import type { Subscription } from '../../domain/subscription/subscription.ts';
import { factsOf } from './effects.ts';
import type { LocalPorts } from './ports.ts';

/**
 * What an upgrade's new subscription is called (U-5): its `_id` is derived from the source and the operation, so that it is
 * inserted once; name and price are the catalogue's, else the source's.
 */
export async function newcomer(
  ports: LocalPorts,
  operation: string,
  source: Subscription,
  { after }: UpgradeTarget,
): Promise<Named> {
  const id = `${source.id}.${operation
    .replace(/^OP-/, '')
    .replace(/^due\/.*\/(\d{4}-)/, '$1')
    .replace(/\W/g, '')}`;
  const born = { ...source, ...after };
  const offer = await ports.catalogue.offer(born.productId, born.skuId);
  const { offerName, unitPrice } = { ...source, ...(offer && factsOf(offer, born)) };
  return { id, reference: `${source.reference}-2`, offerName, unitPrice };
}

/** The next one to try where a reference is taken: S-1042-2, S-1042-3 … */
export function nextReference(reference: string): string {
  return reference.replace(/\d+$/, (number) => String(Number(number) + 1));
}
