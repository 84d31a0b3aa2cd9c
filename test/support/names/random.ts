/** A seeded source of chance: the same seed gives the same desk and the same errors. */
export interface Random {
  /** 0 ≤ n < below. */
  below(below: number): number;
  of<T>(list: readonly T[]): T;
  chance(share: number): boolean;
}

/** mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    of<T>(list: readonly T[]): T {
      return list[below(list.length)] as T;
    },
    chance: (share) => next() < share,
  };
}
