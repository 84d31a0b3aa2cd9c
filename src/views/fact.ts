import { NBSP } from './format.ts';
import type { Key, Say } from './say.ts';
import type { Fact, Line } from './statement.ts';

export interface Group {
  readonly heading: string;
  readonly facts: readonly Fact[];
}

/** A label of at most ten characters and its value. */
export function fact(label: Key, value: Line | string, say: Say): Fact {
  return { label: say.text(label), value: typeof value === 'string' ? [{ text: value }] : value };
}

/** "Active → Paused": the new value last (design 4.1). */
export function arrow(from: string, to: string): string {
  return `${from} →${NBSP}${to}`;
}
