/** Every word with which the lifecycle service says no (F-25): the one list. */
export const REFUSAL_CODES = [
  'not-for-class',
  'wrong-status',
  'service-request-needed',
  'cancel-window-closed',
  'data-deleted',
  'auto-renew-off',
  'quantity-above-maximum',
  'quantity-below-minimum',
  'quantity-out-of-range',
  'fewer-only-at-renewal',
  'no-quantity',
  'sku-not-eligible',
  'target-not-eligible',
  'base-not-active',
  'nothing-scheduled',
  'no-change',
  'cycle-longer-than-term',
  'reason-required',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];
