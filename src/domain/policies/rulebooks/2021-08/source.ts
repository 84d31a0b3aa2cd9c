const PAGE = 'Partner Center, "Create, suspend, or cancel customer subscriptions", 2021-08-25';

/** Said by the page itself. */
export const SEED = { source: PAGE, effectiveFrom: '2021-08-25T00:00:00.000Z' } as const;

/** Where the page is silent: our reading of it. */
export function readAs(reading: string) {
  return { ...SEED, source: `${PAGE}, read as in fine-print.md ${reading}` } as const;
}
