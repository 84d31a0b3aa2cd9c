import type { Accepted, Change } from './decision.ts';

/** What an agent agrees to: the decision without `before` and without the instants that only follow from now. */
export type Terms = Omit<Accepted, 'before' | 'effective' | 'deadline'> & {
  /** Only where it is a date of the contract, not "at once". */
  readonly effective?: string;
  readonly deadline?: string | null;
};

/** Pure (protocol.md, F-85): two decisions inside the same window have equal terms. */
export function terms(decision: Accepted): Terms {
  const { before: _before, effective, deadline, after, target, ...rest } = decision;
  const other = target && { target: { ...target, before: null } };
  // F-23: a contractual effect is at its own deadline; every other one is at once.
  const dated = effective === deadline && { effective };
  const startsClock = after.dataDeletionAt !== undefined && after.dataDeletionAt === deadline;
  return { ...rest, ...other, ...dated, ...(startsClock ? {} : { deadline }), after: withoutNow(after) };
}

/** A suspension's own dates follow from now; cleared ones (null) are a term. */
function withoutNow(after: Change): Change {
  const { suspendedAt, dataDeletionAt, ...rest } = after;
  return {
    ...rest,
    ...(suspendedAt === null && { suspendedAt }),
    ...(dataDeletionAt === null && { dataDeletionAt }),
  };
}

/** Whatever the order of keys, which a database need not keep. */
export function sameTerms(a: Accepted, b: Accepted): boolean {
  return JSON.stringify(sorted(terms(a))) === JSON.stringify(sorted(terms(b)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sorted(held)]),
  );
}
