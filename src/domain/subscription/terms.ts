import type { Accepted, Change } from './decision.ts';
import { same } from './evolve.ts';

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

export function sameTerms(a: Accepted, b: Accepted): boolean {
  return same(terms(a), terms(b));
}
