import type { SkuFacts } from './subscription.ts';

/** SKU ids are unique only within a product (F-05). */
export interface SkuReference {
  readonly productId: string;
  readonly skuId: string;
}

/** "0002" of the same product, "CFQ7TTC0LFLX:0001" of another; null when it names none. */
export function skuOf(text: string, { productId }: Pick<SkuReference, 'productId'>): SkuReference | null {
  const [first = '', second, ...more] = text.split(':').map((part) => part.trim());
  if (more.length > 0 || first === '' || second === '') return null;
  return second === undefined ? { productId, skuId: first } : { productId: first, skuId: second };
}

/** The SKU as a command to this subscription names it. */
export function skuText(sku: SkuReference, { productId }: Pick<SkuReference, 'productId'>): string {
  return sku.productId === productId ? sku.skuId : `${sku.productId}:${sku.skuId}`;
}

export function isSameSku(a: SkuReference, b: SkuReference): boolean {
  return a.productId === b.productId && a.skuId === b.skuId;
}

/** Without targets nothing is an upgrade (F-01), and what it is already never is. */
export function isUpgrade(
  present: SkuReference,
  { upgradeTargets = [] }: SkuFacts,
  sku: SkuReference,
): boolean {
  if (isSameSku(present, sku)) return false;
  return upgradeTargets.some((text) => {
    const target = skuOf(text, present);
    return target !== null && isSameSku(target, sku);
  });
}
