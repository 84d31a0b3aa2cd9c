import { trusted } from 'mongoose';

/** A condition that we wrote; any other object in a filter came from outside and is refused as no text (`sanitizeFilter`). */
export type Condition = Readonly<Record<string, unknown>>;

export function oneOf(values: readonly unknown[]): Condition {
  return trusted({ $in: [...values] });
}

export function not(value: unknown): Condition {
  return trusted({ $ne: value });
}

export function below(value: Date | number | string): Condition {
  return trusted({ $lt: value });
}

export function atMost(value: Date | number): Condition {
  return trusted({ $lte: value });
}

export function above(value: Date | number | string): Condition {
  return trusted({ $gt: value });
}

export function atLeast(value: Date | number): Condition {
  return trusted({ $gte: value });
}

export function absent(): Condition {
  return trusted({ $exists: false });
}

/** A date is there, in a form that every server answers from an index. */
export function anyDate(): Condition {
  return above(new Date(0));
}

/** Several conditions on one field. */
export function all(...conditions: readonly Condition[]): Condition {
  return trusted(Object.assign({}, ...conditions));
}
