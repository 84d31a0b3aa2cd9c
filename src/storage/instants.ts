import type { Instant } from '../domain/instant.ts';

/** An instant as the database keeps it. Throws on a text that is none (a defect: G-3). */
export function toDate(instant: Instant): Date {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) throw new Error(`not an instant: ${instant}`);
  return date;
}

/** An instant as the program speaks it. */
export function toInstant(date: Date): Instant {
  return date.toISOString();
}

/** The type of a document whose fields `K` are dates where the domain has instants. */
export type Dated<T, K extends keyof T> = Omit<T, K> & {
  readonly [P in K]: T[P] extends Instant
    ? Date
    : T[P] extends Instant | null
      ? Date | null
      : Date | undefined;
};

/** A copy with the named fields as dates; null and absent stay what they are. */
export function withDates<T extends object, K extends keyof T>(value: T, names: readonly K[]): Dated<T, K> {
  const copy = { ...value } as Record<PropertyKey, unknown>;
  for (const name of names) if (typeof copy[name] === 'string') copy[name] = toDate(copy[name]);
  return copy as Dated<T, K>;
}

/** The way back: a copy with the named fields as instants. */
export function withInstants<T extends object, K extends keyof T>(row: Dated<T, K>, names: readonly K[]): T {
  const copy = { ...row } as Record<PropertyKey, unknown>;
  for (const name of names) if (copy[name] instanceof Date) copy[name] = toInstant(copy[name]);
  return copy as T;
}
