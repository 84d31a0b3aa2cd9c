import type { Instant } from '../instant.ts';

type Scalar = string | number | boolean;

/** One of these values, or a number under a limit: a window is half open. */
export type Condition = Scalar | readonly Scalar[] | { readonly under: number };

export type When = Readonly<Record<string, Condition>>;
export type Facts = Readonly<Record<string, Scalar | null>>;

/** A dated rule. `id` is the rule's; where one rule needs several rows, a word follows its dot: "P-5.resume". */
export interface Row<W, T> {
  readonly id: string;
  readonly source: string;
  /** Information only: a rulebook's rows all apply whatever now is (F-12). */
  readonly effectiveFrom: Instant;
  readonly when: W;
  readonly then: T;
}

export type Table<W, T> = readonly Row<W, T>[];

/** "P-5.resume" → "P-5": what a decision records. */
export function ruleOf(id: string): string {
  return id.split('.', 1)[0] ?? id;
}

/** First match wins; a table without one is a defect that validation finds at start. */
export function firstMatch<W extends object, T>(table: Table<W, T>, facts: Facts): Row<W, T> {
  const row = table.find(({ when }) => holds(when, facts));
  if (row === undefined) throw new Error('a policy table without a default row');
  return row;
}

function holds(when: object, facts: Facts): boolean {
  return conditionsOf(when).every(([key, condition]) => meets(condition, facts[key] ?? null));
}

function conditionsOf(when: object): readonly (readonly [string, Condition])[] {
  return Object.entries(when as When).filter(([, condition]) => condition !== undefined);
}

function meets(condition: Condition, fact: Scalar | null): boolean {
  if (fact === null) return false;
  if (typeof condition !== 'object') return condition === fact;
  if ('under' in condition) return typeof fact === 'number' && fact < condition.under;
  return condition.includes(fact);
}

/** Values that a fact can have, where they are known; anything else is possible for the other facts. */
export type Domains = Readonly<Record<string, readonly Scalar[]>>;

/** F-12: unique ids, a last row without conditions, no unreachable row. Empty: valid. */
export function validateTable<W extends object, T>(table: Table<W, T>, domains: Domains): readonly string[] {
  const ids = table.map(({ id }) => id);
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  const last = table.at(-1);
  return [
    ...repeated.map((id) => `${id}: the id is used twice`),
    ...(last !== undefined && conditionsOf(last.when).length === 0
      ? []
      : ['the last row must be without conditions']),
    ...unreachable(table, domains).map((id) => `${id}: no case reaches this row`),
  ];
}

/** Tries every case that the rows tell apart: a row that is never the first to match is unreachable. */
function unreachable<W extends object, T>(table: Table<W, T>, domains: Domains): readonly string[] {
  const reached = new Set<number>();
  for (const facts of cases(table, domains)) reached.add(table.findIndex(({ when }) => holds(when, facts)));
  return table.filter((_, index) => !reached.has(index)).map(({ id }) => id);
}

function cases<W extends object, T>(table: Table<W, T>, domains: Domains): readonly Facts[] {
  const keys = new Set(table.flatMap(({ when }) => conditionsOf(when).map(([key]) => key)));
  return [...keys].reduce<readonly Facts[]>(
    (all, key) =>
      all.flatMap((facts) => valuesOf(table, key, domains).map((value) => ({ ...facts, [key]: value }))),
    [{}],
  );
}

function valuesOf<W extends object, T>(
  table: Table<W, T>,
  key: string,
  domains: Domains,
): readonly (Scalar | null)[] {
  const conditions = table.flatMap(({ when }) =>
    conditionsOf(when).flatMap(([name, is]) => (name === key ? [is] : [])),
  );
  const told = conditions.flatMap((condition) => {
    if (typeof condition !== 'object') return [condition];
    return 'under' in condition ? [condition.under - 1, condition.under] : condition;
  });
  return [...new Set(domains[key] ?? [...told, null])];
}
